using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Layout;

/// <summary>Puts the pages together: a table that goes on at the top of the next page becomes one again, and running heads are left out.</summary>
internal static class PageJoin
{
    /// <summary>How far the borders of the two parts may differ, in points.</summary>
    private const double SameBorder = 4.0;

    public static List<SourceBlock> Join(IEnumerable<IReadOnlyList<PageBlock>> pages)
    {
        var blocks = new List<PageBlock>();
        foreach (var page in RunningHeads.Without([.. pages]))
        {
            for (var i = 0; i < page.Count; i++)
            {
                if (i == 0 && page[0] is PageTable next && blocks.Count > 0 && blocks[^1] is PageTable last && Continues(last, next) is { } joined)
                    blocks[^1] = joined;
                else
                    blocks.Add(page[i]);
            }
        }

        return [.. blocks.Select(b => b is PageTable t ? Grid(t) : Line((PageLine)b))];
    }

    private static SourceBlock Line(PageLine line) => new TextLine(line.Text, line.At);

    private static SourceBlock Grid(PageTable table)
    {
        var rows = table.Cells.GroupBy(c => c.Row).OrderBy(g => g.Key)
            .Select(g => new SourceRow([.. g.OrderBy(c => c.Column).Select(c => new SourceCell(c.Text, c.Column, c.ColumnEnd - c.Column, c.RowEnd - c.Row, c.At))]));
        return new SourceGrid([.. rows], table.At);
    }

    /// <summary>Both parts as one table; null when they are different tables.</summary>
    private static PageTable? Continues(PageTable first, PageTable next)
    {
        // Pages may be shifted against each other (binding margin), so borders are compared from the left one.
        var shift = first.Borders[0] - next.Borders[0];
        if (Math.Abs(first.Borders[^1] - next.Borders[^1] - shift) > SameBorder)
            return null;
        // A part may lack a border that only the other's rows have (merged header cells), not much more.
        var moved = next.Borders.Select(b => b + shift).ToList();
        var common = moved.Count(b => first.Borders.Any(f => Math.Abs(f - b) <= SameBorder));
        if (common < Math.Min(moved.Count, first.Borders.Count))
            return null;
        var borders = first.Borders.Concat(moved.Where(b => !first.Borders.Any(f => Math.Abs(f - b) <= SameBorder))).Order().ToList();
        var above = Placed(first.Cells, first.Borders, borders);
        var below = Placed(next.Cells, moved, borders);
        var skip = RepeatedHeader(above, below);
        var rows = above.Max(c => c.RowEnd);
        return first with
        {
            Borders = borders,
            Cells = [.. above, .. below.Where(c => c.Row >= skip).Select(c => c with { Row = c.Row - skip + rows, RowEnd = c.RowEnd - skip + rows })],
        };
    }

    private static List<PageCell> Placed(IReadOnlyList<PageCell> cells, IReadOnlyList<double> own, List<double> borders)
    {
        int Find(int border) => borders.FindIndex(b => Math.Abs(b - own[border]) <= SameBorder);
        return [.. cells.Select(c => c with { Column = Find(c.Column), ColumnEnd = Math.Max(Find(c.Column) + 1, Find(c.ColumnEnd)) })];
    }

    // How many rows at the top repeat the first part's top: a header is printed again on each page.
    private static int RepeatedHeader(List<PageCell> above, List<PageCell> below)
    {
        var rows = Math.Min(above.Max(c => c.RowEnd), below.Max(c => c.RowEnd));
        var same = 0;
        while (same < rows && Row(above, same) is { Length: > 0 } text && text == Row(below, same))
            same++;
        // A cut through a cell that spans rows would tear it.
        while (same > 0 && below.Any(c => c.Row < same && c.RowEnd > same))
            same--;
        // One equal row of figures is chance; a header has words.
        return below.Any(c => c.Row < same && c.Text.Any(ch => ch > 0x2E80)) ? same : 0;
    }

    private static string Row(List<PageCell> cells, int row)
    {
        var texts = cells.Where(c => c.Row == row).Select(c => $"{c.Column}:{TextFlow.Squeeze(c.Text)}").ToList();
        return texts.TrueForAll(t => t.EndsWith(':')) ? "" : string.Join('|', texts);
    }
}
