using Mingzhang.Core.Figures;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>A printed table as a worksheet: title, number and unit, header, rows, notes.</summary>
internal static class TableSheet
{
    private const decimal LeastRow = 17m;
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
        var fit = ColumnFit.Of(table, SheetPage.Width(table.IsWide));
        sheet.Widths.AddRange(fit.Twips.Select(SheetPage.Characters));
        Above(sheet, table, agency);
        var top = sheet.Rows.Count;
        for (var r = 0; r < table.Header.Count; r++)
            HeaderRow(sheet, table, r, top, fit);
        sheet.Titles = (top, sheet.Rows.Count - 1);
        var labels = table.Columns.TakeWhile(c => c.Kind is ColumnKind.Code or ColumnKind.Label).Count();
        sheet.Frozen = (sheet.Rows.Count, table.Columns.Any(c => c.Side > 0) ? 0 : labels);
        var written = formulas.At(sheet.Rows.Count);
        for (var r = 0; r < table.Body.Count; r++)
        {
            var row = table.Body[r];
            sheet.Heights[sheet.Rows.Count] = SheetPage.RowHeight(row.Cells.Select((c, i) => (IsWhole(table.Columns[i].Kind) ? "" : c.Text, fit.Twips[i] - (table.Columns[i].Kind == ColumnKind.Label ? Math.Max(0, c.Level - 1) * fit.HalfPoints * 10 : 0), 1)), fit.HalfPoints, LeastRow);
            sheet.Rows.Add([.. row.Cells.Select((cell, c) => Cell(table.Columns[c].Kind, cell, c, row.IsTotal, fit.HalfPoints, written.GetValueOrDefault((r, c))))]);
        }

        foreach (var note in table.Notes)
        {
            sheet.Merge(sheet.Rows.Count, 0, 1, sheet.Width);
            sheet.Heights[sheet.Rows.Count] = SheetPage.RowHeight([(note, SheetPage.Width(table.IsWide), 1)], ExcelLook.Standard, SheetPage.Line);
            sheet.Rows.Add([new ExcelCell(0, Left) { Text = note }]);
        }

        return sheet;
    }

    private static void Above(ExcelSheet sheet, PrintedTable table, string? agency)
    {
        sheet.Merge(0, 0, 1, sheet.Width);
        sheet.Heights[0] = SheetPage.TitleRow;
        sheet.Rows.Add([new ExcelCell(0, Title) { Text = table.Title }]);
        if (table.Number is { } number)
            Line(number);
        var left = agency is null ? "" : $"部门：{agency}";
        var right = table.Unit.Length == 0 ? "" : $"单位：{table.Unit}";
        // Agency at the left, unit at the right of one line, where there is more than one column for them.
        var split = Split(sheet);
        if (left.Length > 0 && right.Length > 0 && split > 0)
        {
            var row = sheet.Rows.Count;
            sheet.Heights[row] = SheetPage.Line;
            sheet.Merge(row, 0, 1, split);
            sheet.Merge(row, split, 1, sheet.Width - split);
            sheet.Rows.Add([new ExcelCell(0, Left) { Text = left }, new ExcelCell(split, Right) { Text = right }]);
            return;
        }

        if (left.Length > 0)
            Line(left, Left);
        if (right.Length > 0)
            Line(right);

        void Line(string text, ExcelLook? look = null)
        {
            sheet.Merge(sheet.Rows.Count, 0, 1, sheet.Width);
            sheet.Heights[sheet.Rows.Count] = SheetPage.Line;
            sheet.Rows.Add([new ExcelCell(0, look ?? Right) { Text = text }]);
        }
    }

    // Codes and amounts are given the width they need: they never break.
    private static bool IsWhole(ColumnKind kind) => kind is ColumnKind.Code or ColumnKind.Amount;

    // The column from which the right part begins, so that the left has about two thirds of the width.
    private static int Split(ExcelSheet sheet)
    {
        var (whole, left) = (sheet.Widths.Sum(), 0m);
        for (var c = 0; c < sheet.Widths.Count - 1; c++)
        {
            left += sheet.Widths[c];
            if (left * 3 >= whole * 2 || c == sheet.Widths.Count - 2)
                return c + 1;
        }

        return 0;
    }

    private static void HeaderRow(ExcelSheet sheet, PrintedTable table, int row, int top, ColumnFit fit)
    {
        var texts = new string[table.Columns.Count];
        foreach (var cell in table.Header[row])
        {
            texts[cell.Column] = cell.Text;
            sheet.Merge(top + row, cell.Column, cell.RowSpan, cell.ColumnSpan);
        }

        sheet.Heights[sheet.Rows.Count] = SheetPage.RowHeight(
            table.Header[row].Select(h => (h.Text, fit.Twips.Skip(h.Column).Take(h.ColumnSpan).Sum(), h.RowSpan)), fit.HalfPoints, LeastRow);
        sheet.Rows.Add([.. texts.Select((t, c) => new ExcelCell(c, Header with { HalfPoints = fit.HalfPoints }) { Text = t })]);
    }

    private static ExcelCell Cell(ColumnKind kind, PrintedCell cell, int column, bool isTotal, int size, string? formula)
    {
        var type = isTotal ? ExcelType.Strong : ExcelType.Plain;
        if (cell.Value is { } value)
            return new ExcelCell(column, new ExcelLook("right", type, Format: Format(cell), HalfPoints: size)) { Number = value, Formula = formula };
        return kind switch
        {
            ColumnKind.Amount => new ExcelCell(column, new ExcelLook("right", type, HalfPoints: size)) { Text = cell.Text },
            ColumnKind.Label => new ExcelCell(column, new ExcelLook("left", type, Indent: Math.Max(0, cell.Level - 1), HalfPoints: size)) { Text = cell.Text },
            _ => new ExcelCell(column, new ExcelLook("left", type, HalfPoints: size)) { Text = cell.Text },
        };
    }

    // The format that shows the number as it is printed.
    private static string Format(PrintedCell cell)
    {
        var whole = cell.Text == FigureText.Format(cell.Value!.Value, cell.Decimals, thousands: true) ? "#,##0" : "0";
        return cell.Decimals == 0 ? whole : whole + "." + new string('0', cell.Decimals);
    }
}
