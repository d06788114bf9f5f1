using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Narrative;

/// <summary>Joins printed lines into paragraphs under their headings (情况说明的段落).</summary>
internal static partial class NarrativeReader
{
    private const int LongestHeading = 45;

    /// <summary>Reads the running text of a document.</summary>
    public static IReadOnlyList<Paragraph> Read(IReadOnlyList<TextLine> lines)
    {
        var paragraphs = new List<Paragraph>();
        var headings = new string?[4];
        var text = new StringBuilder();
        var at = Place.Unknown;
        foreach (var line in lines)
        {
            var clean = line.Text.Trim().Trim('#', '*', ' ');
            if (clean.Length == 0)
                continue;
            var level = line.Heading > 0 && IsHeadingText(clean) ? Math.Min(line.Heading, headings.Length) - 1 : HeadingLevel(clean);
            if (level >= 0)
            {
                Flush();
                headings[level] = Labels.WithoutSpaces(clean);
                Array.Fill(headings, null, level + 1, headings.Length - level - 1);
                continue;
            }

            if (paragraphs.Count == 0 && text.Length == 0 && IsCover(line, clean, headings))
                continue;
            if (text.Length > 0 && (Ended(text) || BeginsItem().IsMatch(clean)))
                Flush();
            if (text.Length == 0)
                at = line.At;
            text.Append(Joint(text, clean)).Append(clean);
            if (line.IsParagraph)
                Flush();
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            if (text.Length > 0)
                paragraphs.Add(new Paragraph(string.Join('/', headings.OfType<string>()), text.ToString(), at, []));
            text.Clear();
        }
    }

    // What stands before the first heading in short lines is the cover, not narrative.
    private static bool IsCover(TextLine line, string text, string?[] headings) =>
        line.IsParagraph && headings.All(h => h is null) && text.Length <= LongestHeading && text[^1] is not ('。' or '；' or '：');

    private static bool IsHeadingText(string text) => text.Length <= LongestHeading && text[^1] is not ('。' or '；' or '，' or ';' or ',') && !text.Contains('。');

    // 0 第一部分, 1 一、, 2 （一）, 3 1. — a heading is short and no sentence.
    private static int HeadingLevel(string text)
    {
        if (!IsHeadingText(text))
            return -1;
        if (PartHeading().IsMatch(text))
            return 0;
        if (ChapterHeading().IsMatch(text))
            return 1;
        return text.Length <= 40 && SectionHeading().IsMatch(text) && !text.Any(c => char.IsAsciiDigit(c)) ? 2 : -1;
    }

    private static bool Ended(StringBuilder text) => text[^1] is '。' or '：' or ':' or '；';

    // Printed lines of Chinese are joined without a space; two words of Latin letters keep one.
    private static string Joint(StringBuilder text, string next) =>
        text.Length > 0 && char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0]) ? " " : "";

    [GeneratedRegex("^第 ?[一二三四五六七八九十0-9]+ ?部分")]
    private static partial Regex PartHeading();

    [GeneratedRegex("^([一二三四五六七八九十]+|[0-9]{1,2})、 *[^0-9 ]")]
    private static partial Regex ChapterHeading();

    [GeneratedRegex("^[（(][一二三四五六七八九十0-9]{1,3}[）)]")]
    private static partial Regex SectionHeading();

    [GeneratedRegex("^([（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.、．] ?[^0-9]|第[一二三四五六七八九十]+条|[-•] )")]
    private static partial Regex BeginsItem();
}
