namespace Mingzhang.Core.Execution.Monitoring;

/// <summary>At which level something is looked at (监控层次).</summary>
public enum MonitoredLevel
{
    /// <summary>部门.</summary>
    Office,

    /// <summary>单位.</summary>
    Unit,

    /// <summary>项目.</summary>
    Project,
}

/// <summary>How far the department, a unit or a project is (执行进度). Amounts are in 分.</summary>
/// <param name="Level">At which level.</param>
/// <param name="Code">Code of unit or project; empty for the department.</param>
/// <param name="UnitCode">Unit of a project; the unit itself; empty for the department.</param>
/// <param name="BudgetFen">年初预算.</param>
/// <param name="WholeFen">调整后.</param>
/// <param name="DoneFen">Paid until the end of the month that was looked at.</param>
/// <param name="Plan">What should be paid by then, as a share of the year.</param>
/// <param name="ForecastFen">Expected until the end of the year.</param>
/// <param name="Months">Paid in each month of the year until the one that was looked at; 0 after it.</param>
public sealed record Monitored(
    MonitoredLevel Level, string Code, string UnitCode, long BudgetFen, long WholeFen, long DoneFen, decimal Plan, long ForecastFen, IReadOnlyList<long> Months)
{
    /// <summary>Paid share of the whole budget; 0 where there is none.</summary>
    public decimal Share => WholeFen > 0 ? (decimal)DoneFen / WholeFen : 0;

    /// <summary>Expected share of the whole budget; 0 where there is none.</summary>
    public decimal ForecastShare => WholeFen > 0 ? (decimal)ForecastFen / WholeFen : 0;
}

/// <summary>A warning (预警).</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Message">What was found, in Chinese.</param>
public sealed record MonitoringWarning(string Rule, Monitored Subject, string Message);

/// <summary>What monitoring found (监控结果).</summary>
/// <param name="Year">年度.</param>
/// <param name="Month">Until the end of which month it looked, 1 to 12.</param>
/// <param name="Office">The department.</param>
/// <param name="Units">Its units.</param>
/// <param name="Projects">Its projects.</param>
/// <param name="Warnings">The warnings, those about the department first.</param>
public sealed record MonitoringReport(int Year, int Month, Monitored Office, IReadOnlyList<Monitored> Units, IReadOnlyList<Monitored> Projects, IReadOnlyList<MonitoringWarning> Warnings)
{
    /// <summary>时间进度.</summary>
    public decimal TimeShare => (decimal)Month / LineBalance.MonthsOfYear;
}
