using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Execution;

/// <summary>Books entries (记账). Entries, balances and the trail change together or not at all.</summary>
public sealed class PostingDesk
{
    private readonly OfficeWriter _writer;

    internal PostingDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Brings rows in.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="year">年度.</param>
    /// <param name="source">File or form.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="keepsBad">Whether the good rows are booked although there are bad ones, which then wait for correction.</param>
    /// <param name="replaced">Number of the waiting row that is corrected by this; null for none.</param>
    /// <param name="progress">Is told how far it is; null for nobody.</param>
    /// <param name="cancellation">Stops the work before anything is stored.</param>
    /// <param name="job">Name of the import; null for a form.</param>
    public Task<PostOutcome> PostAsync(
        Actor actor, int department, int year, string source, IReadOnlyList<IncomingRow> rows, bool keepsBad, int? replaced, IProgress<ImportProgress>? progress, CancellationToken cancellation,
        string? job = null) =>
        _writer.WriteAsync(actor, async (db, trail) =>
        {
            var (row, book) = await BookAsync(db, department, year, cancellation).ConfigureAwait(false);
            var mine = Access.Units(actor.Assignments, department);
            var refused = rows.Where(r => r.Problem is not null).Select(r => new RefusedRow(r.Row, r.Cells(), r.Problem!, null)).ToList();
            refused.AddRange(rows.Where(r => r.Problem is null && mine is not null && !mine.Contains(r.Entry!.Line.UnitCode)).Select(r => new RefusedRow(r.Row, r.Cells(), $"单位 {r.Entry!.Line.UnitCode} 不归您记账。", null)));
            var wanted = rows.Where(r => r.Problem is null && (mine is null || mine.Contains(r.Entry!.Line.UnitCode))).Select(r => new NumberedEntry(r.Row, r.Entry!)).ToList();
            progress?.Report(new ImportProgress("核对凭证", 0, 0));
            var known = Known(db, row.Id, book, wanted, cancellation);
            progress?.Report(new ImportProgress("核对余额", 0, 0));
            var outcome = EntryBatch.Post(book, wanted, known, isDecided: false);
            var byNumber = outcome.Refused.Count == 0 && refused.Count == 0 ? [] : rows.ToDictionary(r => r.Row);
            refused.AddRange(outcome.Refused.Select(r => new RefusedRow(r.Row.Row, byNumber[r.Row.Row].Cells(), r.Fault.Message, r.Fault.OverFen > 0 ? r.Fault.OverFen : null)));
            refused.Sort((a, b) => a.Row.CompareTo(b.Row));
            var isKept = refused.Count == 0 || keepsBad;
            if (!isKept || (outcome.Posted.Count == 0 && refused.Count == 0))
                return new PostOutcome(0, 0, outcome.Known.Count, refused, false);
            if (outcome.Posted.Count > 0)
                await StoreAsync(db, trail, row, source, outcome.Posted, progress, cancellation, job).ConfigureAwait(false);
            foreach (var bad in refused)
                db.ExecutionPending.Add(Pending(row.Id, source, bad, byNumber[bad.Row].Entry?.Line.UnitCode, trail));
            if (refused.Count > 0)
                trail.Note(department, (int?)null, "留待更正", source, [.. refused.Take(MostNoted).Select(r => new TrailChange(r.Row, "原因", null, r.Reason))]);
            if (replaced is { } id && outcome.Posted.Count > 0)
                await db.ExecutionPending.Where(p => p.Id == id && p.ExecutionId == row.Id).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            return new PostOutcome(outcome.Posted.Count, outcome.Posted.Sum(p => p.Entry.SignedFen), outcome.Known.Count, refused, true);
        }, cancellation);

    /// <summary>Books a waiting row although its line is overdrawn by it (超支决定).</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="year">年度.</param>
    /// <param name="pending">Number of the waiting row.</param>
    /// <param name="entry">The entry it says.</param>
    /// <param name="reason">Why it is allowed, and by which document.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not booked; null when it was.</returns>
    public Task<string?> DecideAsync(Actor actor, int department, int year, int pending, ExecutionEntry entry, string reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (string.IsNullOrWhiteSpace(reason))
            return "请写明为什么同意超支、依据什么文件。";
        var (row, book) = await BookAsync(db, department, year, cancellation).ConfigureAwait(false);
        if (await db.ExecutionPending.FirstOrDefaultAsync(p => p.Id == pending && p.ExecutionId == row.Id, cancellation).ConfigureAwait(false) is not { } waiting)
            return "这一行已经办过了。";
        var numbered = new List<NumberedEntry> { new(waiting.Row ?? 1, entry) };
        var over = entry.SignedFen - (book.Find(entry.Line)?.AvailableFen ?? 0);
        var outcome = EntryBatch.Post(book, numbered, Known(db, row.Id, book, numbered, cancellation), isDecided: true);
        if (outcome.Posted.Count == 0)
        {
            db.ChangeTracker.Clear();
            return outcome.Refused.Count > 0 ? outcome.Refused[0].Fault.Message : "这笔凭证已经在账上。";
        }

        db.ExecutionPending.Remove(waiting);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await StoreAsync(db, trail, row, waiting.Source, outcome.Posted, null, cancellation).ConfigureAwait(false);
        var id = await db.ExecutionEntries.Where(e => e.ExecutionId == row.Id).MaxAsync(e => e.Id, cancellation).ConfigureAwait(false);
        if (over > 0)
        {
            db.ExecutionDecisions.Add(new ExecutionDecisionRow { ExecutionId = row.Id, EntryId = id, LineId = outcome.Posted[0].Line.Id, OverFen = over, Reason = reason.Trim(), At = trail.At, Account = trail.Account });
            trail.Note(department, (int?)null, "超支决定", entry.Voucher, new TrailChange(id, "指标", null, entry.Line.Words), new TrailChange(id, "超出(元)", null, FenText.Format(over)), new TrailChange(id, "原因", null, reason.Trim()));
        }

        return null;
    }, cancellation);

    /// <summary>Books a payment that another business of the office makes, within its change (业务付款记账). A payment that an export brought already is recognised by its voucher and not booked again.</summary>
    /// <param name="db">The change.</param>
    /// <param name="trail">Its entries of the trail.</param>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="line">Number of the budget line.</param>
    /// <param name="payment">The payment; its line is the one of the number.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Number of the entry, or in Chinese why it was not booked.</returns>
    internal static async Task<(int Entry, string? Refusal)> PayAsync(OfficeContext db, TrailBook trail, Actor actor, int department, int line, BusinessPayment payment, CancellationToken cancellation)
    {
        var year = payment.On.Year;
        if (!Access.May(actor.Assignments, Act.Book, department))
            return (0, "您没有记账的权限：由经办人记账。");
        if (!await db.Executions.AnyAsync(e => e.DepartmentId == department && e.Year == year, cancellation).ConfigureAwait(false))
            return (0, $"{year} 年没有执行账：先开账；或者只记凭证号，等导入的账里有了这张凭证再核对。");
        var (row, book) = await BookAsync(db, department, year, cancellation).ConfigureAwait(false);
        if (book.Lines.FirstOrDefault(l => l.Id == line && l.Key.Flow == Flow.Expenditure)?.Key is not { } key)
            return (0, $"{year} 年的执行账里没有这条支出指标：请从列表里选。");
        if (Access.Units(actor.Assignments, department) is { } mine && !mine.Contains(key.UnitCode))
            return (0, $"单位 {key.UnitCode} 不归您记账。");
        var entry = new ExecutionEntry(EntryKind.Payment, payment.On, payment.Voucher, key, payment.Fen, payment.PayeeKind, null, payment.Summary);
        var numbered = new List<NumberedEntry> { new(1, entry) };
        var outcome = EntryBatch.Post(book, numbered, Known(db, row.Id, book, numbered, cancellation), isDecided: false);
        if (outcome.Refused.Count > 0)
            return (0, outcome.Refused[0].Fault.Message);
        if (outcome.Posted.Count > 0)
            await StoreAsync(db, trail, row, payment.Source, outcome.Posted, null, cancellation).ConfigureAwait(false);
        var (kind, month) = (EntryKind.Payment.ChineseName(), payment.On.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        return (await db.ExecutionEntries.Where(e => e.ExecutionId == row.Id && e.LineId == line && e.Voucher == payment.Voucher && e.Kind == kind && e.Fen == payment.Fen && e.On.StartsWith(month)).MaxAsync(e => e.Id, cancellation).ConfigureAwait(false), null);
    }

    /// <summary>What an import stored: how many entries and their sum in 分; null when the books hold nothing of it.</summary>
    public async Task<(int Entries, long Fen)?> OfJobAsync(int execution, string job, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.ExecutionBatches.AsNoTracking().FirstOrDefaultAsync(b => b.ExecutionId == execution && b.Job == job, cancellation).ConfigureAwait(false) is { } batch ? (batch.Entries, batch.Fen) : null;
    }

    /// <summary>Rows that wait for correction, those of the person's units and those of none.</summary>
    public async Task<IReadOnlyList<PendingEntry>> PendingAsync(int execution, IReadOnlyList<string>? units, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.ExecutionPending.AsNoTracking().Where(p => p.ExecutionId == execution && (units == null || (p.UnitCode != null && units.Contains(p.UnitCode)))).OrderBy(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(p => new PendingEntry(p.Id, p.UnitCode, p.Source, p.Row, DraftRows.Cells(p.Cells), p.Reason, p.OverFen, p.At, p.Account))];
    }

    /// <summary>How many rows wait, of the person's units.</summary>
    public async Task<int> WaitingAsync(int execution, IReadOnlyList<string>? units, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.ExecutionPending.CountAsync(p => p.ExecutionId == execution && (units == null || (p.UnitCode != null && units.Contains(p.UnitCode))), cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a waiting row; what it said stays in the trail.</summary>
    /// <returns>False when there is none of the number.</returns>
    public Task<bool> RemoveAsync(Actor actor, int department, int execution, int pending, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.ExecutionPending.FirstOrDefaultAsync(p => p.Id == pending && p.ExecutionId == execution, cancellation).ConfigureAwait(false) is not { } row)
            return false;
        db.ExecutionPending.Remove(row);
        trail.Note(department, (int?)null, "删去待更正", row.Source, new TrailChange(row.Row, "整行", row.Cells, null));
        return true;
    }, cancellation);

    /// <summary>Entries, the newest first.</summary>
    public async Task<IReadOnlyList<StoredEntry>> EntriesAsync(int execution, EntryFilter filter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = _writer.Context();
        var entries = db.ExecutionEntries.AsNoTracking().Where(e => e.ExecutionId == execution);
        if (filter.Voucher is { Length: > 0 } voucher)
            entries = entries.Where(e => e.Voucher.StartsWith(voucher));
        if (filter.Line is { } line)
            entries = entries.Where(e => e.LineId == line);
        if (filter.Kind is { } kind)
        {
            var word = kind.ChineseName();
            entries = entries.Where(e => e.Kind == word);
        }

        if (filter.Before is { } before)
            entries = entries.Where(e => e.Id < before);
        var rows = await (from e in entries
                          join l in db.ExecutionLines.AsNoTracking() on e.LineId equals l.Id
                          join b in db.ExecutionBatches.AsNoTracking() on e.BatchId equals b.Id
                          where filter.Units == null || filter.Units.Contains(l.UnitCode)
                          orderby e.Id descending
                          select new { e, l, b.Source, b.Account }).Take(filter.Most).ToListAsync(cancellation).ConfigureAwait(false);
        var ids = rows.Select(r => r.e.Id).ToList();
        var decisions = await db.ExecutionDecisions.AsNoTracking().Where(d => ids.Contains(d.EntryId)).ToDictionaryAsync(d => d.EntryId, d => $"{d.Account}：{d.Reason}", cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredEntry(r.e.Id, Entry(r.e, LineRows.Key(r.l)), r.Source, r.Account, decisions.GetValueOrDefault(r.e.Id)))];
    }

    internal static ExecutionEntry Entry(ExecutionEntryRow e, LineKey line) =>
        new(EntryKinds.Parse(e.Kind)!.Value, DateOnly.ParseExact(e.On, "yyyy-MM-dd", CultureInfo.InvariantCulture), e.Voucher, line, e.Fen, e.PayeeKind, e.Counterpart, e.Summary) { Procured = e.Procured };

    // The trail names so many of the refused rows; all of them are kept in full where they wait.
    private const int MostNoted = 200;

    // Up to so many vouchers are asked for by their numbers; beyond that reading all is faster.
    private const int MostAsked = 500;

    private static async Task<(ExecutionRow Row, ExecutionBook Book)> BookAsync(OfficeContext db, int department, int year, CancellationToken cancellation)
    {
        var row = await db.Executions.FirstAsync(e => e.DepartmentId == department && e.Year == year, cancellation).ConfigureAwait(false);
        var units = await db.Units.AsNoTracking().Where(u => u.DepartmentId == department).ToListAsync(cancellation).ConfigureAwait(false);
        var above = units.Select(u => u.ParentCode).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var lines = await db.ExecutionLines.AsNoTracking().Where(l => l.ExecutionId == row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var own = units.Select(u => u.Code).Where(u => !above.Contains(u));
        return (row, new ExecutionBook(year, row.IsClosed, own.Concat(lines.Select(l => l.UnitCode)), lines.Select(LineRows.Balance)));
    }

    private static IReadOnlyDictionary<VoucherKey, List<VoucherPart>> Known(
        OfficeContext db, int execution, ExecutionBook book, List<NumberedEntry> wanted, CancellationToken cancellation)
    {
        var known = new Dictionary<VoucherKey, List<VoucherPart>>();
        if (book.Lines.All(l => l.Entries == 0))
            return known;
        var lines = book.Lines.ToDictionary(l => l.Id, l => l.Key);
        var numbers = wanted.Select(w => w.Entry.Voucher).ToHashSet(StringComparer.Ordinal);
        var rows = db.ExecutionEntries.AsNoTracking().Where(e => e.ExecutionId == execution);
        if (numbers.Count <= MostAsked)
        {
            var asked = numbers.ToList();
            rows = rows.Where(e => asked.Contains(e.Voucher));
        }

        // Rows come from a local file or in large packets: waiting for each of a million would take longer than reading them.
        foreach (var e in rows.Select(e => new { e.LineId, e.Kind, e.On, e.Voucher, e.Fen }))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!numbers.Contains(e.Voucher))
                continue;
            var line = lines[e.LineId];
            var key = new VoucherKey(line.UnitCode, int.Parse(e.On.AsSpan(5, 2), CultureInfo.InvariantCulture), e.Voucher);
            if (!known.TryGetValue(key, out var parts))
                known[key] = parts = [];
            parts.Add(new VoucherPart(line, EntryKinds.Parse(e.Kind)!.Value, e.Fen));
        }

        return known;
    }

    private static async Task StoreAsync(
        OfficeContext db, TrailBook trail, ExecutionRow row, string source, IReadOnlyList<PostedEntry> posted, IProgress<ImportProgress>? progress, CancellationToken cancellation, string? job = null)
    {
        var batch = new ExecutionBatchRow { ExecutionId = row.Id, Source = source, Entries = posted.Count, Fen = posted.Sum(p => p.Entry.SignedFen), Job = job, At = trail.At, Account = trail.Account };
        db.ExecutionBatches.Add(batch);
        row.Revision++;
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        var bulk = new BulkRows(db, cancellation);
        await bulk.SaveAsync(row.Id, [.. posted.Select(p => p.Line).Distinct()]).ConfigureAwait(false);
        await bulk.AddAsync(row.Id, batch.Id, posted, progress).ConfigureAwait(false);
        // What was booked lies in full with its batch and cannot be changed: the trail names the batch, and a single entry itself.
        trail.Note(
            row.DepartmentId, (int?)null, "记账", source,
            new TrailChange(batch.Id, "批次", null, $"{posted.Count} 笔，合计 {FenText.Format(batch.Fen)} 元"),
            new TrailChange(batch.Id, posted.Count == 1 ? "内容" : "首笔", null, Words(posted[0].Entry)));
    }

    private static string Words(ExecutionEntry e) => string.Create(CultureInfo.InvariantCulture, $"{e.Kind.ChineseName()} {e.On:yyyy-MM-dd} {e.Voucher} {e.Line.Words} {FenText.Format(e.Fen)} {e.Summary}");

    private static ExecutionPendingRow Pending(int execution, string source, RefusedRow bad, string? unit, TrailBook trail) => new()
    {
        ExecutionId = execution,
        UnitCode = unit,
        Source = source,
        Row = bad.Row,
        Cells = DraftRows.Cells(bad.Cells),
        Reason = bad.Reason,
        OverFen = bad.OverFen,
        At = trail.At,
        Account = trail.Account,
    };
}
