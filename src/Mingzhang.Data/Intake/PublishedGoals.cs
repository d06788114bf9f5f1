using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;

namespace Mingzhang.Data.Intake;

/// <summary>
/// Draft goals and indicators from the performance forms of a published budget (绩效目标、绩效指标的初稿). Targets become operator, number and
/// unit where they are printed so; what was aimed at last year stands as this year's first wording.
/// </summary>
internal static partial class PublishedGoals
{
    private const string Annual = "年度", LongTerm = "长期", Suffix = "指标";

    /// <summary>Records of 绩效目标 and 绩效指标, in the order of the forms.</summary>
    /// <param name="forms">The forms; self-evaluations look back and are left out.</param>
    /// <param name="year">Year of the document.</param>
    /// <param name="codeOf">Code of a project by its name; null for one that the document's tables do not list.</param>
    /// <param name="unknown">Is told names of projects without a code.</param>
    public static (IReadOnlyList<(string, string?)[]> Goals, IReadOnlyList<(string, string?)[]> Indicators) Of(
        IEnumerable<PerformanceForm> forms, int year, Func<string, string?> codeOf, Action<string> unknown)
    {
        var (goals, indicators) = (new List<(string, string?)[]>(), new List<(string, string?)[]>());
        foreach (var form in forms.Where(f => !f.Form.Contains("自评", StringComparison.Ordinal) && f.Indicators.Count > 0))
        {
            var code = form.Project is { Length: > 0 } name ? codeOf(TightText.Of(name)) : "";
            if (code is null)
            {
                unknown(form.Project!);
                continue;
            }

            var told = Told(form);
            goals.AddRange(told.OrderBy(g => g.Key.Term != LongTerm).ThenBy(g => g.Key.Number).Select(g => new (string, string?)[]
                { ("项目编码", code), ("期限", g.Key.Term), ("序号", Text(g.Key.Number)), ("目标", g.Value) }));
            indicators.AddRange(form.Indicators.Select(i => Indicator(i, code, year, told)).OfType<(string, string?)[]>());
        }

        return (goals, indicators);
    }

    // Goals are printed above or beside their indicators, or in fields of their own, several in one field.
    private static Dictionary<(string Term, int Number), string> Told(PerformanceForm form)
    {
        var told = new Dictionary<(string, int), string>();
        void Tell(string term, int number, string text)
        {
            if (Goal().Match(text) is { Success: true, Groups: var g } && g["text"].Length > 0)
                text = g["text"].Value;
            if (text.Trim().Length > 3)
                told.TryAdd((term, number), text.Trim().TrimEnd('。', '；', ';'));
        }

        foreach (var indicator in form.Indicators.Where(i => i.Goal is not null))
        {
            if (Goal().Match(indicator.Goal!) is { Success: true, Groups: var g } && g["text"].Length > 0)
                Tell(TermOf(indicator.Goal!), Number(g["number"].Value), g["text"].Value);
        }

        foreach (var (key, value) in form.Fields)
        {
            var label = key.Split('/')[^1];
            if (Goal().Match(label) is { Success: true, Groups: var g } && g["text"].Length == 0 && g["number"].Length > 0)
                Tell(TermOf(key), Number(g["number"].Value), value);
            else if (Field().IsMatch(label))
            {
                var parts = Listed().Matches(value);
                if (parts.Count == 0)
                    Tell(TermOf(label), 1, value);
                foreach (Match part in parts)
                    Tell(TermOf(label), Number(part.Groups["number"].Value), part.Groups["text"].Value);
            }
        }

        return told;
    }

    private static (string, string?)[]? Indicator(Indicator indicator, string code, int year, Dictionary<(string Term, int Number), string> told)
    {
        if (indicator.Level1 is null || Target(indicator, year) is not { } target)
            return null;
        var term = TermOf(indicator.Goal ?? "");
        var number = indicator.Goal is { } goal && Goal().Match(goal) is { Success: true, Groups: var g } ? Number(g["number"].Value) : 1;
        var level1 = indicator.Level1.EndsWith(Suffix, StringComparison.Ordinal) ? indicator.Level1 : indicator.Level1 + Suffix;
        // Levels are printed in many ways; the ledger knows four.
        level1 = IndicatorLevels.All.Select(l => l.Level1).FirstOrDefault(l => level1.Contains(l[..2], StringComparison.Ordinal)) ?? level1;
        return
        [
            ("项目编码", code), ("期限", term), ("目标", told.ContainsKey((term, number)) ? Text(number) : null), ("一级指标", level1), ("二级指标", indicator.Level2 ?? level1), ("三级指标", indicator.Level3),
            ("比较", target.Operator), ("数值", target.Number?.ToString("0.####", CultureInfo.InvariantCulture)), ("单位", target.Unit), ("定性", target.Words),
            ("前年", Value(indicator, k => k.Contains(Text(year - 1), StringComparison.Ordinal))), ("依据", Value(indicator, k => k.Contains("依据", StringComparison.Ordinal))),
        ];
    }

    /// <summary>The target of an indicator as data: operator, number and unit, or words; null where none is printed.</summary>
    internal static IndicatorTarget? Target(Indicator indicator, int year)
    {
        var text = indicator.Values.LastOrDefault(v => IsTarget(v.Key, year)).Value;
        return string.IsNullOrWhiteSpace(text) ? null : Target(TightText.Of(text));
    }

    /// <summary>A target as printed: ≥95%, 不低于 21 人, 14000份左右, 逐步提高.</summary>
    internal static IndicatorTarget Target(string text)
    {
        if (Quantity().Match(text) is not { Success: true, Groups: var g } || FigureText.Parse(g["number"].Value) is not { Value: >= 0, Decimals: <= 4 } figure)
            return IndicatorTarget.Said(text);
        var comparison = g["about"].Length > 0 ? IndicatorTarget.About : g["operator"].Value switch
        {
            "" => null,
            "≥" or "≧" or ">=" or "不低于" or "不少于" or "大于等于" or "达到" => "≥",
            "≤" or "≦" or "<=" or "不高于" or "不超过" or "小于等于" => "≤",
            ">" or "＞" or "大于" or "高于" => ">",
            "<" or "＜" or "小于" or "低于" => "<",
            _ => "=",
        };
        return new IndicatorTarget(comparison, figure.Value, g["unit"].Length > 0 ? g["unit"].Value : null, null);
    }

    // Targets of the year; columns of years before, bases and results are others.
    private static bool IsTarget(string header, int year) =>
        (header.Contains("指标值", StringComparison.Ordinal) || header.Contains("目标值", StringComparison.Ordinal) || header.Contains("预计", StringComparison.Ordinal))
        && !header.Contains("依据", StringComparison.Ordinal) && !header.Contains("实际", StringComparison.Ordinal)
        && !Enumerable.Range(1, 3).Any(back => header.Contains(Text(year - back), StringComparison.Ordinal)) && !header.EndsWith("上年", StringComparison.Ordinal) && !header.EndsWith("前年", StringComparison.Ordinal);

    private static string? Value(Indicator indicator, Func<string, bool> isIt) => indicator.Values.FirstOrDefault(v => isIt(v.Key)).Value is { Length: > 0 } text ? TightText.Of(text) : null;

    private static string TermOf(string words) => words.Contains("长期", StringComparison.Ordinal) || words.Contains("中期", StringComparison.Ordinal) ? LongTerm : Annual;

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:年度|长期|中期)?(?:绩效)?目标(?<number>[0-9]{0,2})(?:[:：](?<text>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Goal();

    [GeneratedRegex("^(?:年度|长期|中期)(?:总体|绩效)?目标$")]
    private static partial Regex Field();

    [GeneratedRegex("目标(?<number>[0-9]{1,2})[:：](?<text>[^；;]+)")]
    private static partial Regex Listed();

    [GeneratedRegex("^(?<operator>≥|≧|>=|≤|≦|<=|>|＞|<|＜|=|＝|等于|不低于|不少于|大于等于|达到|不高于|不超过|小于等于|大于|高于|小于|低于)?(?<number>[0-9][0-9,]*(?:\\.[0-9]+)?)(?<unit>[^0-9，。；,;]{0,8}?)(?<about>左右)?$")]
    private static partial Regex Quantity();
}
