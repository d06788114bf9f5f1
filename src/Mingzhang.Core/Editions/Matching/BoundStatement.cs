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
    private readonly Dictionary<(FormSide? Side, string Column), FormColumn?> _columns;

    internal BoundStatement(
        Statement statement, Form? form, IReadOnlyList<BoundRow> rows, Dictionary<(FormSide? Side, string Column), FormColumn?> columns, int score)
    {
        Statement = statement;
        Form = form;
        Rows = rows;
        _columns = columns;
        Score = score;
    }

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>Its form; null when no edition knows the table.</summary>
    public Form? Form { get; }

    /// <summary>Its rows, in the order of the statement.</summary>
    public IReadOnlyList<BoundRow> Rows { get; }

    /// <summary>How well form and statement agree; the greater the better.</summary>
    public int Score { get; }

    /// <summary>The form's column that a printed column is on the given side; null when it is none.</summary>
    public FormColumn? Column(FormSide? side, ColumnPath printed) => _columns.GetValueOrDefault((side, printed.Text));

    /// <summary>The printed header of a form's column on the given side; null when the table lacks it.</summary>
    public ColumnPath? Printed(FormSide side, string columnId)
    {
        foreach (var ((at, text), column) in _columns)
        {
            if (ReferenceEquals(at, side) && column?.Id == columnId)
                return ColumnPath.Parse(text);
        }

        return null;
    }

    /// <summary>Whether every printed column with figures on this side is a column of the form.</summary>
    public bool KnowsAllColumns(FormSide side)
    {
        foreach (var row in Rows)
        {
            if (!ReferenceEquals(row.Side, side))
                continue;
            foreach (var cell in row.Row.Cells)
            {
                if (cell.Figure is not null && Column(side, cell.Column) is null)
                    return false;
            }
        }

        return true;
    }
}
