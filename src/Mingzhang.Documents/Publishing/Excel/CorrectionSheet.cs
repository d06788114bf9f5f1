using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>The cells that people put right, with what was read there, by whom and when (人工更正): a sheet of its own behind the tables.</summary>
internal static class CorrectionSheet
{
    private static readonly (string Title, int Width)[] Columns = [("表", 30), ("行", 26), ("栏", 26), ("读出", 16), ("更正为", 16), ("更正人", 14), ("时间（UTC）", 24)];

    /// <summary>The sheet; null where nothing was corrected.</summary>
    public static ExcelSheet? Of(Disclosure disclosure, List<string> names)
    {
        var sheet = new ExcelSheet(ExcelWorkbook.Name("人工更正", names)) { IsWide = true, Frozen = (1, 0), Titles = (0, 0) };
        sheet.Widths.AddRange(Columns.Select(c => (decimal)c.Width));
        sheet.Rows.Add([.. Columns.Select((c, i) => new ExcelCell(i, new ExcelLook("center", ExcelType.Strong)) { Text = c.Title })]);
        foreach (var statement in disclosure.Statements)
        {
            foreach (var row in statement.Rows)
            {
                foreach (var cell in row.Cells.Where(c => c.Correction is not null))
                    sheet.Rows.Add(Row(statement.Title, row, cell, cell.Correction!));
            }
        }

        return sheet.Rows.Count > 1 ? sheet : null;
    }

    private static List<ExcelCell> Row(string table, StatementRow row, Cell cell, CellCorrection correction)
    {
        string[] texts = [table, row.Key.Length > 0 ? $"{row.Key} {row.Name}" : row.Name, cell.Column.Text, correction.Printed ?? "", cell.Text ?? "", correction.By, correction.At];
        return [.. texts.Select((t, i) => new ExcelCell(i, new ExcelLook("left")) { Text = t })];
    }
}
