using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Fund;

/// <summary>What goals may be measured from of the assistance fund and of enrolment (基金账、资助参保的业务来源).</summary>
internal sealed class FundSources(OfficeWriter writer) : IWorkModule
{
    private const string Yes = "是", No = "否";

    private static readonly MeasureField[] Entries =
        [new("日期", MeasureKind.Date), new("事项", MeasureKind.Text), new("级次", MeasureKind.Text), new("经部门预算", MeasureKind.Text), new("凭证号", MeasureKind.Text), new("金额", MeasureKind.Amount)];

    private static readonly MeasureField[] Persons =
        [new("核对日期", MeasureKind.Date), new("年度", MeasureKind.Number), new("人员编号", MeasureKind.Text), new("救助对象", MeasureKind.Text), new("已参保", MeasureKind.Text)];

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<WorkSource>>(
    [
        new("救助基金收支", "医疗救助基金账的各笔，冲回是负数", Entries, EntriesAsync),
        new("资助参保名单", "期末那天的救助对象，一人一行，是否在当年的参保名单里", Persons, PersonsAsync),
    ]);

    private async Task<IReadOnlyList<WorkRow>> EntriesAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last, department) = (ask.FromText, ask.ToText, ask.Department);
        var rows = await db.Set<FundEntryRow>().AsNoTracking().Where(e => e.DepartmentId == department && string.Compare(e.On, first) >= 0 && string.Compare(e.On, last) <= 0)
            .OrderBy(e => e.On).ThenBy(e => e.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new WorkRow(
                [MeasureCell.Of(AssistanceWords.Day(r.On)), MeasureCell.Of(r.Kind), MeasureCell.Of(r.Level), MeasureCell.Of(r.IsByBudget ? Yes : No), MeasureCell.Of(r.Voucher), MeasureCell.OfFen(r.Fen)],
                string.Create(CultureInfo.InvariantCulture, $"fund/{r.On[..4]}#entry-{r.Id}"))),
        ];
    }

    // Who has an identity on the last day of the period, but not beyond the year of the list; each person once, as the first of their kinds.
    private async Task<IReadOnlyList<WorkRow>> PersonsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var department = ask.Department;
        var years = await db.Set<EnrolmentListRow>().Where(l => l.DepartmentId == department).Select(l => l.Year).Distinct().ToListAsync(cancellation).ConfigureAwait(false);
        if (years.Count == 0)
            return [];
        var year = ask.To is { } end && years.Contains(end.Year) ? end.Year : years.Max();
        var day = ask.To is { } last && last.Year == year ? last : new DateOnly(year, 12, 31);
        if (ask.From > day || ask.To < day)
            return [];
        var text = AssistanceWords.Day(day);
        var rows = await (from i in db.Set<AssistanceIdentityRow>().AsNoTracking()
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on i.PersonId equals p.Id
                          where i.DepartmentId == department && i.RemovedIn == null && i.FromDay.CompareTo(text) <= 0 && (i.ToDay == null || i.ToDay.CompareTo(text) >= 0)
                          orderby p.Code, i.Subject
                          select new { p.Code, i.Subject }).ToListAsync(cancellation).ConfigureAwait(false);
        var enrolled = (await db.Set<EnrolledPersonRow>().AsNoTracking().Where(e => e.DepartmentId == department && e.Year == year).Select(e => e.Code).ToListAsync(cancellation).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.DistinctBy(r => r.Code).Select(r => new WorkRow(
                [MeasureCell.Of(day), MeasureCell.Of((decimal?)year), MeasureCell.Of(r.Code), MeasureCell.Of(r.Subject), MeasureCell.Of(enrolled.Contains(r.Code) ? Yes : No)],
                string.Create(CultureInfo.InvariantCulture, $"enrolment/{year}"))),
        ];
    }
}
