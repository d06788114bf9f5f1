using System.Globalization;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Execution;

/// <summary>A warning with what was answered to it.</summary>
/// <param name="Warning">The warning.</param>
/// <param name="Answers">All answers to it this year, the newest first.</param>
/// <param name="IsAnswered">Whether one was given in the quarter that is looked at, or later.</param>
internal sealed record AnsweredWarning(MonitoringWarning Warning, IReadOnlyList<WarningAnswer> Answers, bool IsAnswered);

/// <summary>Monitoring of a year as pages show it.</summary>
/// <param name="Report">What was found.</param>
/// <param name="Warnings">The warnings with their answers.</param>
/// <param name="Lines">The lines it was found by.</param>
/// <param name="Plans">Plans by project.</param>
/// <param name="Thresholds">Thresholds of the office.</param>
internal sealed record MonitoringWork(
    MonitoringReport Report, IReadOnlyList<AnsweredWarning> Warnings, IReadOnlyList<LineBalance> Lines, IReadOnlyDictionary<string, IReadOnlyList<int>> Plans, MonitoringThresholds Thresholds)
{
    /// <summary>Months of a quarter.</summary>
    public const int MonthsOfQuarter = 3;

    /// <summary>Looks at a year.</summary>
    /// <param name="desk">The database.</param>
    /// <param name="data">Where the usual thresholds are.</param>
    /// <param name="books">The books.</param>
    /// <param name="units">Units the person sees; null for all.</param>
    /// <param name="month">Until the end of which month; null for the last one with payments.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<MonitoringWork> LookAsync(OfficeDesk desk, DataFolder data, ExecutionInfo books, IReadOnlyList<string>? units, int? month, CancellationToken cancellation)
    {
        var lines = await desk.Execution.LinesAsync(books.Id, units, cancellation).ConfigureAwait(false);
        var plans = await desk.Execution.Monitoring.PlansAsync(books.Id, cancellation).ConfigureAwait(false);
        var thresholds = await ThresholdsAsync(desk, data, books.Department, cancellation).ConfigureAwait(false);
        var answers = await desk.Execution.Monitoring.AnswersAsync(books.Id, cancellation).ConfigureAwait(false);
        var report = ExecutionMonitor.Look(books.Year, month ?? Last(lines), lines, plans, thresholds);
        var byWarning = answers.ToLookup(a => (a.Rule, a.Subject));
        return new MonitoringWork(report, [.. report.Warnings.Select(w => Answered(w, [.. byWarning[(w.Rule, w.Subject.Level == MonitoredLevel.Office ? "" : w.Subject.Code)].Reverse()], report.Month))], lines, plans, thresholds);
    }

    /// <summary>Thresholds of an office.</summary>
    public static async Task<MonitoringThresholds> ThresholdsAsync(OfficeDesk desk, DataFolder data, int department, CancellationToken cancellation)
    {
        var own = await desk.Execution.Monitoring.SettingsAsync(department, cancellation).ConfigureAwait(false);
        return data.Monitoring.With(own.ToDictionary(o => o.Key, o => decimal.Parse(o.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal));
    }

    /// <summary>The quarter of a month, from 1.</summary>
    public static int Quarter(int month) => ((month - 1) / MonthsOfQuarter) + 1;

    private static AnsweredWarning Answered(MonitoringWarning warning, IReadOnlyList<WarningAnswer> answers, int month) => new(warning, answers, answers.Any(a => Quarter(a.Month) >= Quarter(month)));

    private static int Last(IReadOnlyList<LineBalance> lines)
    {
        for (var month = LineBalance.MonthsOfYear; month > 1; month--)
        {
            if (lines.Any(l => l.Key.Flow == Flow.Expenditure && l.Months[month - 1] != 0))
                return month;
        }

        return 1;
    }
}
