using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Narrative;
using Mingzhang.Documents.Reading.Layout;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Narrative;

/// <summary>Joins printed lines into paragraphs under their headings (情况说明的段落) and reads what they state.</summary>
internal static partial class NarrativeReader
{
    /// <summary>Reads the running text of a document.</summary>
    public static IReadOnlyList<Paragraph> Read(IReadOnlyList<TextLine> lines)
    {
        var clean = lines.Select(l => l with { Text = l.Text.Trim().Trim('#', '*', ' ') }).Where(l => l.Text.Length > 0).ToList();
        var measure = new LineMeasure(clean);
        var finder = new HeadingFinder();
        var paragraphs = new List<Paragraph>();
        var headings = new string?[4];
        var text = new StringBuilder();
        TextLine? first = null;
        TextLine? before = null;
        for (var i = 0; i < clean.Count; i++)
        {
            var line = clean[i];
            var next = i + 1 < clean.Count ? clean[i + 1] : null;
            if (IsRow(line) || ListedHeadings.IsEntry(line.Text))
            {
                Flush();
                before = null;
                continue;
            }

            var level = line.Heading > 0 && HeadingFinder.MayBe(line.Text) ? Math.Min(line.Heading, headings.Length) - 1
                : IsBrokenSentence(line, next, measure) ? -1
                : finder.Level(line.Text);
            if (level >= 0)
            {
                Flush();
                var heading = line.Text;
                if (next is not null && !line.IsParagraph && HeadingFinder.Continues(heading, next.Text))
                {
                    heading += next.Text;
                    i++;
                }

                headings[level] = Labels.WithoutSpaces(heading);
                Array.Fill(headings, null, level + 1, headings.Length - level - 1);
                before = null;
                continue;
            }

            if (paragraphs.Count == 0 && text.Length == 0 && IsCover(line, headings))
                continue;
            if (before is not null && !IsTorn(before, line) && (text.Length > SourceBounds.LongestLine || before.IsParagraph || IsNew(before, line, measure, text.ToString(0, Math.Min(text.Length, 8)))))
                Flush();
            if (text.Length == 0)
            {
                first = line;
                // “（八）结余分配：指…” behind a heading （七）: the item is not part of that heading's section.
                var item = HeadingFinder.ItemLevel(line.Text);
                if (item > 0)
                    Array.Fill(headings, null, item, headings.Length - item);
            }

            text.Append(Joint(text, line.Text)).Append(line.Text);
            before = line;
        }

        Flush();
        return paragraphs;

        // Cells beside each other, as below a chart or in a table of contents, are no sentence.
        static bool IsRow(TextLine line) =>
            line.Places is not null && line.Text.Contains("   ", StringComparison.Ordinal) && line.Text.AsSpan().IndexOfAny('。', '，', '；') < 0;

        void Flush()
        {
            if (text.Length > 0)
                paragraphs.Add(new Paragraph(string.Join('/', headings.OfType<string>()), text.ToString(), first?.At ?? Place.Unknown, ClaimList.Of(text.ToString())));
            text.Clear();
            before = null;
        }
    }

    // What stands before the first heading in short lines is the cover, not narrative.
    private static bool IsCover(TextLine line, string?[] headings) =>
        line.IsParagraph && headings.All(h => h is null) && HeadingFinder.MayBe(line.Text) && !Ended(line.Text);

    // A full line that looks like a heading and goes on in the next line is the start of a sentence.
    private static bool IsBrokenSentence(TextLine line, TextLine? next, LineMeasure measure) =>
        next is not null && !line.IsParagraph && measure.KnowsMargin && measure.IsFull(line) && !Ended(line.Text) && !HeadingFinder.LooksLike(next.Text)
        && !BeginsItem().IsMatch(next.Text) && !measure.IsSetIn(next) && !HeadingFinder.Continues(line.Text, next.Text);

    private static bool IsNew(TextLine before, TextLine line, LineMeasure measure, string item)
    {
        if (BeginsItem().IsMatch(line.Text))
            return true;
        // What an item is for and what it came to is said of the item above, also where its first line happens to end with a stop.
        if (before.Text.EndsWith("用于：", StringComparison.Ordinal) || before.Text.EndsWith("用于:", StringComparison.Ordinal))
            return false;
        if (OfItem().IsMatch(line.Text) && !measure.IsSetIn(line) && BeginsWithNumber().IsMatch(item))
            return false;
        if (!measure.KnowsMargin)
            return Ended(before.Text);
        if (measure.IsSetIn(line))
            return Ended(before.Text) || !measure.IsFull(before);
        if (Ended(before.Text))
            return !measure.IsFull(before);
        return measure.IsShort(before) && !GoesOn().IsMatch(before.Text) && !GoesOnBefore().IsMatch(line.Text);
    }

    // An amount and its unit are one, however the text was cut into paragraphs.
    private static bool IsTorn(TextLine before, TextLine line) => EndsInAmount().IsMatch(before.Text) && BeginsWithUnit().IsMatch(line.Text);

    private static bool Ended(string text) => text[^1] is '。' or '：' or ':' or '；' or ';';

    // Printed lines of Chinese are joined without a space; two words of Latin letters keep one.
    private static string Joint(StringBuilder text, string next) =>
        text.Length > 0 && char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0]) ? " " : "";

    [GeneratedRegex("^([（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.、．] ?[^0-9]|第[一二三四五六七八九十]+条|[-•] |(预算)?(主管|编制|填报)(部门|单位)[：:])")]
    private static partial Regex BeginsItem();

    [GeneratedRegex("^(主要用于|年初预算|支出决算|决算数|完成(年初)?预算)")]
    private static partial Regex OfItem();

    [GeneratedRegex("^[（(]?[0-9]{1,3}[）)、.．]")]
    private static partial Regex BeginsWithNumber();

    [GeneratedRegex("[，,、（(“《]$|[0-9.]$")]
    private static partial Regex GoesOn();

    [GeneratedRegex("[0-9] ?万?$")]
    private static partial Regex EndsInAmount();

    [GeneratedRegex("^(万?元|%|％)[，,。；;、）)]")]
    private static partial Regex BeginsWithUnit();

    [GeneratedRegex("^[，,、。；）)”》]|^[0-9.]+ ?(万?元|%)")]
    private static partial Regex GoesOnBefore();
}
