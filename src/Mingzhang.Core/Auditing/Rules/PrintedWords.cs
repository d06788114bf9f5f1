using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules;

/// <summary>Looks at the words of a document (文字查找) without regard to the spaces that layout leaves in them.</summary>
internal static partial class PrintedWords
{
    // So much of a passage tells where it stands; a longer piece may be broken over two lines.
    private const int Telling = 12;

    /// <summary>All text outside the cells of tables, each with its section: headings, captions and paragraphs, without spaces.</summary>
    public static IEnumerable<Passage> Passages(Disclosure disclosure)
    {
        foreach (var paragraph in disclosure.Narrative)
            yield return new Passage(paragraph.Section, Labels.WithoutSpaces(paragraph.Text), paragraph.At);
    }

    /// <summary>Lines that may be headings or captions: short ones without a full stop, not in cells, without spaces and marks of layout.</summary>
    public static IEnumerable<Heading> Headings(Disclosure disclosure)
    {
        for (var i = 0; i < disclosure.Texts.Count; i++)
        {
            if (disclosure.Texts[i] is { InCell: false } line && Dots().Replace(Bare(line.Text), "……") is { Length: > 0 and <= 60 } text && text.AsSpan().IndexOfAny('。', '，', '；') < 0)
                yield return new Heading(text, line.At, i);
        }
    }

    // The dots of a table of contents fill its line, however long its entry.
    [GeneratedRegex("[.…·⋯]{4,}")]
    private static partial Regex Dots();

    /// <summary>A line without spaces and marks of layout (#, *, list dashes).</summary>
    public static string Bare(string line) => Labels.WithoutSpaces(line).Trim('#', '*', '-', '•', '|');

    /// <summary>Where a passage is printed; unknown when the document does not tell.</summary>
    public static Place PlaceOf(Disclosure disclosure, string passage, Place? after = null)
    {
        var wanted = Labels.WithoutSpaces(passage);
        wanted = wanted.Length > Telling ? wanted[..Telling] : wanted;
        if (wanted.Length == 0)
            return after ?? Place.Unknown;
        var begun = after is null;
        foreach (var text in disclosure.Texts)
        {
            begun = begun || ReferenceEquals(text.At, after) || (after?.Line is { } line && text.At.Line >= line);
            if (begun && Labels.WithoutSpaces(text.Text).Contains(wanted, StringComparison.Ordinal))
                return text.At;
        }

        return after ?? Place.Unknown;
    }

    /// <summary>Title of the performance form that a place lies in; null when it lies in none.</summary>
    public static string? FormAt(Disclosure disclosure, Place at) => at.Line is not { } line
        ? null
        : disclosure.Performance.LastOrDefault(f => f.At.Line <= line) is { } form && disclosure.Narrative.Where(p => p.At.Line > form.At.Line).All(p => p.At.Line > line) ? form.Form : null;

    /// <summary>The words around a place in a text, for a quote.</summary>
    public static string Around(string text, int at, int length, int context = 14)
    {
        var from = Math.Max(0, at - context);
        var to = Math.Min(text.Length, at + length + context);
        return text[from..to];
    }

    /// <summary>The last heading of a section path.</summary>
    public static string LastHeading(string section) => section[(section.LastIndexOf('/') + 1)..];

    /// <summary>A text with plain brackets only, so that mixed full-width and half-width ones compare alike.</summary>
    public static string PlainBrackets(string text) => text.Replace('（', '(').Replace('）', ')');
}

/// <summary>Text outside the cells of tables (一段文字), without spaces.</summary>
/// <param name="Section">Its headings.</param>
/// <param name="Text">The words.</param>
/// <param name="At">Where it is printed.</param>
internal sealed record Passage(string Section, string Text, Place At);

/// <summary>A line that may be a heading or caption (标题), without spaces.</summary>
/// <param name="Text">The words.</param>
/// <param name="At">Where it is printed.</param>
/// <param name="Index">Its number among the texts of the document.</param>
internal sealed record Heading(string Text, Place At, int Index);
