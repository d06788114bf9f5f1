using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing;

/// <summary>Where a figure of the system of relations stands in the document.</summary>
/// <param name="Statement">Index of its statement.</param>
/// <param name="Row">Index of its row.</param>
/// <param name="Column">Index of its column among the statement's.</param>
public readonly record struct FigurePlace(int Statement, int Row, int Column);

/// <summary>The figures of a document as variables of its system of relations. A blank becomes one when a relation asks for it.</summary>
public sealed class DocumentFigures
{
    private readonly List<FigureNode> _nodes = [];
    private readonly List<FigurePlace> _places = [];
    private readonly int[][] _index;
    private readonly int[] _decimals;
    private readonly bool[][] _open;
    private readonly Dictionary<string, int>[] _columns;

    /// <summary>Numbers all printed figures.</summary>
    public DocumentFigures(IReadOnlyList<BoundStatement> statements)
    {
        Statements = statements;
        _index = new int[statements.Count][];
        _decimals = new int[statements.Count];
        _open = [.. statements.Select(s => OpenRows(s.Statement))];
        _columns = new Dictionary<string, int>[statements.Count];
        for (var s = 0; s < statements.Count; s++)
            Number(s, statements[s]);
    }

    /// <summary>The statements, in order.</summary>
    public IReadOnlyList<BoundStatement> Statements { get; }

    /// <summary>All variables.</summary>
    public IReadOnlyList<FigureNode> Nodes => _nodes;

    /// <summary>Where each variable stands.</summary>
    public IReadOnlyList<FigurePlace> Places => _places;

    /// <summary>The variable of a cell; a blank is made one.</summary>
    public int At(int statement, int row, int column)
    {
        ref var slot = ref _index[statement][(row * _columns[statement].Count) + column];
        if (slot == 0)
            slot = Add(new FigureNode(0m, 0, _decimals[statement], _open[statement][row] ? FigureState.Unreadable : FigureState.Blank, statement, row, column)) + 1;
        return slot - 1;
    }

    /// <summary>Whether a number is printed in the cell or something that could not be read.</summary>
    public bool IsThere(int statement, int row, int column)
    {
        var slot = _index[statement][(row * _columns[statement].Count) + column];
        return slot != 0 && _nodes[slot - 1].State != FigureState.Blank;
    }

    /// <summary>Index of a printed header; -1 when the statement lacks it.</summary>
    public int Column(int statement, ColumnPath header) => _columns[statement].GetValueOrDefault(header.Text, -1);

    /// <summary>The cell of a figure; null for a blank.</summary>
    public Cell? CellOf(int figure)
    {
        var place = _places[figure];
        var statement = Statements[place.Statement].Statement;
        var column = statement.Columns[place.Column];
        return statement.Rows[place.Row].Cells.FirstOrDefault(c => c.Column.Equals(column));
    }

    private void Number(int s, BoundStatement bound)
    {
        var statement = bound.Statement;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in statement.Columns)
            columns.TryAdd(column.Text, columns.Count);
        _columns[s] = columns;
        _index[s] = new int[statement.Rows.Count * Math.Max(1, columns.Count)];
        // Amounts of one table are printed alike, so the finest of them sets the precision of all its columns.
        var finest = 0;
        foreach (var row in statement.Rows)
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Figure is { } figure)
                    finest = Math.Max(finest, figure.Decimals);
            }
        }

        _decimals[s] = Math.Min(finest, Precision.Finest);
        for (var r = 0; r < statement.Rows.Count; r++)
        {
            var side = bound.Rows[r].Side;
            foreach (var cell in statement.Rows[r].Cells)
            {
                if (!columns.TryGetValue(cell.Column.Text, out var c) || !Counts(cell, bound, side))
                    continue;
                ref var slot = ref _index[s][(r * columns.Count) + c];
                if (slot == 0)
                    slot = Add(Node(cell, s, r, c)) + 1;
            }
        }
    }

    // A row in which a figure's column is open: the figure may stand in any of its blanks, so that none of these is a zero.
    // Where no figure of the table has a sure place, no row does.
    private static bool[] OpenRows(Statement statement)
    {
        var scattered = statement.IsScattered;
        return [.. statement.Rows.Select(r => scattered || r.Cells.Any(c => c is { Figure: not null, Sure: false }))];
    }

    // A figure whose place is not sure breaks nothing.
    private FigureNode Node(Cell cell, int s, int r, int c) => cell is { Figure: { } figure, Sure: true }
        ? new FigureNode(figure.Value, figure.Decimals, _decimals[s], FigureState.Printed, s, r, c)
        : new FigureNode(0m, 0, _decimals[s], FigureState.Unreadable, s, r, c);

    // Text is no figure; in a column of amounts, words other than a dash could not be read.
    private static bool Counts(Cell cell, BoundStatement bound, Core.Editions.FormSide? side) =>
        cell.Figure is not null
        || (bound.Column(side, cell.Column) is { Text: null } && cell.Text is null or not ("/" or "-" or "—" or "－" or "无" or "—— " or ""));

    private int Add(FigureNode node)
    {
        _nodes.Add(node);
        _places.Add(default);
        _places[^1] = new FigurePlace(node.Table, node.Row, node.Column);
        return _nodes.Count - 1;
    }
}
