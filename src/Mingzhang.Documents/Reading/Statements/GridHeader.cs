using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>The header of a grid (表头): which rows it takes, and the header path over every column.</summary>
internal sealed class GridHeader
{
    private GridHeader(IReadOnlyList<IReadOnlyList<string>> paths, int rows)
    {
        Paths = paths;
        Rows = rows;
    }

    /// <summary>Header texts over each grid column, outermost first; empty for a column without any.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Paths { get; }

    /// <summary>Number of leading rows that are header.</summary>
    public int Rows { get; }

    /// <summary>Width of the grid.</summary>
    public int Width => Paths.Count;

    /// <summary>Finds the header of a grid.</summary>
    /// <param name="rows">Rows without title and unit lines.</param>
    /// <param name="form">The form it may be; null when unknown.</param>
    public static GridHeader Find(IReadOnlyList<SourceRow> rows, Form? form)
    {
        var end = 0;
        while (end < rows.Count && !IsData(rows[end], form))
            end++;
        var width = Math.Max(1, rows.Skip(end == rows.Count ? 0 : end).Select(WidthOf).DefaultIfEmpty(1).Max());
        if (end == rows.Count && rows.Count > 0)
            width = rows.Select(WidthOf).Max();
        var printed = rows.Take(end).Where(r => !IsColumnNumbers(r)).ToList();
        var matrix = new string[printed.Count][];
        for (var i = 0; i < printed.Count; i++)
        {
            matrix[i] = WidthOf(printed[i]) >= width || HasSpans(printed[i], i, printed)
                ? Placed(printed[i], width)
                : Spread(printed, i, width, form);
        }

        Propagate(matrix, printed);
        var paths = new List<IReadOnlyList<string>>(width);
        for (var c = 0; c < width; c++)
            paths.Add(Path(matrix, c));
        return new GridHeader(paths, end);
    }

    /// <summary>Whether a row only numbers the columns: “1 2 3”, “5=6+7”, after 栏次 or nothing.</summary>
    public static bool IsColumnNumbers(SourceRow row)
    {
        var last = 0;
        var count = 0;
        foreach (var cell in row.Cells)
        {
            var text = Labels.WithoutSpaces(cell.Text);
            if (text.Length == 0 || text is "栏次" or "行次" or "类" or "款" or "项" || (text == "合计" && count == 0))
                continue;
            var number = text.TakeWhile(char.IsAsciiDigit).Count();
            if (number == 0 || number > 2 || (number < text.Length && text[number] is not ('=' or '＝')))
                return false;
            var value = int.Parse(text.AsSpan(0, number), System.Globalization.CultureInfo.InvariantCulture);
            if (value <= last || value > last + 3)
                return false;
            last = value;
            count++;
        }

        return count >= 2 || (count == 1 && row.Cells.Any(c => Labels.WithoutSpaces(c.Text) == "栏次"));
    }

    private static int WidthOf(SourceRow row) => row.Cells.Count == 0 ? 0 : row.Cells.Max(c => c.Column + c.ColumnSpan);

    // A row under cells that span rows lacks them, so its first column tells that positions are known.
    private static bool HasSpans(SourceRow row, int index, List<SourceRow> above) =>
        row.Cells.Any(c => c.ColumnSpan > 1 || c.RowSpan > 1) || above.Take(index).Any(r => r.Cells.Any(c => c.RowSpan > 1));

    private static bool IsData(SourceRow row, Form? form)
    {
        if (IsColumnNumbers(row))
            return false;
        if (row.Cells.Any(c => FigureText.Parse(c.Text) is { } figure && !IsYear(figure) && !IsCode(c.Text)))
            return true;
        var filled = row.Cells.Where(c => c.Text.Length > 0).ToList();
        if (filled.Count == 0)
            return false;
        var label = CodedLabel.Read([.. row.Cells.Take(3).Select(c => c.Text)]);
        if (label.Code is not null && label.Name.Length > 0)
            return true;
        if (filled.Count == 1 && filled[0].Column <= 1 && RowNames.IsTotal(filled[0].Text))
            return true;
        // The name of a fund heads a column too; as a row's label it stands first or has an ordinal.
        var labels = filled.Where((c, i) => i == 0 || Labels.Bare(c.Text).Length < Labels.WithoutSpaces(c.Text).Length).ToList();
        return form is not null && form.Sides.Select(s => s.Rows).OfType<ItemRows>().Any(r => labels.Exists(c => r.Items.Any(i => RowNames.Same(i, c.Text))));
    }

    private static bool IsYear(Figure figure) => figure.Decimals == 0 && figure.Value is >= 2000 and <= 2100;

    private static bool IsCode(string text) => text.Length is >= 3 and <= 7 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static string[] Placed(SourceRow row, int width)
    {
        var result = new string[width];
        Array.Fill(result, "");
        foreach (var cell in row.Cells)
        {
            for (var c = cell.Column; c < cell.Column + cell.ColumnSpan && c < width; c++)
                result[c] = Labels.WithoutSpaces(cell.Text);
        }

        return result;
    }

    // Merged cells of this text are printed once, so the row is shorter than the table: what stands over several columns
    // is told by the row below, whose blanks are the columns that this row covers alone.
    private static string[] Spread(List<SourceRow> header, int index, int width, Form? form)
    {
        var cells = header[index].Cells.Select(c => Labels.WithoutSpaces(c.Text)).ToList();
        var result = new string[width];
        Array.Fill(result, "");
        var below = index + 1 < header.Count && WidthOf(header[index + 1]) == width
            ? header[index + 1].Cells.Select(c => Labels.WithoutSpaces(c.Text)).ToList()
            : null;
        if (below is null)
        {
            for (var c = 0; c < Math.Min(width, cells.Count); c++)
                result[c] = cells[c];
            return cells.Count * 2 == width ? Doubled(cells) : result;
        }

        var groups = Groups(below, cells, form);
        for (var c = 0; c < width; c++)
            result[c] = c < groups.Length && groups[c] >= 0 && groups[c] < cells.Count ? cells[groups[c]] : "";
        return result;
    }

    // “收入 | 支出” over “项目 | 预算数 | 项目 | 预算数”.
    private static string[] Doubled(List<string> cells) => [.. cells.SelectMany(c => new[] { c, c })];

    private static int[] Groups(List<string> below, List<string> cells, Form? form)
    {
        var result = new int[below.Count];
        Array.Fill(result, -1);
        var repeats = new HashSet<string>(StringComparer.Ordinal);
        var next = 0;
        var inGroup = false;
        for (var c = 0; c < below.Count; c++)
        {
            if (below[c].Length == 0)
            {
                // A blank below: the cell above covers this one column.
                inGroup = false;
                result[c] = next++;
                continue;
            }

            // Within a run of filled columns a new group starts where the form says so, or where a header repeats.
            var starts = !inGroup || StartsGroup(below[c], cells, next, form, repeats);
            if (starts && next < cells.Count)
            {
                inGroup = true;
                repeats.Clear();
                next++;
            }

            repeats.Add(below[c]);
            result[c] = next - 1;
        }

        return result;
    }

    private static bool StartsGroup(string text, List<string> cells, int next, Form? form, HashSet<string> seen)
    {
        if (next >= cells.Count)
            return false;
        // A form that knows no such group (收入 | 支出 over the sides) leaves it to the header that repeats.
        if (form is null || !form.Sides.SelectMany(x => x.Columns).Any(c => c.Header.Parts.Count > 1 && NameText.Likeness(NameText.Normal(c.Header.Parts[^2]), NameText.Normal(cells[next])) >= 700))
            return seen.Contains(text);
        // The column must be one of the next group's in the form and not one of the running group's.
        return Belongs(form, cells[next], text) && (seen.Contains(text) || !Belongs(form, cells[next - 1], text));
    }

    private static bool Belongs(Form form, string group, string leaf) => form.Sides.SelectMany(s => s.Columns).Any(
        c => c.Header.Parts.Count > 1 && NameText.Likeness(NameText.Normal(c.Header.Parts[^2]), NameText.Normal(group)) >= 700
            && (NameText.Normal(c.Header.Leaf) == NameText.Normal(leaf) || c.Aliases.Any(a => NameText.Normal(a) == NameText.Normal(leaf))));

    // A merged header stands in the first of its columns and leaves blanks: they take it over, within the group above.
    private static void Propagate(string[][] matrix, List<SourceRow> printed)
    {
        for (var r = 0; r < matrix.Length; r++)
        {
            if (printed[r].Cells.Any(c => c.ColumnSpan > 1 || c.RowSpan > 1))
                continue;
            for (var c = 1; c < matrix[r].Length; c++)
            {
                if (matrix[r][c].Length > 0 || matrix[r][c - 1].Length == 0)
                    continue;
                var sameAbove = r == 0 || (matrix[r - 1][c] == matrix[r - 1][c - 1] && matrix[r - 1][c].Length > 0);
                // The last header row has no merged columns unless nothing stands above it.
                if (sameAbove && (r + 1 < matrix.Length || r == 0))
                    matrix[r][c] = matrix[r][c - 1];
            }
        }
    }

    private static List<string> Path(string[][] matrix, int column)
    {
        var path = new List<string>();
        foreach (var row in matrix)
        {
            var text = row[column];
            if (text.Length > 0 && (path.Count == 0 || path[^1] != text))
                path.Add(text);
        }

        // 科目编码 over 类, 款, 项 is one code in columns of its own.
        if (path is [.., var above, "类" or "款" or "项"] && above.EndsWith("编码", StringComparison.Ordinal))
            path.RemoveAt(path.Count - 1);

        return path;
    }

    /// <summary>The path over a column as printed; “栏N” where nothing is printed over it.</summary>
    public ColumnPath PathAt(int column) =>
        Paths[column].Count > 0 ? new ColumnPath(Paths[column]) : new ColumnPath("栏" + (column + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
