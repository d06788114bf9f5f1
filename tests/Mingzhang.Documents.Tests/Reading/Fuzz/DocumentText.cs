using System.Globalization;
using System.Text;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Tests.Reading.Fuzz;

/// <summary>A laid-out document as text: plain with tabs, and Markdown as converters write it.</summary>
internal static class DocumentText
{
    /// <summary>Plain text, a table row a line, cells parted by tabs.</summary>
    public static string Plain(PrintedDocument document)
    {
        var text = new StringBuilder(document.FullTitle + "\n");
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    text.Append(heading.Text).Append('\n');
                    break;
                case TextBlock paragraph:
                    text.Append(paragraph.Text).Append('\n');
                    break;
                case TableBlock { Table: var table }:
                    text.Append(CultureInfo.InvariantCulture, $"{table.Number} {table.Title}\n单位：{table.Unit}\n");
                    foreach (var row in table.Header)
                        text.AppendJoin('\t', row.Select(c => c.Text)).Append('\n');
                    foreach (var row in table.Body)
                        text.AppendJoin('\t', row.Cells.Select(c => c.Text)).Append('\n');
                    break;
                case FormBlock { Form: var form }:
                    text.Append(form.Title).Append('\n');
                    foreach (var row in form.Rows)
                        text.AppendJoin('\t', row.Select(c => c.Text)).Append('\n');
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Markdown with tables of HTML, which keep merged headers.</summary>
    public static string Markdown(PrintedDocument document)
    {
        var text = new StringBuilder($"# {document.FullTitle}\n\n");
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    text.Append(CultureInfo.InvariantCulture, $"{new string('#', heading.Level + 1)} {heading.Text}\n\n");
                    break;
                case TextBlock paragraph:
                    text.Append(paragraph.Text).Append("\n\n");
                    break;
                case TableBlock { Table: var table }:
                    text.Append(CultureInfo.InvariantCulture, $"{table.Number} {table.Title}\n\n{(table.Unit.Length > 0 ? $"单位：{table.Unit}\n\n" : "")}<table>");
                    foreach (var row in table.Header)
                        text.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select(c => $"<td colspan=\"{c.ColumnSpan}\" rowspan=\"{c.RowSpan}\">{c.Text}</td>"))}</tr>");
                    foreach (var row in table.Body)
                        text.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Cells.Select(c => $"<td>{c.Text}</td>"))}</tr>");
                    text.Append(CultureInfo.InvariantCulture, $"</table>\n\n{string.Concat(table.Notes.Select(n => n + "\n\n"))}");
                    break;
            }
        }

        return text.ToString();
    }
}
