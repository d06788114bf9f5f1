using System.Globalization;
using ExcelDataReader;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Documents.Reading.Statements;

namespace Mingzhang.Documents.Reading.Excel;

/// <summary>Reads one sheet: rows with a single text are lines until the table begins; merged ranges are one cell.</summary>
internal static class ExcelSheetReader
{
    private const int MostRows = 200_000;
    private const int MostCells = 5_000_000;
    private const int WidestSheet = 1_000;

    /// <summary>Reads the sheet that the reader stands on.</summary>
    /// <exception cref="InvalidDataException">It is larger than any real one.</exception>
    public static IReadOnlyList<SourceBlock> Read(IExcelDataReader reader, CancellationToken cancellation)
    {
        var texts = Texts(reader, cancellation);
        var spans = Spans(reader, texts);
        var blocks = new List<SourceBlock>();
        var grid = new List<SourceRow>();
        var width = texts.Select(r => Array.FindLastIndex(r, t => t.Length > 0) + 1).DefaultIfEmpty(0).Max();
        width = Math.Max(width, spans.Where(s => texts[s.Key.Row][s.Key.Column].Length > 0).Select(s => s.Key.Column + s.Value.Columns).DefaultIfEmpty(0).Max());
        var covered = Covered(spans, width);
        for (var r = 0; r < texts.Count; r++)
        {
            var filled = texts[r].Count(t => t.Length > 0);
            if (filled == 0 && grid.Count == 0)
                continue;
            if (filled == 1 && grid.Count == 0 && !IsHeaderOverAll(texts, r, blocks) && !spans.Any(s => s.Key.Row == r && s.Value.Rows > 1))
                blocks.Add(new TextLine(texts[r].First(t => t.Length > 0), Place.Unknown) { IsParagraph = true });
            else if (filled == 2 && grid.Count == 0 && texts[r].Any(t => t.Length > 0 && UnitLine(t)))
                blocks.Add(new TextLine(string.Join('\t', texts[r].Where(t => t.Length > 0)), Place.Unknown) { IsParagraph = true });
            else
                grid.Add(Row(texts[r], r, width, spans, covered));
        }

        while (grid.Count > 0 && grid[^1].Cells.All(c => c.Text.Length == 0))
            grid.RemoveAt(grid.Count - 1);
        if (grid.Count > 0)
            blocks.Add(new SourceGrid(grid, Place.Unknown));
        return blocks;
    }

    // 部门：某局 and 单位：万元 in two cells of one row above the table.
    private static bool UnitLine(string text) => text.StartsWith("单位", StringComparison.Ordinal) && GridParts.UnitIn(text) is not null;

    // Below the line of the unit a single text over a row of several is a header, not another title.
    private static bool IsHeaderOverAll(List<string[]> texts, int row, List<SourceBlock> above) =>
        above is [.., TextLine last] && GridParts.UnitIn(last.Text) is not null && row + 1 < texts.Count && texts[row + 1].Count(t => t.Length > 0) > 1;

    private static List<string[]> Texts(IExcelDataReader reader, CancellationToken cancellation)
    {
        var rows = new List<string[]>();
        var cells = 0;
        var width = Math.Min(reader.FieldCount, WidestSheet);
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var row = new string[width];
            for (var c = 0; c < width; c++)
                row[c] = c < reader.FieldCount ? CellText.Of(reader, c) : "";
            rows.Add(row);
            cells += width;
            if (rows.Count > MostRows || cells > MostCells)
                throw new InvalidDataException("工作表过大");
        }

        // Sheets are often formatted far below their last row.
        while (rows.Count > 0 && Array.TrueForAll(rows[^1], t => t.Length == 0))
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private static Dictionary<(int Row, int Column), (int Rows, int Columns)> Spans(IExcelDataReader reader, List<string[]> texts)
    {
        var spans = new Dictionary<(int, int), (int, int)>();
        foreach (var range in reader.MergeCells ?? [])
        {
            if (range.FromRow < 0 || range.FromColumn < 0 || range.FromRow >= texts.Count || range.FromColumn >= texts[range.FromRow].Length)
                continue;
            var last = Math.Min(range.ToRow, texts.Count - 1);
            var right = Math.Min(range.ToColumn, texts[range.FromRow].Length - 1);
            if (last >= range.FromRow && right >= range.FromColumn)
                spans[(range.FromRow, range.FromColumn)] = (last - range.FromRow + 1, right - range.FromColumn + 1);
        }

        return spans;
    }

    private static HashSet<(int, int)> Covered(Dictionary<(int Row, int Column), (int Rows, int Columns)> spans, int width)
    {
        var covered = new HashSet<(int, int)>();
        foreach (var ((row, column), (rows, columns)) in spans)
        {
            for (var r = row; r < row + rows; r++)
            {
                for (var c = column; c < Math.Min(column + columns, width); c++)
                {
                    if (r != row || c != column)
                        covered.Add((r, c));
                }
            }

            if (covered.Count > MostCells)
                throw new InvalidDataException("合并单元格过多");
        }

        return covered;
    }

    private static SourceRow Row(string[] texts, int row, int width, Dictionary<(int Row, int Column), (int Rows, int Columns)> spans, HashSet<(int, int)> covered)
    {
        var cells = new List<SourceCell>(width);
        for (var c = 0; c < width; c++)
        {
            if (covered.Contains((row, c)))
                continue;
            var (rows, columns) = spans.GetValueOrDefault((row, c), (1, 1));
            cells.Add(new SourceCell(c < texts.Length ? texts[c] : "", c, Math.Min(columns, width - c), rows, Place.Unknown));
        }

        return new SourceRow(cells);
    }
}

/// <summary>What a cell of a workbook shows.</summary>
internal static class CellText
{
    /// <summary>The text of the cell as its number format shows it.</summary>
    public static string Of(IExcelDataReader reader, int column)
    {
        switch (reader.GetValue(column))
        {
            case null:
                return "";
            case string text:
                return TextFlow.Join(text.Split('\n', '\r'));
            case bool flag:
                return flag ? "是" : "否";
            case DateTime date:
                return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            case TimeSpan time:
                return time.ToString("c", CultureInfo.InvariantCulture);
            case IConvertible number:
                return Number(number, reader.GetNumberFormatString(column));
            default:
                return "";
        }
    }

    // Workbooks keep binary fractions: the change to decimal keeps the 15 digits that are meant.
    private static string Number(IConvertible stored, string? format)
    {
        decimal number;
        try
        {
            number = stored.ToDecimal(CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return stored.ToString(CultureInfo.InvariantCulture);
        }

        var shown = NumberFormat.Of(format);
        if (shown.Decimals is not { } decimals)
            return number.ToString("0.###############", CultureInfo.InvariantCulture);
        return FigureText.Format(shown.IsPercent ? number * 100 : number, decimals, shown.HasThousands) + (shown.IsPercent ? "%" : "");
    }
}
