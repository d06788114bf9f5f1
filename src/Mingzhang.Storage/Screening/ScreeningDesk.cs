using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Office;
using Mingzhang.Core.Screening;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;

namespace Mingzhang.Storage.Screening;

/// <summary>A run as lists show it (智能审核一次).</summary>
/// <param name="Source">文件.</param>
/// <param name="Lines">明细行数.</param>
/// <param name="Added">New hits.</param>
/// <param name="Known">Hits that an earlier run had found already.</param>
/// <param name="At">When.</param>
/// <param name="Account">By whom.</param>
public sealed record StoredRun(string Source, int Lines, int Added, int Known, string At, string Account);

/// <summary>A hit as lists show it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="RuleId">规则编号.</param>
/// <param name="Rule">规则.</param>
/// <param name="Basis">依据.</param>
/// <param name="IsExample">Whether the limit of the rule has no source.</param>
/// <param name="Institution">机构代码.</param>
/// <param name="AmountFen">涉及金额.</param>
/// <param name="Why">理由.</param>
/// <param name="Records">Its lines, without the person.</param>
/// <param name="State">待复核, 列为疑点 or 已排除.</param>
/// <param name="Note">What the reviewer said.</param>
/// <param name="ReviewedBy">Who decided; null before.</param>
/// <param name="ReviewedAt">When; null before.</param>
/// <param name="ImportedBy">Who brought the file in.</param>
/// <param name="Inspection">Number of the inspection it became; null while it is none.</param>
public sealed record StoredHit(
    int Id, string RuleId, string Rule, string Basis, bool IsExample, string Institution, long AmountFen, string Why, IReadOnlyList<string> Records, string State, string? Note, string? ReviewedBy, string? ReviewedAt,
    string ImportedBy, int? Inspection);

/// <summary>Hits of claims screening on their way through review (智能审核复核): a hit is a doubt until a second person says what it is.</summary>
public sealed class ScreeningDesk
{
    /// <summary>States of a hit.</summary>
    public const string Open = "待复核", Accepted = "列为疑点", Dismissed = "已排除";

    /// <summary>Most hits that one upload may bring.</summary>
    public const int Most = 20_000;

    private const int LongestNote = 300, MostRecords = 30;

    private readonly OfficeWriter _writer;

    internal ScreeningDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>All states in their order.</summary>
    public static IReadOnlyList<string> States { get; } = [Open, Accepted, Dismissed];

    /// <summary>Stores the hits of a run; one that is known already is not stored twice and keeps what was decided.</summary>
    /// <returns>How many are new and how many were known; or in Chinese why nothing was stored.</returns>
    public Task<(int Added, int Known, string? Refusal)> StoreAsync(Actor actor, int department, string source, int lines, IReadOnlyList<ScreeningHit> hits, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return (0, 0, (string?)"您没有经办的权限。");
        if (hits.Count > Most)
            return (0, 0, $"命中 {hits.Count} 处，一次最多 {Most} 处：请分几个文件，或先检查规则的限值是不是本地的标准。");
        var run = new ScreeningRunRow { DepartmentId = department, Source = source, Lines = lines, At = trail.At, Account = trail.Account };
        db.Add(run);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        var known = (await db.Set<ScreeningHitRow>().Where(h => h.DepartmentId == department).Select(h => h.Digest).ToListAsync(cancellation).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            var digest = DigestOf(hit);
            if (!known.Add(digest))
            {
                run.Known++;
                continue;
            }

            run.Added++;
            db.Add(Row(department, run.Id, digest, hit));
        }

        trail.Note(department, (int?)null, "智能审核", source, new TrailChange(run.Id, "命中", null, $"{lines} 行明细，新命中 {run.Added} 处，已有 {run.Known} 处"));
        return (run.Added, run.Known, null);
    }, cancellation);

    /// <summary>The newest runs.</summary>
    public async Task<IReadOnlyList<StoredRun>> RunsAsync(int department, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Set<ScreeningRunRow>().AsNoTracking().Where(r => r.DepartmentId == department).OrderByDescending(r => r.Id).Take(most)
            .Select(r => new StoredRun(r.Source, r.Lines, r.Added, r.Known, r.At, r.Account)).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Numbers and amounts of hits by state and rule.</summary>
    public async Task<IReadOnlyList<(string State, string RuleId, string Rule, int Count, long Fen)>> CountsAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Set<ScreeningHitRow>().AsNoTracking().Where(h => h.DepartmentId == department).GroupBy(h => new { h.State, h.RuleId, h.Rule })
            .Select(g => new { g.Key.State, g.Key.RuleId, g.Key.Rule, Count = g.Count(), Fen = g.Sum(h => h.AmountFen) }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.OrderBy(r => r.RuleId, StringComparer.Ordinal).Select(r => (r.State, r.RuleId, r.Rule, r.Count, r.Fen))];
    }

    /// <summary>Hits of a state, the largest amounts first.</summary>
    /// <param name="department">Number of the department.</param>
    /// <param name="state">One of <see cref="States"/>.</param>
    /// <param name="rule">规则编号; null for all.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<StoredHit>> ListAsync(int department, string state, string? rule, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await (from h in db.Set<ScreeningHitRow>().AsNoTracking()
                          join r in db.Set<ScreeningRunRow>().AsNoTracking() on h.RunId equals r.Id
                          join f in db.Findings.AsNoTracking() on h.Id equals f.HitId into found
                          from f in found.DefaultIfEmpty()
                          where h.DepartmentId == department && h.State == state && (rule == null || h.RuleId == rule)
                          orderby f == null ? 0 : 1, h.AmountFen descending, h.Id
                          select new { h, r.Account, Inspection = f == null ? (int?)null : f.InspectionId }).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => Hit(r.h, r.Account, r.Inspection))];
    }

    /// <summary>The hits that became findings of an inspection.</summary>
    public async Task<IReadOnlyList<StoredHit>> OfInspectionAsync(int department, int inspection, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await (from h in db.Set<ScreeningHitRow>().AsNoTracking()
                          join r in db.Set<ScreeningRunRow>().AsNoTracking() on h.RunId equals r.Id
                          join f in db.Findings.AsNoTracking() on h.Id equals f.HitId
                          where h.DepartmentId == department && f.InspectionId == inspection
                          orderby h.Id
                          select new { h, r.Account }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => Hit(r.h, r.Account, inspection))];
    }

    /// <summary>
    /// Makes an inspection (智能审核) of doubts about one institution, each a finding with its amount, to be confirmed like any other: a doubt
    /// alone is punished by nobody.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="doubts">The hits with the 违规类型 they are taken for.</param>
    /// <param name="on">检查日期.</param>
    /// <param name="inspectors">检查人员.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Number of the inspection, or in Chinese why there is none.</returns>
    public Task<(int Inspection, string? Refusal)> InspectAsync(Actor actor, int department, IReadOnlyDictionary<int, string> doubts, DateOnly on, string inspectors, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return (0, "您没有经办的权限。");
        var ids = doubts.Keys.ToList();
        var rows = await db.Set<ScreeningHitRow>().AsNoTracking().Where(h => h.DepartmentId == department && ids.Contains(h.Id)).OrderBy(h => h.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (rows.Count == 0 || rows.Count < ids.Count)
            return (0, rows.Count == 0 ? "请选疑点。" : "有的疑点不在了，请刷新再选。");
        if (rows.Find(h => h.State != Accepted) is { } undecided)
            return (0, $"{undecided.RuleId} {undecided.Rule}：现在是“{undecided.State}”，复核人列为疑点的才能转为检查。");
        if (await db.Findings.AnyAsync(f => f.HitId != null && ids.Contains(f.HitId.Value), cancellation).ConfigureAwait(false))
            return (0, "有的疑点已经转为检查，不能再转一次：请刷新。");
        if (rows.Select(h => h.Institution).Distinct(StringComparer.Ordinal).ToList() is not [var code])
            return (0, "一次检查只能是一家机构。");
        if (await db.Institutions.AsNoTracking().FirstOrDefaultAsync(i => i.DepartmentId == department && i.Code == code, cancellation).ConfigureAwait(false) is not { } institution)
            return (0, $"定点机构名录里没有编码“{code}”：先在“基金监管 › 定点机构”里导入这家机构。");
        var findings = rows.Select(h => new NewFinding(doubts[h.Id], false, $"智能审核 {h.RuleId} {h.Rule}：{h.Why}", h.AmountFen, null, h.Id)).ToList();
        var (added, refusal) = await InspectionDesk.AddAsync(
            db, trail, department, [new NewInspection(institution.Id, InspectionKind.Screening, inspectors, null, on, "智能审核的疑点，待逐项认定", findings)], cancellation).ConfigureAwait(false);
        if (refusal is not null)
            return (0, refusal);
        trail.Note(department, (int?)null, "疑点转检查", institution.Name, [.. rows.Select(h => new TrailChange(h.Id, $"{h.RuleId} {h.Rule}", null, $"检查 {added[0]}"))]);
        return (added[0], (string?)null);
    }, cancellation);

    /// <summary>Decides on a hit: a doubt to be inspected, or none, with the reason. Nobody decides on what they brought in; a decision can be changed, the trail keeps the earlier.</summary>
    /// <returns>In Chinese why not; null when it was decided.</returns>
    public Task<string?> DecideAsync(Actor actor, int department, int hit, bool accepts, string? note, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Review, department))
            return "您没有复核的权限。";
        if (note?.Length > LongestNote || (!accepts && string.IsNullOrWhiteSpace(note)))
            return $"排除要写明理由，最多 {LongestNote} 字。";
        if (await db.Set<ScreeningHitRow>().FirstOrDefaultAsync(h => h.Id == hit && h.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这处命中。";
        if (await db.Set<ScreeningRunRow>().AnyAsync(r => r.Id == row.RunId && r.Account == trail.Account, cancellation).ConfigureAwait(false))
            return "明细是您自己导入的，要由别人复核。";
        if (await db.Findings.AnyAsync(f => f.HitId == hit, cancellation).ConfigureAwait(false))
            return "这处疑点已经转为检查，在检查里认定：不成立的认定为 0。";
        var (before, after) = (row.State, accepts ? Accepted : Dismissed);
        (row.State, row.Note, row.ReviewedBy, row.ReviewedAt) = (after, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), trail.Account, trail.At);
        trail.Note(department, (int?)null, "智能审核复核", $"{row.RuleId} {row.Rule}", new TrailChange(row.Id, "结果", before, $"{after} {row.Note}"));
        return (string?)null;
    }, cancellation);

    private static ScreeningHitRow Row(int department, int run, string digest, ScreeningHit hit) => new()
    {
        DepartmentId = department,
        RunId = run,
        Digest = digest,
        RuleId = hit.Rule.Id,
        Rule = hit.Rule.Name,
        Basis = hit.Rule.Basis,
        IsExample = hit.Rule.LimitSource is null,
        Institution = hit.Claims[^1].Institution,
        AmountFen = (long)Precision.Round(hit.Amount * 100m, 0),
        Why = hit.Why,
        Records = string.Join('\n', hit.Claims.Take(MostRecords).Select(Told).Concat(hit.Claims.Count > MostRecords ? [$"……共 {hit.Claims.Count} 行"] : [])),
        State = Open,
    };

    private static StoredHit Hit(ScreeningHitRow h, string importedBy, int? inspection) =>
        new(h.Id, h.RuleId, h.Rule, h.Basis, h.IsExample, h.Institution, h.AmountFen, h.Why, h.Records.Split('\n'), h.State, h.Note, h.ReviewedBy, h.ReviewedAt, importedBy, inspection);

    private static string Told(Claim c) => string.Create(
        CultureInfo.InvariantCulture,
        $"{c.File} 第 {c.Row} 行：结算 {c.SettlementId}，{c.Day:yyyy-MM-dd}，机构 {c.Institution}，{c.Item}，数量 {c.Quantity:0.####}，金额 {c.Amount:0.00##} 元");

    // The same lines under the same rule are the same hit, in whatever file and row they come.
    private static string DigestOf(ScreeningHit hit)
    {
        var text = new StringBuilder(hit.Rule.Id);
        foreach (var c in hit.Claims)
            text.Append(CultureInfo.InvariantCulture, $"|{c.SettlementId};{c.Detail};{c.Person};{c.Day:yyyyMMdd};{c.Item.Code};{c.Item.Name};{c.Quantity};{c.Amount}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
