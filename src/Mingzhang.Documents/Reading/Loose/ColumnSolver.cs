using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Where a number of a row stands.</summary>
/// <param name="Column">Index among the amount columns of its side.</param>
/// <param name="Sure">False when other columns satisfy every relation as well.</param>
internal readonly record struct PlacedValue(int Column, bool Sure);

/// <summary>Decides the column of every number by the relations of the table (按勾稽关系定栏).</summary>
internal sealed class ColumnSolver(IReadOnlyList<LooseRow> rows, PlacementProblem problem)
{
    /// <summary>For each row the place of each number that has a column.</summary>
    public IReadOnlyList<PlacedValue[]> Solve()
    {
        var state = Start();
        var alive = rows.Select((_, r) => Alive(state, r)).ToArray();
        var chosen = new int[rows.Count];
        for (var r = 0; r < rows.Count; r++)
        {
            var domain = state.Domain(r);
            chosen[r] = domain[0];
            if (domain.Length > 1)
                (chosen[r], state) = MostNatural(state, r);
        }

        return [.. rows.Select((_, r) => Placed(r, chosen[r], alive[r]))];
    }

    // Where the document itself breaks a sum, that family tells nothing of columns: it would only drive its numbers
    // out of every column but the last.
    private PlacementState Start()
    {
        var suspended = new HashSet<int>();
        while (true)
        {
            var state = new PlacementState(problem, suspended);
            state.Propagate();
            var before = suspended.Count;
            suspended.UnionWith(state.BrokenFamilies);
            if (suspended.Count == before)
                return state;
        }
    }

    // The most natural assignment of those that break the fewest relations.
    private (int Candidate, PlacementState State) MostNatural(PlacementState state, int row)
    {
        (int Candidate, PlacementState State)? best = null;
        foreach (var candidate in state.Domain(row).OrderBy(c => (Naturalness(row, c), c)))
        {
            var next = state.With(row, candidate);
            if (next.Cost == state.Cost)
                return (candidate, next);
            if (best is null || next.Cost < best.Value.State.Cost)
                best = (candidate, next);
        }

        return best!.Value;
    }

    // The assignments that break no more relations than the best does.
    private static int[] Alive(PlacementState state, int row)
    {
        var domain = state.Domain(row);
        if (domain.Length == 1)
            return domain;
        var costs = domain.Select(c => state.With(row, c).Cost).ToArray();
        var least = costs.Min();
        return [.. domain.Where((_, i) => costs[i] == least)];
    }

    private PlacedValue[] Placed(int row, int chosen, int[] alive)
    {
        var columns = problem.Candidates[row][chosen];
        // A number without a column of its own overflows the row; then none of its places is sure.
        var fits = rows[row].Values.Count <= columns.Length;
        var result = new PlacedValue[columns.Length];
        for (var v = 0; v < columns.Length; v++)
            result[v] = new PlacedValue(columns[v], fits && Array.TrueForAll(alive, c => problem.Candidates[row][c][v] == columns[v]));
        return result;
    }

    // What an office prints most often: totals, then the general public budget of the year, then earlier columns.
    private int Naturalness(int row, int candidate)
    {
        var columns = rows[row].Side.Amounts.ToList();
        var sum = 0;
        foreach (var c in problem.Candidates[row][candidate])
            sum += Rank(columns[c], c);
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
