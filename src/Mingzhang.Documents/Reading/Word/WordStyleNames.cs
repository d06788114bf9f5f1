using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mingzhang.Documents.Reading.Word;

/// <summary>What the styles of a Word document say of paragraphs: headings, entries of the contents, numbering.</summary>
internal sealed partial class WordStyleNames
{
    private const int Deepest = 20;
    private readonly Dictionary<string, (string Name, string? Base, int? Outline, XElement? Numbering)> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads the part of styles; null gives none.</summary>
    public static WordStyleNames Read(XElement? root)
    {
        var names = new WordStyleNames();
        foreach (var style in root?.Elements().Where(e => e.Name.LocalName == "style") ?? [])
        {
            if (Word.Attribute(style, "styleId") is not { } id)
                continue;
            var properties = Word.Child(style, "pPr");
            names._styles[id] = (Word.Value(style, "name") ?? "", Word.Value(style, "basedOn"), Outline(properties), Word.Child(properties, "numPr"));
        }

        return names;
    }

    /// <summary>Level of a heading from 1; 0 for other paragraphs.</summary>
    public int Heading(XElement? properties)
    {
        if (Outline(properties) is { } own)
            return own + 1;
        foreach (var style in Chain(Word.Value(properties, "pStyle")))
        {
            if (HeadingName().Match(style.Name) is { Success: true } match)
                return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            if (style.Outline is { } outline)
                return outline + 1;
        }

        return 0;
    }

    /// <summary>Whether the paragraph is an entry of the contents.</summary>
    public bool IsContents(XElement? properties) => Chain(Word.Value(properties, "pStyle")).Any(s => ContentsName().IsMatch(s.Name));

    /// <summary>Numbering that the paragraph or its style asks for; null for none.</summary>
    public XElement? Numbering(XElement? properties) =>
        Word.Child(properties, "numPr") ?? Chain(Word.Value(properties, "pStyle")).Select(s => s.Numbering).FirstOrDefault(n => n is not null);

    private IEnumerable<(string Name, string? Base, int? Outline, XElement? Numbering)> Chain(string? id)
    {
        for (var depth = 0; id is not null && depth < Deepest && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.Base;
        }
    }

    // 9 stands for text that is no heading.
    private static int? Outline(XElement? properties) =>
        int.TryParse(Word.Value(properties, "outlineLvl"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9 ? level : null;

    [GeneratedRegex("^(?:heading|标题) ?([1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    [GeneratedRegex("^(?:toc|目录) ?[1-9]$", RegexOptions.IgnoreCase)]
    private static partial Regex ContentsName();
}

/// <summary>Reading of WordprocessingML elements by local names, so that both the transitional and the strict namespace are understood.</summary>
internal static class Word
{
    /// <summary>The first child of this name; null when there is none.</summary>
    public static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>An attribute by its local name.</summary>
    public static string? Attribute(XElement? element, string name) => element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    /// <summary>The value of a child.</summary>
    public static string? Value(XElement? element, string child) => Attribute(Child(element, child), "val");

    /// <summary>Whether a property is there and not switched off.</summary>
    public static bool IsOn(XElement? element, string child) => Child(element, child) is { } flag && Attribute(flag, "val") is not ("0" or "false" or "off");

    /// <summary>A whole number; the fallback where there is none or it is out of reason.</summary>
    public static int Number(string? text, int fallback, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : fallback;
}
