using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance.Measuring;

namespace Mingzhang.Core.Performance;

/// <summary>Where an actual value comes from (完成值来源).</summary>
public enum ValueOrigin
{
    /// <summary>There is none yet.</summary>
    None,

    /// <summary>手工填写 in 绩效指标, without evidence.</summary>
    Stated,

    /// <summary>手工填写 in 绩效监测.</summary>
    Typed,

    /// <summary>取数 over the records: of the ledger, computed anew each time, or of the office's businesses, computed on the day that the measurement says.</summary>
    Computed,

    /// <summary>汇总 of several projects.</summary>
    Merged,
}

/// <summary>An annual indicator with what was measured of it (指标的完成值).</summary>
/// <param name="Indicator">The indicator, its 实际 and 得分 those of the measurement.</param>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="Record">The measurement; null where there is none.</param>
/// <param name="Query">What its query gave; null where the value was typed, or computed over records that are not in the ledger.</param>
public sealed record MeasuredIndicator(GoalIndicator Indicator, ValueOrigin Origin, Measurement? Record, MeasureResult? Query);

/// <summary>Brings indicators and their measurements together (指标与监测对应).</summary>
public static class MeasuredIndicators
{
    /// <summary>How an indicator is called by measurements and causes: 三级指标, or 二级指标 where it has none.</summary>
    public static string NameOf(GoalIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Level3 ?? indicator.Level2;
    }

    /// <summary>Whether a measurement is of an indicator.</summary>
    public static bool IsOf(Measurement record, GoalIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Term == GoalTerm.Annual && record.ProjectCode == indicator.ProjectCode && record.Indicator == NameOf(indicator) && (record.Level2 ?? indicator.Level2) == indicator.Level2;
    }

    /// <summary>The annual indicators of a subject at a moment of the year.</summary>
    /// <param name="ledger">The records.</param>
    /// <param name="project">Code of the project; null for the whole department.</param>
    /// <param name="time">时点.</param>
    public static IReadOnlyList<MeasuredIndicator> Of(Ledger ledger, string? project, MeasureTime time)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return [.. ledger.Performance.Indicators.Where(i => i.ProjectCode == project && i.Term == GoalTerm.Annual).Select(i => Of(i, ledger, time))];
    }

    /// <summary>One indicator at a moment of the year.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="ledger">The records.</param>
    /// <param name="time">时点.</param>
    public static MeasuredIndicator Of(GoalIndicator indicator, Ledger ledger, MeasureTime time)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(ledger);
        if (ledger.Performance.Measurements.FirstOrDefault(m => m.Time == time && IsOf(m, indicator)) is not { } record)
        {
            // 实际 in the indicator's own row is that of the year's end.
            var stated = time == MeasureTime.YearEnd ? indicator.Actual : null;
            return new MeasuredIndicator(stated is null ? indicator with { Actual = null, Score = null } : indicator, stated is null ? ValueOrigin.None : ValueOrigin.Stated, null, null);
        }

        if (record.Value is { } typed)
            return new MeasuredIndicator(indicator with { Actual = typed, Score = record.Score }, record.Query is null ? ValueOrigin.Typed : ValueOrigin.Computed, record, null);
        // A query was checked when the record was read.
        var result = MeasureQuery.Parse(record.Query ?? "", out _) is { } query ? MeasureResult.Of(query, ledger, indicator.ProjectCode) : null;
        var printed = result?.Printed(indicator.Target.Unit);
        return new MeasuredIndicator(indicator with { Actual = printed, Score = record.Score }, printed is null ? ValueOrigin.None : ValueOrigin.Computed, record, result);
    }
}
