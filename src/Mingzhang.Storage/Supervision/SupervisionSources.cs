using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Supervision;

/// <summary>What goals may be measured from of the supervision of the fund (基金监管的业务来源).</summary>
internal sealed class SupervisionSources(OfficeWriter writer) : IWorkModule
{
    private static readonly MeasureField[] InstitutionFields = [new("协议开始", MeasureKind.Date), new("机构编码", MeasureKind.Text), new("机构名称", MeasureKind.Text), new("类别", MeasureKind.Text), new("级别", MeasureKind.Text), new("协议状态", MeasureKind.Text), new("协议结束", MeasureKind.Date)];

    private static readonly MeasureField[] InspectionFields =
        [new("检查日期", MeasureKind.Date), new("机构编码", MeasureKind.Text), new("机构名称", MeasureKind.Text), new("类别", MeasureKind.Text), new("检查方式", MeasureKind.Text), new("问题数", MeasureKind.Number), new("发现金额", MeasureKind.Amount), new("认定金额", MeasureKind.Amount), new("追回金额", MeasureKind.Amount)];

    private static readonly MeasureField[] FindingFields =
        [new("检查日期", MeasureKind.Date), new("机构名称", MeasureKind.Text), new("类别", MeasureKind.Text), new("违规类型", MeasureKind.Text), new("发现金额", MeasureKind.Amount), new("认定金额", MeasureKind.Amount), new("追回金额", MeasureKind.Amount)];

    private static readonly MeasureField[] CaseFields =
        [new("立案日期", MeasureKind.Date), new("案号", MeasureKind.Text), new("机构名称", MeasureKind.Text), new("环节", MeasureKind.Text), new("处理方式", MeasureKind.Text), new("认定金额", MeasureKind.Amount), new("追回金额", MeasureKind.Amount), new("罚款", MeasureKind.Amount), new("结案日期", MeasureKind.Date)];

    private static readonly MeasureField[] AgreementFields = [new("日期", MeasureKind.Date), new("机构名称", MeasureKind.Text), new("类别", MeasureKind.Text), new("变动", MeasureKind.Text), new("原因", MeasureKind.Text)];

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<WorkSource>>(
    [
        new("定点机构", "定点医疗机构和零售药店名录，一家一行", InstitutionFields, InstitutionsAsync),
        new("协议变动", "签订、中止、恢复、解除协议，一次一行", AgreementFields, AgreementsAsync),
        new("监管检查", "已经做的检查，一次一行", InspectionFields, InspectionsAsync),
        new("违规问题", "检查发现的问题，一个一行", FindingFields, FindingsAsync),
        new("监管案件", "立案的案件，一案一行", CaseFields, CasesAsync),
    ]);

    private async Task<IReadOnlyList<WorkRow>> InstitutionsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var all = await InstitutionDesk.AllAsync(db, ask.Department, null, cancellation).ConfigureAwait(false);
        return [.. all.Where(i => (ask.From is not { } from || i.Facts.From >= from) && (ask.To is not { } to || i.Facts.From <= to)).Select(i => Row(
            $"supervision/institutions/{Text(i.Id)}", MeasureCell.Of(i.Facts.From), MeasureCell.Of(i.Facts.Code), MeasureCell.Of(i.Facts.Name), MeasureCell.Of(Core.Supervision.Institutions.InstitutionWords.ChineseName(i.Facts.Kind)),
            MeasureCell.Of(i.Facts.Level), MeasureCell.Of(Core.Supervision.Institutions.AgreementHistory.ChineseName(i.State)), MeasureCell.Of(i.Facts.To)))];
    }

    private async Task<IReadOnlyList<WorkRow>> AgreementsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last, department) = (ask.FromText, ask.ToText, ask.Department);
        var rows = await (from e in db.AgreementEvents.AsNoTracking()
                          join i in db.Institutions on e.InstitutionId equals i.Id
                          where i.DepartmentId == department && e.On.CompareTo(first) >= 0 && e.On.CompareTo(last) <= 0
                          orderby e.On, e.Id
                          select new { e, i.Name, i.Kind }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => Row($"supervision/institutions/{Text(r.e.InstitutionId)}", MeasureCell.Of(Days.Parse(r.e.On)), MeasureCell.Of(r.Name), MeasureCell.Of(r.Kind), MeasureCell.Of(r.e.Step), MeasureCell.Of(r.e.Reason)))];
    }

    private async Task<IReadOnlyList<WorkRow>> InspectionsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last, department) = (ask.FromText, ask.ToText, ask.Department);
        var kinds = await db.Institutions.AsNoTracking().Where(i => i.DepartmentId == department).ToDictionaryAsync(i => i.Id, i => i.Kind, cancellation).ConfigureAwait(false);
        var rows = await InspectionDesk.ReadAsync(db, department, i => i.DoneOn != null && i.DoneOn.CompareTo(first) >= 0 && i.DoneOn.CompareTo(last) <= 0, cancellation).ConfigureAwait(false);
        return [.. rows.OrderBy(i => i.DoneOn).Select(i => Row(
            $"supervision/inspections/{Text(i.Id)}", MeasureCell.Of(i.DoneOn), MeasureCell.Of(i.Code), MeasureCell.Of(i.Institution), MeasureCell.Of(kinds[i.InstitutionId]), MeasureCell.Of(Core.Supervision.Inspections.InspectionWords.ChineseName(i.Kind)),
            MeasureCell.Of((decimal?)i.Findings), MeasureCell.OfFen(i.Amounts.FoundFen), MeasureCell.OfFen(i.Amounts.ConfirmedFen), MeasureCell.OfFen(i.Amounts.RecoveredFen)))];
    }

    private async Task<IReadOnlyList<WorkRow>> FindingsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var (first, last, department) = (ask.FromText, ask.ToText, ask.Department);
        var rows = await (from f in db.Findings.AsNoTracking()
                          join i in db.Inspections on f.InspectionId equals i.Id
                          join x in db.Institutions on i.InstitutionId equals x.Id
                          where i.DepartmentId == department && i.DoneOn != null && i.DoneOn.CompareTo(first) >= 0 && i.DoneOn.CompareTo(last) <= 0
                          orderby i.DoneOn, f.Id
                          select new { f, i.DoneOn, x.Name, x.Kind }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => Row(
            $"supervision/inspections/{Text(r.f.InspectionId)}", MeasureCell.Of(Days.ParseOrNull(r.DoneOn)), MeasureCell.Of(r.Name), MeasureCell.Of(r.Kind), MeasureCell.Of(r.f.Violation),
            MeasureCell.OfFen(r.f.FoundFen), MeasureCell.OfFen(r.f.ConfirmedFen), MeasureCell.OfFen(r.f.RecoveredFen)))];
    }

    private async Task<IReadOnlyList<WorkRow>> CasesAsync(WorkAsk ask, CancellationToken cancellation)
    {
        await using var db = writer.Context();
        var all = await CaseDesk.ReadAsync(db, ask.Department, null, cancellation).ConfigureAwait(false);
        return [.. all.Where(c => (ask.From is not { } from || c.OpenedOn >= from) && (ask.To is not { } to || c.OpenedOn <= to)).OrderBy(c => c.OpenedOn).Select(c => Row(
            $"supervision/cases/{Text(c.Id)}", MeasureCell.Of(c.OpenedOn), MeasureCell.Of(c.Number), MeasureCell.Of(c.Institution), MeasureCell.Of(c.Step.ChineseName()), MeasureCell.Of(string.Join('、', c.Measures)),
            MeasureCell.OfFen(c.ConfirmedFen), MeasureCell.OfFen(c.RecoveredFen), MeasureCell.OfFen(c.FineFen), MeasureCell.Of(c.Step == CaseStep.Closed ? c.Steps[^1].On : (DateOnly?)null)))];
    }

    private static WorkRow Row(string link, params IReadOnlyList<MeasureCell> cells) => new(cells, link);

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
