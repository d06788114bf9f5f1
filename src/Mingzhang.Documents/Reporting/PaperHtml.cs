using System.Globalization;
using Mingzhang.Documents.Publishing.Html;

namespace Mingzhang.Documents.Reporting;

/// <summary>A report as a page for the browser to print, with the page and type of GB/T 9704.</summary>
internal static class PaperHtml
{
    // What the sheet of published documents has no use for.
    private const string Own = """
        .paper h2 { font: 22pt/1.5 var(--title); text-align: center; margin-bottom: 4mm; }
        .paper .under { text-align: center; margin-bottom: 6mm; }
        .paper p { text-indent: 2em; text-align: justify; }
        .paper .under, .paper .to { text-indent: 0; }
        .paper h3 { font: 16pt/28.9pt var(--heading); text-indent: 2em; break-after: avoid; }
        .paper .signed { text-align: right; text-indent: 0; padding-right: 4em; break-inside: avoid; }
        .paper .signed:first-of-type { margin-top: 28.9pt; }
        .paper table { table-layout: fixed; margin-bottom: 4mm; }
        .paper caption { font: 10.5pt/1.6 var(--table); display: table-caption; }
        .paper caption span { float: right; }
        .paper tr { break-inside: avoid; }
        .paper td.figure { text-align: right; font-variant-numeric: tabular-nums; }
        """;

    /// <summary>Writes the page.</summary>
    public static string Write(ReportPaper paper)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<title>")
            .Text(paper.Title).Raw("</title>\n<style>").Raw(HtmlStyle.Sheet).Raw(Own).Raw("</style>\n</head>\n<body>\n<main class=\"paper\">\n<h2>").Text(paper.Title).Raw("</h2>\n");
        if (paper.Under.Length > 0)
            html.Raw("<p class=\"under\">").Text(paper.Under).Raw("</p>\n");
        foreach (var block in paper.Blocks)
            Block(html, block);
        return html.Raw("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Block(HtmlText html, PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading heading:
                html.Raw("<h3>").Text(heading.Text).Raw("</h3>\n");
                break;
            case PaperText text:
                html.Raw("<p>").Text(text.Text).Raw("</p>\n");
                break;
            case PaperAddressee addressee:
                html.Raw("<p class=\"to\">").Text(addressee.Text).Raw("</p>\n");
                break;
            case PaperSignature signature:
                html.Raw("<section><p class=\"signed\">").Text(signature.Signer).Raw("</p>\n<p class=\"signed\">").Text(signature.Date).Raw("</p></section>\n");
                break;
            case PaperTable table:
                Table(html, table);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "No such block.");
        }
    }

    private static void Table(HtmlText html, PaperTable table)
    {
        var weight = table.Columns.Sum(c => c.Weight);
        html.Raw("<table><caption>").Text(table.Name).Raw("<span>").Text(table.Unit.Length > 0 ? $"单位：{table.Unit}" : "").Raw("</span></caption><colgroup>");
        foreach (var column in table.Columns)
            html.Raw(string.Create(CultureInfo.InvariantCulture, $"<col style=\"width:{100m * column.Weight / weight:0.##}%\">"));
        html.Raw("</colgroup>\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Raw("<th scope=\"col\">").Text(column.Header).Raw("</th>");
        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Raw("<tr>");
            foreach (var (cell, column) in row.Zip(table.Columns))
                html.Raw(column.IsFigure ? "<td class=\"figure\">" : "<td>").Text(cell).Raw("</td>");
            html.Raw("</tr>\n");
        }

        html.Raw("</tbody></table>\n");
    }
}
