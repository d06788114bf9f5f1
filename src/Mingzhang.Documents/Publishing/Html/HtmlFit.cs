using System.Globalization;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Brings the plan of a table's page into the markup (打印的列宽、字号、行高): classes for type and rows, a width for each column.</summary>
internal static class HtmlFit
{
    /// <summary>Heights of rows that the style knows, in twentieths of a point, the highest first.</summary>
    public static IReadOnlyList<int> Rows { get; } = [397, 361, 325, 289, 253, 217, 0];

    /// <summary>Classes of a table, with a blank before each.</summary>
    /// <param name="halfPoints">Type size in half points.</param>
    /// <param name="least">Least height of a row.</param>
    public static string Classes(int halfPoints, int least) => string.Create(CultureInfo.InvariantCulture, $" fit p{halfPoints} h{Rows.First(r => r <= least)}");

    /// <summary>The columns with their share of the width.</summary>
    public static void Columns(HtmlText html, IReadOnlyList<int> widths)
    {
        var whole = widths.Sum();
        html.Raw("<colgroup>");
        foreach (var width in widths)
            html.Raw("<col width=\"").Raw(decimal.Round(100m * width / whole, 2).ToString(CultureInfo.InvariantCulture)).Raw("%\">");
        html.Raw("</colgroup>\n");
    }
}
