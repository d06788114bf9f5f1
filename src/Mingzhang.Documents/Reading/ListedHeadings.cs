using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Documents.Reading.Narrative;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading;

/// <summary>
/// Knows headings of the body by the table of contents (目录所列的标题): a short line that repeats an entry, in the order of the
/// entries, begins that part, though no ordinal is printed before it.
/// </summary>
internal static partial class ListedHeadings
{
    // Fewer leaders may stand in a form to be filled in.
    private const int FewestEntries = 4;
    private const int ShortestTitle = 4;

    /// <summary>The blocks, with the lines that the contents list names marked as headings.</summary>
    public static IReadOnlyList<SourceBlock> Mark(IReadOnlyList<SourceBlock> blocks)
    {
        var entries = new List<string>();
        var last = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            var found = Lines(blocks[i]).Where(IsEntry).Select(Title).ToList();
            if (found.Count > 0)
                last = i;
            entries.AddRange(found);
        }

        if (entries.Count < FewestEntries)
            return blocks;
        var result = blocks.ToArray();
        var next = 0;
        for (var i = last + 1; i < result.Length && next < entries.Count; i++)
        {
            if (result[i] is not TextLine line || Entry(entries, next, line.Text) is not { } at)
                continue;
            next = at + 1;
            // A title of a table, and a heading with an ordinal of its own, are known as such.
            if (!entries[at].EndsWith('表') && !HeadingFinder.LooksLike(line.Text))
                result[i] = line with { IsListed = true, Heading = Math.Max(line.Heading, 1) };
        }

        return result;
    }

    /// <summary>Whether a line is an entry of a table of contents: a heading with dots to its page.</summary>
    public static bool IsEntry(string line) => Leader().IsMatch(line);

    private static int? Entry(List<string> entries, int from, string text)
    {
        var line = Labels.WithoutSpaces(text);
        if (line.Length < ShortestTitle || !HeadingFinder.MayBe(line) || Sentence().IsMatch(line))
            return null;
        // The body may name the agency or the project where the list says 部门 or nothing.
        var at = entries.FindIndex(from, e => line.EndsWith(e, StringComparison.Ordinal));
        return at < 0 ? null : at;
    }

    private static IEnumerable<string> Lines(SourceBlock block) => block switch
    {
        TextLine line => [line.Text],
        SourceGrid grid => grid.Rows.SelectMany(r => r.Cells).Select(c => c.Text),
        _ => [],
    };

    // Without ordinal, leaders and page, and without 部门, which the body may leave out.
    private static string Title(string entry)
    {
        var title = Labels.Bare(Leader().Replace(entry, ""));
        var bare = Owner().Replace(title, "");
        return bare.Length >= ShortestTitle ? bare : title.Length >= ShortestTitle ? title : "\n";
    }

    [GeneratedRegex(@"[ \u3000]*[.…·⋯]{4,}[ \u3000]*[0-9]{0,3}[ \u3000]*$")]
    private static partial Regex Leader();

    [GeneratedRegex("^(20[0-9]{2}年(度)?)?(本)?(部门|单位)")]
    private static partial Regex Owner();

    [GeneratedRegex("[，；：。、]")]
    private static partial Regex Sentence();
}
