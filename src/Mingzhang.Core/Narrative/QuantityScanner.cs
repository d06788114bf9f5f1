using System.Globalization;
using System.Text.RegularExpressions;

namespace Mingzhang.Core.Narrative;

/// <summary>Finds the numbers of a paragraph that state something (找数): no years, dates, ordinals, file numbers, ranges.</summary>
internal static partial class QuantityScanner
{
    /// <summary>The numbers in order.</summary>
    public static IReadOnlyList<Quantity> Scan(string text)
    {
        var found = new List<Quantity>();
        foreach (Match match in Number().Matches(text))
        {
            var start = match.Index;
            var end = start + match.Length;
            var negative = start > 0 && text[start - 1] == '-' && (start == 1 || !(char.IsAsciiLetterOrDigit(text[start - 2]) || text[start - 2] is '）' or '级'));
            if (IsSomethingElse(text, start, end, match.Value, negative))
                continue;
            var (unit, length) = UnitAt(text, end);
            var plain = match.Value.Replace(",", "", StringComparison.Ordinal);
            if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                continue;
            // “单价 50 万元（含）以上” is a limit, not an amount.
            if (Limit().IsMatch(text, end + length))
                unit = QuantityUnit.Count;
            var point = plain.IndexOf('.', StringComparison.Ordinal);
            var from = negative ? start - 1 : start;
            found.Add(new Quantity(negative ? -value : value, point < 0 ? 0 : plain.Length - point - 1, unit, new(from, end + length), new(from, end)));
        }

        return found;
    }

    private static bool IsSomethingElse(string text, int start, int end, string number, bool negative)
    {
        var before = start > 0 ? text[start - 1] : '\0';
        var after = end < text.Length ? text[end] : '\0';
        if (before is '第' or '〔' or '[' or '【' or '+' or '“' || char.IsAsciiLetter(before) || (before == '-' && !negative))
            return true;
        if (after is '月' or '日' or '号' or '级' or '〕' or ']' or '】' or '+' or '”' or '-' or '—' or '～' or '~' || char.IsAsciiLetter(after))
            return true;
        // A year, also in “2023、2024年”.
        if (!number.Contains('.') && number.Length == 4 && number.StartsWith("20", StringComparison.Ordinal) && YearBehind().IsMatch(text, end))
            return true;
        if (after == '年')
            return true;
        // An ordinal: “1、”, “1.货物”, “（1）”.
        var opens = before is '\0' or '。' or '；' or '：' or '，' or '、';
        return (number.Length <= 2 && opens && after is '、' or '.' or '．') || (before == '（' && after == '）');
    }

    private static (QuantityUnit Unit, int Length) UnitAt(string text, int at)
    {
        foreach (var (word, unit) in UnitWords)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
                return (unit, word.Length);
        }

        var measure = Measure().Match(text, at);
        if (!measure.Success)
            return (QuantityUnit.None, 0);
        return measure.Value == "万" ? (QuantityUnit.Wan, 1) : (QuantityUnit.Count, measure.Length);
    }

    private static readonly (string Word, QuantityUnit Unit)[] UnitWords =
    [
        ("个百分点", QuantityUnit.PercentPoint), ("百分点", QuantityUnit.PercentPoint), ("%", QuantityUnit.Percent),
        ("万元", QuantityUnit.WanYuan), ("亿元", QuantityUnit.YiYuan), ("元/", QuantityUnit.Count), ("元每", QuantityUnit.Count), ("元", QuantityUnit.Yuan),
    ];

    [GeneratedRegex(@"(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\d])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G(?:（不?含）|（含本数）)?(?:及)?以[上下内]")]
    private static partial Regex Limit();

    [GeneratedRegex(@"\G(年|、20\d\d|和20\d\d|至|-)")]
    private static partial Regex YearBehind();

    // 万 before a measure word counts things: 10万余份, 6.4万余人次, 57.86万人.
    [GeneratedRegex(@"\G(?:多|余|几)?(?:万|亿|千|百)?(?:多|余)?(?:个|人次|人|名|位|辆|台|套|次|批次|批|件|项|家|场|场次|份|张|册|卷|期|篇|条|面|封|平方米|平方公里|公里|米|吨|只|户|处|所|部|幢|间|天|小时|分|倍|岁|床|例|种|类|头|株|亩|公顷|千瓦|年|届|周|季度|组|团|宗|笔|本|幅|座|艘|架|支|块|岗|班|课|节|步|度|元/|余元)|\G万")]
    private static partial Regex Measure();
}
