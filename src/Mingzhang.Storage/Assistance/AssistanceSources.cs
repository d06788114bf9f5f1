using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Assistance;

/// <summary>Assisted settlements, subjects, applications and payments as sources of measures (救助结算、救助对象、医后申请、救助付款); persons by their code only.</summary>
internal sealed class AssistanceSources(OfficeWriter writer) : IWorkModule
{
    private static readonly MeasureField[] SettlementFields =
    [
        new("结束日期", MeasureKind.Date), new("结算编号", MeasureKind.Text), new("人员编号", MeasureKind.Text), new("渠道", MeasureKind.Text), new("医疗类别", MeasureKind.Text), new("机构代码", MeasureKind.Text),
        new("救助对象", MeasureKind.Text), new("个人自付", MeasureKind.Amount), new("救助金额", MeasureKind.Amount), new("核定天数", MeasureKind.Number), new("有更正", MeasureKind.Text),
        new("已复核", MeasureKind.Text),
    ];

    private static readonly MeasureField[] ApplicationFields =
    [
        new("受理日期", MeasureKind.Date), new("申请", MeasureKind.Text), new("人员编号", MeasureKind.Text), new("医疗类别", MeasureKind.Text), new("状态", MeasureKind.Text), new("办结日期", MeasureKind.Date),
        new("办结天数", MeasureKind.Number), new("救助金额", MeasureKind.Amount), new("容缺", MeasureKind.Text),
    ];

    private static readonly MeasureField[] PaymentFields =
    [
        new("付款日期", MeasureKind.Date), new("批次", MeasureKind.Text), new("人员编号", MeasureKind.Text), new("结算编号", MeasureKind.Text), new("收款方", MeasureKind.Text), new("金额", MeasureKind.Amount), new("状态", MeasureKind.Text),
        new("结算到付款天数", MeasureKind.Number),
    ];

    private static readonly MeasureField[] PersonFields = [new("生效日期", MeasureKind.Date), new("失效日期", MeasureKind.Date), new("人员编号", MeasureKind.Text), new("救助对象", MeasureKind.Text)];

    public Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<WorkSource>>(
    [
        new("救助结算", "核定过的医疗救助结算，一笔一行；有更正是指复核退回过，或后来又补付、追回", SettlementFields, SettlementsAsync),
        new("救助对象", "救助对象的身份，一次认定一行", PersonFields, PersonsAsync),
        new("医后申请", "医后救助申请，一件一行；办结是批准或不予救助", ApplicationFields, ApplicationsAsync),
        new("救助付款", "银行已付的救助款，一笔一行；退票的也在，状态不同", PaymentFields, PaymentsAsync),
    ]);

    private async Task<IReadOnlyList<WorkRow>> SettlementsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last) = (ask.FromText, ask.ToText);
        var rows = await (from d in db.Set<AssistanceDecisionRow>().AsNoTracking()
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on d.SettlementId equals s.Id
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on d.PersonId equals p.Id
                          where d.DepartmentId == ask.Department && string.Compare(s.ToDay, first) >= 0 && string.Compare(s.ToDay, last) <= 0
                          orderby s.ToDay, s.Id, d.Id
                          select new { s.Id, s.Number, s.ToDay, s.SettledOn, s.Channel, s.Care, s.Institution, p.Code, d.Subject, d.EligibleFen, d.AmountFen, d.MadeAt, d.State }).ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.GroupBy(r => r.Id).Where(g => g.Any(r => r.State != PersonFiles.SentBack)).Select(g =>
            {
                // What was sent back counts for nothing but for having been wrong.
                var live = g.Where(r => r.State != PersonFiles.SentBack).ToList();
                var (now, start) = (live[^1], live[0]);
                var days = RowTime.Day(start.MadeAt).DayNumber - AssistanceWords.Day(start.SettledOn).DayNumber;
                return new WorkRow(
                    [
                        MeasureCell.Of(AssistanceWords.Day(now.ToDay)), MeasureCell.Of(now.Number), MeasureCell.Of(now.Code), MeasureCell.Of(now.Channel), MeasureCell.Of(now.Care), MeasureCell.Of(now.Institution),
                        MeasureCell.Of(now.Subject), MeasureCell.OfFen(now.EligibleFen), MeasureCell.OfFen(live.Sum(d => d.AmountFen)), MeasureCell.Of((decimal?)Math.Max(0, days)), YesNo(g.Count() > 1),
                        YesNo(live.All(d => d.State != DecisionDesk.ToReview)),
                    ],
                    $"assistance/persons/{Uri.EscapeDataString(now.Code)}");
            }),
        ];
    }

    private async Task<IReadOnlyList<WorkRow>> ApplicationsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last) = (ask.FromText, ask.ToText);
        var rows = await (from a in db.Set<AssistanceApplicationRow>().AsNoTracking()
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on a.SettlementId equals s.Id
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on a.PersonId equals p.Id
                          where a.DepartmentId == ask.Department && string.Compare(a.ReceivedOn, first) >= 0 && string.Compare(a.ReceivedOn, last) <= 0
                          orderby a.ReceivedOn, a.Id
                          select new
                          {
                              a,
                              s.Care,
                              p.Code,
                              Fen = db.Set<AssistanceDecisionRow>().Where(d => d.SettlementId == a.SettlementId && d.State == ReviewDesk.Reviewed).Sum(d => d.AmountFen),
                          }).ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.Select(r =>
            {
                var (received, decided) = (AssistanceWords.Day(r.a.ReceivedOn), r.a.ApprovedOn is { } day ? AssistanceWords.Day(day) : (DateOnly?)null);
                var number = r.a.Id.ToString(CultureInfo.InvariantCulture);
                return new WorkRow(
                    [
                        MeasureCell.Of(received), MeasureCell.Of(number), MeasureCell.Of(r.Code), MeasureCell.Of(r.Care), MeasureCell.Of(r.a.State), MeasureCell.Of(decided),
                        MeasureCell.Of((decimal?)(decided?.DayNumber - received.DayNumber)), MeasureCell.OfFen(r.Fen), YesNo(r.a.Exception is not null),
                    ],
                    $"assistance/applications/{number}");
            }),
        ];
    }

    private async Task<IReadOnlyList<WorkRow>> PaymentsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last) = (ask.FromText, ask.ToText);
        var rows = await (from y in db.Set<AssistancePayableRow>().AsNoTracking()
                          join b in db.Set<AssistancePaymentRow>().AsNoTracking() on y.PaymentId equals b.Id
                          join d in db.Set<AssistanceDecisionRow>().AsNoTracking() on y.DecisionId equals d.Id
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on d.SettlementId equals s.Id
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on y.PersonId equals p.Id
                          where y.DepartmentId == ask.Department && b.PaidOn != null && string.Compare(b.PaidOn, first) >= 0 && string.Compare(b.PaidOn, last) <= 0
                          orderby b.PaidOn, y.Id
                          select new { y.PaymentId, y.Institution, y.Fen, y.State, b.PaidOn, s.Number, s.SettledOn, p.Code }).ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.Select(r =>
            {
                var (paid, batch) = (AssistanceWords.Day(r.PaidOn!), r.PaymentId!.Value.ToString(CultureInfo.InvariantCulture));
                return new WorkRow(
                    [
                        MeasureCell.Of(paid), MeasureCell.Of(batch), MeasureCell.Of(r.Code), MeasureCell.Of(r.Number), MeasureCell.Of(r.Institution is null ? "个人" : "医药机构"), MeasureCell.OfFen(r.Fen), MeasureCell.Of(r.State),
                        MeasureCell.Of((decimal?)Math.Max(0, paid.DayNumber - AssistanceWords.Day(r.SettledOn).DayNumber)),
                    ],
                    $"assistance/payments/{batch}");
            }),
        ];
    }

    private static MeasureCell YesNo(bool said) => MeasureCell.Of(said ? "是" : "否");

    private async Task<IReadOnlyList<WorkRow>> PersonsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last) = (ask.FromText, ask.ToText);
        // Whoever was a subject on any day of the period.
        var rows = await (from i in db.Set<AssistanceIdentityRow>().AsNoTracking()
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on i.PersonId equals p.Id
                          where i.DepartmentId == ask.Department && i.RemovedIn == null && string.Compare(i.FromDay, last) <= 0 && (i.ToDay == null || string.Compare(i.ToDay, first) >= 0)
                          orderby p.Code, i.Id
                          select new { i.FromDay, i.ToDay, i.Subject, p.Code }).ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new WorkRow(
                [MeasureCell.Of(AssistanceWords.Day(r.FromDay)), r.ToDay is { } to ? MeasureCell.Of(AssistanceWords.Day(to)) : MeasureCell.Empty, MeasureCell.Of(r.Code), MeasureCell.Of(r.Subject)],
                $"assistance/persons/{Uri.EscapeDataString(r.Code)}")),
        ];
    }
}
