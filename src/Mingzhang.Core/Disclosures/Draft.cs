using System.Text.RegularExpressions;

namespace Mingzhang.Core.Disclosures;

/// <summary>
/// What a document still lacks (待填). A gap is marked in the text itself, so that it is found again in whatever the document is
/// published as, and no sentence is left empty or made up.
/// </summary>
public static partial class Draft
{
    /// <summary>The mark of a gap.</summary>
    /// <param name="what">What a person must supply.</param>
    public static string Mark(string what) => $"【待填：{what}】";

    /// <summary>The gaps of a document in order, each with the section it stands in; none for a document that can be published.</summary>
    public static IReadOnlyList<DraftGap> Gaps(Disclosure disclosure)
    {
        var gaps = new List<DraftGap>();
        foreach (var paragraph in disclosure.Narrative)
            gaps.AddRange(In(paragraph.Text).Select(what => new DraftGap(paragraph.Section, what)));
        foreach (var form in disclosure.Performance)
        {
            var place = form.Project is null ? form.Form : $"{form.Form}/{form.Project}";
            var texts = form.Fields.Concat(form.Indicators.SelectMany(i => i.Values)).Select(f => f.Value);
            gaps.AddRange(texts.SelectMany(In).Select(what => new DraftGap(place, what)));
        }

        return gaps;
    }

    /// <summary>The text cut into what is written and what is a gap, in order.</summary>
    public static IReadOnlyList<(string Text, bool IsGap)> Cut(string text)
    {
        var parts = new List<(string, bool)>();
        var at = 0;
        foreach (Match match in Marked().Matches(text))
        {
            if (match.Index > at)
                parts.Add((text[at..match.Index], false));
            parts.Add((match.Value, true));
            at = match.Index + match.Length;
        }

        if (at < text.Length)
            parts.Add((text[at..], false));
        return parts;
    }

    private static IEnumerable<string> In(string text) => Marked().Matches(text).Select(m => m.Groups["what"].Value);

    [GeneratedRegex("【待填：(?<what>[^】]*)】")]
    private static partial Regex Marked();
}

/// <summary>A gap of a draft (待填项).</summary>
/// <param name="Section">Path of headings, or the form.</param>
/// <param name="What">What a person must supply.</param>
public sealed record DraftGap(string Section, string What);
