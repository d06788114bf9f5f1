using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>
/// Titles that come after their tables (后置的表名): a PDF draws what is centred or broken over lines after the rows, and a program that
/// pulls out its text in that order prints the title at the foot of the page. It is put back to the head.
/// </summary>
internal static partial class LateTitles
{
    /// <summary>The blocks, with such titles at the head of their pages. Only where the text tells its pages.</summary>
    public static List<SourceBlock> PutFirst(List<SourceBlock> blocks)
    {
        var begin = 0;
        for (var i = 1; i <= blocks.Count; i++)
        {
            if (i < blocks.Count && blocks[i] is not TextLine { BeginsPage: true })
                continue;
            if (begin > 0)
                Page(blocks, begin, i);
            begin = i;
        }

        return blocks;
    }

    private static void Page(List<SourceBlock> blocks, int from, int to)
    {
        // What stands over the rows of a table, its title apart, tells that the table begins on this page.
        if (blocks[from] is not TextLine first || !Agency().IsMatch(Labels.WithoutSpaces(first.Text)))
            return;
        var title = blocks.FindIndex(from, to - from, b => b is TextLine line && IsTitle(line.Text));
        if (title < 0 || !blocks.Skip(from).Take(title - from).Any(b => b is TextLine line && IsRow(line.Text))
            || blocks.FindIndex(title + 1, to - title - 1, b => b is not TextLine line || IsTitle(line.Text) || IsRow(line.Text)) >= 0)
        {
            return;
        }

        // Names of columns that were broken over lines come with it.
        var late = blocks.GetRange(title, to - title);
        blocks.RemoveRange(title, to - title);
        blocks[from] = first with { BeginsPage = false };
        late[0] = ((TextLine)late[0]) with { BeginsPage = true };
        blocks.InsertRange(from, late);
    }

    private static bool IsTitle(string text) => Title().IsMatch(Labels.WithoutSpaces(text));

    private static bool IsRow(string text) => Row().IsMatch(text);

    [GeneratedRegex("^(20[0-9]{2}年(度)?)[^，。；：:0-9…]{4,40}表$")]
    private static partial Regex Title();

    [GeneratedRegex("^(编制|填报|公开|预算)?(部门|单位)[：:]")]
    private static partial Regex Agency();

    [GeneratedRegex("(^|[\\u4e00-\\u9fff）)] *)-?[0-9][0-9,]*(\\.[0-9]+)?( |$)")]
    private static partial Regex Row();
}
