using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>The numbers of all rows, the columns they may stand in, and the relations they must satisfy.</summary>
internal sealed class PlacementProblem
{
    private const int MostCandidates = 20_000;
    private const long MostWork = 4_000_000;
    private readonly long[][] _values;
    private readonly bool[][] _printed;

    /// <summary>States the problem.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="relations">Their relations.</param>
    /// <param name="evidence">For a row the amounts that other tables state, by column.</param>
    public PlacementProblem(IReadOnlyList<LooseRow> rows, IReadOnlyList<PlacedRelation> relations, Func<LooseRow, IReadOnlyDictionary<int, decimal>> evidence)
    {
        var decimals = rows.SelectMany(r => r.Values).Select(v => v.Figure?.Decimals ?? 0).DefaultIfEmpty().Max();
        var scale = 1m;
        for (var d = 0; d < Math.Min(decimals, Precision.Finest); d++)
            scale *= 10m;
        _values = [.. rows.Select(r => r.Values.Select(v => Scaled(v, scale)).ToArray())];
        _printed = [.. rows.Select(r => r.Values.Select(v => v.Figure is not null).ToArray())];
        var single = relations.Where(r => r.Rows.Length == 1).ToLookup(r => r.Rows[0]);
        Candidates = [.. rows.Select((row, r) => Filtered(r, All(row), [.. single[r]], evidence(row), scale))];
        Relations = [.. relations.Where(r => r.Rows.Length > 1)];
        var families = Relations.Select(r => string.Join(',', r.Rows)).ToList();
        Families = [.. families.Select(f => families.IndexOf(f))];
        RelationsOf = [.. rows.Select((_, r) => Enumerable.Range(0, Relations.Count).Where(i => Relations[i].Rows.Contains(r)).ToArray())];
    }

    private long _work;

    /// <summary>False once the search has become too long; then what is left open stays open.</summary>
    public bool HasTime => _work < MostWork;

    /// <summary>Counts work done.</summary>
    public void Spend(int steps) => _work += steps + 1;

    /// <summary>For each row its assignments: for each of its numbers the column.</summary>
    public IReadOnlyList<IReadOnlyList<int[]>> Candidates { get; }

    /// <summary>Relations over more than one row.</summary>
    public IReadOnlyList<PlacedRelation> Relations { get; }

    /// <summary>For each relation its family: the relations over the same rows, one for each column.</summary>
    public IReadOnlyList<int> Families { get; }

    /// <summary>For each row the relations it is part of.</summary>
    public IReadOnlyList<int[]> RelationsOf { get; }

    /// <summary>What an assignment of a row adds to a relation, and how many printed figures it does so with.</summary>
    public (long Sum, int Printed) Part(int row, int candidate, (int Column, int Factor)[] factors) => Part(row, Candidates[row][candidate], factors);

    private static long Scaled(LooseToken value, decimal scale) =>
        value.Figure is { } figure && Math.Abs(figure.Value) < 1_000_000_000_000m ? (long)decimal.Round(figure.Value * scale) : 0L;

    private (long Sum, int Printed) Part(int row, int[] columns, (int Column, int Factor)[] factors)
    {
        var sum = 0L;
        var printed = 0;
        for (var v = 0; v < columns.Length; v++)
        {
            foreach (var (column, factor) in factors)
            {
                if (columns[v] != column)
                    continue;
                sum += factor * _values[row][v];
                printed += _printed[row][v] ? 1 : 0;
            }
        }

        return (sum, printed);
    }

    // All increasing ways to put the numbers of a row into its columns.
    private static List<int[]> All(LooseRow row)
    {
        var columns = row.Side.Amounts.Count();
        var count = Math.Min(row.Values.Count, columns);
        var result = new List<int[]>();
        Extend(row, columns, count, new int[count], 0, result);
        // Bounds by words may leave nothing; then the order alone counts.
        return result.Count > 0 ? result : [[.. Enumerable.Range(0, count)]];
    }

    private static void Extend(LooseRow row, int columns, int count, int[] chosen, int at, List<int[]> result)
    {
        if (result.Count >= MostCandidates)
            return;
        if (at == count)
        {
            result.Add((int[])chosen.Clone());
            return;
        }

        var isBounded = row.FirstColumn.Count == row.Values.Count;
        var first = Math.Max(at == 0 ? 0 : chosen[at - 1] + 1, isBounded ? row.FirstColumn[at] : 0);
        var last = Math.Min(columns - (count - at), isBounded ? row.LastColumn[at] : columns);
        for (var c = first; c <= last; c++)
        {
            chosen[at] = c;
            Extend(row, columns, count, chosen, at + 1, result);
        }
    }

    // Those that agree with what other tables state and break the fewest of the row's own relations.
    private List<int[]> Filtered(int row, List<int[]> all, PlacedRelation[] own, IReadOnlyDictionary<int, decimal> evidence, decimal scale)
    {
        if (all.Count == 1)
            return all;
        int Cost(int[] columns)
        {
            var cost = own.Count(r => !Holds(Part(row, columns, r.Factors[0]), r.Comparison)) * 100;
            foreach (var (column, value) in evidence)
            {
                var at = Array.IndexOf(columns, column);
                if ((at < 0 ? 0L : _values[row][at]) != (long)decimal.Round(value * scale))
                    cost++;
            }

            return cost;
        }

        var costs = all.ConvertAll(Cost);
        var least = costs.Min();
        return [.. all.Where((_, i) => costs[i] == least)];
    }

    private static bool Holds((long Sum, int Printed) part, Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => (part.Sum * 2) + part.Printed >= 0,
        Comparison.AtMost => (part.Sum * 2) - part.Printed <= 0,
        _ => Math.Abs(part.Sum) * 2 <= part.Printed,
    };
}
