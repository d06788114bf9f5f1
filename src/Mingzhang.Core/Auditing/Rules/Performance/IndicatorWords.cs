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

    /// <summary>实际完成值 of a self-evaluation; null when it is blank.</summary>
    public static string? Actual(Indicator indicator) => Value(indicator, "实际完成");

    /// <summary>Values of earlier years with their headers (前年, 上年, 2023年), in the order printed.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Earlier(Indicator indicator) =>
        indicator.Values.Select(v => new KeyValuePair<string, string>(v.Key[(v.Key.LastIndexOf('/') + 1)..], v.Value)).Where(v => EarlierHeader().IsMatch(v.Key));

    /// <summary>The percentage that ends a text, e.g. of 读者满意度≥90%; null where there is none or more than one.</summary>
    public static decimal? Percentage(string? text) =>
        text is not null && Percentages().Matches(FigureText.Compact(text)) is [var only] ? decimal.Parse(only.Groups["number"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether the value says that there was no such indicator: blank or a stroke.</summary>
    public static bool IsNone(string? value) => value is null || value.Trim() is "" or "/" or "／" or "-" or "—" or "无";

    /// <summary>Whether it belongs to annual goals: it has values of earlier years or an annual goal.</summary>
    public static bool IsAnnual(Indicator indicator) =>
        indicator.Values.Any(v => v.Key.Contains("当年", StringComparison.Ordinal) || v.Key.Contains("上年", StringComparison.Ordinal)) || (indicator.Goal?.StartsWith("年度", StringComparison.Ordinal) ?? false);

    /// <summary>The number of a target with its unit, e.g. ≥50000人次; null for words.</summary>
    public static TargetNumber? Number(string? target) =>
        target is not null && Numbered().Match(FigureText.Compact(target)) is { Success: true } match && decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new TargetNumber(number, match.Groups["unit"].Value)
            : null;

    private static string? Value(Indicator indicator, string header) => indicator.Values.FirstOrDefault(v => v.Key[(v.Key.LastIndexOf('/') + 1)..].StartsWith(header, StringComparison.Ordinal)).Value;

    [GeneratedRegex("^(前年|上年|20[0-9]{2}年?)$")]
    private static partial Regex EarlierHeader();

    [GeneratedRegex("(?<number>[0-9]+(\\.[0-9]+)?)[%％]")]
    private static partial Regex Percentages();

    [GeneratedRegex("^[≥≤=＞＜><﹥﹤]*(?<number>[0-9]+(\\.[0-9]+)?)(?<unit>[%\\u4e00-\\u9fff/]*)$")]
    private static partial Regex Numbered();
}

/// <summary>The number a target names (指标值).</summary>
/// <param name="Number">The number.</param>
/// <param name="Unit">Its unit as printed; empty when there is none.</param>
internal sealed record TargetNumber(decimal Number, string Unit);
