using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>The numbers of one row as whole numbers, and the columns they may stand in.</summary>
internal sealed class RowNumbers
{
    private const int MostCandidates = 20_000;
    private readonly LooseRow _row;
    private readonly decimal _scale;
    private readonly int _columns;
    private readonly long[] _values;
    private readonly bool[] _printed;

    /// <summary>Takes the numbers of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="scale">Steps in one unit of the table: a power of ten.</param>
    public RowNumbers(LooseRow row, decimal scale)
    {
        _row = row;
        _scale = scale;
        _columns = row.Side.Amounts.Count();
        _values = [.. row.Values.Select(v => Scaled(v, scale))];
        _printed = [.. row.Values.Select(v => v.Figure is not null)];
    }

    /// <summary>What an assignment of numbers to columns adds to a relation.</summary>
    public RowPart Part(int[] columns, RowFactors factors)
    {
        var sum = 0L;
        var printed = 0;
        for (var v = 0; v < columns.Length; v++)
        {
            sum += factors.Of(columns[v]) * _values[v];
            printed += _printed[v] ? factors.Times(columns[v]) : 0;
        }

        return new RowPart(sum, printed);
    }

    /// <summary>
    /// Its assignments, for each number the column: of all increasing ways those that agree best with what other tables
    /// state and break the fewest of the row's own relations.
    /// </summary>
    public IReadOnlyList<int[]> Candidates(IReadOnlyList<PlacedRelation> own, IReadOnlyDictionary<int, decimal> evidence)
    {
        var all = All();
        if (all.Count == 1)
            return all;
        var costs = all.ConvertAll(columns => Cost(columns, own, evidence));
        var least = costs.Min();
        return [.. all.Where((_, i) => costs[i] == least)];
    }

    private static long Scaled(LooseToken value, decimal scale) =>
        value.Figure is { } figure && Math.Abs(figure.Value) < 1_000_000_000_000m ? (long)decimal.Round(figure.Value * scale) : 0L;

    private List<int[]> All()
    {
        var count = Math.Min(_values.Length, _columns);
        var result = new List<int[]>();
        Extend(new int[count], 0, result);
        // Bounds by words may leave nothing; then the order alone counts.
        return result.Count > 0 ? result : [[.. Enumerable.Range(0, count)]];
    }

    private void Extend(int[] chosen, int at, List<int[]> result)
    {
        if (result.Count >= MostCandidates)
            return;
        if (at == chosen.Length)
        {
            result.Add((int[])chosen.Clone());
            return;
        }

        var isBounded = _row.FirstColumn.Count == _values.Length;
        var first = Math.Max(at == 0 ? 0 : chosen[at - 1] + 1, isBounded ? _row.FirstColumn[at] : 0);
        var last = Math.Min(_columns - (chosen.Length - at), isBounded ? _row.LastColumn[at] : _columns);
        for (var c = first; c <= last; c++)
        {
            chosen[at] = c;
            Extend(chosen, at + 1, result);
        }
    }

    private int Cost(int[] columns, IReadOnlyList<PlacedRelation> own, IReadOnlyDictionary<int, decimal> evidence)
    {
        var cost = 0;
        foreach (var relation in own)
        {
            if (!Holds(Part(columns, relation.Factors[0]), relation.Comparison))
                cost += 100;
        }

        foreach (var (column, value) in evidence)
        {
            var at = Array.IndexOf(columns, column);
            if ((at < 0 ? 0L : _values[at]) != (long)decimal.Round(value * _scale))
                cost++;
        }

        return cost;
    }

    private static bool Holds(RowPart part, Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => part.Reach(1) >= 0,
        Comparison.AtMost => part.Reach(-1) >= 0,
        _ => part.IsZero,
    };
}
