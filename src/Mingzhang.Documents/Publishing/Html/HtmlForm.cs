using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Publishing.Word;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Writes a performance form (绩效表): one table, its labels as header cells.</summary>
internal static class HtmlForm
{
    public static void Write(HtmlText html, PrintedForm form, string id, FormFit? fit)
    {
        html.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"").Raw(id)
            .Raw("\">\n<table class=\"form").Raw(fit is null ? "" : HtmlFit.Classes(fit.HalfPoints, fit.Least)).Raw("\">\n<caption><div class=\"caption\"><h3 id=\"").Raw(id).Raw("\">").Text(form.Title).Raw("</h3></div></caption>\n");
        HtmlFit.Columns(html, form.Widths);
        html.Raw("<tbody>\n");
        for (var r = 0; r < form.Rows.Count; r++)
        {
            // Browsers keep the rows of one body on a page, not a row with the next.
            if (r > 0 && form.Together.Any(t => t.First == r || t.End == r))
                html.Raw(form.Together.Any(t => t.First == r) ? "</tbody>\n<tbody class=\"together\">\n" : "</tbody>\n<tbody>\n");
            html.Raw("<tr>");
            foreach (var cell in form.Rows[r])
            {
                // An empty corner heads nothing.
                var isHeader = cell.IsLabel && cell.Text.Length > 0;
                html.Raw(!isHeader ? cell.IsShort ? "<td class=\"short\"" : "<td" : cell.RowSpan > 1 ? "<th scope=\"rowgroup\"" : "<th");
                if (cell.ColumnSpan > 1)
                    html.Raw(" colspan=\"").Number(cell.ColumnSpan).Raw("\"");
                if (cell.RowSpan > 1)
                    html.Raw(" rowspan=\"").Number(cell.RowSpan).Raw("\"");
                html.Raw(">").Text(cell.Text).Raw(isHeader ? "</th>" : "</td>");
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</div>\n");
    }
}
