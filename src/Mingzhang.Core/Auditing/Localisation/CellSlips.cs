using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>Contents of cells put back where they belong, which repairs relations and breaks none.</summary>
/// <param name="Changes">The cells and what they should hold.</param>
/// <param name="Repaired">The hard relations it repairs, ascending.</param>
/// <param name="Slip">Shift or swap.</param>
/// <param name="Cost">How unlikely, on the scale of <see cref="Candidate.Cost"/>.</param>
internal sealed record CellSlip(IReadOnlyList<(int Figure, FigureNode After)> Changes, IReadOnlyList<int> Repaired, SlipKind Slip, int Cost);

/// <summary>
/// Looks for figures that stand in the wrong cell: moved into a blank cell of the row or column, neighbours exchanged,
/// a row shifted by one column, two rows exchanged.
/// </summary>
internal sealed class CellSlips(SystemState state, CellIndex cells)
{
    // Beyond this many figures in one component only direct neighbours are tried.
    private const int MostFiguresForDistantMoves = 80;
    private const int MostRows = 400;
    private const int MostColumns = 24;
    private const int CostOfPoorEvidence = 60;

    private readonly HashSet<(int, int)> _tried = [];
    private readonly List<CellSlip> _found = [];

    /// <summary>All that repair relations of these.</summary>
    /// <param name="components">Broken hard relations, by component.</param>
    internal List<CellSlip> Find(IReadOnlyList<List<int>> components)
    {
        _tried.Clear();
        _found.Clear();
        var rows = new SortedDictionary<(int Table, int Row), int>();
        foreach (var component in components)
        {
            var figures = FiguresOf(component);
            foreach (var figure in figures)
            {
                TryExchange(figure, cells.Beside(figure, 0, 1), 10);
                TryExchange(figure, cells.Beside(figure, 0, -1), 10);
                TryExchange(figure, cells.Beside(figure, 1, 0), 12);
                TryExchange(figure, cells.Beside(figure, -1, 0), 12);
                var node = state.Node(figure);
                if (node.Table >= 0)
                    rows[(node.Table, node.Row)] = rows.GetValueOrDefault((node.Table, node.Row)) + 1;
            }

            if (figures.Count <= MostFiguresForDistantMoves)
                TryDistantMoves(figures);
        }

        foreach (var (row, _) in rows.Where(r => r.Value > 1).Take(MostRows))
        {
            TryRowShifts(row.Table, row.Row);
            TryRowSwap(row.Table, row.Row, row.Row + 1);
            TryRowSwap(row.Table, row.Row - 1, row.Row);
        }

        return _found;
    }

    private List<int> FiguresOf(List<int> component)
    {
        var figures = new SortedSet<int>();
        foreach (var r in component)
        {
            foreach (var term in state.Of(r).Terms)
                figures.Add(term.Figure);
        }

        return [.. figures];
    }

    private void TryDistantMoves(List<int> figures)
    {
        foreach (var blank in figures)
        {
            var to = state.Node(blank);
            if (to.Amount != 0m || to.Table < 0)
                continue;
            foreach (var figure in figures)
            {
                var from = state.Node(figure);
                if (from.Amount != 0m && from.Table == to.Table && (from.Row == to.Row || from.Column == to.Column))
                    TryExchange(blank, figure, 14);
            }
        }
    }

    private void TryExchange(int a, int b, int extra)
    {
        if (b < 0 || !_tried.Add((Math.Min(a, b), Math.Max(a, b))))
            return;
        var (left, right) = (state.Node(a), state.Node(b));
        if (left.Amount == right.Amount || !CanExchange(left, right) || !MightRepair(a, b, right.Amount - left.Amount))
            return;
        var isMove = left.Amount == 0m || right.Amount == 0m;
        Try([(a, Filled(left, right)), (b, Filled(right, left))], isMove ? SlipKind.Shift : SlipKind.Swap, 100 + extra + (isMove ? 0 : 5));
    }

    private static bool CanExchange(in FigureNode a, in FigureNode b) =>
        a.State != FigureState.Unreadable && b.State != FigureState.Unreadable && a.Decimals == b.Decimals;

    private static FigureNode Filled(in FigureNode cell, in FigureNode content) =>
        cell with { Value = content.Value, PrintedDecimals = content.PrintedDecimals, State = content.State };

    // A cheap look at the first broken relation of either cell, before anything is changed.
    private bool MightRepair(int a, int b, decimal difference)
    {
        var system = state.System;
        var relations = system.RelationsOf(a);
        for (var i = 0; i < relations.Length; i++)
        {
            if (!state.IsBrokenHard(relations[i]))
                continue;
            var relation = state.Of(relations[i]);
            var own = system.CoefficientOf(a, relations[i]);
            var others = system.CoefficientOf(b, relations[i]);
            var sum = state.Sum(relations[i]) + ((own - others) * difference);
            // Filling a blank adds its rounding.
            var slack = state.Slack(relations[i]) + (Math.Abs(own) * FigureNode.HalfStep(state.Node(a).Decimals))
                + (Math.Abs(others) * FigureNode.HalfStep(state.Node(b).Decimals));
            return relation.Comparison != Comparison.Equal || Math.Abs(sum) <= slack;
        }

        return true;
    }

    // From a blank cell on, everything moved by one towards it.
    private void TryRowShifts(int table, int row)
    {
        var line = cells.RowOf(table, row);
        if (line.Count > MostColumns)
            return;
        for (var blank = 0; blank < line.Count; blank++)
        {
            if (state.Node(line[blank]).Amount != 0m)
                continue;
            for (var end = blank + 2; end < line.Count; end++)
                TryRotation(line, blank, end, 1);
            for (var end = blank - 2; end >= 0; end--)
                TryRotation(line, blank, end, -1);
        }
    }

    private void TryRotation(List<int> line, int blank, int end, int step)
    {
        var changes = new List<(int, FigureNode)>();
        for (var c = blank; c != end; c += step)
            AddChange(line[c], state.Node(line[c + step]));
        AddChange(line[end], state.Node(line[blank]));
        if (changes.Count > 2)
            Try(changes, SlipKind.Shift, 120);

        void AddChange(int figure, FigureNode content)
        {
            var node = state.Node(figure);
            if (node.Amount != content.Amount)
                changes.Add((figure, Filled(node, content)));
        }
    }

    private void TryRowSwap(int table, int upper, int lower)
    {
        var above = cells.RowOf(table, upper);
        var below = cells.RowOf(table, lower);
        if (above.Count == 0 || above.Count != below.Count || above.Count > MostColumns || !_tried.Add((~above[0], ~below[0])))
            return;
        var changes = new List<(int, FigureNode)>();
        for (var c = 0; c < above.Count; c++)
        {
            var (a, b) = (state.Node(above[c]), state.Node(below[c]));
            if (a.Column != b.Column || !CanExchange(a, b))
                return;
            if (a.Amount == b.Amount)
                continue;
            changes.Add((above[c], Filled(a, b)));
            changes.Add((below[c], Filled(b, a)));
        }

        if (changes.Count > 2)
            Try(changes, SlipKind.Swap, 120);
    }

    // Keeps it when it leaves no relation of its cells broken. One repaired relation alone is poor evidence: it then comes after single figures.
    private void Try(List<(int Figure, FigureNode After)> changes, SlipKind slip, int cost)
    {
        if (changes.Exists(c => state.Node(c.Figure).State == FigureState.Unreadable))
            return;
        var before = new SortedSet<int>();
        var softBefore = 0;
        var touched = new HashSet<int>();
        foreach (var (figure, _) in changes)
        {
            foreach (var r in state.System.RelationsOf(figure))
            {
                if (!touched.Add(r) || !state.IsBroken(r))
                    continue;
                if (state.Of(r).Strength == Strength.Hard)
                    before.Add(r);
                else
                    softBefore++;
            }
        }

        if (before.Count == 0)
            return;
        var mark = state.Mark;
        foreach (var (figure, after) in changes)
            state.Set(figure, after);
        var softAfter = touched.Count(r => state.IsBroken(r) && state.Of(r).Strength == Strength.Soft);
        var mends = !touched.Any(state.IsBrokenHard);
        state.Undo(mark);
        if (!mends)
            return;
        var isPoor = before.Count + softBefore - softAfter < 2;
        _found.Add(new CellSlip(changes, [.. before], slip, cost + (40 * (softAfter - softBefore)) + (isPoor ? CostOfPoorEvidence : 0)));
    }
}
