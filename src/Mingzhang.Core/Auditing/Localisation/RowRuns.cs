using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>
/// Finds runs of rows whose figures stand beside the wrong names (成段错行): a column of figures that was pasted beside a longer or shorter
/// list of names, so that from some row on every figure belongs to another row. What other tables print of the same rows tells which;
/// taken one by one, such figures would be accused by the dozen, each of something else.
/// </summary>
internal sealed class RowRuns(SystemState state)
{
    private const int FewestRows = 5;
    private const int FewestBroken = 4;
    private const int MostRows = 600;

    // Cheap, so that it goes before anything that accuses single figures.
    private const int Cost = 100;

    /// <summary>The runs, one for each table at most.</summary>
    /// <param name="broken">The broken hard relations.</param>
    internal List<CellSlip> Find(IReadOnlyList<int> broken)
    {
        var tables = new SortedDictionary<int, int>();
        foreach (var r in broken)
        {
            // A table whose own sums hold is the one that is right.
            if (TableOf(r) is { } table)
                tables[table] = tables.GetValueOrDefault(table) + 1;
        }

        var found = new List<CellSlip>();
        foreach (var (table, _) in tables.Where(t => t.Value >= FewestBroken))
        {
            if (RunOf(table) is not { } run)
                continue;
            found.Add(run);
            foreach (var (figure, after) in run.Changes)
                state.Set(figure, after);
        }

        return found;
    }

    // The table whose figures alone a relation is about; null when it is about several.
    private int? TableOf(int relation)
    {
        int? table = null;
        foreach (var term in state.Of(relation).Terms)
        {
            if (state.Node(term.Figure).Table is var own && (own < 0 || (table is not null && table != own)))
                return null;
            else
                table = own;
        }

        return table;
    }

    private CellSlip? RunOf(int table)
    {
        var rows = Rows(table);
        if (rows.Count is < FewestRows or > MostRows)
            return null;
        var pairs = Longest(rows);
        var moved = pairs.FindAll(p => p.From != p.To);
        if (moved.Count < FewestRows)
            return null;
        var (first, last) = (moved.Min(p => Math.Min(p.From, p.To)), moved.Max(p => Math.Max(p.From, p.To)));
        var changes = new List<(int Figure, FigureNode After)>();
        for (var to = first; to <= last; to++)
        {
            var from = FromOf(pairs, to);
            foreach (var (column, cell) in rows[to].Cells)
            {
                var now = state.Node(cell.Figure);
                var content = from is { } row && rows[row].Cells.TryGetValue(column, out var other)
                    ? state.Node(other.Figure)
                    : now with { Value = 0m, State = FigureState.Blank };
                if (content.State != FigureState.Unreadable && now.State != FigureState.Unreadable && content.Amount != now.Amount)
                    changes.Add((cell.Figure, now with { Value = content.Value, PrintedDecimals = content.PrintedDecimals, State = content.State }));
            }
        }

        return Judge(changes);
    }

    // A row that nothing else prints slipped as far as those above and below it.
    private static int? FromOf(List<(int From, int To)> pairs, int to)
    {
        var below = pairs.FindIndex(p => p.To >= to);
        if (below < 0)
            return null;
        if (pairs[below].To == to)
            return pairs[below].From;
        return below > 0 && pairs[below].To - pairs[below].From == pairs[below - 1].To - pairs[below - 1].From
            ? to - (pairs[below].To - pairs[below].From)
            : null;
    }

    // The rows in print order, each with its figures and what other places print for them.
    private List<Line> Rows(int table)
    {
        var rows = new SortedDictionary<int, Line>();
        var nodes = state.System.Nodes;
        for (var figure = 0; figure < nodes.Length; figure++)
        {
            if (nodes[figure].Table != table)
                continue;
            if (!rows.TryGetValue(nodes[figure].Row, out var line))
                rows[nodes[figure].Row] = line = new Line([]);
            if (nodes[figure].State != FigureState.Unreadable)
                line.Cells[nodes[figure].Column] = new Place(figure, state.Node(figure).Amount, Elsewhere(figure));
        }

        return [.. rows.Values];
    }

    private List<decimal> Elsewhere(int figure)
    {
        var values = new List<decimal>();
        foreach (var r in state.System.RelationsOf(figure))
        {
            var terms = state.Of(r).Terms;
            if (terms.Length != 2 || terms[0].Coefficient + terms[1].Coefficient != 0m)
                continue;
            var other = state.Node(terms[0].Figure == figure ? terms[1].Figure : terms[0].Figure);
            if (other.State != FigureState.Unreadable && other.Table != state.Node(figure).Table)
                values.Add(other.Amount);
        }

        return values;
    }

    // The longest common sequence of what the rows print and what they should print; a row that is right where it stands counts a little more.
    private static List<(int From, int To)> Longest(List<Line> rows)
    {
        var count = rows.Count;
        var best = new int[count + 1, count + 1];
        for (var from = count - 1; from >= 0; from--)
        {
            for (var to = count - 1; to >= 0; to--)
                best[from, to] = Math.Max(Math.Max(best[from + 1, to], best[from, to + 1]), Worth(rows, from, to) is > 0 and var worth ? worth + best[from + 1, to + 1] : 0);
        }

        var pairs = new List<(int From, int To)>();
        for (var (from, to) = (0, 0); from < count && to < count;)
        {
            if (Worth(rows, from, to) is > 0 and var worth && best[from, to] == worth + best[from + 1, to + 1])
            {
                pairs.Add((from, to));
                (from, to) = (from + 1, to + 1);
            }
            else if (best[from, to] == best[from + 1, to])
                from++;
            else
                to++;
        }

        return pairs;
    }

    private static int Worth(List<Line> rows, int from, int to)
    {
        var agrees = 0;
        foreach (var (column, wanted) in rows[to].Cells)
        {
            if (wanted.Elsewhere.Count == 0)
                continue;
            if (!rows[from].Cells.TryGetValue(column, out var printed) || !wanted.Elsewhere.Contains(printed.Amount))
                return 0;
            agrees += printed.Amount != 0m ? 1 : 0;
        }

        return agrees == 0 ? 0 : from == to ? 101 : 100;
    }

    // Kept when nearly all that was broken about these cells then holds.
    private CellSlip? Judge(List<(int Figure, FigureNode After)> changes)
    {
        var touched = changes.SelectMany(c => state.System.RelationsOf(c.Figure).ToArray()).Distinct().Order().ToList();
        var before = touched.FindAll(state.IsBrokenHard);
        var mark = state.Mark;
        foreach (var (figure, after) in changes)
            state.Set(figure, after);
        var left = touched.Count(state.IsBrokenHard);
        state.Undo(mark);
        return left * 4 <= before.Count ? new CellSlip(changes, before, SlipKind.Shift, Cost) : null;
    }

    private sealed record Line(Dictionary<int, Place> Cells);

    private sealed record Place(int Figure, decimal Amount, List<decimal> Elsewhere);
}
