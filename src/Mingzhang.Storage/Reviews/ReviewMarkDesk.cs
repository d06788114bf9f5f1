using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Disclosures;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Reviews;

/// <summary>What people say of an uploaded document: cells put right, findings judged. Nothing of it is ever changed; the newest counts.</summary>
public sealed class ReviewMarkDesk
{
    private static readonly Dictionary<Ruling, string> Words = new() { [Ruling.Open] = "重新打开", [Ruling.Accepted] = "采纳", [Ruling.Dismissed] = "不采纳" };

    private readonly OfficeWriter _writer;

    internal ReviewMarkDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The word of a verdict, as the database has it.</summary>
    public static string Word(Ruling ruling) => Words[ruling];

    /// <summary>All corrections of a document in the order they were made, those taken back included.</summary>
    public async Task<IReadOnlyList<CellEntry>> CellsAsync(int review, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.ReviewCells.AsNoTracking().Where(c => c.ReviewId == review).OrderBy(c => c.Id)
            .Select(c => new CellEntry(new CellName(c.Statement, c.TableNumber, c.RowKey, c.RowNumber, c.ColumnPath), c.Printed, c.Text, c.At, c.Account)).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The corrections that count.</summary>
    public static IReadOnlyList<CorrectedText> Valid(IReadOnlyList<CellEntry> entries) =>
        [.. entries.GroupBy(e => e.Cell).Select(g => g.Last()).Where(e => e.Text is not null).Select(e => new CorrectedText(e.Cell, e.Text!, e.Account, e.At))];

    /// <summary>Corrects a cell, or takes its correction back.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="review">Number of the document.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="printed">What was read there; null for nothing.</param>
    /// <param name="text">What stands there; empty for a blank, null to take the correction back.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether anything changed.</returns>
    public Task<bool> CorrectAsync(Actor actor, int department, int review, CellName cell, string? printed, string? text, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (await db.Reviews.Where(r => r.Id == review && r.DepartmentId == department && r.RemovedAt == null).Select(r => new { Row = r, r.Audit.Name }).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is not { } found)
            return false;
        var last = await db.ReviewCells.AsNoTracking()
            .Where(c => c.ReviewId == review && c.Statement == cell.Statement && c.TableNumber == cell.Table && c.RowKey == cell.Row && c.RowNumber == cell.Repeat && c.ColumnPath == cell.Column)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (last?.Text == text)
            return false;
        db.ReviewCells.Add(new ReviewCellRow
        {
            ReviewId = review,
            Statement = cell.Statement,
            TableNumber = cell.Table,
            RowKey = cell.Row,
            RowNumber = cell.Repeat,
            ColumnPath = cell.Column,
            Printed = printed,
            Text = text,
            At = trail.At,
            Account = trail.Account,
        });
        found.Row.Revision++;
        await ReviewCompanionDesk.AgainAsync(db, review, cancellation).ConfigureAwait(false);
        trail.Note(department, (int?)null, text is null ? "撤销更正" : "更正读数", $"{found.Name} 《{cell.Statement}》", new TrailChange(review, $"{cell.Row} / {cell.Column}", last?.Text ?? printed, text ?? printed));
        return true;
    }, cancellation);

    /// <summary>
    /// The judgements that count in a document, by finding: its own, else those of the earlier documents of the same agency, year and kind in
    /// the department, the newest first.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Judgement>> JudgementsAsync(ReviewInfo review, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(review);
        await using var db = _writer.Context();
        var (agency, year, kind) = (review.Summary.Agency, review.Summary.Year, review.Summary.Kind);
        var hasName = agency is not null && year is not null && kind is not null;
        var rows = await (
            from j in db.ReviewJudgements.AsNoTracking()
            join r in db.Reviews on j.ReviewId equals r.Id
            where r.Id == review.Id || (hasName && r.Id < review.Id && r.DepartmentId == review.Department && r.Agency == agency && r.Year == year && r.Kind == kind)
            orderby r.Id, j.Id
            select j).ToListAsync(cancellation).ConfigureAwait(false);
        var judgements = new Dictionary<string, Judgement>(StringComparer.Ordinal);
        foreach (var j in rows)
            judgements[j.Finding] = new Judgement(j.ReviewId, j.Finding, j.Fact, j.Rule, Words.First(w => w.Value == j.Verdict).Key, j.Reason, j.At, j.Account);
        return judgements;
    }

    /// <summary>Judges a finding.</summary>
    /// <returns>Whether the document is there.</returns>
    public Task<bool> JudgeAsync(Actor actor, int department, Judgement judgement, string subject, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(judgement);
        if (!await db.Reviews.AnyAsync(r => r.Id == judgement.Review && r.DepartmentId == department && r.RemovedAt == null, cancellation).ConfigureAwait(false))
            return false;
        db.ReviewJudgements.Add(new ReviewJudgementRow
        {
            ReviewId = judgement.Review,
            Finding = judgement.Finding,
            Fact = judgement.Fact,
            Rule = judgement.Rule,
            Verdict = Word(judgement.Ruling),
            Reason = judgement.Reason,
            At = trail.At,
            Account = trail.Account,
        });
        trail.Note(department, (int?)null, "处理审核发现", subject, new TrailChange(judgement.Review, judgement.Rule, null, $"{Word(judgement.Ruling)} {judgement.Reason}".TrimEnd()));
        return true;
    }, cancellation);
}
