using System.Globalization;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution.Monitoring;

/// <summary>
/// Looks at a year's execution (预算执行监控): progress against time and plan, payments crowded at the end, projects without any, what is to be
/// expected. It works on kept balances, so a million payments are as quick as one.
/// </summary>
public static class ExecutionMonitor
{
    private const int MonthsOfQuarter = 3, FirstOfLastQuarter = 10;

    private const decimal Hundred = 100m;

    /// <summary>Looks.</summary>
    /// <param name="year">年度.</param>
    /// <param name="month">Until the end of which month, 1 to 12.</param>
    /// <param name="lines">Lines with their balances.</param>
    /// <param name="plans">Plans by project: percent of the year until the end of each quarter. What has none goes by time.</param>
    /// <param name="thresholds">Thresholds.</param>
    public static MonitoringReport Look(int year, int month, IEnumerable<LineBalance> lines, IReadOnlyDictionary<string, IReadOnlyList<int>> plans, MonitoringThresholds thresholds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, LineBalance.MonthsOfYear);
        var spending = lines.Where(l => l.Key.Flow == Flow.Expenditure).ToList();
        var projects = spending.Where(l => l.Key.ProjectCode.Length > 0).GroupBy(l => l.Key.ProjectCode, StringComparer.Ordinal)
            .Select(g => Of(MonitoredLevel.Project, g.Key, g.First().Key.UnitCode, g, month, PlanOf(plans.GetValueOrDefault(g.Key), month))).ToList();
        var units = spending.GroupBy(l => l.Key.UnitCode, StringComparer.Ordinal).Select(g => Of(MonitoredLevel.Unit, g.Key, g.Key, g, month, PlanOf(projects, g.Key, month))).ToList();
        var office = Of(MonitoredLevel.Office, "", "", spending, month, PlanOf(projects, null, month));
        var warnings = new[] { office }.Concat(units.Count > 1 ? units : []).Concat(projects).SelectMany(m => Warn(m, month, thresholds)).Concat(Overdrawn(spending, projects, office, month, thresholds)).ToList();
        return new MonitoringReport(year, month, office, units, projects, warnings);
    }

    /// <summary>What should be paid by the end of a month, as a share of the year.</summary>
    /// <param name="quarters">Percent of the year until the end of each quarter; null to go by time.</param>
    /// <param name="month">The month.</param>
    public static decimal PlanOf(IReadOnlyList<int>? quarters, int month)
    {
        if (quarters is null)
            return (decimal)month / LineBalance.MonthsOfYear;
        var quarter = (month - 1) / MonthsOfQuarter;
        var before = quarter == 0 ? 0m : quarters[quarter - 1];
        // Within a quarter evenly.
        return (before + ((quarters[quarter] - before) * (month - (quarter * MonthsOfQuarter)) / MonthsOfQuarter)) / Hundred;
    }

    // What a unit plans is what its projects plan, by their money.
    private static decimal PlanOf(List<Monitored> projects, string? unit, int month)
    {
        decimal whole = 0, planned = 0;
        foreach (var project in projects.Where(p => unit is null || p.UnitCode == unit))
        {
            whole += project.WholeFen;
            planned += project.WholeFen * project.Plan;
        }

        return whole > 0 ? planned / whole : (decimal)month / LineBalance.MonthsOfYear;
    }

    private static Monitored Of(MonitoredLevel level, string code, string unit, IEnumerable<LineBalance> lines, int month, decimal plan)
    {
        long budget = 0, whole = 0;
        var months = new long[LineBalance.MonthsOfYear];
        foreach (var line in lines)
        {
            budget += line.BudgetFen;
            whole += line.WholeFen;
            for (var m = 0; m < month; m++)
                months[m] += line.Months[m];
        }

        var done = months.Sum();
        return new Monitored(level, code, unit, budget, whole, done, plan, Forecast(whole, done, months, month), months);
    }

    // As fast as in the last three months, but no more than there is.
    private static long Forecast(long whole, long done, long[] months, int month)
    {
        var looked = Math.Min(MonthsOfQuarter, month);
        var speed = months.AsSpan(month - looked, looked).ToArray().Sum() / looked;
        return Math.Max(done, Math.Min(whole, done + (Math.Max(0, speed) * (LineBalance.MonthsOfYear - month))));
    }

    private static IEnumerable<MonitoringWarning> Warn(Monitored m, int month, MonitoringThresholds thresholds)
    {
        if (m.WholeFen <= 0)
            yield break;
        if (m.DoneFen == 0)
        {
            if (month >= thresholds[MonitoringThresholds.Unpaid])
                yield return new(MonitoringThresholds.Unpaid, m, $"{Text(month)} 个月没有支付，预算 {WanYuan(m.WholeFen)} 万元。");
            yield break;
        }

        var gap = (m.Share - m.Plan) * Hundred;
        if (-gap > thresholds[MonitoringThresholds.Lag])
            yield return new(MonitoringThresholds.Lag, m, $"支付进度 {Percent(m.Share)}，应达到 {Percent(m.Plan)}，低 {Points(-gap)} 个百分点。");
        else if (gap > thresholds[MonitoringThresholds.Ahead])
            yield return new(MonitoringThresholds.Ahead, m, $"支付进度 {Percent(m.Share)}，计划 {Percent(m.Plan)}，高 {Points(gap)} 个百分点，余 {WanYuan(m.WholeFen - m.DoneFen)} 万元。");
        if (month < LineBalance.MonthsOfYear && (1 - m.ForecastShare) * Hundred > thresholds[MonitoringThresholds.Leftover])
            yield return new(MonitoringThresholds.Leftover, m, $"按近三个月的速度，到年底支付 {Percent(m.ForecastShare)}，预计结余 {WanYuan(m.WholeFen - m.ForecastFen)} 万元。");
        if (month < LineBalance.MonthsOfYear)
            yield break;
        var last = (decimal)m.Months[^1] / m.DoneFen;
        var quarter = (decimal)m.Months.Skip(FirstOfLastQuarter - 1).Sum() / m.DoneFen;
        if (last * Hundred > thresholds[MonitoringThresholds.LastMonth])
            yield return new(MonitoringThresholds.LastMonth, m, $"十二月支付 {WanYuan(m.Months[^1])} 万元，占全年支付的 {Percent(last)}。");
        else if (quarter * Hundred > thresholds[MonitoringThresholds.LastQuarter])
            yield return new(MonitoringThresholds.LastQuarter, m, $"第四季度支付占全年支付的 {Percent(quarter)}。");
    }

    private static IEnumerable<MonitoringWarning> Overdrawn(List<LineBalance> lines, List<Monitored> projects, Monitored office, int month, MonitoringThresholds thresholds) =>
        from line in lines
        let over = line.Months.Take(month).Sum() - line.WholeFen
        where over > thresholds[MonitoringThresholds.Overdrawn] * Hundred
        select new MonitoringWarning(
            MonitoringThresholds.Overdrawn, projects.Find(p => p.Code == line.Key.ProjectCode) ?? office, $"指标 {line.Key.FunctionCode} {line.Key.EconomicCode} {line.Key.Fund}超支 {FenText.Format(over)} 元。");

    private static string Percent(decimal share) => (share * Hundred).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Points(decimal points) => points.ToString("0.0", CultureInfo.InvariantCulture);

    private static string WanYuan(long fen) => (fen / 1_000_000m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
