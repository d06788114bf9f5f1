using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Narrative;

/// <summary>Knows headings of the running text (标题): 0 第一部分, 1 一、, 2 （一）, 3 1. — a heading is short, states no amount and is no sentence.</summary>
internal sealed partial class HeadingFinder
{
    private const int Longest = 45;
    private readonly int[] _ordinals = new int[4];

    /// <summary>Level of a heading; -1 for a line of text.</summary>
    public int Level(string text)
    {
        var level = LevelOf(text, out var ordinal);
        if (level < 0)
            return -1;
        _ordinals[level] = ordinal;
        Array.Clear(_ordinals, level + 1, _ordinals.Length - level - 1);
        return level;
    }

    /// <summary>Whether the line may be a heading by its form alone.</summary>
    public static bool LooksLike(string text) => text.Length <= Longest && !NoHeading().IsMatch(text) && Begins().IsMatch(text) && !ContentsEntry().IsMatch(text);

    /// <summary>Whether the text of what a format calls a heading can be one: short and no sentence.</summary>
    public static bool MayBe(string text) => text.Length <= Longest && text[^1] is not ('。' or '；' or '，' or ';' or ',') && !text.Contains('。');

    /// <summary>Whether the next line is the rest of a title that was broken: “… 部门决算” / “情况说明”.</summary>
    public static bool Continues(string heading, string next) =>
        PartHeading().IsMatch(heading) && !TitleEnd().IsMatch(heading) && Labels.WithoutSpaces(next).Length <= 14 && TitleEnd().IsMatch(next)
        && !NoHeading().IsMatch(next) && !Begins().IsMatch(next);

    /// <summary>Level of the Chinese ordinal a line of text begins with: 1 “一、”, 2 “（一）”; -1 for none.</summary>
    public static int ItemLevel(string text) =>
        Begins().Match(text) is { Success: true } match && match.Value[0] != '第' && !char.IsAsciiDigit(match.Groups["n"].Value[0])
            ? text[0] is '（' or '(' ? 2 : 1
            : -1;

    private int LevelOf(string text, out int ordinal)
    {
        ordinal = 0;
        if (!LooksLike(text))
            return -1;
        if (PartHeading().IsMatch(text))
            return 0;
        var match = Begins().Match(text);
        ordinal = Number(match.Groups["n"].Value);
        var arabic = char.IsAsciiDigit(match.Groups["n"].Value[0]);
        var bracket = text[0] is '（' or '(';
        if (!arabic)
            return bracket ? 2 : 1;
        // Arabic ordinals number items as a rule: a heading of theirs says that it is one.
        if (!TitleEnd().IsMatch(text))
            return -1;
        var level = bracket ? 2 : 1;
        return _ordinals[level] == ordinal - 1 && ordinal > 1 ? level : 3;
    }

    private static int Number(string text)
    {
        const string digits = "零一二三四五六七八九";
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return number;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 ? digits.IndexOf(text[0], StringComparison.Ordinal) : 0;
        var tens = ten == 0 ? 1 : digits.IndexOf(text[0], StringComparison.Ordinal);
        return (tens * 10) + (ten + 1 < text.Length ? digits.IndexOf(text[ten + 1], StringComparison.Ordinal) : 0);
    }

    // A heading with the number of its page stands in the contents.
    [GeneratedRegex(@"([ \u3000\t]{3,}|[.…·]{3,}) *[0-9]{1,3}$")]
    private static partial Regex ContentsEntry();

    [GeneratedRegex("^第 ?[一二三四五六七八九十0-9]+ ?部分")]
    private static partial Regex PartHeading();

    [GeneratedRegex(@"^(?:第 ?(?<n>[一二三四五六七八九十0-9]+) ?部分|[（(] ?(?<n>[一二三四五六七八九十0-9]{1,3}) ?[）)]|(?<n>[一二三四五六七八九十]+)、|(?<n>[0-9]{1,2})[、.．] *(?![0-9]))")]
    private static partial Regex Begins();

    // A sentence, an amount, a code path or the explanation of a term is no heading.
    [GeneratedRegex(@"[，,；;]|。(?!$)|(?<!情况|说明)。$|[：:](?!$)|[\d.]+ ?(?:万?元|%|％|人|个|辆)|[（(][类款项][）)]|(?:其中|包括|主要用于)[：:]$")]
    private static partial Regex NoHeading();

    [GeneratedRegex("(?:情况|说明|概况|构成|职责|职能|人员|设置|解释|安排|公开表|预算表|决算表|^表|明细|编制)[：:。]?$")]
    private static partial Regex TitleEnd();
}
