using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>What the values of an indicator mean (指标值的含义).</summary>
internal static partial class IndicatorWords
{
    /// <summary>The target of this year, or the only target of a long-term indicator; null when it is blank.</summary>
    public static string? Target(Indicator indicator) =>
        Value(indicator, "预期当年实现") ?? Value(indicator, "预计当年实现") ?? Value(indicator, "年初目标值") ?? indicator.Values.FirstOrDefault(v => v.Key == "指标值").Value;

    /// <summary>上年; null when it is blank.</summary>
    public static string? LastYear(Indicator indicator) => Value(indicator, "上年");

    /// <summary>前年; null when it is blank.</summary>
    public static string? YearBefore(Indicator indicator) => Value(indicator, "前年");

    /// <summary>Whether the value says that there was no such indicator: blank or a stroke.</summary>
    public static bool IsNone(string? value) => value is null || value.Trim() is "" or "/" or "／" or "-" or "—" or "无";

    /// <summary>Whether it belongs to annual goals: it has values of earlier years or an annual goal.</summary>
    public static bool IsAnnual(Indicator indicator) =>
        indicator.Values.Any(v => v.Key.Contains("当年", StringComparison.Ordinal) || v.Key.Contains("上年", StringComparison.Ordinal)) || (indicator.Goal?.StartsWith("年度", StringComparison.Ordinal) ?? false);

    /// <summary>The number of a target with its unit, e.g. ≥50000人次; null for words.</summary>
    public static (decimal Number, string Unit)? Number(string? target) =>
        target is not null && Numbered().Match(FigureText.Compact(target)) is { Success: true } match && decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (number, match.Groups["unit"].Value)
            : null;

    private static string? Value(Indicator indicator, string header) => indicator.Values.FirstOrDefault(v => v.Key[(v.Key.LastIndexOf('/') + 1)..].StartsWith(header, StringComparison.Ordinal)).Value;

    [GeneratedRegex("^[≥≤=＞＜><﹥﹤]*(?<number>[0-9]+(\\.[0-9]+)?)(?<unit>[%\\u4e00-\\u9fff/]*)$")]
    private static partial Regex Numbered();
}
