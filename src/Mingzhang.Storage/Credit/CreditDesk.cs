using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Credit;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Credit;

/// <summary>信用评价 of an institution and year.</summary>
internal sealed class CreditRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int Year { get; set; }

    public required string Code { get; set; }

    public required string Institution { get; set; }

    public required string Scheme { get; set; }

    /// <summary>Deductions and score with its steps as JSON: what a scheme that changes later no longer says.</summary>
    public required string Content { get; set; }

    public required string Grade { get; set; }

    public required string State { get; set; }

    public required string MadeBy { get; set; }

    public string? ReviewedBy { get; set; }

    public string? PublishedOn { get; set; }

    public string? Objection { get; set; }

    public string? Answer { get; set; }

    /// <summary>Number of the evaluation that this one corrects; null for a first one.</summary>
    public int? Corrects { get; set; }

    public int Revision { get; set; }
}

/// <summary>An evaluation as it lies in the database (信用评价).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Year">年度.</param>
/// <param name="Code">机构代码.</param>
/// <param name="Institution">机构名称.</param>
/// <param name="Scheme">评价办法.</param>
/// <param name="Deductions">扣分.</param>
/// <param name="Score">得分 with its steps, as it was reckoned.</param>
/// <param name="State">拟定, 已审核, 已公布 or 已更正.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="ReviewedBy">Who reviewed it; null while nobody did.</param>
/// <param name="PublishedOn">公布日期; null while not published.</param>
/// <param name="Objection">异议; null for none.</param>
/// <param name="Answer">How the objection was answered; null while open.</param>
/// <param name="Corrects">Number of the evaluation it corrects; null for none.</param>
/// <param name="Revision">Raised by every step.</param>
public sealed record CreditEvaluation(
    int Id, int Year, string Code, string Institution, string Scheme, IReadOnlyList<CreditDeduction> Deductions, CreditScore Score, string State, string MadeBy, string? ReviewedBy, DateOnly? PublishedOn, string? Objection, string? Answer,
    int? Corrects, int Revision);

/// <summary>Credit evaluations of institutions (信用评价): made by one, reviewed and published by others, corrected beside what was published.</summary>
public sealed class CreditDesk : IWorkModule
{
    /// <summary>Made, not reviewed.</summary>
    public const string Made = "拟定";

    /// <summary>Reviewed, not published.</summary>
    public const string Reviewed = "已审核";

    /// <summary>Published.</summary>
    public const string Published = "已公布";

    /// <summary>Published, and replaced by a correction.</summary>
    public const string Corrected = "已更正";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly MeasureField[] Fields =
    [
        new("公布日期", MeasureKind.Date), new("年度", MeasureKind.Text), new("机构代码", MeasureKind.Text), new("机构名称", MeasureKind.Text), new("得分", MeasureKind.Number), new("等级", MeasureKind.Text), new("有异议", MeasureKind.Text),
    ];

    private readonly OfficeWriter _writer;

    internal CreditDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The evaluations of a year by institution, corrected ones too.</summary>
    public async Task<IReadOnlyList<CreditEvaluation>> ListAsync(int department, int? year, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Credits.AsNoTracking().Where(c => c.DepartmentId == department && (year == null || c.Year == year)).OrderBy(c => c.Code).ThenBy(c => c.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(Evaluation)];
    }

    /// <summary>An evaluation; null when the department has none of the number.</summary>
    public async Task<CreditEvaluation?> FindAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Credits.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.DepartmentId == department, cancellation).ConfigureAwait(false) is { } row ? Evaluation(row) : null;
    }

    /// <summary>Evaluates an institution (评价), or makes a correction of a published evaluation.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="year">年度.</param>
    /// <param name="code">机构代码.</param>
    /// <param name="institution">机构名称.</param>
    /// <param name="deductions">扣分.</param>
    /// <param name="scheme">办法.</param>
    /// <param name="corrects">Number of the evaluation that is corrected; null for a first one.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Its number, and in Chinese why it was not made.</returns>
    public Task<(int Id, string? Problem)> EvaluateAsync(
        Actor actor, int department, int year, string? code, string? institution, IReadOnlyList<CreditDeduction> deductions, CreditScheme scheme, int? corrects, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var old = corrects is { } number ? await db.Credits.AsNoTracking().FirstOrDefaultAsync(c => c.Id == number && c.DepartmentId == department, cancellation).ConfigureAwait(false) : null;
        var (own, name, of) = (old?.Code ?? (code ?? "").Trim(), old?.Institution ?? (institution ?? "").Trim(), old?.Year ?? year);
        if (own.Length == 0 || name.Length == 0)
            return (0, "请填机构代码和名称。");
        if (corrects is not null && old?.State != Published)
            return (0, "只能更正已公布的评价。");
        if (deductions.Select(scheme.Fault).OfType<string>().FirstOrDefault() is { } fault)
            return (0, fault);
        if (await db.Credits.AnyAsync(c => c.DepartmentId == department && c.Year == of && c.Code == own && c.State != Corrected && (corrects == null || c.Id != corrects), cancellation).ConfigureAwait(false))
            return (0, corrects is null ? $"{name} {of} 年已经评价过；公布以后有错的，在那一条上更正。" : "这一条已经有更正，还没有公布。");
        var score = scheme.Score(deductions);
        var row = new CreditRow
        {
            DepartmentId = department,
            Year = of,
            Code = own,
            Institution = name,
            Scheme = scheme.Name,
            Content = JsonSerializer.Serialize(new Content(deductions, score), Json),
            Grade = score.Grade,
            State = Made,
            MadeBy = actor.UserName,
            Corrects = corrects,
            Revision = 1,
        };
        db.Credits.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        trail.Note(department, (int?)null, corrects is null ? "信用评价" : "更正信用评价", $"{of} {name}", new TrailChange(row.Id, "得分", null, string.Join('\n', score.Steps)));
        return (row.Id, (string?)null);
    }, cancellation);

    /// <summary>Reviews it (审核): agrees, or removes it so that it is made anew; nobody reviews their own.</summary>
    public Task<string?> ReviewAsync(Actor actor, int department, int id, int seen, bool isAgreed, CancellationToken cancellation) => ChangeAsync(actor, department, id, seen, Made, isAgreed ? "审核信用评价" : "退回信用评价", (db, row) =>
    {
        if (row.MadeBy == actor.UserName)
            return Task.FromResult<string?>("自己评的，由别人审核。");
        (row.State, row.ReviewedBy) = (Reviewed, actor.UserName);
        if (!isAgreed)
            db.Credits.Remove(row);
        return Task.FromResult<string?>(null);
    }, cancellation);

    /// <summary>Publishes it (公布); what it corrects is kept beside and says so.</summary>
    public Task<string?> PublishAsync(Actor actor, int department, int id, int seen, DateOnly on, CancellationToken cancellation) => ChangeAsync(actor, department, id, seen, Reviewed, "公布信用评价", async (db, row) =>
    {
        if (row.MadeBy == actor.UserName)
            return "自己评的，由别人公布。";
        (row.State, row.PublishedOn) = (Published, on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (row.Corrects is { } number && await db.Credits.FirstOrDefaultAsync(c => c.Id == number, cancellation).ConfigureAwait(false) is { } old)
            (old.State, old.Answer) = (Corrected, old.Answer ?? "已更正");
        return null;
    }, cancellation);

    /// <summary>Records an objection (异议), or how it was answered when it is kept as it is.</summary>
    public Task<string?> ObjectAsync(Actor actor, int department, int id, int seen, string? text, CancellationToken cancellation) => ChangeAsync(actor, department, id, seen, Published, "信用评价异议", (_, row) =>
    {
        if (string.IsNullOrWhiteSpace(text))
            return Task.FromResult<string?>("请写异议或答复的内容。");
        if (row.Objection is null)
            row.Objection = text.Trim();
        else
            row.Answer = text.Trim();
        return Task.FromResult<string?>(null);
    }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<WorkSource>>([new("信用评价", "已公布的信用评价，按公布日期", Fields, async (ask, stop) =>
    {
        var all = await ListAsync(ask.Department, null, stop).ConfigureAwait(false);
        return
        [
            .. all.Where(e => e.State == Published && e.PublishedOn >= (ask.From ?? DateOnly.MinValue) && e.PublishedOn <= (ask.To ?? DateOnly.MaxValue)).Select(e => new WorkRow(
                [
                    MeasureCell.Of(e.PublishedOn), MeasureCell.Of(e.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)), MeasureCell.Of(e.Code), MeasureCell.Of(e.Institution), MeasureCell.Of((decimal?)e.Score.Score),
                    MeasureCell.Of(e.Score.Grade), MeasureCell.Of(e.Objection is null ? "否" : "是"),
                ],
                "credit/" + e.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        ];
    })]);

    private Task<string?> ChangeAsync(Actor actor, int department, int id, int seen, string state, string act, Func<OfficeContext, CreditRow, Task<string?>> change, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.Credits.FirstOrDefaultAsync(c => c.Id == id && c.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row || row.Revision != seen || row.State != state)
            return "这一条刚才有人办过：请看现在的情况，再办一次。";
        if (await change(db, row).ConfigureAwait(false) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        row.Revision++;
        trail.Note(department, (int?)null, act, $"{row.Year} {row.Institution}", new TrailChange(row.Id, "状态", state, row.State), new TrailChange(row.Id, "异议和答复", null, $"{row.Objection} {row.Answer}".Trim()), new TrailChange(row.Id, "内容", null, row.Content));
        return null;
    }, cancellation);

    private static CreditEvaluation Evaluation(CreditRow r)
    {
        var content = JsonSerializer.Deserialize<Content>(r.Content, Json)!;
        return new CreditEvaluation(
            r.Id, r.Year, r.Code, r.Institution, r.Scheme, content.Deductions, content.Score, r.State, r.MadeBy, r.ReviewedBy,
            r.PublishedOn is null ? null : DateOnly.ParseExact(r.PublishedOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), r.Objection, r.Answer, r.Corrects, r.Revision);
    }

    private sealed record Content(IReadOnlyList<CreditDeduction> Deductions, CreditScore Score);
}
