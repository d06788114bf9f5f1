using Mingzhang.Documents.Publishing.Word;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>A4 as worksheets print on it (打印版面): what fits is printed in its own size, only what does not is scaled down.</summary>
internal static class SheetPage
{
    /// <summary>Height of the row of a title, in points.</summary>
    public const decimal TitleRow = 30m;

    /// <summary>Height of a row of one line above or below a table, in points.</summary>
    public const decimal Line = 18m;

    // A4 less margins of 0.6 inch at the sides and 0.75 above and below, in twentieths of a point.
    private const int Short = 11906, Long = 16838, Sides = 1728, Ends = 2160;

    // Width of a character of the standard type, 宋体 11: half its size, in twentieths of a point.
    private const decimal Character = 110m;

    // Programs and fonts break lines a little earlier than reckoned.
    private const int Tightness = 92;

    /// <summary>Width to fill, in twentieths of a point.</summary>
    public static int Width(bool wide) => (wide ? Long : Short) - Sides;

    /// <summary>Height to fill, in twentieths of a point.</summary>
    public static int Height(bool wide) => (wide ? Short : Long) - Ends;

    /// <summary>A width in characters of the standard type.</summary>
    public static decimal Characters(int twips) => decimal.Round(twips / Character, 2);

    /// <summary>Height of a row in points: of the text with most lines, and not below a least one.</summary>
    /// <param name="cells">Text, width in twentieths of a point, and rows over which it stands.</param>
    /// <param name="halfPoints">Type size.</param>
    /// <param name="least">Least height in points.</param>
    public static decimal RowHeight(IEnumerable<(string Text, int Width, int Rows)> cells, int halfPoints, decimal least)
    {
        var line = TableFit.LineOf(halfPoints) / 20m;
        var most = cells.Where(c => c.Text.Length > 0).Select(c => (TableFit.LinesOf(c.Text, c.Width * Tightness / 100, halfPoints) * line / c.Rows) + 4m).DefaultIfEmpty(0m).Max();
        return Math.Max(least, decimal.Ceiling(most));
    }
}
