using System.Globalization;
using Mingzhang.Documents.Publishing.Excel;

namespace Mingzhang.Documents.Reporting;

/// <summary>Writes a report as a workbook (XLSX): its words on the first sheet, each table on one of its own, figures as numbers.</summary>
public static class PaperExcel
{
    private const int TextWidth = 100, WidthOfWeight = 4;

    /// <summary>Writes it.</summary>
    public static byte[] Write(ReportPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var names = new List<string>();
        var words = new ExcelSheet(ExcelWorkbook.Name("报告", names));
        words.Widths.Add(TextWidth);
        words.Rows.Add([new ExcelCell(0, new ExcelLook("center", ExcelType.Title, Border: false)) { Text = paper.Title }]);
        words.Rows.Add([new ExcelCell(0, new ExcelLook("center", Border: false)) { Text = paper.Under }]);
        foreach (var block in paper.Blocks)
        {
            if (block is PaperHeading heading)
                words.Rows.Add([new ExcelCell(0, new ExcelLook("left", ExcelType.Strong, Border: false)) { Text = heading.Text }]);
            else if (block is PaperText text)
                words.Rows.Add([new ExcelCell(0, new ExcelLook("left", Border: false)) { Text = text.Text }]);
        }

        using var memory = new MemoryStream();
        ExcelWorkbook.Write(memory, [words, .. paper.Blocks.OfType<PaperTable>().Select(t => Sheet(t, names))]);
        return memory.ToArray();
    }

    private static ExcelSheet Sheet(PaperTable table, List<string> names)
    {
        var sheet = new ExcelSheet(ExcelWorkbook.Name(table.Name, names)) { IsWide = table.Columns.Count > 6, Frozen = (1, 0), Titles = (0, 0) };
        sheet.Widths.AddRange(table.Columns.Select(c => (decimal)(c.Weight * WidthOfWeight)));
        sheet.Rows.Add([.. table.Columns.Select((c, i) => new ExcelCell(i, new ExcelLook("center", ExcelType.Strong)) { Text = c.IsFigure && table.Unit.Length > 0 && !c.Header.Contains('%', StringComparison.Ordinal) ? $"{c.Header}（{table.Unit}）" : c.Header })]);
        foreach (var row in table.Rows)
            sheet.Rows.Add([.. row.Select((text, i) => Cell(text, i, table.Columns[i].IsFigure))]);
        return sheet;
    }

    private static ExcelCell Cell(string text, int column, bool isFigure) =>
        isFigure && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new ExcelCell(column, new ExcelLook("right", Format: "#,##0.00")) { Number = number }
            : new ExcelCell(column, new ExcelLook(isFigure ? "right" : "left")) { Text = text };
}
