using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Performance;

/// <summary>How the hundred points are shared out (分值安排).</summary>
/// <param name="Execution">分值 of the execution of the budget.</param>
/// <param name="Levels">分值 of each 一级指标.</param>
/// <param name="MayBeAbsent">一级指标 that may be left out where they make no sense; their points are then spread over the others.</param>
/// <param name="Merged">一级指标 that count within another, e.g. 成本指标 within 产出指标 by the national scheme.</param>
public sealed record WeightPlan(
    decimal Execution, IReadOnlyList<KeyValuePair<string, decimal>> Levels, IReadOnlyList<string> MayBeAbsent, IReadOnlyDictionary<string, string> Merged)
{
    /// <summary>Points of all indicators together.</summary>
    public decimal Indicators => Levels.Sum(l => l.Value);

    /// <summary>The 一级指标 within which an indicator counts.</summary>
    public string LevelOf(string level1) => Merged.GetValueOrDefault(level1, level1);

    /// <summary>
    /// The indicators of one subject with the weights they are scored by: what is not stated shares the rest of its level equally, and the
    /// points of a level that may be left out are spread in proportion over the others unless the stated weights have done so already.
    /// </summary>
    /// <param name="indicators">Indicators of one subject.</param>
    public WeightedIndicators Apply(IReadOnlyList<GoalIndicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        var said = new List<string>();
        var weighted = Stated(indicators, said);
        var absent = Levels.Where(l => MayBeAbsent.Contains(l.Key) && indicators.All(i => LevelOf(i.Level1) != l.Key)).ToList();
        var sum = weighted.Sum(i => i.Weight ?? 0m);
        var spread = absent.Sum(l => l.Value);
        if (indicators.Count > 0 && spread > 0m && sum == Indicators - spread)
        {
            weighted = Spread(weighted, sum);
            said.Add($"没有设{string.Join('、', absent.Select(l => l.Key))}，其 {Text(spread)} 分按比例摊到其他指标：各指标分值 × {Text(Indicators)} ÷ {Text(sum)}。");
            sum = weighted.Sum(i => i.Weight ?? 0m);
        }

        var problem = indicators.Count > 0 && sum != Indicators ? $"各指标分值合计 {Text(sum)} 分，办法规定 {Text(Indicators)} 分：请改正分值。" : null;
        return new WeightedIndicators(weighted, said, problem);
    }

    private List<GoalIndicator> Stated(IReadOnlyList<GoalIndicator> indicators, List<string> said)
    {
        var result = indicators.ToList();
        foreach (var level in Levels)
        {
            var own = Enumerable.Range(0, result.Count).Where(i => LevelOf(result[i].Level1) == level.Key).ToList();
            var open = own.Where(i => result[i].Weight is null).ToList();
            var left = level.Value - own.Sum(i => result[i].Weight ?? 0m);
            if (open.Count == 0 || left <= 0m)
                continue;
            var each = Precision.Round(left / open.Count, 2);
            foreach (var i in open)
                result[i] = result[i] with { Weight = i == open[^1] ? left - (each * (open.Count - 1)) : each };
            said.Add($"{level.Key}有 {open.Count} 项没有填分值，余下的 {Text(left)} 分平均分给它们。");
        }

        return result;
    }

    // To two decimals; the last one takes what rounding leaves, so that the points add up.
    private List<GoalIndicator> Spread(List<GoalIndicator> weighted, decimal sum)
    {
        var result = weighted.Select(i => i with { Weight = Precision.Round((i.Weight ?? 0m) * Indicators / sum, 2) }).ToList();
        result[^1] = result[^1] with { Weight = result[^1].Weight + Indicators - result.Sum(i => i.Weight ?? 0m) };
        // A score that a person gave is a share of the weight it was given by.
        return [.. result.Zip(weighted, (now, before) => before is { Score: { } given, Weight: > 0m and { } old } ? now with { Score = Precision.Round(given * now.Weight!.Value / old, 2) } : now)];
    }

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>Indicators with the weights they are scored by (定好分值的指标).</summary>
/// <param name="Indicators">The indicators in their order.</param>
/// <param name="Said">What was done with the weights, sentences; empty when they were taken as stated.</param>
/// <param name="Problem">Why the weights are wrong; null when they add up.</param>
public sealed record WeightedIndicators(IReadOnlyList<GoalIndicator> Indicators, IReadOnlyList<string> Said, string? Problem);
