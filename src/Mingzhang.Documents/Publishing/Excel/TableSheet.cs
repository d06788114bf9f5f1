using Mingzhang.Core.Figures;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>A printed table as a worksheet: title, number and unit, header, rows, notes.</summary>
internal static class TableSheet
{
    private const int LeastWidth = 8;
    private const int MostWidth = 40;
    private static readonly ExcelLook Title = new("center", ExcelType.Title, Border: false);
    private static readonly ExcelLook Left = new("left", Border: false);
    private static readonly ExcelLook Right = new("right", Border: false);
    private static readonly ExcelLook Header = new("center", ExcelType.Strong);

    /// <summary>Lays the table on a sheet.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="agency">Agency printed over the table; null where it is not known.</param>
    /// <param name="formulas">Formulas of its figures by row of the statement and printed column, given where they stand.</param>
    public static ExcelSheet Of(PrintedTable table, string name, string? agency, TableFormulas formulas)
    {
        var sheet = new ExcelSheet(name) { IsWide = table.IsWide };
        for (var c = 0; c < table.Columns.Count; c++)
            sheet.Widths.Add(Width(table, c));
        Above(sheet, table, agency);
        var top = sheet.Rows.Count;
        for (var r = 0; r < table.Header.Count; r++)
            HeaderRow(sheet, table, r, top);
        sheet.Titles = (top, sheet.Rows.Count - 1);
        var labels = table.Columns.TakeWhile(c => c.Kind is ColumnKind.Code or ColumnKind.Label).Count();
        sheet.Frozen = (sheet.Rows.Count, table.Columns.Any(c => c.Side > 0) ? 0 : labels);
        var written = formulas.At(sheet.Rows.Count);
        for (var r = 0; r < table.Body.Count; r++)
        {
            var row = table.Body[r];
            sheet.Rows.Add([.. row.Cells.Select((cell, c) => Cell(table.Columns[c].Kind, cell, c, row.IsTotal, written.GetValueOrDefault((r, c))))]);
        }

        foreach (var note in table.Notes)
        {
            sheet.Merge(sheet.Rows.Count, 0, 1, sheet.Width);
            sheet.Rows.Add([new ExcelCell(0, Left) { Text = note }]);
        }

        return sheet;
    }

    private static void Above(ExcelSheet sheet, PrintedTable table, string? agency)
    {
        sheet.Merge(0, 0, 1, sheet.Width);
        sheet.Rows.Add([new ExcelCell(0, Title) { Text = table.Title }]);
        if (table.Number is { } number)
            Line(number);
        var left = agency is null ? "" : $"部门：{agency}";
        var right = table.Unit.Length == 0 ? "" : $"单位：{table.Unit}";
        if (left.Length > 0)
            Line(left, Left);
        if (right.Length > 0)
            Line(right);

        void Line(string text, ExcelLook? look = null)
        {
            sheet.Merge(sheet.Rows.Count, 0, 1, sheet.Width);
            sheet.Rows.Add([new ExcelCell(0, look ?? Right) { Text = text }]);
        }
    }

    private static void HeaderRow(ExcelSheet sheet, PrintedTable table, int row, int top)
    {
        var texts = new string[table.Columns.Count];
        foreach (var cell in table.Header[row])
        {
            texts[cell.Column] = cell.Text;
            sheet.Merge(top + row, cell.Column, cell.RowSpan, cell.ColumnSpan);
        }

        sheet.Rows.Add([.. texts.Select((t, c) => new ExcelCell(c, Header) { Text = t })]);
    }

    private static ExcelCell Cell(ColumnKind kind, PrintedCell cell, int column, bool isTotal, string? formula)
    {
        var type = isTotal ? ExcelType.Strong : ExcelType.Plain;
        if (cell.Value is { } value)
            return new ExcelCell(column, new ExcelLook("right", type, Format: Format(cell))) { Number = value, Formula = formula };
        return kind switch
        {
            ColumnKind.Amount => new ExcelCell(column, new ExcelLook("right", type)) { Text = cell.Text },
            ColumnKind.Label => new ExcelCell(column, new ExcelLook("left", type, Indent: Math.Max(0, cell.Level - 1))) { Text = cell.Text },
            _ => new ExcelCell(column, new ExcelLook("left", type)) { Text = cell.Text },
        };
    }

    // The format that shows the number as it is printed.
    private static string Format(PrintedCell cell)
    {
        var whole = cell.Text == FigureText.Format(cell.Value!.Value, cell.Decimals, thousands: true) ? "#,##0" : "0";
        return cell.Decimals == 0 ? whole : whole + "." + new string('0', cell.Decimals);
    }

    private static int Width(PrintedTable table, int column)
    {
        var body = table.Body.Select(r => ColumnFit.HalfWidth(r.Cells[column].Text) + (2 * r.Cells[column].Level)).DefaultIfEmpty(0).Max();
        var header = table.Header.SelectMany(h => h).Where(h => h.Column == column && h.ColumnSpan == 1).Select(h => Math.Min(ColumnFit.HalfWidth(h.Text), 12)).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max(body, header) + 3, LeastWidth, MostWidth);
    }
}
