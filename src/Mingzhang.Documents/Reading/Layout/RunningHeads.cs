using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Layout;

/// <summary>
/// What is printed at the head or foot of page after page (页眉、页脚), most often the name of the document: it belongs to no text and no
/// table, and would stand in the middle of a sentence that goes on on the next page.
/// </summary>
internal static partial class RunningHeads
{
    // A title may stand at the head of two pages by chance.
    private const int FewestPages = 4;

    // A longer line is text.
    private const int Longest = 50;

    /// <summary>The pages without these lines.</summary>
    /// <param name="pages">The blocks of each page from the top.</param>
    public static List<IReadOnlyList<PageBlock>> Without(IReadOnlyList<IReadOnlyList<PageBlock>> pages)
    {
        var heads = Repeated(pages.Select(p => Text(p, 0)), pages.Count);
        var feet = Repeated(pages.Select(p => Text(p, p.Count - 1)), pages.Count);
        return [.. pages.Select(p => Without(p, heads, feet))];
    }

    private static IReadOnlyList<PageBlock> Without(IReadOnlyList<PageBlock> page, HashSet<string> heads, HashSet<string> feet)
    {
        var from = Text(page, 0) is { } head && heads.Contains(head) ? 1 : 0;
        var to = page.Count > from && Text(page, page.Count - 1) is { } foot && feet.Contains(foot) ? page.Count - 1 : page.Count;
        return from == 0 && to == page.Count ? page : [.. page.Skip(from).Take(to - from)];
    }

    // A page here and there may lack them: the cover, the contents, a page of a wide table.
    private static HashSet<string> Repeated(IEnumerable<string?> lines, int pages) =>
        lines.OfType<string>().CountBy(l => l, StringComparer.Ordinal).Where(g => g.Value >= FewestPages && g.Value * 2 >= pages).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);

    private static string? Text(IReadOnlyList<PageBlock> page, int at) =>
        at >= 0 && at < page.Count && page[at] is PageLine line && Labels.WithoutSpaces(line.Text) is { Length: > 0 and <= Longest } text && !OverTable().IsMatch(text) ? Digits().Replace(text, "0") : null;

    // 第 3 页 共 20 页 is the same foot on every page.
    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    // What stands over a table: its title (a form for each project, a page for each form), its agency and unit.
    [GeneratedRegex("表(?:[（(][^（）()]*[）)])*$|[：:]|^(?:附表|表)[0-9一二三四五六七八九十]")]
    private static partial Regex OverTable();
}
