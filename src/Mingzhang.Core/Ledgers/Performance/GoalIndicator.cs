using System.Globalization;

namespace Mingzhang.Core.Ledgers.Performance;

/// <summary>An indicator (绩效指标) with its target and, after the year, what was reached.</summary>
/// <param name="ProjectCode">Its project; null for the whole department.</param>
/// <param name="Term">期限.</param>
/// <param name="Goal">序号 of its goal; null where the form does not tell goals apart.</param>
/// <param name="Level1">一级指标.</param>
/// <param name="Level2">二级指标.</param>
/// <param name="Level3">三级指标; null where the form leaves it blank.</param>
/// <param name="Target">指标值.</param>
/// <param name="BeforeLast">前年实现值 as printed; null where there is none.</param>
/// <param name="Last">上年实现值 as printed; null where there is none.</param>
/// <param name="Basis">指标值确定依据; null where it is not stated.</param>
/// <param name="Weight">分值; null where the form gives none.</param>
/// <param name="Actual">实际完成值 as printed; null before the year is over.</param>
/// <param name="Score">得分 that a person gave; null where it follows from target and actual value.</param>
public sealed record GoalIndicator(
    string? ProjectCode,
    GoalTerm Term,
    int? Goal,
    string Level1,
    string Level2,
    string? Level3,
    IndicatorTarget Target,
    string? BeforeLast = null,
    string? Last = null,
    string? Basis = null,
    decimal? Weight = null,
    string? Actual = null,
    decimal? Score = null);

/// <summary>The target of an indicator (指标值): a number with operator and unit, or words.</summary>
/// <param name="Operator">≥, ≤, &gt;, &lt;, =, 左右; null for a plain number, which means equal, and for words.</param>
/// <param name="Number">数值; null for words.</param>
/// <param name="Unit">计量单位, e.g. %, 人次; null where there is none.</param>
/// <param name="Words">定性要求; null for a number.</param>
public sealed record IndicatorTarget(string? Operator, decimal? Number, string? Unit, string? Words)
{
    /// <summary>About: met by what comes near.</summary>
    public const string About = "左右";

    /// <summary>The operators a target may have.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["≥", "≤", ">", "<", "=", About];

    /// <summary>A target in words.</summary>
    public static IndicatorTarget Said(string words) => new(null, null, null, words);

    /// <summary>As forms print it: ≥95%, 21人, 14000份左右.</summary>
    public string Printed => Number is { } number
        ? string.Concat(Operator == About ? "" : Operator, number.ToString("0.####", CultureInfo.InvariantCulture), Unit, Operator == About ? About : "")
        : Words ?? "";
}
