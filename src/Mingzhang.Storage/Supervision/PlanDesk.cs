using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Supervision;

/// <summary>Plans of a year and draws (检查计划和双随机抽取). A draw is never changed: whoever wants another one draws again, and both stay.</summary>
public sealed class PlanDesk
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OfficeWriter _writer;

    internal PlanDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The targets of a year.</summary>
    public async Task<IReadOnlyList<CoverageTarget>> TargetsAsync(int department, int year, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return [.. (await db.InspectionTargets.AsNoTracking().Where(t => t.DepartmentId == department && t.Year == year).OrderBy(t => t.Id).ToListAsync(cancellation).ConfigureAwait(false)).Select(Target)];
    }

    /// <summary>Sets the targets of a year.</summary>
    /// <returns>In Chinese why they were not set; null when they were.</returns>
    public Task<string?> SetAsync(Actor actor, int department, int year, IReadOnlyList<CoverageTarget> targets, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (targets.FirstOrDefault(t => t.Percent is < 1 or > 100) is { } wrong)
            return $"{wrong.Title}：覆盖率要在 1% 到 100% 之间。";
        if (targets.GroupBy(t => (t.Kind, t.By)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return $"“{twice.First().Title}”这一类写了两次。";
        var before = await db.InspectionTargets.Where(t => t.DepartmentId == department && t.Year == year).OrderBy(t => t.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (before.Select(Target).SequenceEqual(targets))
            return null;
        db.InspectionTargets.RemoveRange(before);
        foreach (var target in targets)
            db.InspectionTargets.Add(new InspectionTargetRow { DepartmentId = department, Year = year, InstitutionKind = target.Kind?.ChineseName(), InspectionKind = target.By?.ChineseName(), Percent = target.Percent });
        trail.Note(department, null, "检查计划", $"{year} 年", new TrailChange(null, "覆盖目标", string.Join('；', before.Select(t => Target(t).Title)), string.Join('；', targets.Select(t => t.Title))));
        return null;
    }, cancellation);

    /// <summary>The draws of a year, the newest first.</summary>
    public async Task<IReadOnlyList<DrawInfo>> DrawsAsync(int department, int year, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return [.. (await db.Draws.AsNoTracking().Where(d => d.DepartmentId == department && d.Year == year).OrderByDescending(d => d.Id).ToListAsync(cancellation).ConfigureAwait(false)).Select(Info)];
    }

    /// <summary>A draw; null when the department has none of the number.</summary>
    public async Task<DrawInfo?> FindDrawAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Draws.AsNoTracking().FirstOrDefaultAsync(d => d.DepartmentId == department && d.Id == id, cancellation).ConfigureAwait(false) is { } row ? Info(row) : null;
    }

    /// <summary>Draws, and plans an inspection of each institution drawn.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="year">年度.</param>
    /// <param name="name">名称.</param>
    /// <param name="kind">For which inspections.</param>
    /// <param name="seedSource">Where the seed was published.</param>
    /// <param name="request">What is drawn from.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Number of the draw, or in Chinese why nothing was drawn.</returns>
    public Task<(int Id, string? Refusal)> DrawAsync(
        Actor actor, int department, int year, string name, InspectionKind kind, string seedSource, DrawRequest request, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(seedSource))
            return (0, "名称和种子的来源都要填：种子从哪里来、哪天公布，别人才能核对。");
        var seed = request.Seed;
        if (await db.Draws.Where(d => d.DepartmentId == department && d.Seed == seed).Select(d => d.Name).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is { } used)
            return (0, $"这个种子已经用在“{used}”：一个种子只抽一次，再抽要另公布一个。");
        var (drawn, refusal) = RandomDraw.Run(request);
        if (refusal is not null)
            return (0, refusal);
        var codes = drawn.Select(d => d.Code).ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(i => i.DepartmentId == department && codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, i => i.Id, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        if (drawn.FirstOrDefault(d => !institutions.ContainsKey(d.Code)) is { } unknown)
            return (0, $"名录里没有 {unknown.Code} {unknown.Name}。");
        var (made, result) = (JsonSerializer.Serialize(request, Json), JsonSerializer.Serialize(drawn, Json));
        var row = new DrawRow
        {
            DepartmentId = department,
            Year = year,
            Name = name.Trim(),
            InspectionKind = kind.ChineseName(),
            Seed = request.Seed,
            SeedSource = seedSource.Trim(),
            Request = made,
            Result = result,
            Digest = Digest(made, result),
            At = trail.At,
            Account = trail.Account,
        };
        db.Draws.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach (var each in drawn)
        {
            db.Inspections.Add(new InspectionRow
            {
                DepartmentId = department,
                InstitutionId = institutions[each.Code],
                Kind = kind.ChineseName(),
                DrawId = row.Id,
                Inspectors = string.Join('、', each.Inspectors),
                Conclusion = "",
            });
        }

        trail.Note(department, null, "双随机抽取", row.Name, new TrailChange(row.Id, "种子", null, request.Seed), new TrailChange(row.Id, "抽出", null, string.Join('、', codes)), new TrailChange(row.Id, "SHA-256", null, row.Digest));
        return (row.Id, (string?)null);
    }, cancellation);

    /// <summary>Draws again with what is stored, and looks whether it still is what the trail noted.</summary>
    /// <returns>In Chinese what does not fit; null when all does.</returns>
    public async Task<string?> VerifyAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var row = await db.Draws.AsNoTracking().FirstAsync(d => d.DepartmentId == department && d.Id == id, cancellation).ConfigureAwait(false);
        var digest = Digest(row.Request, row.Result);
        if (digest != row.Digest || !await db.Trail.AnyAsync(t => t.DepartmentId == department && t.Act == "双随机抽取" && t.Changes.Contains(digest), cancellation).ConfigureAwait(false))
            return "存下的抽取与日志里的校验值不符：它被改过。";
        var (drawn, _) = RandomDraw.Run(JsonSerializer.Deserialize<DrawRequest>(row.Request, Json)!);
        return JsonSerializer.Serialize(drawn, Json) == row.Result ? null : "用存下的名单和种子重抽，结果不同：它不是由这个种子抽出的。";
    }

    private static string Digest(string request, string result) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request + "\n" + result)));

    private static CoverageTarget Target(InspectionTargetRow t) => new(t.InstitutionKind is { } kind ? InstitutionWords.Parse(kind) : null, t.InspectionKind is { } by ? InspectionWords.Parse(by) : null, t.Percent);

    private static DrawInfo Info(DrawRow r) => new(
        r.Id, r.Year, r.Name, InspectionWords.Parse(r.InspectionKind)!.Value, r.SeedSource, JsonSerializer.Deserialize<DrawRequest>(r.Request, Json)!,
        JsonSerializer.Deserialize<List<DrawnInstitution>>(r.Result, Json)!, r.Digest, r.At, r.Account);
}
