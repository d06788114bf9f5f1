using Microsoft.EntityFrameworkCore;

namespace Mingzhang.Storage.Office;

/// <summary>A remark (批注).</summary>
/// <param name="Id">Its number; 0 for a new one.</param>
/// <param name="Sheet">Sheet of the cell; null for a sentence.</param>
/// <param name="Record">Record of the cell.</param>
/// <param name="Column">Column of the cell.</param>
/// <param name="Sentence">The sentence; null for a cell.</param>
/// <param name="Text">What is said.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Answer">The answer; null before.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="IsClosed">Whether it is settled.</param>
public sealed record Remark(
    int Id, string? Sheet, int? Record, string? Column, string? Sentence, string Text, string At, string By, string? Answer, string? AnsweredBy, bool IsClosed);

/// <summary>Remarks of drafts.</summary>
public sealed class RemarkDesk
{
    private readonly OfficeWriter _writer;

    internal RemarkDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>All remarks of a draft, the open ones first.</summary>
    public async Task<IReadOnlyList<Remark>> OfAsync(int draft, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Remarks.AsNoTracking().Where(r => r.DraftId == draft).OrderBy(r => r.IsClosed).ThenBy(r => r.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new Remark(r.Id, r.Sheet, r.RecordId, r.Column, r.Sentence, r.Text, r.At, r.Account, r.Answer, r.AnsweredBy, r.IsClosed))];
    }

    /// <summary>Writes a remark.</summary>
    public Task<int> AddAsync(Actor actor, int department, int draft, Remark remark, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(remark);
        var row = new RemarkRow
        {
            DraftId = draft,
            Sheet = remark.Sheet,
            RecordId = remark.Record,
            Column = remark.Column,
            Sentence = remark.Sentence,
            Text = remark.Text,
            At = trail.At,
            Account = trail.Account,
        };
        db.Remarks.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        trail.Note(department, draft, "批注", remark.Sheet ?? "情况说明", new TrailChange(remark.Record, remark.Column ?? remark.Sentence ?? "整体", null, remark.Text));
        return row.Id;
    }, cancellation);

    /// <summary>Answers a remark, or settles it.</summary>
    /// <returns>False when the draft has no such open remark.</returns>
    public Task<bool> AnswerAsync(Actor actor, int department, int draft, int remark, string? answer, bool close, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.Remarks.FirstOrDefaultAsync(r => r.Id == remark && r.DraftId == draft && !r.IsClosed, cancellation).ConfigureAwait(false) is not { } row)
            return false;
        if (answer is not null)
            (row.Answer, row.AnsweredAt, row.AnsweredBy) = (answer, trail.At, trail.Account);
        row.IsClosed = close;
        trail.Note(department, draft, close ? "批注办结" : "答复批注", row.Sheet ?? "情况说明", new TrailChange(row.RecordId, row.Text, null, answer));
        return true;
    }, cancellation);
}

/// <summary>Which columns of an office's own exports mean which of ours (列对应).</summary>
public sealed class MappingDesk
{
    private readonly OfficeWriter _writer;

    internal MappingDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>What is remembered for a department: header to column.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Mappings.AsNoTracking().Where(m => m.DepartmentId == department).ToDictionaryAsync(m => m.Header, m => m.Column, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
    }

    /// <summary>Remembers.</summary>
    public Task<bool> RememberAsync(Actor actor, int department, IReadOnlyDictionary<string, string> columns, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var known = await db.Mappings.Where(m => m.DepartmentId == department).ToDictionaryAsync(m => m.Header, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        var changes = new List<TrailChange>();
        foreach (var (header, column) in columns)
        {
            var old = known.GetValueOrDefault(header);
            if (old?.Column == column)
                continue;
            changes.Add(new TrailChange(null, header, old?.Column, column));
            if (old is null)
                db.Mappings.Add(new MappingRow { DepartmentId = department, Header = header, Column = column });
            else
                old.Column = column;
        }

        if (changes.Count > 0)
            trail.Note(department, null, "记住列对应", "导入", changes);
        return changes.Count > 0;
    }, cancellation);
}
