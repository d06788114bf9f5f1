using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>What is printed in a performance form (表内印出的文字): tells a label whose value is blank from a label the form does not have.</summary>
internal static class FormTexts
{
    // No form is longer; what follows the last one belongs to the rest of the document.
    private const int Longest = 600;

    /// <summary>Lines and cells of a form, without spaces; empty where the document does not tell.</summary>
    public static IReadOnlyList<string> Of(Disclosure disclosure, PerformanceForm form)
    {
        var next = disclosure.Performance.SkipWhile(f => !ReferenceEquals(f, form)).Skip(1).FirstOrDefault();
        var texts = disclosure.Texts;
        var from = Index(texts, form.At, 0);
        if (from < 0)
            return [];
        var to = next is null ? -1 : Index(texts, next.At, from + 1);
        to = to < 0 ? texts.Count : to;
        return [.. texts.Skip(from).Take(Math.Min(Longest, to - from)).Select(t => Labels.WithoutSpaces(t.Text))];
    }

    /// <summary>Whether a label is printed: alone, or at the beginning of a line with a colon.</summary>
    public static bool Shows(IReadOnlyList<string> texts, string label) =>
        texts.Any(t => t == label || (t.StartsWith(label, StringComparison.Ordinal) && t.Length > label.Length && "：:（(".Contains(t[label.Length], StringComparison.Ordinal)));

    private static int Index(IReadOnlyList<PrintedText> texts, Figures.Place at, int from)
    {
        for (var i = from; i < texts.Count; i++)
        {
            if (ReferenceEquals(texts[i].At, at) || (at.Line is not null && texts[i].At == at))
                return i;
        }

        return -1;
    }
}
