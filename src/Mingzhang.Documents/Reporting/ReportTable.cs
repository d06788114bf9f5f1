using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing.Html;

namespace Mingzhang.Documents.Reporting;

/// <summary>A table of the document with the found figures marked (标出问题的表). Of a long table only the rows near a finding are shown.</summary>
internal static class ReportTable
{
    private const int LongTable = 120;
    private const int Near = 4;

    /// <summary>Writes the table.</summary>
    public static void Write(HtmlText html, Statement statement, IReadOnlyList<MarkedFinding> marks)
    {
        var shown = Shown(statement, marks);
        if (shown.Count == 0 || statement.Columns.Count == 0)
            return;
        html.Raw("<div class=\"scroll\"><table><caption>").Text(string.Join(' ', new[] { statement.Number, statement.Title, statement.Unit is null ? null : $"单位：{statement.Unit}" }.OfType<string>())).Raw("</caption><thead>");
        Header(html, statement.Columns);
        html.Raw("</thead><tbody>\n");
        for (var i = 0; i < shown.Count; i++)
        {
            if (i > 0 && shown[i] != shown[i - 1] + 1)
                html.Raw($"<tr><td class=\"gap\" colspan=\"{statement.Columns.Count + 1}\">……</td></tr>\n");
            Row(html, statement, statement.Rows[shown[i]], marks);
        }

        html.Raw("</tbody></table></div>\n");
    }

    private static List<int> Shown(Statement statement, IReadOnlyList<MarkedFinding> marks)
    {
        var all = Enumerable.Range(0, statement.Rows.Count);
        if (statement.Rows.Count <= LongTable)
            return [.. all];
        var found = marks.SelectMany(m => m.Finding.Alternatives.Where(a => a.Statement == statement.Title).Select(a => a.Row).Append(m.Finding.Row)).ToHashSet();
        var hits = all.Where(i => found.Contains(statement.Rows[i].Key) || marks.Any(m => Names(m.Finding, statement.Rows[i].Key))).ToList();
        return [.. all.Where(i => i < 2 || hits.Exists(h => Math.Abs(h - i) <= Near))];
    }

    private static void Header(HtmlText html, IReadOnlyList<ColumnPath> columns)
    {
        var rows = HeaderCell.Rows(columns);
        for (var level = 0; level < rows.Count; level++)
        {
            html.Raw("<tr>");
            if (level == 0)
                html.Raw($"<th rowspan=\"{rows.Count}\">项目</th>");
            foreach (var cell in rows[level])
                html.Raw($"<th colspan=\"{cell.ColumnSpan}\" rowspan=\"{cell.RowSpan}\">").Text(cell.Text).Raw("</th>");
            html.Raw("</tr>\n");
        }
    }

    private static void Row(HtmlText html, Statement statement, StatementRow row, IReadOnlyList<MarkedFinding> marks)
    {
        var own = marks.Where(m => Names(m.Finding, row.Key)).ToList();
        html.Raw("<tr><th scope=\"row\">").Text(row.Key.Length > 0 && row.Key.All(char.IsAsciiLetterOrDigit) ? $"{row.Key} {row.Name}" : row.Name);
        Numbers(html, own.Where(m => m.Finding.Column is null));
        html.Raw("</th>");
        foreach (var column in statement.Columns)
        {
            var cell = row.Cells.FirstOrDefault(c => c.Column.Equals(column));
            var here = own.Where(m => m.Finding.Column is { } c && c.Equals(column)).ToList();
            var maybe = marks.Where(m => m.Finding.Alternatives.Any(a => a.Statement == statement.Title && a.Row == row.Key && a.Column.Equals(column))).ToList();
            var look = here.Count > 0 ? HtmlReport.Class(here.Min(m => m.Finding.Severity)) : maybe.Count > 0 ? "maybe" : "";
            html.Raw($"<td class=\"{(cell?.Figure is null ? "text" : "number")} {look}\">");
            html.Text(cell is null ? "" : cell.Text ?? "（看不清）");
            if (cell is { Sure: false })
                html.Raw("<sup title=\"栏次存疑\">?</sup>");
            foreach (var mark in here.Where(m => m.Finding.Expected is { Length: > 0 }).Take(1))
                html.Raw("<ins>").Text(mark.Finding.Expected!).Raw("</ins>");
            Numbers(html, here.Concat(maybe).DistinctBy(m => m.Number));
            html.Raw("</td>");
        }

        html.Raw("</tr>\n");
    }

    // A finding about several rows names them all.
    private static bool Names(Finding finding, string key) => finding.Row == key || (key.Length > 0 && finding.Row?.Split(';').Contains(key, StringComparer.Ordinal) == true);

    private static void Numbers(HtmlText html, IEnumerable<MarkedFinding> marks)
    {
        foreach (var mark in marks)
            html.Raw($"<a class=\"ref\" href=\"#f{mark.Number}\">{mark.Number}</a>");
    }
}
