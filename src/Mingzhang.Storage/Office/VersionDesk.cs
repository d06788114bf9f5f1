using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;

namespace Mingzhang.Storage.Office;

/// <summary>A version (版本) without its records.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Number">Its number in the draft.</param>
/// <param name="Label">What it is, e.g. 一上 送审.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Digest">Digest of its content.</param>
public sealed record DraftVersion(int Id, int Number, string Label, string At, string By, string Digest);

/// <summary>What a step of the process says besides its name.</summary>
/// <param name="Reason">Why; the number of the document for an approval.</param>
/// <param name="ApprovedOn">批复日期, for an approval.</param>
/// <param name="ControlFen">控制数 in 分, when control figures are given.</param>
public sealed record StepDetails(string? Reason, DateOnly? ApprovedOn = null, long? ControlFen = null);

/// <summary>What the sign-off sheet (公开审签单) of a publication says.</summary>
/// <param name="Number">1 for the first publication of the year, then one more for each.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="ApprovedOn">批复日期.</param>
/// <param name="ApprovalNumber">批复文号.</param>
/// <param name="PublishedOn">公开日期.</param>
/// <param name="SecrecyReviewer">保密审查人.</param>
/// <param name="SecrecyReviewedOn">保密审查日期.</param>
/// <param name="Signer">签发人.</param>
/// <param name="Address">公开网址.</param>
/// <param name="Reason">Why it was published again; null for the first.</param>
public sealed record PublishingSheet(
    int Number, int Version, DateOnly ApprovedOn, string ApprovalNumber, DateOnly PublishedOn, string SecrecyReviewer, DateOnly SecrecyReviewedOn, string Signer, string Address, string? Reason);

/// <summary>Steps of the process, versions and publishing (流程、版本、公开).</summary>
public sealed class VersionDesk
{
    private readonly OfficeWriter _writer;
    private readonly Store _store;

    internal VersionDesk(OfficeWriter writer, Store store) => (_writer, _store) = (writer, store);

    /// <summary>The versions of a draft, the newest first.</summary>
    public async Task<IReadOnlyList<DraftVersion>> OfAsync(int draft, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Versions.AsNoTracking().Where(v => v.DraftId == draft).OrderByDescending(v => v.Number)
            .Select(v => new DraftVersion(v.Id, v.Number, v.Label, v.At, v.Account, v.Digest)).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The records of a version; null when the draft has none of the number.</summary>
    public async Task<IReadOnlyList<DraftRecord>?> RecordsAsync(int draft, int number, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Versions.AsNoTracking().Where(v => v.DraftId == draft && v.Number == number).Select(v => v.Content).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is { } content
            ? DraftRows.Content(content)
            : null;
    }

    /// <summary>What was published of a draft, the newest first.</summary>
    public async Task<IReadOnlyList<PublishingSheet>> PublishedAsync(int draft, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Publications.AsNoTracking().Where(p => p.DraftId == draft).OrderByDescending(p => p.Number)
            .Join(db.Versions, p => p.VersionId, v => v.Id, (p, v) => new { Row = p, v.Number }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(x => new PublishingSheet(
            x.Row.Number, x.Number, Date(x.Row.ApprovedOn), x.Row.ApprovalNumber, Date(x.Row.PublishedOn), x.Row.SecrecyReviewer, Date(x.Row.SecrecyReviewedOn), x.Row.Signer, x.Row.Address, x.Row.Reason))];
    }

    /// <summary>The draft that an agency published for a year, in any of its versions; null when it published none here.</summary>
    public async Task<DraftInfo?> PublishedDraftAsync(string agency, int year, Stage stage, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var word = stage.ChineseName();
        var row = await db.Drafts.AsNoTracking().Where(d => d.Year == year && d.Stage == word && db.Publications.Any(p => p.DraftId == d.Id))
            .Join(db.Departments.Where(d => d.Name == agency), d => d.DepartmentId, d => d.Id, (d, _) => d).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        return row is null ? null : DraftRows.Info(row);
    }

    /// <summary>Takes a step of the process.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">The department.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="revision">The revision that the person saw: nobody sends or signs what they have not seen.</param>
    /// <param name="step">Name of the step.</param>
    /// <param name="details">What is said with it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not taken; null when it was.</returns>
    public Task<string?> StepAsync(Actor actor, int department, int draft, int revision, string step, StepDetails details, CancellationToken cancellation) =>
        _writer.WriteAsync(actor, async (db, trail) =>
        {
            ArgumentNullException.ThrowIfNull(details);
            var (row, open, why) = await FindAsync(db, actor, department, draft, revision, step, cancellation).ConfigureAwait(false);
            if (row is null || open is null)
                return why;
            if (open.NeedsReason && string.IsNullOrWhiteSpace(details.Reason))
                return "请写明原因（批复、下达控制数请写文号）。";
            var changes = new List<TrailChange> { new(null, "状态", $"{row.Round} {row.State}", $"{(open.NextRound ?? DraftRows.Info(row).Round).ChineseName()} {open.To.ChineseName()}") };
            if (!string.IsNullOrWhiteSpace(details.Reason))
                changes.Add(new TrailChange(null, "原因", null, details.Reason.Trim()));
            if (details.ControlFen is { } control)
            {
                changes.Add(new TrailChange(null, "控制数(元)", row.ControlFen is { } old ? FenText.Format(old) : null, FenText.Format(control)));
                row.ControlFen = control;
            }

            if (details.ApprovedOn is { } approved)
            {
                changes.Add(new TrailChange(null, "批复日期", row.ApprovedOn, Text(approved)));
                row.ApprovedOn = Text(approved);
            }

            if (open.Freezes)
                changes.Add(await FreezeAsync(db, trail, row, open.Name, cancellation).ConfigureAwait(false));
            Move(row, open);
            trail.Note(department, draft, open.Name, $"{row.Year} 年{row.Stage}", changes);
            return null;
        }, cancellation);

    /// <summary>Publishes an approved draft: the version is kept for ever, the sign-off sheet with it, and the public site shows it from now on.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">The department.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="revision">The revision that the person saw.</param>
    /// <param name="sheet">The sign-off sheet; its numbers are set here.</param>
    /// <param name="ledger">The ledger of this revision, checked.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not published; null when it was.</returns>
    public Task<string?> PublishAsync(Actor actor, int department, int draft, int revision, PublishingSheet sheet, Ledger ledger, CancellationToken cancellation) =>
        _writer.WriteAsync(actor, async (db, trail) =>
        {
            ArgumentNullException.ThrowIfNull(sheet);
            var (row, open, why) = await FindAsync(db, actor, department, draft, revision, "公开", cancellation).ConfigureAwait(false);
            if (row is null || open is null)
                return why;
            var number = 1 + await db.Publications.CountAsync(p => p.DraftId == draft, cancellation).ConfigureAwait(false);
            if (number > 1 && string.IsNullOrWhiteSpace(sheet.Reason))
                return "这一年已经公开过：请写明更正或调整的原因。";
            var frozen = await FreezeAsync(db, trail, row, open.Name, cancellation).ConfigureAwait(false);
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            var version = await db.Versions.Where(v => v.DraftId == draft).OrderByDescending(v => v.Number).Select(v => v.Id).FirstAsync(cancellation).ConfigureAwait(false);
            db.Publications.Add(new PublicationRow
            {
                DraftId = draft,
                VersionId = version,
                Number = number,
                ApprovedOn = Text(sheet.ApprovedOn),
                ApprovalNumber = sheet.ApprovalNumber,
                PublishedOn = Text(sheet.PublishedOn),
                SecrecyReviewer = sheet.SecrecyReviewer,
                SecrecyReviewedOn = Text(sheet.SecrecyReviewedOn),
                Signer = sheet.Signer,
                Address = sheet.Address,
                Reason = number > 1 ? sheet.Reason : null,
                Account = trail.Account,
                At = trail.At,
            });
            // What somebody publishes for practice is kept like the rest and shown to nobody.
            var name = await db.Departments.Where(d => d.Id == department).Select(d => d.Name).FirstAsync(cancellation).ConfigureAwait(false);
            if (!Practice.Is(name))
            {
                await using var published = new StoreContext(_store.OptionsOn(db));
                await published.Database.UseTransactionAsync(db.Database.CurrentTransaction!.GetDbTransaction(), cancellation).ConfigureAwait(false);
                await Store.ImportAsync(published, ledger, cancellation).ConfigureAwait(false);
            }

            Move(row, open);
            trail.Note(
                department, draft, open.Name, $"{row.Year} 年{row.Stage}",
                frozen,
                new TrailChange(null, "公开日期", null, Text(sheet.PublishedOn)),
                new TrailChange(null, "保密审查", null, $"{sheet.SecrecyReviewer} {Text(sheet.SecrecyReviewedOn)}"),
                new TrailChange(null, "签发", null, sheet.Signer),
                new TrailChange(null, "网址", null, sheet.Address),
                new TrailChange(null, "原因", null, sheet.Reason));
            return null;
        }, cancellation);

    /// <summary>Digest of the content of a version.</summary>
    internal static string Digest(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static void Move(DraftRow row, DraftStep step)
    {
        row.State = step.To.ChineseName();
        row.Round = (step.NextRound ?? DraftRows.Info(row).Round).ChineseName();
        row.Revision++;
    }

    private static async Task<(DraftRow? Row, DraftStep? Step, string? Refusal)> FindAsync(
        OfficeContext db, Actor actor, int department, int draft, int revision, string step, CancellationToken cancellation)
    {
        if (await db.Drafts.FirstOrDefaultAsync(d => d.Id == draft && d.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
            return (null, null, "没有这份编报。");
        var info = DraftRows.Info(row);
        var open = DraftProcess.Open(info.Round, info.State, [.. Access.Roles(actor.Assignments, department)]).FirstOrDefault(s => s.Name == step);
        if (open is null)
            return (null, null, $"编报现在是“{row.Round} {row.State}”，不能“{step}”，或您的岗位不办这一步。");
        return row.Revision == revision ? (row, open, null) : (null, null, "您看到的之后又有人改过：请看过最新内容再办。");
    }

    private static async Task<TrailChange> FreezeAsync(OfficeContext db, TrailBook trail, DraftRow row, string step, CancellationToken cancellation)
    {
        var records = await DraftRows.Records(db, row.Id).AsNoTracking().ToListAsync(cancellation).ConfigureAwait(false);
        var content = DraftRows.Content(records.Select(DraftRows.Record));
        var digest = Digest(content);
        var number = 1 + (await db.Versions.Where(v => v.DraftId == row.Id).MaxAsync(v => (int?)v.Number, cancellation).ConfigureAwait(false) ?? 0);
        db.Versions.Add(new VersionRow { DraftId = row.Id, Number = number, Label = $"{row.Round} {step}", At = trail.At, Account = trail.Account, Content = content, Digest = digest });
        return new TrailChange(null, $"第 {number.ToString(CultureInfo.InvariantCulture)} 版", null, digest);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
