using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Type size, column widths and row heights with which a table stands in a document (表格版面); heights in twentieths of a point.</summary>
/// <param name="Columns">Type size and widths.</param>
/// <param name="Least">Least height of a row.</param>
/// <param name="Header">Height of all header rows.</param>
/// <param name="Rows">Height of each row.</param>
internal sealed record TableFit(ColumnFit Columns, int Least, int Header, IReadOnlyList<int> Rows)
{
    // 六号 is the smallest type a table is shrunk to only to stand on one page.
    private const int SmallestOnOnePage = 15;
    private const int CellMargins = 114;
    private const int Step = 12;

    /// <summary>Height of a row where there is room: 7 mm.</summary>
    public const int HighestRow = 397;

    /// <summary>What a border adds to a row.</summary>
    public const int BorderOfRow = 12;

    /// <summary>Height of a line in a cell: fixed, so that every program and every font gives rows of one height.</summary>
    /// <param name="size">Type size in half points.</param>
    public static int LineOf(int size) => size * 13;

    /// <summary>Fits a table on one page with smaller type or lower rows where that is enough, else on several as it reads best.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Width of the text area.</param>
    /// <param name="room">Height that is left on the page for header and rows.</param>
    public static TableFit Of(PrintedTable table, int width, int room)
    {
        TableFit? best = null;
        foreach (var columns in ColumnFit.All(table, width))
        {
            var header = Lines(table.Header.Select(r => r.Select(c => (c.Text, Columns: columns.Twips.Skip(c.Column).Take(c.ColumnSpan).Sum(), c.RowSpan))), columns.HalfPoints);
            var rows = Lines(table.Body.Select(r => r.Cells.Select((c, i) => (c.Text, Columns: columns.Twips[i], 1))), columns.HalfPoints);
            best ??= At(columns, header, rows, HighestRow);
            if (best.Columns != columns && columns.HalfPoints < SmallestOnOnePage)
                break;
            var lowest = At(columns, header, rows, LineOf(columns.HalfPoints));
            if (lowest.Height > room)
                continue;
            for (var least = HighestRow; least > lowest.Least; least -= Step)
            {
                var fit = At(columns, header, rows, least);
                if (fit.Height <= room)
                    return fit;
            }

            return lowest;
        }

        return best!;
    }

    /// <summary>Height of everything.</summary>
    public int Height => Header + Rows.Sum();

    /// <summary>Lines that a text takes in a cell.</summary>
    /// <param name="text">The text; a line feed in it breaks the line.</param>
    /// <param name="width">Width of the cell.</param>
    /// <param name="size">Type size in half points.</param>
    public static int LinesOf(string text, int width, int size)
    {
        // A half character is five twentieths of a point for each half point; a Chinese one is not parted.
        var perLine = Math.Max(2, (width - CellMargins) / (size * 5) / 2 * 2);
        return text.Split('\n').Sum(l => Math.Max(1, (ColumnFit.HalfWidth(l) + perLine - 1) / perLine));
    }

    private static int[] Lines(IEnumerable<IEnumerable<(string Text, int Columns, int RowSpan)>> rows, int size) =>
        [.. rows.Select(r => r.Select(c => (LinesOf(c.Text, c.Columns, size) + c.RowSpan - 1) / c.RowSpan).DefaultIfEmpty(1).Max())];

    private static TableFit At(ColumnFit columns, int[] header, int[] rows, int least)
    {
        return new(columns, least, header.Sum(Height), [.. rows.Select(Height)]);

        int Height(int lines) => Math.Max(least, lines * LineOf(columns.HalfPoints)) + BorderOfRow;
    }
}
