using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>The table of contents of a document (目录), as far as it is printed as text.</summary>
/// <param name="Parts">Parts (第一部分 …) with their chapters, in order.</param>
/// <param name="BodyFrom">Index in the printed texts at which the body begins; 0 without a contents list.</param>
internal sealed partial record ContentsList(IReadOnlyList<ContentsPart> Parts, int BodyFrom)
{
    /// <summary>Reads the contents list; empty when there is none.</summary>
    public static ContentsList Read(Disclosure disclosure)
    {
        var headings = PrintedWords.Headings(disclosure).ToList();
        var start = headings.FindIndex(h => h.Text is "目录" || h.Text.EndsWith("目录", StringComparison.Ordinal));
        if (start < 0)
            return new ContentsList([], 0);
        var parts = new List<ContentsPart>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = start + 1; i < headings.Count; i++)
        {
            var text = Leader().Replace(headings[i].Text, "");
            var label = PartLabel().Match(text);
            if (label.Success)
            {
                if (!seen.Add(label.Value))
                    return new ContentsList(parts, headings[i].Index);
                parts.Add(new ContentsPart(label.Value, text[label.Length..], []));
            }
            else if (parts.Count > 0 && Chapter().IsMatch(text))
            {
                parts[^1].Chapters.Add(text);
            }
            else if (parts.Count > 0 && text.Length > 0)
            {
                // A line without an ordinal goes on with the line before it.
                if (parts[^1].Chapters.Count > 0)
                    parts[^1].Chapters[^1] += text;
                else
                    parts[^1] = parts[^1] with { Title = parts[^1].Title + text };
            }
        }

        // A list that the body never repeats is no list of contents.
        return new ContentsList([], 0);
    }

    /// <summary>The label 第一部分 of a heading.</summary>
    [GeneratedRegex("^第[一二三四五六七八九十0-9]+部分")]
    internal static partial Regex PartLabel();

    /// <summary>A chapter heading 一、….</summary>
    [GeneratedRegex("^[一二三四五六七八九十]+、")]
    internal static partial Regex Chapter();

    [GeneratedRegex("[.…·。]{2,}[0-9]*$|(?<=[^0-9])[0-9]{1,3}$")]
    private static partial Regex Leader();
}

/// <summary>A part of the contents list (目录的一个部分).</summary>
/// <param name="Label">第一部分 and so on.</param>
/// <param name="Title">Title behind the label.</param>
/// <param name="Chapters">Its chapters with their ordinals.</param>
internal sealed record ContentsPart(string Label, string Title, List<string> Chapters);
