using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>Finds the neighbours of a cell. Made on first use: consistent documents never need it.</summary>
internal sealed class CellIndex
{
    private readonly RelationSystem _system;

    // Figures in order of table, row, column; null when they come in that order anyway.
    private readonly int[]? _order;

    internal CellIndex(RelationSystem system)
    {
        _system = system;
        var nodes = system.Nodes;
        for (var i = 1; i < nodes.Length; i++)
        {
            if (Key(nodes[i - 1]).CompareTo(Key(nodes[i])) <= 0)
                continue;
            _order = [.. Enumerable.Range(0, nodes.Length).OrderBy(f => Key(system.Nodes[f]))];
            break;
        }
    }

    /// <summary>The figure so many rows below and columns to the right; -1 when there is none.</summary>
    internal int Beside(int figure, int rows, int columns)
    {
        var node = _system.Nodes[figure];
        if (node.Table < 0)
            return -1;
        var key = (node.Table, node.Row + rows, node.Column + columns);
        var at = FirstFrom(key);
        return at < _system.Nodes.Length && Key(_system.Nodes[At(at)]) == key ? At(at) : -1;
    }

    /// <summary>The figures of a row from left to right.</summary>
    internal List<int> RowOf(int table, int row)
    {
        var cells = new List<int>();
        for (var at = FirstFrom((table, row, int.MinValue)); at < _system.Nodes.Length; at++)
        {
            var node = _system.Nodes[At(at)];
            if (node.Table != table || node.Row != row)
                break;
            cells.Add(At(at));
        }

        return cells;
    }

    private static (int Table, int Row, int Column) Key(in FigureNode node) => (node.Table, node.Row, node.Column);

    private int At(int place) => _order is null ? place : _order[place];

    private int FirstFrom((int Table, int Row, int Column) key)
    {
        var (low, high) = (0, _system.Nodes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Key(_system.Nodes[At(middle)]).CompareTo(key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
