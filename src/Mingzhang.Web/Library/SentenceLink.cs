using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Web.Library;

/// <summary>An amount of a sentence and the cell it means (文字中的数与表格的对应).</summary>
/// <param name="Paragraph">Ordinal of the paragraph in the document.</param>
/// <param name="Start">First character of the number.</param>
/// <param name="End">One past the last.</param>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Section">Headings above it.</param>
/// <param name="Cell">The cell.</param>
public sealed record SentenceLink(int Paragraph, int Start, int End, string Sentence, string Section, LinkedCell Cell);

/// <summary>Finds them.</summary>
internal static class SentenceLinks
{
    private static readonly char[] Ends = ['。', '；', '\n'];

    /// <summary>All amounts that mean one cell, in order.</summary>
    public static IReadOnlyList<SentenceLink> Of(RuleContext context)
    {
        var facts = context.Narrative;
        var links = new List<SentenceLink>();
        var ordinals = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        for (var p = 0; p < context.Disclosure.Narrative.Count; p++)
            ordinals[context.Disclosure.Narrative[p]] = p;
        foreach (var paragraph in facts.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts.OrderBy(a => a.Amount.Number.Start))
            {
                if (facts.LinkOf(claim) is not { Cells.Count: > 0 } link || Printed(paragraph.Parsed.Text, claim.Amount.Number) is not { } at)
                    continue;
                var number = links.Count > 0 && links[^1].Paragraph == ordinals[paragraph.Source] && links[^1].End > at.Start;
                if (!number)
                    links.Add(new SentenceLink(ordinals[paragraph.Source], at.Start, at.End, Sentence(paragraph.Source.Text, at.Start), paragraph.Source.Section, link.Cells[0]));
            }
        }

        return links;
    }

    // Where the number stands among the words as printed.
    private static (int Start, int End)? Printed(CompactText text, TextSpan span)
    {
        if (span.Length <= 0)
            return null;
        var end = text.EndOf(span);
        var start = end - text.Quote(span).Length;
        return (start, end);
    }

    private static string Sentence(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOfAny(Ends, at - 1) + 1;
        var end = text.IndexOfAny(Ends, at);
        return text[start..(end < 0 ? text.Length : end + 1)].Trim();
    }
}
