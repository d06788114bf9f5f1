using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Publishing.Word;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Writes a table with caption, header cells that span, and figures set right.</summary>
internal static class HtmlTable
{
    /// <summary>Deepest indent the style knows.</summary>
    private const int DeepestIndent = 5;

    public static void Write(HtmlText html, PrintedTable table, string id, TableFit? fit, Func<PrintedColumn, PrintedCell, string?>? link = null)
    {
        // On paper a table stands as in Word; without that plan one a little too long for a page is set closer.
        var pitch = fit is not null ? HtmlFit.Classes(fit.Columns.HalfPoints, fit.Least) : table.Body.Count is > 22 and <= 44 ? " long" : "";
        var size = table.Columns.Count switch { <= 5 => "few", <= 8 => "some", <= 12 => "many", _ => "most" };
        html.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"").Raw(id).Raw("\">\n<table class=\"figures ").Raw(size).Raw(pitch).Raw("\">\n");
        Caption(html, table, id);
        if (fit is not null)
            HtmlFit.Columns(html, fit.Columns.Twips);
        Head(html, table);
        html.Raw("<tbody>\n");
        foreach (var row in table.Body)
            Row(html, table, row, link);
        html.Raw("</tbody>\n</table>\n</div>\n");
        foreach (var note in table.Notes)
            html.Raw("<p class=\"note\">").Text(note).Raw("</p>\n");
    }

    private static void Caption(HtmlText html, PrintedTable table, string id)
    {
        html.Raw("<caption><div class=\"caption\">");
        html.Raw("<h3 id=\"").Raw(id).Raw("\">").Text(table.Title).Raw("</h3>");
        if (table.Number is not null)
            html.Raw("<p class=\"number\">").Text(table.Number).Raw("</p>");
        if (table.Unit.Length > 0)
            html.Raw("<p class=\"unit\">单位：").Text(table.Unit).Raw("</p>");
        html.Raw("</div></caption>\n");
    }

    private static void Head(HtmlText html, PrintedTable table)
    {
        html.Raw("<thead>\n");
        foreach (var row in table.Header)
        {
            html.Raw("<tr>");
            foreach (var cell in row)
            {
                html.Raw(cell.ColumnSpan > 1 ? "<th scope=\"colgroup\" colspan=\"" : "<th scope=\"col\"");
                if (cell.ColumnSpan > 1)
                    html.Number(cell.ColumnSpan).Raw("\"");
                if (cell.RowSpan > 1)
                    html.Raw(" rowspan=\"").Number(cell.RowSpan).Raw("\"");
                html.Raw(">").Text(cell.Text).Raw("</th>");
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</thead>\n");
    }

    private static void Row(HtmlText html, PrintedTable table, PrintedRow row, Func<PrintedColumn, PrintedCell, string?>? link)
    {
        html.Raw(row.IsTotal ? "<tr class=\"total\">" : "<tr>");
        for (var c = 0; c < row.Cells.Count; c++)
        {
            var cell = row.Cells[c];
            switch (table.Columns[c].Kind)
            {
                case ColumnKind.Amount when cell.Value is not null && link?.Invoke(table.Columns[c], cell) is { } address:
                    html.Raw(cell.Value == 0 ? "<td class=\"zero\"><a href=\"" : "<td><a href=\"").Text(address).Raw("\">").Text(cell.Text).Raw("</a></td>");
                    break;
                case ColumnKind.Amount:
                    html.Raw(cell.Value is null && cell.Text.Length > 0 ? "<td class=\"words\">" : "<td>").Text(cell.Text).Raw("</td>");
                    break;
                case ColumnKind.Label when cell.Text.Length > 0:
                    html.Raw("<th scope=\"row\"");
                    if (cell.Level > 1)
                        html.Raw(" class=\"in").Number(Math.Min(cell.Level, DeepestIndent)).Raw("\"");
                    html.Raw(">").Text(cell.Text).Raw("</th>");
                    break;
                case ColumnKind.Code:
                    html.Raw("<td class=\"code\">").Text(cell.Text).Raw("</td>");
                    break;
                default:
                    html.Raw("<td class=\"words\">").Text(cell.Text).Raw("</td>");
                    break;
            }
        }

        html.Raw("</tr>\n");
    }
}
