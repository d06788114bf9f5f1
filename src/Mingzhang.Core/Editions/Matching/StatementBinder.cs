using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Editions.Matching;

/// <summary>Recognises which form a statement is, and what its columns and rows are in that form.</summary>
public static class StatementBinder
{
    /// <summary>Binds a statement to a form.</summary>
    public static BoundStatement Bind(Statement statement, Form form)
    {
        var rows = RowBinder.Bind(statement, form);
        var columns = new List<BoundColumn>();
        var score = 0;
        foreach (var side in form.Sides)
        {
            var printed = PrintedOn(statement, rows, side);
            var (matched, sum) = ColumnMatcher.Match(printed, side);
            score += sum;
            for (var i = 0; i < printed.Count; i++)
                columns.Add(new BoundColumn(side, printed[i], matched[i]));
        }

        score += rows.Count(r => r.Role is not RowRole.Other) * 100;
        score -= rows.Count(r => r.Role is RowRole.Other && r.Row.Cells.Any(c => c.Figure is not null)) * 300;
        return new BoundStatement(statement, form, rows, columns, score);
    }

    /// <summary>Leaves a statement without a form: its rows are known by their codes alone.</summary>
    public static BoundStatement Unknown(Statement statement) =>
        new(statement, null, RowBinder.Bind(statement, null), [], 0);

    // In a table with several sides a column belongs to the sides whose rows have cells in it;
    // a column without any cell may belong to every side.
    private static List<ColumnPath> PrintedOn(Statement statement, IReadOnlyList<BoundRow> rows, FormSide side)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        var elsewhere = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var cell in row.Row.Cells)
                (ReferenceEquals(row.Side, side) ? here : elsewhere).Add(cell.Column.Text);
        }

        return [.. statement.Columns.Where(c => here.Contains(c.Text) || !elsewhere.Contains(c.Text))];
    }
}
