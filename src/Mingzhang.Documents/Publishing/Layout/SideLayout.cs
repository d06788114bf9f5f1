using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>One side of a table while it is laid out.</summary>
/// <param name="Name">Name over the side; empty for a plain table.</param>
/// <param name="Columns">Its columns with their header paths.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Tail">How many rows at its end are sums that stand at the bottom of the table.</param>
internal sealed record SideLayout(string Name, IReadOnlyList<(ColumnKind Kind, IReadOnlyList<string> Path, ColumnPath? Shown)> Columns, IReadOnlyList<PrintedRow> Rows, int Tail)
{
    public static SideLayout Of(BoundStatement bound, int index)
    {
        var form = bound.Form!;
        var side = form.Sides[index];
        var columns = new List<(ColumnKind, IReadOnlyList<string>, ColumnPath?)>();
        var fields = new List<Func<int, PrintedCell>>();
        foreach (var column in side.Columns)
        {
            if (column.Text == "行次")
                continue;
            var header = bound.Printed(side, column.Id);
            columns.Add((Kind(column), (header ?? column.Header).Parts, column.Text is "编码" or "名称" ? null : header));
            fields.Add(column.Text switch
            {
                "编码" => r => Code(bound, r, side),
                "名称" => r => Label(bound, r, side),
                _ => r => Cell(bound, r, header),
            });
        }

        // A column the document prints and the form does not know stands at the end.
        foreach (var extra in bound.Statement.Columns.Where(c => bound.Column(side, c) is null && IsOn(bound, side, c)))
        {
            columns.Add((ColumnKind.Amount, extra.Parts, extra));
            fields.Add(r => Cell(bound, r, extra));
        }

        var own = Enumerable.Range(0, bound.Rows.Count).Where(r => ReferenceEquals(bound.Rows[r].Side, side)).ToList();
        var rows = own.Select(r => new PrintedRow([.. fields.Select(f => f(r))], bound.Rows[r].Role == RowRole.Total || IsSum(bound.Rows[r].Row.Name))).ToList();
        var sum = own.FindIndex(r => IsSum(bound.Rows[r].Row.Name));
        return new SideLayout(side.PrintedName, columns, rows, form.Sides.Count > 1 && sum > 0 ? rows.Count - sum : 0);
    }

    /// <summary>A table that no form describes: its labels, then its columns.</summary>
    public static SideLayout Unknown(BoundStatement bound)
    {
        var columns = new List<(ColumnKind, IReadOnlyList<string>, ColumnPath?)> { (ColumnKind.Code, ["编码"], null), (ColumnKind.Label, ["项目"], null) };
        columns.AddRange(bound.Statement.Columns.Select(c => (ColumnKind.Amount, c.Parts, (ColumnPath?)c)));
        var rows = Enumerable.Range(0, bound.Rows.Count).Select(r => new PrintedRow(
            [Code(bound, r, null), Label(bound, r, null), .. bound.Statement.Columns.Select(c => Cell(bound, r, c))], bound.Rows[r].Role == RowRole.Total)).ToList();
        return new SideLayout("", columns, rows, 0);
    }

    private static ColumnKind Kind(FormColumn column) => column.Text switch
    {
        null => ColumnKind.Amount,
        "编码" => ColumnKind.Code,
        "名称" => ColumnKind.Label,
        _ => ColumnKind.Text,
    };

    private static bool IsOn(BoundStatement bound, FormSide side, ColumnPath column) =>
        bound.Rows.Any(r => ReferenceEquals(r.Side, side) && r.Row.Cells.Any(c => c.Column.Equals(column)));

    private static bool IsSum(string label) => Labels.WithoutSpaces(label) is var text && (text.EndsWith("合计", StringComparison.Ordinal) || text.EndsWith("总计", StringComparison.Ordinal));

    private static PrintedCell Code(BoundStatement bound, int row, FormSide? side)
    {
        var bare = bound.Rows[row];
        var key = bare.Row.Key;
        var code = bare.Role switch
        {
            RowRole.Code => bare.Code!,
            RowRole.Node when side?.Rows is UnitRows or ProjectRows { ByFunction: false } && key.All(char.IsAsciiLetterOrDigit) => key,
            RowRole.Node when side?.Rows is ProjectRows { ByFunction: true } && key.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash => key[..slash],
            // Records have no column of labels: their sum is named where their codes stand.
            RowRole.Total when side?.Rows is RecordRows => bare.Row.Name,
            RowRole.Record when side?.Rows is RecordRows && key.IndexOf('/', StringComparison.Ordinal) is > 0 and var cut => key[..cut],
            _ => "",
        };
        return new PrintedCell(code, null, 0, bare.Row.Level, row);
    }

    private static PrintedCell Label(BoundStatement bound, int row, FormSide? side) =>
        new(side?.Rows is SingleRow ? "" : RowLabel(bound, row, side), null, 0, bound.Rows[row].Row.Level, row);

    // A row of fixed items that is known by its code prints code and name in one (201 一般公共服务支出).
    private static string RowLabel(BoundStatement bound, int row, FormSide? side)
    {
        var (key, name) = (bound.Rows[row].Row.Key, bound.Rows[row].Row.Name);
        return side?.Rows is ItemRows && key.Length == 3 && key.All(char.IsAsciiDigit) ? $"{key} {name}" : name;
    }

    private static PrintedCell Cell(BoundStatement bound, int row, ColumnPath? header)
    {
        var cell = header is null ? null : bound.Statement.Rows[row].Cells.FirstOrDefault(c => c.Column.Equals(header));
        return cell is null
            ? PrintedCell.Blank with { Source = row }
            : new PrintedCell(cell.Text ?? "", cell.Figure?.Value, cell.Figure?.Decimals ?? 0, 0, row);
    }
}
