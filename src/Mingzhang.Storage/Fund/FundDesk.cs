using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Fund;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Fund;

/// <summary>An entry as it lies in the database.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Corrects">Number of the entry that it books back; null for others.</param>
/// <param name="CorrectedBy">Number of the entry that books it back; null while it stands.</param>
/// <param name="At">When it was booked.</param>
/// <param name="Account">By whom.</param>
public sealed record StoredFundEntry(int Id, FundEntry Entry, int? Corrects, int? CorrectedBy, string At, string Account);

/// <summary>A payment batch that the bank has paid and the fund does not show yet.</summary>
/// <param name="Id">Number of the batch.</param>
/// <param name="On">When the bank paid.</param>
/// <param name="Count">笔数.</param>
/// <param name="Fen">Amount in 分.</param>
public sealed record UnbookedPayment(int Id, DateOnly On, int Count, long Fen)
{
    /// <summary>凭证号 of its entry.</summary>
    public string Voucher => $"救助付款-{Id.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>Why a difference stands (差异原因).</summary>
/// <param name="Text">The reason.</param>
/// <param name="At">When it was given.</param>
/// <param name="Account">By whom.</param>
public sealed record FundReason(string Text, string At, string Account);

/// <summary>
/// The assistance fund in its special account (医疗救助基金账): entries are only added, corrections booked back; reconciled with the execution of the
/// department, never merged with it.
/// </summary>
public sealed class FundDesk
{
    /// <summary>Functional codes of projects by which the department transfers into the fund begin so: 医疗救助.</summary>
    public const string FunctionPrefix = "21013";

    private const int LongestReason = 300;

    private readonly OfficeWriter _writer;

    internal FundDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Years that have entries, the newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var years = await db.Set<FundEntryRow>().Where(e => e.DepartmentId == department).Select(e => e.On.Substring(0, 4)).Distinct().ToListAsync(cancellation).ConfigureAwait(false);
        return [.. years.Select(y => int.Parse(y, CultureInfo.InvariantCulture)).OrderDescending()];
    }

    /// <summary>The entries of a year, the newest first.</summary>
    public async Task<IReadOnlyList<StoredFundEntry>> ListAsync(int department, int year, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await InYear(db, department, year).OrderByDescending(e => e.On).ThenByDescending(e => e.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var backs = await db.Set<FundEntryRow>().AsNoTracking().Where(e => e.DepartmentId == department && e.Corrects != null).Select(e => new { e.Id, e.Corrects }).ToDictionaryAsync(e => e.Corrects!.Value, e => e.Id, cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredFundEntry(r.Id, Entry(r), r.Corrects, backs.TryGetValue(r.Id, out var back) ? back : null, r.At, r.Account))];
    }

    /// <summary>The year month by month.</summary>
    public async Task<FundYear> YearAsync(int department, int year, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var last = $"{year:0000}-12-31";
        var rows = await db.Set<FundEntryRow>().AsNoTracking().Where(e => e.DepartmentId == department && string.Compare(e.On, last) <= 0).ToListAsync(cancellation).ConfigureAwait(false);
        return FundYear.Of(year, [.. rows.Select(Entry)]);
    }

    /// <summary>Books an entry.</summary>
    /// <returns>In Chinese why it was not booked; null when it was.</returns>
    public Task<string?> AddAsync(Actor actor, int department, FundEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _writer.WriteAsync(actor, async (db, trail) =>
        {
            if (!Access.May(actor.Assignments, Act.Work, department))
                return "您没有经办的权限。";
            if (entry.Refusal() is { } refusal)
                return refusal;
            var voucher = entry.Voucher.Trim();
            var (kind, on) = (entry.Kind.ChineseName(), AssistanceWords.Day(entry.On));
            if (await Standing(db, department).AnyAsync(e => e.Voucher == voucher && e.Kind == kind && e.Fen == entry.Fen && e.On == on, cancellation).ConfigureAwait(false))
                return $"{on} 凭证 {voucher} 的同一笔{kind}已经登记过；确是两笔的，请用不同的凭证号。";
            if (entry.Kind == FundKind.Opening && await Standing(db, department).AnyAsync(cancellation).ConfigureAwait(false))
                return "期初结余只在建账时登记一次，要先于其他各笔。";
            Put(db, trail, department, entry with { Voucher = voucher }, null);
            return (string?)null;
        }, cancellation);
    }

    /// <summary>Books an entry back (冲回).</summary>
    /// <returns>In Chinese why not; null when it was.</returns>
    public Task<string?> CorrectAsync(Actor actor, int department, int entry, DateOnly on, string? reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return "您没有经办的权限。";
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            return $"冲回要写明原因，最多 {LongestReason} 字。";
        if (await db.Set<FundEntryRow>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == entry && e.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这一笔。";
        if (row.Corrects is not null)
            return "这一笔本身是冲回，不能再冲；请重新登记正确的一笔。";
        if (await db.Set<FundEntryRow>().AnyAsync(e => e.Corrects == entry, cancellation).ConfigureAwait(false))
            return "这一笔已经冲回过。";
        if (on < AssistanceWords.Day(row.On))
            return "冲回的日期不能早于原来的一笔。";
        Put(db, trail, department, Entry(row).Back(on, reason.Trim()), entry);
        return (string?)null;
    }, cancellation);

    /// <summary>Payment batches that the bank has paid and that are not booked here.</summary>
    public async Task<IReadOnlyList<UnbookedPayment>> UnbookedAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var paid = await db.Set<AssistancePaymentRow>().AsNoTracking().Where(p => p.DepartmentId == department && p.PaidOn != null).OrderBy(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var kind = FundKind.Paid.ChineseName();
        var booked = (await Standing(db, department).Where(e => e.Kind == kind).Select(e => e.Voucher).ToListAsync(cancellation).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        return [.. paid.Select(p => new UnbookedPayment(p.Id, AssistanceWords.Day(p.PaidOn!), p.Count, p.Fen)).Where(p => !booked.Contains(p.Voucher))];
    }

    /// <summary>What is due to hospitals and persons beside the balance: told, never held back.</summary>
    public async Task<FundStanding> StandingAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var balance = (await db.Set<FundEntryRow>().AsNoTracking().Where(e => e.DepartmentId == department).ToListAsync(cancellation).ConfigureAwait(false)).Sum(r => Entry(r).EffectFen);
        var due = await db.Set<AssistancePayableRow>().AsNoTracking().Where(p => p.DepartmentId == department && (p.State == PaymentDesk.ToPay || p.State == PaymentDesk.ToCorrect)).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Institution, p.Fen }).ToListAsync(cancellation).ConfigureAwait(false);
        return new FundStanding(balance, [.. due.Select(d => (d.Id, d.Institution is { } code ? $"医药机构 {code}" : "个人", d.Fen))]);
    }

    /// <summary>The execution of the assistance projects against the fund at the end of a month, with the reasons given.</summary>
    public async Task<(FundReconciliation Result, IReadOnlyDictionary<string, FundReason> Reasons)> ReconcileAsync(int department, int year, int month, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var (payment, refund) = (EntryKind.Payment.ChineseName(), EntryKind.Refund.ChineseName());
        var sent = await (from e in db.ExecutionEntries.AsNoTracking()
                          join l in db.ExecutionLines.AsNoTracking() on e.LineId equals l.Id
                          join x in db.Executions.AsNoTracking() on e.ExecutionId equals x.Id
                          where x.DepartmentId == department && x.Year == year && (e.Kind == payment || e.Kind == refund) && l.FunctionCode.StartsWith(FunctionPrefix)
                          select new { e.Id, e.On, e.Voucher, e.Fen, e.Kind, e.Summary }).ToListAsync(cancellation).ConfigureAwait(false);
        var kind = FundKind.Received.ChineseName();
        var came = await InYear(db, department, year).Where(e => e.IsByBudget && e.Kind == kind).ToListAsync(cancellation).ConfigureAwait(false);
        var result = FundReconciliation.Of(
            new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
            sent.Select(s => new FundTransfer(s.Id.ToString(CultureInfo.InvariantCulture), AssistanceWords.Day(s.On), s.Voucher, s.Kind == refund ? -s.Fen : s.Fen, s.Summary ?? "")),
            came.Select(c => new FundTransfer(c.Id.ToString(CultureInfo.InvariantCulture), AssistanceWords.Day(c.On), c.Voucher, c.Fen, c.Summary)));
        var reasons = await db.Set<FundReasonRow>().AsNoTracking().Where(r => r.DepartmentId == department).OrderBy(r => r.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return (result, reasons.GroupBy(r => r.Difference, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new FundReason(g.Last().Text, g.Last().At, g.Last().Account), StringComparer.Ordinal));
    }

    /// <summary>Gives the reason of a difference; an earlier one stays in the books.</summary>
    /// <returns>In Chinese why not; null when it was given.</returns>
    public Task<string?> ExplainAsync(Actor actor, int department, string difference, string? text, CancellationToken cancellation) => _writer.WriteAsync(actor, (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return Task.FromResult<string?>("您没有经办的权限。");
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestReason)
            return Task.FromResult<string?>($"写明原因，最多 {LongestReason} 字。");
        db.Add(new FundReasonRow { DepartmentId = department, Difference = difference, Text = text.Trim(), At = trail.At, Account = trail.Account });
        trail.Note(department, (int?)null, "说明对账差异", difference, new TrailChange(null, "原因", null, text.Trim()));
        return Task.FromResult<string?>(null);
    }, cancellation);

    private static IQueryable<FundEntryRow> InYear(OfficeContext db, int department, int year)
    {
        var (first, last) = ($"{year:0000}-01-01", $"{year:0000}-12-31");
        return db.Set<FundEntryRow>().AsNoTracking().Where(e => e.DepartmentId == department && string.Compare(e.On, first) >= 0 && string.Compare(e.On, last) <= 0);
    }

    // Entries that are neither a correction nor corrected.
    private static IQueryable<FundEntryRow> Standing(OfficeContext db, int department) =>
        db.Set<FundEntryRow>().AsNoTracking().Where(e => e.DepartmentId == department && e.Corrects == null && !db.Set<FundEntryRow>().Any(c => c.Corrects == e.Id));

    private static void Put(OfficeContext db, TrailBook trail, int department, FundEntry entry, int? corrects)
    {
        var row = new FundEntryRow
        {
            DepartmentId = department,
            On = AssistanceWords.Day(entry.On),
            Kind = entry.Kind.ChineseName(),
            Level = entry.Level?.ChineseName(),
            IsByBudget = entry.IsByBudget,
            Fen = entry.Fen,
            Voucher = entry.Voucher,
            Summary = entry.Summary.Trim(),
            Corrects = corrects,
            At = trail.At,
            Account = trail.Account,
        };
        db.Add(row);
        trail.Note(department, () => null, corrects is null ? "基金记账" : "基金冲回", $"{row.On} {row.Voucher}", () => [new TrailChange(row.Id, $"{row.Kind}{row.Level}", null, $"{FenText.Format(row.Fen)} {row.Summary}")]);
    }

    private static FundEntry Entry(FundEntryRow r) =>
        new(AssistanceWords.Day(r.On), FundWords.Kinds[r.Kind], r.Level is { } level ? FundWords.Levels[level] : null, r.IsByBudget, r.Fen, r.Voucher, r.Summary);
}
