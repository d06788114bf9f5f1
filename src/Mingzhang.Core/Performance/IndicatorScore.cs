using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Performance;

/// <summary>Scores a quantitative indicator (定量指标得分), after 《项目支出绩效评价管理办法》财预〔2020〕10号.</summary>
public static class IndicatorScore
{
    /// <summary>
    /// The score that target and actual value give: in full where the target is met, else in proportion, never above the weight.
    /// </summary>
    /// <param name="target">Target (A).</param>
    /// <param name="actual">Actual value (B) as printed.</param>
    /// <param name="weight">分值.</param>
    /// <returns>The score to two decimals; null where a person must grade: words, about, or a zero that was not met.</returns>
    public static decimal? Of(IndicatorTarget target, string actual, decimal weight)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(actual);
        if (target.Number is not { } a || target.Operator == IndicatorTarget.About || Number(actual, target.Unit) is not { } b)
            return null;
        var met = target.Operator switch
        {
            "≥" => b >= a,
            ">" => b > a,
            "≤" => b <= a,
            "<" => b < a,
            _ => b == a,
        };
        if (met)
            return weight;
        if (a <= 0 || b <= 0)
            return null;
        var ratio = target.Operator switch
        {
            "≥" or ">" => b / a,
            "≤" or "<" => a / b,
            _ => Math.Min(a, b) / Math.Max(a, b),
        };
        return Precision.Round(weight * Math.Min(1m, ratio), 2);
    }

    // The number of an actual value in the unit of the target: “4次”, “≥30%” where only that the target was met is said.
    private static decimal? Number(string actual, string? unit)
    {
        var text = actual.Trim().TrimStart('≥', '≤', '>', '<', '=', '＞', '＜');
        if (unit is not null && text.EndsWith(unit, StringComparison.Ordinal))
            text = text[..^unit.Length];
        return FigureText.Parse(text)?.Value;
    }
}
