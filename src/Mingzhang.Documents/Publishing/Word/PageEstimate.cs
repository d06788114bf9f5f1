using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>
/// Counts the pages that blocks take (页码估算), so that the contents show right numbers before any program has laid the
/// document out: lines and characters of the page are fixed, and tables begin on pages of their own.
/// </summary>
internal static class PageEstimate
{
    private const int TitleHeight = 620;
    private const int LineOfTable = 280;
    private const int LeastRow = 397;
    private const int ChartHeight = 4700;

    /// <summary>Page of each entry of the contents.</summary>
    public static IReadOnlyList<int> Of(PrintedDocument document)
    {
        var pages = new List<int>();
        var directions = WordBody.Directions(document.Blocks);
        var page = 1;
        var used = 0;
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            var afterPart = i > 0 && document.Blocks[i - 1] is HeadingBlock { Level: 1 };
            var turns = i > 0 && directions[i] != directions[i - 1];
            var starts = block is HeadingBlock { Level: 1 } || (block is TableBlock or FormBlock && !afterPart);
            if (used > 0 && (turns || starts))
            {
                page++;
                used = 0;
            }

            if (WordBody.Entry(block) is not null)
            {
                // A heading keeps with the line after it.
                if (used + (2 * WordPage.Line) > WordPage.Height(directions[i]))
                {
                    page++;
                    used = 0;
                }

                pages.Add(page);
            }

            foreach (var height in Heights(block, directions[i]))
            {
                if (used > 0 && used + height > WordPage.Height(directions[i]))
                {
                    page++;
                    used = HeaderHeight(block, directions[i]);
                }

                used += height;
            }
        }

        return pages;
    }

    // Heights of the pieces that are not parted.
    private static IEnumerable<int> Heights(PrintedBlock block, bool landscape) => block switch
    {
        HeadingBlock { Level: 1 } => [1000],
        HeadingBlock heading => Enumerable.Repeat(WordPage.Line, LinesOf(heading.Text)),
        TextBlock text => Enumerable.Repeat(WordPage.Line, LinesOf(text.Text)),
        TableBlock { Table: var table } => Table(table, landscape),
        FormBlock { Form: var form } => [TitleHeight, .. form.Rows.Select(r => r.Max(c => RowOf(c.Text, WordPage.Width(landscape) * c.ColumnSpan / form.Width, 18) / c.RowSpan))],
        _ => [ChartHeight],
    };

    private static int LinesOf(string text) => Math.Max(1, ((ColumnFit.HalfWidth(text) / 2) + 2 + WordPage.Characters - 1) / WordPage.Characters);

    private static IEnumerable<int> Table(PrintedTable table, bool landscape)
    {
        var fit = ColumnFit.Of(table, WordPage.Width(landscape));
        var above = TitleHeight + LineOfTable + (table.Number is null ? 0 : LineOfTable);
        // The title keeps with the header.
        var least = WordTable.RowHeight(table, fit.HalfPoints, WordPage.Height(landscape));
        yield return above + HeaderHeight(table, fit, least);
        foreach (var row in table.Body)
            yield return row.Cells.Select((c, i) => RowOf(c.Text, fit.Twips[i], fit.HalfPoints, least)).Max();
        foreach (var _ in table.Notes)
            yield return LineOfTable;
    }

    private static int HeaderHeight(PrintedBlock block, bool landscape) =>
        block is TableBlock { Table: var table } ? HeaderHeight(table, ColumnFit.Of(table, WordPage.Width(landscape)), LeastRow) : 0;

    private static int HeaderHeight(PrintedTable table, ColumnFit fit, int least) =>
        table.Header.Sum(row => row.Select(c => RowOf(c.Text, fit.Twips.Skip(c.Column).Take(c.ColumnSpan).Sum(), fit.HalfPoints, least) / c.RowSpan).DefaultIfEmpty(0).Max());

    // A line of a cell is 1.3 times its type; a half character is five twentieths of a point for each half point.
    private static int RowOf(string text, int width, int size, int least = LeastRow)
    {
        var perLine = Math.Max(2, (width - 120) / (size * 5));
        var lines = Math.Max(1, (ColumnFit.HalfWidth(text) + perLine - 1) / perLine);
        return Math.Max(least, lines * size * 13);
    }
}
