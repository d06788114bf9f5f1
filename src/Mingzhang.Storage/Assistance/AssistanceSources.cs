using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Assistance;

/// <summary>Assisted settlements and subjects of assistance as sources of measures (救助结算、救助对象); persons by their code only.</summary>
internal sealed class AssistanceSources(OfficeWriter writer) : IWorkModule
{
    private static readonly MeasureField[] SettlementFields =
    [
        new("结束日期", MeasureKind.Date), new("结算编号", MeasureKind.Text), new("人员编号", MeasureKind.Text), new("渠道", MeasureKind.Text), new("医疗类别", MeasureKind.Text), new("机构代码", MeasureKind.Text),
        new("救助对象", MeasureKind.Text), new("个人自付", MeasureKind.Amount), new("救助金额", MeasureKind.Amount), new("核定天数", MeasureKind.Number), new("有更正", MeasureKind.Text),
    ];

    private static readonly MeasureField[] PersonFields = [new("生效日期", MeasureKind.Date), new("失效日期", MeasureKind.Date), new("人员编号", MeasureKind.Text), new("救助对象", MeasureKind.Text)];

    public Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<WorkSource>>(
    [
        new("救助结算", "核定过的医疗救助结算，一笔一行；有更正是指后来又补付或追回", SettlementFields, SettlementsAsync),
        new("救助对象", "救助对象的身份，一次认定一行", PersonFields, PersonsAsync),
    ]);

    private async Task<IReadOnlyList<WorkRow>> SettlementsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last) = (ask.FromText, ask.ToText);
        var rows = await (from d in db.Set<AssistanceDecisionRow>().AsNoTracking()
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on d.SettlementId equals s.Id
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on d.PersonId equals p.Id
                          where d.DepartmentId == ask.Department && d.State != PersonFiles.SentBack && string.Compare(s.ToDay, first) >= 0 && string.Compare(s.ToDay, last) <= 0
                          orderby s.ToDay, s.Id, d.Id
                          select new { s.Id, s.Number, s.ToDay, s.SettledOn, s.Channel, s.Care, s.Institution, p.Code, d.Subject, d.EligibleFen, d.AmountFen, d.MadeAt }).ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.GroupBy(r => r.Id).Select(g =>
            {
                var (now, start) = (g.Last(), g.First());
                var days = DateOnly.FromDateTime(RowTime.Parse(start.MadeAt).DateTime).DayNumber - AssistanceWords.Day(start.SettledOn).DayNumber;
                return new WorkRow(
                    [
                        MeasureCell.Of(AssistanceWords.Day(now.ToDay)), MeasureCell.Of(now.Number), MeasureCell.Of(now.Code), MeasureCell.Of(now.Channel), MeasureCell.Of(now.Care), MeasureCell.Of(now.Institution),
                        MeasureCell.Of(now.Subject), MeasureCell.OfFen(now.EligibleFen), MeasureCell.OfFen(g.Sum(d => d.AmountFen)), MeasureCell.Of((decimal?)Math.Max(0, days)), MeasureCell.Of(g.Count() > 1 ? "是" : "否"),
                    ],
                    $"assistance/persons/{Uri.EscapeDataString(now.Code)}");
            }),
        ];
    }

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
