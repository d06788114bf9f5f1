using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Where a number of a row stands.</summary>
/// <param name="Column">Index among the amount columns of its side.</param>
/// <param name="Sure">False when other columns satisfy every relation as well.</param>
internal readonly record struct PlacedValue(int Column, bool Sure);

/// <summary>Decides the column of every number by the relations of the table (按勾稽关系定栏).</summary>
internal sealed class ColumnSolver(IReadOnlyList<LooseRow> rows, PlacementProblem problem)
{
    private readonly int[][] _ranks = [.. rows.Select(r => r.Side.Amounts.Select(Rank).ToArray())];

    /// <summary>For each row the place of each number that has a column.</summary>
    public IReadOnlyList<PlacedValue[]> Solve()
    {
        var state = Start();
        var (start, cost) = (state.Mark, state.Cost);
        var chosen = new int[rows.Count];
        for (var r = 0; r < rows.Count; r++)
            chosen[r] = state.Domain(r) is [var only] ? only : MostNatural(state, r);
        var breaksNothing = state.Cost == cost;
        state.Undo(start);
        return [.. rows.Select((_, r) => Placed(r, chosen[r], IsSure(state, r, chosen[r], breaksNothing)))];
    }

    // Where the document itself breaks a sum, that family tells nothing of columns: it would only drive its numbers
    // out of every column but the last.
    private PlacementState Start()
    {
        var suspended = new HashSet<int>();
        while (true)
        {
            var state = new PlacementState(problem, suspended);
            var before = suspended.Count;
            suspended.UnionWith(state.BrokenFamilies);
            if (suspended.Count == before)
                return state;
        }
    }

    // Gives a row the most natural assignment of those that break the fewest relations.
    private int MostNatural(PlacementState state, int row)
    {
        var (start, cost) = (state.Mark, state.Cost);
        var (best, least) = (-1, int.MaxValue);
        foreach (var candidate in state.Domain(row).OrderBy(c => Naturalness(row, c)).ThenBy(c => c))
        {
            state.Assign(row, candidate);
            if (state.Cost == cost)
                return candidate;
            if (state.Cost < least)
                (best, least) = (candidate, state.Cost);
            state.Undo(start);
        }

        state.Assign(row, best);
        return best;
    }

    // For each number whether all assignments that break no more relations than the best does agree on its column.
    private bool[] IsSure(PlacementState state, int row, int chosen, bool breaksNothing)
    {
        var columns = problem.Candidates[row];
        var sure = new bool[columns[chosen].Length];
        Array.Fill(sure, true);
        var domain = state.Domain(row);
        if (domain.Length == 1)
            return sure;
        bool Doubts(int candidate, int value) => columns[candidate][value] != columns[chosen][value];
        // All assignments chosen together break nothing; then only one that breaks nothing either and is new can tell more.
        var least = breaksNothing ? state.Cost : domain.Min(c => state.CostOf(row, c));
        foreach (var candidate in domain)
        {
            var tellsMore = Enumerable.Range(0, sure.Length).Any(v => sure[v] && Doubts(candidate, v));
            if (!tellsMore || state.CostOf(row, candidate) != least)
                continue;
            for (var v = 0; v < sure.Length; v++)
                sure[v] &= !Doubts(candidate, v);
        }

        return sure;
    }

    private PlacedValue[] Placed(int row, int chosen, bool[] sure)
    {
        var columns = problem.Candidates[row][chosen];
        // A number without a column of its own overflows the row; then none of its places is sure.
        var fits = rows[row].Values.Count <= columns.Length;
        return [.. columns.Select((c, v) => new PlacedValue(c, fits && sure[v]))];
    }

    // What an office prints most often: totals, then the general public budget of the year, then earlier columns.
    private int Naturalness(int row, int candidate)
    {
        var sum = 0;
        foreach (var c in problem.Candidates[row][candidate])
            sum += _ranks[row][c];
        return sum;
    }

    private static int Rank(FormColumn column, int index)
    {
        if (column.Id.Contains("上年", StringComparison.Ordinal) || column.Id.Contains("结转", StringComparison.Ordinal) || column.Id.Contains("教育收费", StringComparison.Ordinal))
            return 200 + index;
        // Hardly any office buys cars or travels abroad; receptions are common.
        var rare = column.Id.EndsWith("购置费", StringComparison.Ordinal) ? 3 : column.Id.Contains("因公出国", StringComparison.Ordinal) ? 20 : 0;
        return column.Id.Contains("一般公共预算", StringComparison.Ordinal) ? 2 : (2 * index) + rare;
    }
}
