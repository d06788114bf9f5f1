using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Performance;

/// <summary>The score of a quantitative indicator with its arithmetic (定量指标得分), after 《项目支出绩效评价管理办法》财预〔2020〕10号.</summary>
/// <param name="Score">得分 to two decimals; null where a person must grade: words, about, or a zero that was not met.</param>
/// <param name="IsMet">Whether the target was met; null where that is for a person to say.</param>
/// <param name="Deviation">How far the value lies beyond (positive) or behind (negative) its target, in percent of it; null where that has no meaning.</param>
/// <param name="Step">The arithmetic in a sentence.</param>
public sealed record IndicatorScore(decimal? Score, bool? IsMet, decimal? Deviation, string Step)
{
    /// <summary>
    /// The score that target and actual value give: in full where the target is met, else in proportion, never above the weight.
    /// </summary>
    /// <param name="target">Target (A).</param>
    /// <param name="actual">Actual value (B) as printed.</param>
    /// <param name="weight">分值.</param>
    /// <returns>The score to two decimals; null where a person must grade: words, about, or a zero that was not met.</returns>
    public static decimal? Of(IndicatorTarget target, string actual, decimal weight) => Explain(target, actual, weight).Score;

    /// <summary>The same with its arithmetic.</summary>
    /// <param name="target">Target (A).</param>
    /// <param name="actual">Actual value (B) as printed.</param>
    /// <param name="weight">分值.</param>
    public static IndicatorScore Explain(IndicatorTarget target, string actual, decimal weight)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(actual);
        if (target.Number is not { } a)
            return new IndicatorScore(null, null, null, "定性指标，由人按分档评定。");
        if (Number(actual, target.Unit) is not { } b)
            return new IndicatorScore(null, null, null, $"实际完成值“{actual}”不是数，由人评定。");
        var deviation = Distance(target.Operator, a, b);
        if (target.Operator == IndicatorTarget.About)
            return new IndicatorScore(null, null, deviation, $"目标值写“左右”，{Text(b)} 与 {Text(a)} 相差 {Percent(Math.Abs(deviation ?? 0m))}，由人评定。");
        if (IsReached(target.Operator, a, b))
            return new IndicatorScore(weight, true, deviation, $"{Kind(target.Operator)}，实际 {Text(b)} {Reached(target.Operator)} 目标 {Text(a)}，已完成，得满分 {Text(weight)} 分{Capped(deviation)}。");
        if (a <= 0 || b <= 0)
            return new IndicatorScore(null, false, deviation, $"目标 {Text(a)}，实际 {Text(b)}，没有完成；有一个是零，不能按比例算，由人评定。");
        var (formula, ratio) = target.Operator switch
        {
            "≥" or ">" => ($"{Text(b)} ÷ {Text(a)}", b / a),
            "≤" or "<" => ($"{Text(a)} ÷ {Text(b)}", a / b),
            _ => ($"{Text(Math.Min(a, b))} ÷ {Text(Math.Max(a, b))}", Math.Min(a, b) / Math.Max(a, b)),
        };
        // A value that misses “more than” by standing at it would score in full by its ratio: it does, no score passes the weight.
        var score = Precision.Round(weight * Math.Min(1m, ratio), 2);
        return new IndicatorScore(score, false, deviation, $"{Kind(target.Operator)}，没有完成，得分 = 分值 × {Names(target.Operator)} = {Text(weight)} × {formula} = {Text(score)} 分。");
    }

    /// <summary>The number of an actual value in the unit of the target: “4次”, “≥30%” where only that the target was met is said; null for words.</summary>
    /// <param name="actual">As printed.</param>
    /// <param name="unit">计量单位 of the target; null for none.</param>
    public static decimal? Number(string actual, string? unit)
    {
        ArgumentNullException.ThrowIfNull(actual);
        var text = actual.Trim().TrimStart('≥', '≤', '>', '<', '=', '＞', '＜');
        if (unit is not null && text.EndsWith(unit, StringComparison.Ordinal))
            text = text[..^unit.Length];
        return FigureText.Parse(text)?.Value;
    }

    /// <summary>Whether less is better (反向指标).</summary>
    public static bool IsReverse(string? comparison) => comparison is "≤" or "<";

    private static bool IsReached(string? comparison, decimal a, decimal b) => comparison switch
    {
        "≥" => b >= a,
        ">" => b > a,
        "≤" => b <= a,
        "<" => b < a,
        _ => b == a,
    };

    // Of an equality any distance is a deviation behind it.
    private static decimal? Distance(string? comparison, decimal a, decimal b)
    {
        if (a == 0m)
            return b == 0m ? 0m : null;
        var share = Precision.Round(100m * (b - a) / a, 2);
        return comparison switch
        {
            "≥" or ">" => share,
            "≤" or "<" => -share,
            _ => -Math.Abs(share),
        };
    }

    private static string Kind(string? comparison) => comparison switch
    {
        "≥" or ">" => "正向指标",
        "≤" or "<" => "反向指标",
        _ => "等值指标",
    };

    private static string Reached(string? comparison) => comparison ?? "=";

    private static string Names(string? comparison) => comparison switch
    {
        "≥" or ">" => "实际值 ÷ 目标值",
        "≤" or "<" => "目标值 ÷ 实际值",
        _ => "较小值 ÷ 较大值",
    };

    private static string Capped(decimal? deviation) => deviation > 0m ? "（得分不超过分值）" : "";

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Percent(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
