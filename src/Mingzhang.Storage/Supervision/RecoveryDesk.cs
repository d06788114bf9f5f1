using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Supervision;

/// <summary>Money that has to come back, and what came (追回和罚款).</summary>
public sealed class RecoveryDesk
{
    private readonly OfficeWriter _writer;

    internal RecoveryDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The recovery plan of a case.</summary>
    public async Task<IReadOnlyList<Instalment>> PlanAsync(int caseId, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return [.. (await db.Instalments.AsNoTracking().Where(i => i.CaseId == caseId).OrderBy(i => i.DueOn).ToListAsync(cancellation).ConfigureAwait(false)).Select(i => new Instalment(Days.Parse(i.DueOn), i.Fen))];
    }

    /// <summary>Sets the recovery plan of a case.</summary>
    /// <returns>In Chinese why it was not set; null when it was.</returns>
    public Task<string?> SetPlanAsync(Actor actor, int department, int caseId, IReadOnlyList<Instalment> plan, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.SupervisionCases.AsNoTracking().FirstOrDefaultAsync(c => c.DepartmentId == department && c.Id == caseId, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这个案件。";
        var due = await db.Findings.Where(f => f.CaseId == caseId).SumAsync(f => f.ConfirmedFen, cancellation).ConfigureAwait(false) ?? 0;
        if (RecoveryStanding.Refusal(due, plan) is { } refusal)
            return refusal;
        var before = await db.Instalments.Where(i => i.CaseId == caseId).ToListAsync(cancellation).ConfigureAwait(false);
        db.Instalments.RemoveRange(before);
        foreach (var each in plan)
            db.Instalments.Add(new InstalmentRow { CaseId = caseId, DueOn = Days.Text(each.DueOn), Fen = each.Fen });
        trail.Note(
            department, null, "退款计划", CaseDesk.Subject(row),
            new TrailChange(caseId, "各期", string.Join('；', before.Select(i => $"{i.DueOn} {FenText.Format(i.Fen)}")), string.Join('；', plan.Select(i => $"{Days.Text(i.DueOn)} {FenText.Format(i.Fen)}"))));
        return null;
    }, cancellation);

    /// <summary>Money of a case, or of an inspection without one, in the order of the days; what one voucher brought is one line.</summary>
    public async Task<IReadOnlyList<ReceiptInfo>> ReceiptsAsync(int? caseId, int? inspection, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Receipts.AsNoTracking()
            .Where(r => (caseId != null && r.CaseId == caseId) || (inspection != null && db.Findings.Any(f => f.Id == r.FindingId && f.InspectionId == inspection)))
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.GroupBy(r => (r.Kind, r.On, r.Voucher, r.Account)).Select(g => new ReceiptInfo(g.Key.Kind, Days.Parse(g.Key.On), g.Sum(r => r.Fen), g.Key.Voucher, g.Key.Account)).OrderBy(r => r.On)];
    }

    /// <summary>Notes money of the fund that came back: it goes to the findings of the case or inspection, the oldest first.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="caseId">The case; null for findings without one.</param>
    /// <param name="inspection">The inspection, where there is no case.</param>
    /// <param name="on">到账日期.</param>
    /// <param name="fen">Amount in 分.</param>
    /// <param name="voucher">凭证号.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not noted; null when it was.</returns>
    public Task<string?> ReceiveAsync(
        Actor actor, int department, int? caseId, int? inspection, DateOnly on, long fen, string voucher, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await RefusalAsync(db, department, fen, voucher, ReceiptInfo.Fund, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var findings = await (from f in db.Findings
                              join i in db.Inspections on f.InspectionId equals i.Id
                              where i.DepartmentId == department && (caseId != null ? f.CaseId == caseId : f.InspectionId == inspection && f.CaseId == null)
                              orderby f.Id
                              select f).ToListAsync(cancellation).ConfigureAwait(false);
        var owed = findings.Select(f => new FindingAmounts(f.FoundFen, f.ConfirmedFen, f.RecoveredFen)).ToList();
        if (FindingAmounts.Allocate(owed, fen) is not { } shares)
            return $"到账 {FenText.Format(fen)} 元，多于应退的 {FenText.Format(owed.Sum(o => o.OutstandingFen))} 元：没有认定的不能追回，多收的请先核对。";
        for (var i = 0; i < findings.Count; i++)
        {
            if (shares[i] == 0)
                continue;
            findings[i].RecoveredFen += shares[i];
            db.Receipts.Add(Row(department, caseId, findings[i].Id, ReceiptInfo.Fund, on, shares[i], voucher, trail));
        }

        trail.Note(department, null, "追回基金", caseId is { } c ? $"案件 {c}" : $"检查 {inspection}", new TrailChange(caseId ?? inspection, $"凭证 {voucher.Trim()}", null, $"{Days.Text(on)} {FenText.Format(fen)} 元"));
        return null;
    }, cancellation);

    /// <summary>Notes a fine that was paid.</summary>
    /// <returns>In Chinese why it was not noted; null when it was.</returns>
    public Task<string?> FineAsync(Actor actor, int department, int caseId, DateOnly on, long fen, string voucher, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.SupervisionCases.FirstOrDefaultAsync(c => c.DepartmentId == department && c.Id == caseId, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这个案件。";
        if (await RefusalAsync(db, department, fen, voucher, ReceiptInfo.Fine, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (fen > (row.FineFen ?? 0) - row.FinePaidFen)
            return $"到账 {FenText.Format(fen)} 元，多于还没有缴的罚款 {FenText.Format((row.FineFen ?? 0) - row.FinePaidFen)} 元。";
        row.FinePaidFen += fen;
        db.Receipts.Add(Row(department, caseId, null, ReceiptInfo.Fine, on, fen, voucher, trail));
        trail.Note(department, null, "收到罚款", CaseDesk.Subject(row), new TrailChange(caseId, $"凭证 {voucher.Trim()}", null, $"{Days.Text(on)} {FenText.Format(fen)} 元"));
        return null;
    }, cancellation);

    private static async Task<string?> RefusalAsync(OfficeContext db, int department, long fen, string voucher, string kind, CancellationToken cancellation)
    {
        if (fen <= 0)
            return "金额要大于 0。";
        if (string.IsNullOrWhiteSpace(voucher))
            return "凭证号要填。";
        var number = voucher.Trim();
        return await db.Receipts.AnyAsync(r => r.DepartmentId == department && r.Voucher == number && r.Kind == kind, cancellation).ConfigureAwait(false) ? $"凭证号“{number}”的{kind}已经登记过。" : null;
    }

    private static ReceiptRow Row(int department, int? caseId, int? finding, string kind, DateOnly on, long fen, string voucher, TrailBook trail) => new()
    {
        DepartmentId = department,
        CaseId = caseId,
        FindingId = finding,
        Kind = kind,
        On = Days.Text(on),
        Fen = fen,
        Voucher = voucher.Trim(),
        At = trail.At,
        Account = trail.Account,
    };
}
