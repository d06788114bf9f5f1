using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Reviews;

/// <summary>A document to compare with (对照文件), by its numbers: another upload, or a publication of the department.</summary>
/// <param name="Review">Number of the upload; null for a publication.</param>
/// <param name="Draft">Number of the draft that was published; null for an upload.</param>
/// <param name="Publication">1 for its first publication; null for an upload.</param>
public sealed record Companion(int? Review, int? Draft, int? Publication)
{
    /// <summary>The numbers as forms carry them: u12, d3-1.</summary>
    public string Key => Review is { } review ? string.Create(CultureInfo.InvariantCulture, $"u{review}") : string.Create(CultureInfo.InvariantCulture, $"d{Draft}-{Publication}");

    /// <summary>Reads what a form carries; null when it is nothing of the kind.</summary>
    public static Companion? Parse(string? key)
    {
        if (key is not { Length: > 1 })
            return null;
        var numbers = key[1..].Split('-').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        return (key[0], numbers) switch
        {
            ('u', [>= 0 and var review]) => new Companion(review, null, null),
            ('d', [>= 0 and var draft, >= 0 and var publication]) => new Companion(null, draft, publication),
            _ => null,
        };
    }
}

/// <summary>A document to compare with, and what is known of it (对照文件).</summary>
/// <param name="Which">Its numbers.</param>
/// <param name="Name">Name of the file, or in words which publication.</param>
/// <param name="Agency">The agency it names; null when unknown.</param>
/// <param name="Year">年度; null when unknown.</param>
/// <param name="Kind">预算 or 决算; null when unknown.</param>
/// <param name="Revision">Raised by every correction; 0 for a publication, which never changes.</param>
public sealed record CompanionInfo(Companion Which, string Name, string? Agency, int? Year, string? Kind, int Revision);

/// <summary>With which documents an uploaded one is compared (对照文件的选择): kept with it until somebody chooses others, all of its own department.</summary>
public sealed class ReviewCompanionDesk
{
    /// <summary>Documents that one is compared with at most: each is read for every audit.</summary>
    public const int Most = 8;

    private static readonly string Waiting = AuditDesk.Word(AuditState.Waiting), Running = AuditDesk.Word(AuditState.Running), Done = AuditDesk.Word(AuditState.Done);

    private readonly OfficeWriter _writer;

    internal ReviewCompanionDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The documents that one is compared with, in the order they were chosen.</summary>
    public async Task<IReadOnlyList<CompanionInfo>> OfAsync(int department, int review, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await ChosenAsync(db, department, review, cancellation).ConfigureAwait(false);
    }

    /// <summary>The documents that can be chosen: what was read of the other uploads of the department, the newest first, and what it published.</summary>
    public async Task<IReadOnlyList<CompanionInfo>> CandidatesAsync(int department, int review, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var uploads = await Uploads(db, department).Where(r => r.Id != review && r.Audit.State == Done).OrderByDescending(r => r.Id)
            .Select(r => new CompanionInfo(new Companion(r.Id, null, null), r.Audit.Name, r.Agency, r.Year, r.Kind, r.Revision)).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. await PublishedAsync(db, department, cancellation).ConfigureAwait(false), .. uploads];
    }

    /// <summary>Chooses the documents to compare with, in place of those chosen before.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="review">Number of the document.</param>
    /// <param name="companions">The others; none for no comparison.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why not; null when it is stored.</returns>
    public Task<string?> ChooseAsync(Actor actor, int department, int review, IReadOnlyList<Companion> companions, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(companions);
        var wanted = companions.Distinct().ToList();
        if (await Uploads(db, department).Where(r => r.Id == review).Select(r => r.Audit.Name).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is not { } name)
            return "这份文件已经移除。";
        if (wanted.Count > Most)
            return $"一份文件最多与 {Most} 份对照，选了 {wanted.Count} 份：请去掉几份。";
        var published = await PublishedAsync(db, department, cancellation).ConfigureAwait(false);
        var numbers = wanted.Select(c => c.Review).OfType<int>().ToList();
        var uploads = await Uploads(db, department).Where(r => r.Id != review && numbers.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (wanted.Exists(c => c.Review is { } other ? !uploads.Contains(other) : published.All(p => p.Which != c)))
            return "选的对照文件里有一份本部门没有，或者已经移除：请刷新页面后重新选。";
        var before = await ChosenAsync(db, department, review, cancellation).ConfigureAwait(false);
        if (before.Select(c => c.Which).ToHashSet().SetEquals(wanted))
            return null;
        await db.ReviewCompanions.Where(c => c.ReviewId == review).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        db.ReviewCompanions.AddRange(wanted.Select(c => new ReviewCompanionRow { ReviewId = review, OtherId = c.Review, DraftId = c.Draft, Number = c.Publication }));
        trail.Note(department, (int?)null, "选对照文件", name, new TrailChange(review, "对照文件", Words(before.Select(c => c.Which)), Words(wanted)));
        return (string?)null;
    }, cancellation);

    /// <summary>Puts the documents that are compared with one into the queue again: it has changed, or goes.</summary>
    internal static Task AgainAsync(OfficeContext db, int other, CancellationToken cancellation) =>
        db.Audits.Where(a => (a.State == Done || a.State == Running) && db.ReviewCompanions.Any(c => c.OtherId == other && c.ReviewId == a.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.State, Waiting).SetProperty(a => a.TakenAt, (string?)null), cancellation);

    private static string? Words(IEnumerable<Companion> companions) => string.Join(' ', companions.Select(c => c.Key)) is { Length: > 0 } words ? words : null;

    private static IQueryable<ReviewRow> Uploads(OfficeContext db, int department) => db.Reviews.AsNoTracking().Where(r => r.DepartmentId == department && r.RemovedAt == null);

    private static async Task<IReadOnlyList<CompanionInfo>> ChosenAsync(OfficeContext db, int department, int review, CancellationToken cancellation)
    {
        var rows = await db.ReviewCompanions.AsNoTracking().Where(c => c.ReviewId == review).OrderBy(c => c.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (rows.Count == 0)
            return [];
        var numbers = rows.Select(c => c.OtherId).OfType<int>().ToList();
        var known = await Uploads(db, department).Where(r => numbers.Contains(r.Id))
            .Select(r => new CompanionInfo(new Companion(r.Id, null, null), r.Audit.Name, r.Agency, r.Year, r.Kind, r.Revision)).ToListAsync(cancellation).ConfigureAwait(false);
        if (rows.Exists(c => c.DraftId is not null))
            known.AddRange(await PublishedAsync(db, department, cancellation).ConfigureAwait(false));
        return [.. rows.Select(c => known.Find(k => k.Which == new Companion(c.OtherId, c.DraftId, c.Number))).OfType<CompanionInfo>()];
    }

    private static async Task<IReadOnlyList<CompanionInfo>> PublishedAsync(OfficeContext db, int department, CancellationToken cancellation)
    {
        var rows = await (
            from p in db.Publications.AsNoTracking()
            join d in db.Drafts on p.DraftId equals d.Id
            join o in db.Departments on d.DepartmentId equals o.Id
            where d.DepartmentId == department
            orderby d.Year descending, d.Stage, p.Number descending
            select new { d.Id, p.Number, d.Year, d.Stage, o.Name }).ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new CompanionInfo(
                new Companion(null, r.Id, r.Number), string.Create(CultureInfo.InvariantCulture, $"本部门公开的 {r.Year} 年{r.Stage}（第 {r.Number} 次公开）"), r.Name, r.Year, r.Stage, 0)),
        ];
    }
}
