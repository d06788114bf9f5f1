using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Performance;

/// <summary>What an indicator scored, step by step (指标得分说明).</summary>
/// <param name="Measured">The indicator with what was measured of it.</param>
/// <param name="Score">得分; null while something is missing.</param>
/// <param name="IsMet">Whether the target was met; null where that is not known.</param>
/// <param name="Deviation">How far the value lies beyond or behind its target, in percent; null where that has no meaning.</param>
/// <param name="Steps">Target, actual value, arithmetic, weight, score: sentences in their order.</param>
/// <param name="Missing">What a person must still supply; null when nothing.</param>
/// <param name="Demand">The cause that is asked for; null when none is.</param>
public sealed record IndicatorResult(
    MeasuredIndicator Measured, decimal? Score, bool? IsMet, decimal? Deviation, IReadOnlyList<string> Steps, string? Missing, CauseDemand? Demand)
{
    /// <summary>Its name.</summary>
    public string Name => MeasuredIndicators.NameOf(Measured.Indicator);

    /// <summary>Scores an indicator by a scheme.</summary>
    /// <param name="measured">The indicator, its weight settled.</param>
    /// <param name="scheme">评分办法.</param>
    /// <param name="causes">Causes recorded for its subject.</param>
    internal static IndicatorResult Of(MeasuredIndicator measured, ScoringScheme scheme, CauseBook causes)
    {
        var (indicator, name) = (measured.Indicator, MeasuredIndicators.NameOf(measured.Indicator));
        var weight = indicator.Weight ?? 0m;
        var steps = new List<string> { $"年初目标值 {indicator.Target.Printed}，分值 {Text(weight)} 分。" };
        if (indicator.Actual is not { } actual)
        {
            steps.Add(measured.Query is { } empty ? $"取数没有结果：{empty.Step}" : "还没有实际完成值，暂不评分。");
            return new IndicatorResult(measured, null, null, null, steps, $"“{name}”缺实际完成值", null);
        }

        steps.Add($"实际完成值 {actual}，{Origin(measured)}。");
        var reckoned = IndicatorScore.Explain(indicator.Target, actual, weight);
        steps.Add(reckoned.Step);
        var (score, isMet, missing) = reckoned.Score is not null && indicator.Score is null
            ? (reckoned.Score, reckoned.IsMet, null)
            : Graded(indicator, measured.Record?.Band, reckoned, scheme, steps);
        var demand = CauseOf(name, isMet, reckoned.Deviation, scheme, causes);
        if (demand?.Cause is { Reduction: > 0m and { } off } && score is { } before)
        {
            if (scheme.ReducesLowTargets)
            {
                score = Math.Max(0m, before - off);
                steps.Add($"目标值设定明显偏低，调减 {Text(off)} 分：{Text(before)} − {Text(off)} = {Text(score.Value)} 分。");
            }
            else
            {
                steps.Add($"填了调减 {Text(off)} 分，但“{scheme.Name}”没有调减的规定，不调减。");
            }
        }

        steps.Add($"依据：{scheme.Basis}。");
        return new IndicatorResult(measured, score, isMet, reckoned.Deviation, steps, missing, demand);
    }

    // What a person graded: within the band that was named, never above the weight.
    private static (decimal? Score, bool? IsMet, string? Missing) Graded(GoalIndicator indicator, string? band, IndicatorScore reckoned, ScoringScheme scheme, List<string> steps)
    {
        var (name, weight) = (MeasuredIndicators.NameOf(indicator), indicator.Weight ?? 0m);
        var index = band is null ? -1 : Measurement.Bands.ToList().IndexOf(band);
        var named = index >= 0 && index < scheme.Bands.Count ? scheme.Bands[index] : null;
        if (indicator.Score is not { } given)
        {
            if (index != 0 || named is null)
                return (null, null, $"“{name}”由人评定，还没有评分");
            steps.Add($"评定为“{named.Name}”，没有另填得分，按满分 {Text(weight)} 分。");
            return (weight, true, null);
        }

        if (weight <= 0m)
            return (0m, null, null);
        var share = Precision.Round(100m * given / weight, 2);
        var actual = named ?? scheme.BandOf(share);
        steps.Add($"由人评定{(actual is null ? "" : $"为“{actual.Name}”（{Text(actual.To)}%—{Text(actual.From)}%）")}，得 {Text(given)} 分，是分值的 {Text(share)}%。");
        var isWithin = actual is not null && share >= actual.From && share <= actual.To;
        // A quantity that was met is met, whatever a person gave.
        var isMet = reckoned.IsMet ?? (scheme.Bands.Count > 0 ? actual == scheme.Bands[0] : null);
        return (given, isMet, isWithin ? null : $"“{name}”的得分是分值的 {Text(share)}%，不在“{actual?.Name ?? "任何一档"}”{(actual is null ? "" : $"（{Text(actual.To)}%—{Text(actual.From)}%）")}之内");
    }

    private static CauseDemand? CauseOf(string name, bool? isMet, decimal? deviation, ScoringScheme scheme, CauseBook causes)
    {
        if (isMet == false)
            return causes.Demand(name, deviation is { } behind && behind < 0m ? $"没有完成目标，差 {Text(-behind)}%" : "没有完成目标");
        return deviation >= scheme.CauseAbove ? causes.Demand(name, $"超出目标 {Text(deviation.Value)}%，达到或超过 {Text(scheme.CauseAbove)}% 的界限") : null;
    }

    private static string Origin(MeasuredIndicator measured) => measured.Origin switch
    {
        ValueOrigin.Computed when measured.Query is null => $"由业务记录取数：{measured.Record!.Query}，{measured.Record.Date:yyyy-MM-dd} 取，共 {measured.Record.Records} 条记录",
        ValueOrigin.Computed => $"由记录取数：{measured.Query!.Step.TrimEnd('。')}",
        ValueOrigin.Typed => $"手工填写{(measured.Record!.By is { } by ? $"，填报人 {by}" : "")}{(measured.Record.Date is { } day ? $"，{day:yyyy-MM-dd}" : "")}{(measured.Record.Evidence is { } file ? $"，材料：{file}" : "，没有材料")}",
        ValueOrigin.Merged => "由各项目汇总",
        _ => "手工填写在绩效指标表，没有材料",
    };

    internal static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A cause that is asked for (应说明的偏差).</summary>
/// <param name="Indicator">The indicator; null for the execution of the budget.</param>
/// <param name="Why">Why it is asked for.</param>
/// <param name="Cause">The record that gives it; null when there is none.</param>
/// <param name="IsGiven">Whether it was given, be it in the form's own field.</param>
public sealed record CauseDemand(string? Indicator, string Why, DeviationCause? Cause, bool IsGiven);

/// <summary>The causes recorded for a subject at a moment of the year.</summary>
internal sealed class CauseBook(PerformanceRecords records, string? project, MeasureTime time)
{
    /// <summary>Field of the form in which a person may explain all deviations at once.</summary>
    public const string Field = "偏差大或目标未完成原因分析";

    private readonly bool _isExplained = time == MeasureTime.YearEnd && records.Entries.Any(e => e.ProjectCode == project && e.Field == Field);

    /// <summary>Causes of the subject.</summary>
    public IReadOnlyList<DeviationCause> All { get; } = [.. records.Causes.Where(c => c.ProjectCode == project && c.Time == time)];

    /// <summary>A demand with what was recorded for it.</summary>
    public CauseDemand Demand(string? indicator, string why)
    {
        var cause = All.FirstOrDefault(c => c.Indicator == indicator);
        return new CauseDemand(indicator, why, cause, cause is not null || _isExplained);
    }
}
