using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Privacy;

namespace Mingzhang.Storage.Assistance;

/// <summary>Payment batches (付款批次): made, approved by another, given to the bank, returned ones paid again, what is owed paid back.</summary>
public sealed class PaymentDesk
{
    internal const string ToPay = "待付", ToCorrect = "待更正", ToRecover = "待追回", Paid = "已付", Returned = "退票", ToApprove = "待批准", Approved = "已批准";

    private const string Recovered = "已追回", HospitalField = "医药机构.银行账号";

    private const int Named = 20;

    private readonly OfficeWriter _writer;
    private readonly PrivacyDesk _privacy;

    internal PaymentDesk(OfficeWriter writer, PrivacyDesk privacy) => (_writer, _privacy) = (writer, privacy);

    /// <summary>Puts everything that is to be paid, and whose account is known, into a batch.</summary>
    /// <returns>Number of the batch and how many were left out for want of an account; or in Chinese why there is none.</returns>
    public Task<(int? Payment, int LeftOut, string? Refusal)> MakeAsync(Actor actor, int department, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return ((int?)null, 0, (string?)"您没有经办的权限。");
        var open = await db.Set<AssistancePayableRow>().Where(p => p.DepartmentId == department && p.State == ToPay && p.PaymentId == null).ToListAsync(cancellation).ConfigureAwait(false);
        var hospitals = await db.Set<AssistanceHospitalRow>().Where(h => h.DepartmentId == department).Select(h => h.Code).ToListAsync(cancellation).ConfigureAwait(false);
        var persons = (await (from p in db.Set<AssistancePayableRow>()
                              join q in db.Set<AssistancePersonRow>() on p.PersonId equals q.Id
                              where p.DepartmentId == department && p.State == ToPay && p.PaymentId == null && q.AccountSealed != null
                              select q.Id).Distinct().ToListAsync(cancellation).ConfigureAwait(false)).ToHashSet();
        var ready = open.Where(p => p.Institution is { } code ? hospitals.Contains(code) : persons.Contains(p.PersonId)).ToList();
        if (ready.Count == 0)
            return (null, open.Count, open.Count == 0 ? "没有待付的。" : $"{open.Count} 笔待付都没有收款账号：先登记个人的银行账号，或在设置里登记医药机构的账号。");
        var row = new AssistancePaymentRow { DepartmentId = department, Count = ready.Count, Fen = ready.Sum(r => r.Fen), State = ToApprove, MadeBy = trail.Account, MadeAt = trail.At };
        db.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach (var each in ready)
            each.PaymentId = row.Id;
        trail.Note(department, (int?)null, "编付款批次", $"付款批次 {row.Id}", new TrailChange(row.Id, "金额", null, $"{row.Count} 笔，合计 {FenText.Format(row.Fen)} 元"));
        return (row.Id, open.Count - ready.Count, null);
    }, cancellation);

    /// <summary>Approves a batch; whoever made it cannot.</summary>
    /// <returns>In Chinese why not; null when it was approved.</returns>
    public Task<string?> ApproveAsync(Actor actor, int department, int payment, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Approve, department))
            return "您没有批准付款的权限。";
        if (await FindAsync(db, department, payment, cancellation).ConfigureAwait(false) is not { State: ToApprove } row)
            return "没有这个待批准的批次。";
        if (row.MadeBy == trail.Account)
            return "批次是您自己编的，要由别人批准。";
        (row.State, row.ApprovedBy, row.ApprovedAt) = (Approved, trail.Account, trail.At);
        trail.Note(department, (int?)null, "批准付款", $"付款批次 {payment}", new TrailChange(payment, "金额", null, $"{row.Count} 笔，合计 {FenText.Format(row.Fen)} 元"));
        return (string?)null;
    }, cancellation);

    /// <summary>The file for the bank (银行代发文件), with accounts in full; who took it is logged.</summary>
    /// <returns>The file; or in Chinese why there is none.</returns>
    public async Task<(byte[]? File, string? Refusal)> BankFileAsync(Actor actor, int department, int payment, CancellationToken cancellation)
    {
        if (!Access.May(actor.Assignments, Act.Reveal, department))
            return (null, "您没有导出银行文件的权限。");
        var (vault, problem) = await _privacy.OpenAsync(cancellation).ConfigureAwait(false);
        if (vault is null)
            return (null, problem);
        var text = new StringBuilder("\uFEFF序号,收款人,收款账号,开户银行,金额(元),附言\n");
        return await _writer.WriteAsync(actor, async (db, trail) =>
        {
            if (await FindAsync(db, department, payment, cancellation).ConfigureAwait(false) is not { State: Approved or Paid } row)
                return ((byte[]?)null, "批准以后才能导出银行文件。");
            var hospitals = await db.Set<AssistanceHospitalRow>().AsNoTracking().Where(h => h.DepartmentId == department).ToDictionaryAsync(h => h.Code, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
            var lines = await (from p in db.Set<AssistancePayableRow>().AsNoTracking()
                               join q in db.Set<AssistancePersonRow>().AsNoTracking() on p.PersonId equals q.Id
                               where p.PaymentId == payment
                               orderby p.Id
                               select new { p.Id, p.Institution, p.Fen, q.NameSealed, q.AccountSealed, q.Bank, q.Code }).ToListAsync(cancellation).ConfigureAwait(false);
            foreach (var line in lines)
            {
                var hospital = line.Institution is { } code ? hospitals[code] : null;
                var (account, unread) = hospital is null ? vault.Open(PersonDesk.AccountField, line.AccountSealed!) : vault.Open(HospitalField, hospital.AccountSealed);
                if (account is null)
                    return (null, unread);
                var name = hospital?.Name ?? (line.NameSealed is { } known ? vault.Open(PersonDesk.NameField, known).Text ?? line.Code : line.Code);
                text.Append(CultureInfo.InvariantCulture, $"{line.Id},{Cell(name)},\t{Cell(account)},{Cell(hospital?.Bank ?? line.Bank)},{FenText.Format(line.Fen)},医疗救助{payment}-{line.Id}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"合计,{lines.Count} 笔,,,{FenText.Format(row.Fen)},导出人 {trail.Account}\n");
            trail.Note(department, (int?)null, "导出银行文件", $"付款批次 {payment}", new TrailChange(payment, "查看完整银行账号", null, $"{lines.Count} 个"));
            return (Encoding.UTF8.GetBytes(text.ToString()), (string?)null);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Notes that the bank has paid a batch.</summary>
    /// <returns>In Chinese why not; null when it was noted.</returns>
    public Task<string?> PaidAsync(Actor actor, int department, int payment, DateOnly day, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return "您没有经办的权限。";
        if (await FindAsync(db, department, payment, cancellation).ConfigureAwait(false) is not { State: Approved } row)
            return "没有这个已批准的批次。";
        (row.State, row.PaidOn) = (Paid, AssistanceWords.Day(day));
        await db.Set<AssistancePayableRow>().Where(p => p.PaymentId == payment && p.State == ToPay).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, Paid), cancellation).ConfigureAwait(false);
        trail.Note(department, (int?)null, "登记已付", $"付款批次 {payment}", new TrailChange(payment, "付款日期", null, row.PaidOn));
        return (string?)null;
    }, cancellation);

    /// <summary>
    /// Notes what the bank says of a batch (银行回盘): what arrived, and what came back and has to be corrected. A file that comes again
    /// notes nothing twice. Before the batch is noted as paid the file must speak of every payment of it.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="payment">Number of the batch.</param>
    /// <param name="source">Name of the file.</param>
    /// <param name="day">Day on which the bank paid.</param>
    /// <param name="results">What it says of each payment.</param>
    /// <param name="cancellation">Stops the work; nothing of it is stored then.</param>
    /// <returns>What was noted; or in Chinese why nothing was.</returns>
    public Task<(BankOutcome? Outcome, string? Refusal)> ImportReturnAsync(
        Actor actor, int department, int payment, string source, DateOnly day, IReadOnlyList<BankResult> results, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return ((BankOutcome?)null, (string?)"您没有经办的权限。");
        if (await FindAsync(db, department, payment, cancellation).ConfigureAwait(false) is not { State: Approved or Paid } row)
            return (null, "批次批准以后才有回盘。");
        var payables = await db.Set<AssistancePayableRow>().Where(p => p.PaymentId == payment).ToDictionaryAsync(p => p.Id, cancellation).ConfigureAwait(false);
        var (sound, refused) = Sound(results, payables);
        if (row.State == Approved)
        {
            var silent = payables.Keys.Except(sound.Select(s => s.Payable)).Order().ToList();
            if (silent.Count > 0)
                return (new BankOutcome(0, 0, 0, refused), $"没有登记：批次还没有登记已付，回盘要说到每一笔，还差 {silent.Count} 笔（序号 {string.Join('、', silent.Take(Named))}{(silent.Count > Named ? "……" : "")}）。");
            (row.State, row.PaidOn) = (Paid, AssistanceWords.Day(day));
            foreach (var payable in payables.Values.Where(p => p.State == ToPay))
                payable.State = Paid;
        }

        var (returned, known) = (new List<AssistancePayableRow>(), 0);
        foreach (var result in sound.Where(s => !s.IsPaid))
        {
            var payable = payables[result.Payable];
            if (payable.State == Returned)
                known++;
            else
                returned.Add(Back(db, payable, result.Reason, trail));
        }

        var paid = sound.Count(s => s.IsPaid);
        if (returned.Count > 0 || db.ChangeTracker.HasChanges())
        {
            trail.Note(
                department, (int?)null, "导入银行回盘", $"付款批次 {payment}", new TrailChange(payment, "文件", null, source), new TrailChange(payment, "成功", null, $"{paid} 笔"),
                new TrailChange(payment, "退票", null, $"{returned.Count} 笔，{FenText.Format(returned.Sum(r => r.Fen))} 元"));
        }

        return (new BankOutcome(paid, returned.Count, known, refused), null);
    }, cancellation);

    /// <summary>Lets a payment that came back be paid again to the same account (原账号重付), when it was right after all.</summary>
    /// <returns>In Chinese why not; null when it was done.</returns>
    public Task<string?> PayAgainAsync(Actor actor, int department, int payable, string reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return "您没有经办的权限。";
        if (string.IsNullOrWhiteSpace(reason))
            return "请写明核对的结果，例如银行系统故障、户名已与本人核对。";
        if (await db.Set<AssistancePayableRow>().FirstOrDefaultAsync(p => p.Id == payable && p.DepartmentId == department && p.State == ToCorrect, cancellation).ConfigureAwait(false) is not { } row)
            return "这一笔不在等更正。";
        (row.State, row.Note) = (ToPay, $"{row.Note}；核对：{reason.Trim()}");
        trail.Note(department, (int?)null, "核对后重付", $"应付 {payable}", new TrailChange(payable, FenText.Format(row.Fen), null, reason.Trim()));
        return (string?)null;
    }, cancellation);

    /// <summary>Notes that a payment came back (退票): it stays where it was, and is to be paid again when the account is right.</summary>
    /// <returns>In Chinese why not; null when it was noted.</returns>
    public Task<string?> ReturnAsync(Actor actor, int department, int payable, string reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return "您没有经办的权限。";
        if (string.IsNullOrWhiteSpace(reason))
            return "请写明退票原因，例如账号与户名不符。";
        if (await db.Set<AssistancePayableRow>().FirstOrDefaultAsync(p => p.Id == payable && p.DepartmentId == department && p.State == Paid, cancellation).ConfigureAwait(false) is not { } row)
            return "这一笔没有付出，或已经登记过。";
        Back(db, row, reason.Trim(), trail);
        trail.Note(department, (int?)null, "登记退票", $"付款批次 {row.PaymentId}", new TrailChange(payable, FenText.Format(row.Fen), null, row.Note));
        return (string?)null;
    }, cancellation);

    /// <summary>Notes that what was owed was paid back (追回).</summary>
    /// <returns>In Chinese why not; null when it was noted.</returns>
    public Task<string?> RecoverAsync(Actor actor, int department, int payable, string note, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return "您没有经办的权限。";
        if (string.IsNullOrWhiteSpace(note))
            return "请写明收回的凭据，例如进账单号和日期。";
        if (await db.Set<AssistancePayableRow>().FirstOrDefaultAsync(p => p.Id == payable && p.DepartmentId == department && p.State == ToRecover, cancellation).ConfigureAwait(false) is not { } row)
            return "这一笔不需追回，或已经登记过。";
        (row.State, row.Note) = (Recovered, note.Trim());
        trail.Note(department, (int?)null, "登记追回", $"应付 {payable}", new TrailChange(payable, FenText.Format(row.Fen), null, row.Note));
        return (string?)null;
    }, cancellation);

    /// <summary>Batches, the newest first.</summary>
    public async Task<IReadOnlyList<StoredPayment>> ListAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Set<AssistancePaymentRow>().AsNoTracking().Where(p => p.DepartmentId == department).OrderByDescending(p => p.Id).Take(200).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredPayment(r.Id, r.Count, r.Fen, r.State, r.MadeBy, r.MadeAt, r.ApprovedBy, r.PaidOn is { } day ? AssistanceWords.Day(day) : null))];
    }

    /// <summary>Payables of a batch, or of none: those to be paid or paid back.</summary>
    public async Task<IReadOnlyList<StoredPayable>> PayablesAsync(int department, int? payment, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = db.Set<AssistancePayableRow>().AsNoTracking().Where(p => p.DepartmentId == department && (payment != null ? p.PaymentId == payment : p.PaymentId == null && (p.State == ToPay || p.State == ToCorrect || p.State == ToRecover)));
        return await StoredAsync(db, rows.OrderBy(p => p.Fen > 0).ThenBy(p => p.Id).Take(most), cancellation).ConfigureAwait(false);
    }

    /// <summary>Hospitals that are paid.</summary>
    public async Task<IReadOnlyList<PaidHospital>> HospitalsAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Set<AssistanceHospitalRow>().AsNoTracking().Where(h => h.DepartmentId == department).OrderBy(h => h.Code).Select(h => new PaidHospital(h.Code, h.Name, h.Bank, h.AccountShown)).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Stores a hospital and its account.</summary>
    /// <returns>In Chinese why not; null when it was stored.</returns>
    public async Task<string?> SaveHospitalAsync(Actor actor, int department, string code, string name, string bank, string account, CancellationToken cancellation)
    {
        var (vault, problem) = await _privacy.OpenAsync(cancellation).ConfigureAwait(false);
        if (vault is null)
            return problem;
        return await _writer.WriteAsync(actor, async (db, trail) =>
        {
            var row = await db.Set<AssistanceHospitalRow>().FirstOrDefaultAsync(h => h.DepartmentId == department && h.Code == code, cancellation).ConfigureAwait(false);
            var before = row is null ? null : $"{row.Name} {row.Bank} {row.AccountShown}";
            if (row is null)
                db.Add(row = new AssistanceHospitalRow { DepartmentId = department, Code = code, Name = name, Bank = bank, AccountSealed = "", AccountShown = "" });
            if (row.AccountSealed.Length > 0 && (vault.Open(HospitalField, row.AccountSealed).Text != account || row.Name != name || row.Bank != bank))
                await CorrectedAsync(db, db.Set<AssistancePayableRow>().Where(p => p.DepartmentId == department && p.Institution == code), cancellation).ConfigureAwait(false);
            (row.Name, row.Bank, row.AccountSealed, row.AccountShown) = (name, bank, vault.Seal(HospitalField, account), Masks.Account(account));
            trail.Note(department, (int?)null, "登记收款机构", code, new TrailChange(null, "账户", before, $"{name} {bank} {row.AccountShown}"));
            return (string?)null;
        }, cancellation).ConfigureAwait(false);
    }

    internal static async Task<IReadOnlyList<StoredPayable>> StoredAsync(OfficeContext db, IQueryable<AssistancePayableRow> payables, CancellationToken cancellation)
    {
        var rows = await (from p in payables
                          join q in db.Set<AssistancePersonRow>().AsNoTracking() on p.PersonId equals q.Id
                          join d in db.Set<AssistanceDecisionRow>().AsNoTracking() on p.DecisionId equals d.Id
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on d.SettlementId equals s.Id
                          join h in db.Set<AssistanceHospitalRow>().AsNoTracking() on new { p.DepartmentId, Code = p.Institution } equals new { h.DepartmentId, Code = (string?)h.Code } into hs
                          from h in hs.DefaultIfEmpty()
                          orderby p.Fen > 0, p.Id
                          select new { p, q.Code, q.NameShown, q.AccountShown, s.Number, Hospital = (string?)h.Name, HospitalAccount = (string?)h.AccountShown }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredPayable(
            r.p.Id, r.p.PaymentId, r.NameShown, r.Code, r.Number, r.p.Institution is { } code ? r.Hospital ?? code : r.NameShown.Length > 0 ? r.NameShown : r.Code,
            r.p.Institution is null ? r.AccountShown : r.HospitalAccount ?? "", r.p.Fen, r.p.State, r.p.Note))];
    }

    /// <summary>What waited for a right account may be paid again: it has been registered.</summary>
    internal static Task CorrectedAsync(OfficeContext db, IQueryable<AssistancePayableRow> payables, CancellationToken cancellation) =>
        payables.Where(p => p.State == ToCorrect).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ToPay), cancellation);

    // Rows that may be noted, and why the others may not.
    private static (List<BankResult> Sound, List<(int Row, int Payable, string Why)> Refused) Sound(IReadOnlyList<BankResult> results, Dictionary<int, AssistancePayableRow> payables)
    {
        var (sound, refused) = (new Dictionary<int, BankResult>(), new List<(int, int, string)>());
        foreach (var result in results)
        {
            var why = !payables.TryGetValue(result.Payable, out var payable) ? "这个批次里没有这个序号：可能是别的批次的回盘。"
                : payable.Fen != result.Fen ? $"回盘金额 {FenText.Format(result.Fen)} 元，批次里是 {FenText.Format(payable.Fen)} 元：请与银行核对。"
                : sound.TryGetValue(result.Payable, out var before) && before.IsPaid != result.IsPaid ? $"与第 {before.Row} 行说的不同：一个成功，一个失败，请与银行核对。"
                : result.IsPaid && payable.State == Returned ? "已登记退票，回盘却说成功：请与银行核对。"
                : null;
            if (why is not null)
                refused.Add((result.Row, result.Payable, why));
            else
                sound.TryAdd(result.Payable, result);
        }

        return ([.. sound.Values], refused);
    }

    // It came back: the row stays as what happened, and a new one waits for a right account.
    private static AssistancePayableRow Back(OfficeContext db, AssistancePayableRow row, string reason, TrailBook trail)
    {
        (row.State, row.Note) = (Returned, reason);
        db.Add(new AssistancePayableRow
        {
            DepartmentId = row.DepartmentId,
            PersonId = row.PersonId,
            DecisionId = row.DecisionId,
            Institution = row.Institution,
            Fen = row.Fen,
            State = ToCorrect,
            Note = $"付款批次 {row.PaymentId} 退票：{reason}",
            At = trail.At,
        });
        return row;
    }

    private static Task<AssistancePaymentRow?> FindAsync(OfficeContext db, int department, int payment, CancellationToken cancellation) =>
        db.Set<AssistancePaymentRow>().FirstOrDefaultAsync(p => p.Id == payment && p.DepartmentId == department, cancellation);

    // Formulas begin with these: a spreadsheet must not reckon a name. The tab before an account keeps all its digits.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
