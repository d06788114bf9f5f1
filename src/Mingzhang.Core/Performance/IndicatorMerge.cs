using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Performance;

/// <summary>A project that takes part in a merger, with its indicators weighted.</summary>
/// <param name="Project">The project.</param>
/// <param name="Execution">Its funds.</param>
/// <param name="Indicators">Its measured indicators.</param>
internal sealed record MergePart(Project Project, ExecutionFigures Execution, IReadOnlyList<MeasuredIndicator> Indicators)
{
    /// <summary>Its funds: what others are weighed against.</summary>
    public decimal Funds => Execution.BudgetFen ?? 0;
}

/// <summary>
/// Merges the indicators of several projects (指标汇总): absolute values add up, relative values and graded scores are averaged weighted by
/// funds; results are merged first and scored afterwards.
/// </summary>
internal static class IndicatorMerge
{
    private sealed record Member(MergePart Part, MeasuredIndicator Measured);

    public static (IReadOnlyList<MeasuredIndicator> Indicators, IReadOnlyList<string> Said) Of(IReadOnlyList<MergePart> parts, ScoringScheme scheme)
    {
        var said = new List<string>();
        var merged = parts.SelectMany(p => p.Indicators.Select(m => new Member(p, m)))
            .GroupBy(m => (m.Measured.Indicator.Level1, m.Measured.Indicator.Level2, m.Measured.Indicator.Level3, m.Measured.Indicator.Target.Operator, m.Measured.Indicator.Target.Unit, m.Measured.Indicator.Target.Number is null))
            .Select(g => Merge([.. g], said)).ToList();
        return (Rescaled(merged, parts, scheme, said), said);
    }

    private static (MeasuredIndicator Measured, decimal Mass) Merge(List<Member> members, List<string> said)
    {
        var first = members[0].Measured;
        var funds = members.Sum(m => m.Part.Funds);
        // What a weight stands for grows with the money behind it.
        var mass = members.Sum(m => (m.Measured.Indicator.Weight ?? 0m) * (funds == 0m ? 1m : m.Part.Funds));
        if (members.Count == 1)
            return (first, mass);
        var name = MeasuredIndicators.NameOf(first.Indicator);
        if (members.Exists(m => m.Measured.Indicator.Actual is null))
            return (first with { Indicator = first.Indicator with { ProjectCode = null, Actual = null, Score = null }, Origin = ValueOrigin.None, Record = null, Query = null }, mass);
        var isQuantity = first.Indicator.Target.Number is not null && members.TrueForAll(m => Number(m) is not null);
        var indicator = isQuantity ? Quantity(members, name, funds, said) : Graded(members, name, funds, said);
        return (first with { Indicator = indicator with { ProjectCode = null }, Origin = ValueOrigin.Merged, Record = null, Query = null }, mass);
    }

    private static GoalIndicator Quantity(List<Member> members, string name, decimal funds, List<string> said)
    {
        var first = members[0].Measured.Indicator;
        var isRelative = first.Target.Unit is "%" or "‰" || funds == 0m;
        var (target, actual) = isRelative ? (Average(members, funds, m => m.Measured.Indicator.Target.Number!.Value), Average(members, funds, m => Number(m)!.Value))
            : (members.Sum(m => m.Measured.Indicator.Target.Number!.Value), members.Sum(m => Number(m)!.Value));
        said.Add(isRelative
            ? $"“{name}”是相对值，按资金额度加权平均：目标 {Text(target)}{first.Target.Unit}，实际 {Text(actual)}{first.Target.Unit}（{members.Count} 个项目）。"
            : $"“{name}”是绝对值，直接累加：目标 {Text(target)}{first.Target.Unit}，实际 {Text(actual)}{first.Target.Unit}（{members.Count} 个项目）。");
        return first with { Target = first.Target with { Number = target }, Actual = Text(actual) + first.Target.Unit, Score = null };
    }

    private static GoalIndicator Graded(List<Member> members, string name, decimal funds, List<string> said)
    {
        var first = members[0].Measured.Indicator;
        // A share of the weight, since members may have given the indicator different weights.
        decimal? share = members.TrueForAll(m => Share(m) is not null) ? Average(members, funds, m => Share(m)!.Value) : null;
        if (share is { } known)
            said.Add($"“{name}”由人评定，各项目得分占分值的比例按资金额度加权平均为 {Text(100m * known)}%（{members.Count} 个项目）。");
        return first with { Actual = string.Join('；', members.Select(m => m.Measured.Indicator.Actual).Distinct()), Score = share is { } s ? Precision.Round(s * (first.Weight ?? 0m), 2) : null };
    }

    // Each level gets the points of the scheme, shared out by the weights behind it.
    private static List<MeasuredIndicator> Rescaled(List<(MeasuredIndicator Measured, decimal Mass)> merged, IReadOnlyList<MergePart> parts, ScoringScheme scheme, List<string> said)
    {
        var result = merged.Select(m => m.Measured).ToList();
        foreach (var level in scheme.Weights.Levels)
        {
            var own = Enumerable.Range(0, result.Count).Where(i => scheme.Weights.LevelOf(result[i].Indicator.Level1) == level.Key).ToList();
            var mass = own.Sum(i => merged[i].Mass);
            if (mass == 0m)
                continue;
            var given = 0m;
            foreach (var i in own)
            {
                var (old, now) = (result[i].Indicator.Weight ?? 0m, i == own[^1] ? level.Value - given : Precision.Round(level.Value * merged[i].Mass / mass, 2));
                given += now;
                var score = result[i].Indicator.Score is { } points && old > 0m ? Precision.Round(points * now / old, 2) : result[i].Indicator.Score;
                result[i] = result[i] with { Indicator = result[i].Indicator with { Weight = now, Score = score } };
            }
        }

        said.Insert(0, $"先汇总 {parts.Count} 个项目的完成值，再计算得分；各一级指标的分值按项目资金和原分值分到各指标。");
        return result;
    }

    private static decimal Average(List<Member> members, decimal funds, Func<Member, decimal> value) =>
        funds == 0m ? members.Average(value) : Precision.Round(members.Sum(m => value(m) * m.Part.Funds) / funds, 4);

    private static decimal? Number(Member member) =>
        member.Measured.Indicator is { Actual: { } actual, Target.Unit: var unit } ? IndicatorScore.Number(actual, unit) : null;

    private static decimal? Share(Member member)
    {
        var indicator = member.Measured.Indicator;
        if (indicator.Weight is not > 0m)
            return null;
        var score = indicator.Score ?? (indicator.Actual is { } actual ? IndicatorScore.Of(indicator.Target, actual, indicator.Weight.Value) : null)
            ?? (member.Measured.Record?.Band == Measurement.Bands[0] ? indicator.Weight : null);
        return score / indicator.Weight;
    }

    private static string Text(decimal number) => Precision.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
