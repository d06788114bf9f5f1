using System.Globalization;
using System.Xml.Linq;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Word;

/// <summary>The numbers that Word puts before paragraphs (自动编号): 一、 （一） 1. and the like. Bullets and rarer kinds are left out.</summary>
internal sealed class WordNumbering
{
    private const int MostLevels = 9;
    private readonly Dictionary<string, string> _abstractOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Level[]> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _counters = new(StringComparer.Ordinal);
    private readonly WordStyleNames _styles;

    private sealed record Level(string Format, string Text, int Start);

    public WordNumbering(XElement? root, WordStyleNames styles)
    {
        _styles = styles;
        foreach (var element in root?.Elements() ?? [])
        {
            if (element.Name.LocalName == "num" && Word.Attribute(element, "numId") is { } id)
                _abstractOf[id] = Word.Value(element, "abstractNumId") ?? "";
            if (element.Name.LocalName != "abstractNum" || Word.Attribute(element, "abstractNumId") is not { } own)
                continue;
            var levels = new Level[MostLevels];
            Array.Fill(levels, new Level("none", "", 1));
            foreach (var level in element.Elements().Where(e => e.Name.LocalName == "lvl"))
            {
                var at = Word.Number(Word.Attribute(level, "ilvl"), MostLevels, MostLevels);
                if (at < MostLevels)
                    levels[at] = new Level(Word.Value(level, "numFmt") ?? "decimal", Word.Value(level, "lvlText") ?? "", Word.Number(Word.Value(level, "start"), 1, 10_000));
            }

            _levels[own] = levels;
        }
    }

    /// <summary>The number of the next paragraph with these properties; "" when it has none.</summary>
    public string Next(XElement? properties)
    {
        if (_styles.Numbering(properties) is not { } asked || Word.Value(asked, "numId") is not { } id || !_abstractOf.TryGetValue(id, out var kind) || !_levels.TryGetValue(kind, out var levels))
            return "";
        var at = Word.Number(Word.Value(asked, "ilvl"), 0, MostLevels - 1);
        if (!_counters.TryGetValue(kind, out var counters))
            _counters[kind] = counters = [.. levels.Select(l => l.Start - 1)];
        counters[at]++;
        for (var below = at + 1; below < MostLevels; below++)
            counters[below] = levels[below].Start - 1;
        var text = levels[at].Text;
        if (levels[at].Format is "bullet" or "none")
            return "";
        for (var level = 0; level <= at; level++)
            text = text.Replace("%" + (level + 1).ToString(CultureInfo.InvariantCulture), Number(levels[level].Format, Math.Max(counters[level], levels[level].Start)), StringComparison.Ordinal);
        return text;
    }

    private static string Number(string format, int number) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "ideographDigital" when number is > 0 and < 40 => Labels.Ordinal(number, "二十一、")[..^1],
        "lowerLetter" when number is > 0 and <= 26 => ((char)('a' + number - 1)).ToString(),
        "upperLetter" when number is > 0 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => ((char)('①' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
