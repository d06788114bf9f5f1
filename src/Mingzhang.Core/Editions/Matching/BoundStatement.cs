using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Editions.Matching;

/// <summary>What a row of a statement is (行的性质).</summary>
public enum RowRole
{
    /// <summary>Not recognised.</summary>
    Other,

    /// <summary>The grand total of a table.</summary>
    Total,

    /// <summary>A functional or economic code.</summary>
    Code,

    /// <summary>A fixed item of the form.</summary>
    Item,

    /// <summary>A unit, a kind of project, a project: a row of a tree that is no code.</summary>
    Node,

    /// <summary>A record of a list.</summary>
    Record,
}

/// <summary>A row of a statement and what it is in its form.</summary>
/// <param name="Row">The row.</param>
/// <param name="Side">The side it stands on; null when the table has no form.</param>
/// <param name="Role">What it is.</param>
/// <param name="Item">The fixed item; null for other roles.</param>
/// <param name="Code">Functional or economic code, of fixed items too; null for other rows.</param>
/// <param name="Depth">Depth in its tree; rows below a parent have a greater one.</param>
/// <param name="Parent">Index of the row it is part of; -1 for none.</param>
public sealed record BoundRow(StatementRow Row, FormSide? Side, RowRole Role, FormItem? Item, string? Code, int Depth, int Parent);

/// <summary>A statement of a disclosure with the form it is (表与表样的对应).</summary>
public sealed class BoundStatement
{
    // Sides are told apart as objects: comparing them by content would cost more than all the rest.
    private readonly Dictionary<FormSide, BoundSide> _sides = new(ReferenceEqualityComparer.Instance);

    internal BoundStatement(
        Statement statement, Form? form, IReadOnlyList<BoundRow> rows, IEnumerable<BoundColumn> columns, int score)
    {
        Statement = statement;
        Form = form;
        Rows = rows;
        Score = score;
        foreach (var side in form?.Sides ?? [])
            _sides[side] = new BoundSide();
        foreach (var (side, printed, column) in columns)
        {
            _sides[side].ByHeader[printed.Text] = column;
            if (column is not null)
                _sides[side].ById.TryAdd(column.Id, printed);
        }

        foreach (var row in rows)
        {
            if (row.Role == RowRole.Other && row.Row.Cells.Any(c => c.Figure is not null))
                HasUnknownRows = true;
            if (row.Side is not null && _sides.TryGetValue(row.Side, out var own))
                own.Note(row);
        }
    }

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>Its form; null when no edition knows the table.</summary>
    public Form? Form { get; }

    /// <summary>Its rows, in the order of the statement.</summary>
    public IReadOnlyList<BoundRow> Rows { get; }

    /// <summary>How well form and statement agree; the greater the better.</summary>
    public int Score { get; }

    /// <summary>Whether a row with figures was not recognised.</summary>
    public bool HasUnknownRows { get; }

    /// <summary>The form's column that a printed column is on the given side; null when it is none.</summary>
    public FormColumn? Column(FormSide? side, ColumnPath printed) =>
        side is not null && _sides.TryGetValue(side, out var columns) ? columns.ByHeader.GetValueOrDefault(printed.Text) : null;

    /// <summary>The printed header of a form's column on the given side; null when the table lacks it.</summary>
    public ColumnPath? Printed(FormSide side, string columnId) => _sides[side].ById.GetValueOrDefault(columnId);

    /// <summary>Index of the first row of a side that bears a name: 合计, the id of an item, a code, or a key; null when there is none.</summary>
    public int? RowNamed(FormSide side, string name)
    {
        var names = _sides[side].RowsByName ??= NamesOn(side);
        return names.TryGetValue(name, out var row) ? row : null;
    }

    /// <summary>Whether every printed column with figures on this side is a column of the form.</summary>
    public bool KnowsAllColumns(FormSide side) => !_sides[side].HasUnknownColumns;

    /// <summary>Whether a row with figures on this side was not recognised.</summary>
    public bool HasUnknownRowsOn(FormSide side) => _sides[side].HasUnknownRows;

    private Dictionary<string, int> NamesOn(FormSide side)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < Rows.Count; r++)
        {
            var row = Rows[r];
            if (!ReferenceEquals(row.Side, side))
                continue;
            names.TryAdd(row.Role switch { RowRole.Total => "合计", RowRole.Item => row.Item!.Id, RowRole.Code => row.Code!, _ => row.Row.Key }, r);
            if (row is { Role: RowRole.Item, Code: { } code })
                names.TryAdd(code, r);
        }

        return names;
    }

    // What is known of one side.
    private sealed class BoundSide
    {
        public Dictionary<string, FormColumn?> ByHeader { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, ColumnPath> ById { get; } = new(StringComparer.Ordinal);

        // Made when first asked for: most statements are bound to several forms and asked for one.
        public Dictionary<string, int>? RowsByName { get; set; }

        public bool HasUnknownColumns { get; private set; }

        public bool HasUnknownRows { get; private set; }

        public void Note(BoundRow row)
        {
            foreach (var cell in row.Row.Cells)
            {
                if (cell.Figure is null)
                    continue;
                HasUnknownRows |= row.Role == RowRole.Other;
                HasUnknownColumns |= ByHeader.GetValueOrDefault(cell.Column.Text) is null;
            }
        }
    }
}

/// <summary>A printed column and the column of a form that it is (栏目的对应).</summary>
/// <param name="Side">Side of the form.</param>
/// <param name="Printed">Header as printed.</param>
/// <param name="Column">The column; null when it is none of the form's.</param>
internal sealed record BoundColumn(FormSide Side, ColumnPath Printed, FormColumn? Column);
