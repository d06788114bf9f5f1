using System.Globalization;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Documents.Reporting;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Execution;

/// <summary>
/// The quarterly report (季度执行监控报告): how far everything is, what was warned of, who is responsible and what was answered. It is made of
/// what the monitoring page shows, so both say the same.
/// </summary>
internal static class QuarterReport
{
    private static readonly string[] Numbers = ["一", "二", "三", "四"];

    /// <summary>Makes it.</summary>
    /// <param name="department">The department.</param>
    /// <param name="work">Monitoring until the end of the quarter.</param>
    /// <param name="facts">Names.</param>
    /// <param name="on">The day it is made.</param>
    public static ReportPaper Of(Department department, MonitoringWork work, ExecutionFacts facts, DateOnly on)
    {
        var report = work.Report;
        var quarter = MonitoringWork.Quarter(report.Month);
        var blocks = new List<PaperBlock> { new PaperHeading("一、总体情况"), new PaperText(Summary(department, work)) };
        if (report.Units.Count > 1)
            blocks.Add(Table("各单位执行进度", "单位", report.Units, m => facts.UnitNames.GetValueOrDefault(m.Code, m.Code)));
        blocks.Add(new PaperHeading("二、项目执行进度"));
        blocks.Add(Table("各项目执行进度", "项目", report.Projects, m => facts.Projects.GetValueOrDefault(m.Code, m.Code)));
        blocks.Add(new PaperHeading("三、预警和责任"));
        blocks.Add(new PaperText(Warned(work)));
        if (work.Warnings.Count > 0)
        {
            blocks.Add(new PaperTable(
                "预警和责任清单", "", [new("预警", 5), new("对象", 7), new("情况", 14), new("责任人", 4), new("原因和措施", 12), new("期限", 5)],
                [.. work.Warnings.Select(w => Row(w, Name(w.Warning.Subject, department, facts)))]));
        }

        var late = work.Warnings.Where(w => !w.IsAnswered).ToList();
        if (late.Count > 0)
        {
            blocks.Add(new PaperHeading("四、通报"));
            blocks.Add(new PaperText($"以下预警还没有答复，请责任单位说明原因和措施：{string.Join('；', late.Select(w => $"{Name(w.Warning.Subject, department, facts)}（{w.Warning.Rule}）").Distinct(StringComparer.Ordinal))}。"));
        }

        return new ReportPaper(
            $"{Text(report.Year)} 年第{Numbers[quarter - 1]}季度预算执行监控报告", $"{department.Name}　{on.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}", blocks);
    }

    private static string Summary(Department department, MonitoringWork work)
    {
        var (report, office) = (work.Report, work.Report.Office);
        var adjusted = office.WholeFen - office.BudgetFen;
        var changed = adjusted == 0 ? "年内没有调整" : $"年内调整{(adjusted > 0 ? "增加" : "减少")} {WanYuan(Math.Abs(adjusted))} 万元，调整后 {WanYuan(office.WholeFen)} 万元";
        var against = office.Share >= office.Plan ? "高于" : "低于";
        return $"{department.ShortName}{Text(report.Year)} 年年初预算 {WanYuan(office.BudgetFen)} 万元，{changed}。截至 {Text(report.Month)} 月底，支付 {WanYuan(office.DoneFen)} 万元，进度 {Percent(office.Share)}，"
            + $"{against}应达到的 {Percent(office.Plan)}（时间进度 {Percent(report.TimeShare)}）。按近三个月的速度，预计全年支付 {WanYuan(office.ForecastFen)} 万元，占 {Percent(office.ForecastShare)}。";
    }

    private static string Warned(MonitoringWork work)
    {
        if (work.Warnings.Count == 0)
            return "本季度没有预警。";
        var kinds = string.Join("，", work.Warnings.GroupBy(w => w.Warning.Rule).Select(g => $"{g.Key} {Text(g.Count())} 条"));
        return $"本季度预警 {Text(work.Warnings.Count)} 条：{kinds}；已答复 {Text(work.Warnings.Count(w => w.IsAnswered))} 条。";
    }

    private static PaperTable Table(string name, string first, IReadOnlyList<Monitored> all, Func<Monitored, string> nameOf) => new(
        name, "万元", [new(first, 14), new("调整后预算", 6, true), new("已支付", 6, true), new("进度（%）", 5, true), new("应达到（%）", 5, true), new("预计全年", 6, true)],
        [.. all.Select(m => (IReadOnlyList<string>)[nameOf(m), WanYuan(m.WholeFen), WanYuan(m.DoneFen), Points(m.Share), Points(m.Plan), WanYuan(m.ForecastFen)])]);

    private static IReadOnlyList<string> Row(AnsweredWarning warning, string name)
    {
        var answer = warning.IsAnswered ? warning.Answers[0] : null;
        return [warning.Warning.Rule, name, warning.Warning.Message, answer?.Responsible ?? "", answer?.Text ?? "尚未答复", answer?.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""];
    }

    private static string Name(Monitored m, Department department, ExecutionFacts facts) => m.Level switch
    {
        MonitoredLevel.Office => department.ShortName,
        MonitoredLevel.Unit => facts.UnitNames.GetValueOrDefault(m.Code, m.Code),
        _ => facts.Projects.GetValueOrDefault(m.Code, m.Code),
    };

    private static string WanYuan(long fen) => (fen / 1_000_000m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(decimal share) => Points(share) + "%";

    private static string Points(decimal share) => (share * 100m).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
