using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Execution;

/// <summary>Payments and refunds of the execution as a source of measures (支付明细).</summary>
internal sealed class PaymentRecords(OfficeWriter writer) : IWorkModule
{
    private static readonly MeasureField[] Fields =
    [
        new("支付日期", MeasureKind.Date), new("凭证号", MeasureKind.Text), new("事项", MeasureKind.Text), new("单位代码", MeasureKind.Text), new("项目编码", MeasureKind.Text), new("支出类别", MeasureKind.Text),
        new("功能科目", MeasureKind.Text), new("经济科目", MeasureKind.Text), new("资金来源", MeasureKind.Text), new("金额", MeasureKind.Amount), new("收款人类型", MeasureKind.Text), new("采购品目", MeasureKind.Text), new("摘要", MeasureKind.Text),
    ];

    public Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<WorkSource>>([new("支付明细", "执行账里的支付和退回，退回是负数", Fields, ReadAsync) { IsByUnit = true }]);

    private async Task<IReadOnlyList<WorkRow>> ReadAsync(WorkAsk ask, CancellationToken cancellation)
    {
        var (payment, refund) = (EntryKind.Payment.ChineseName(), EntryKind.Refund.ChineseName());
        await using var db = writer.Context();
        var (first, last, units) = (ask.FromText, ask.ToText, ask.Units);
        var rows = await (from e in db.ExecutionEntries.AsNoTracking()
                          join l in db.ExecutionLines.AsNoTracking() on e.LineId equals l.Id
                          join x in db.Executions.AsNoTracking() on e.ExecutionId equals x.Id
                          where x.DepartmentId == ask.Department && (e.Kind == payment || e.Kind == refund) && string.Compare(e.On, first) >= 0 && string.Compare(e.On, last) <= 0
                              && (units == null || units.Contains(l.UnitCode))
                          orderby e.On, e.Id
                          select new { e, l, x.Year }).ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.Select(r =>
            {
                var entry = PostingDesk.Entry(r.e, LineRows.Key(r.l));
                return new WorkRow(
                    [
                        MeasureCell.Of(entry.On), MeasureCell.Of(entry.Voucher), MeasureCell.Of(r.e.Kind), MeasureCell.Of(entry.Line.UnitCode), MeasureCell.Of(entry.Line.ProjectCode), MeasureCell.Of(entry.Line.Category),
                        MeasureCell.Of(entry.Line.FunctionCode), MeasureCell.Of(entry.Line.EconomicCode), MeasureCell.Of(entry.Line.Fund), MeasureCell.OfFen(entry.SignedFen), MeasureCell.Of(entry.PayeeKind), MeasureCell.Of(entry.Procured), MeasureCell.Of(entry.Summary),
                    ],
                    $"execution/{r.Year}?voucher={Uri.EscapeDataString(entry.Voucher)}");
            }),
        ];
    }
}
