using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>The numbers of all rows, the columns they may stand in, and the relations they must satisfy.</summary>
internal sealed class PlacementProblem
{
    private const long MostWork = 4_000_000;
    private readonly RowNumbers[] _numbers;
    private readonly RowParts?[][] _parts;
    private long _work;

    /// <summary>States the problem.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="relations">Their relations.</param>
    /// <param name="evidence">For a row the amounts that other tables state, by column.</param>
    public PlacementProblem(IReadOnlyList<LooseRow> rows, IReadOnlyList<PlacedRelation> relations, Func<LooseRow, IReadOnlyDictionary<int, decimal>> evidence)
    {
        var scale = Scale(rows);
        _numbers = [.. rows.Select(r => new RowNumbers(r, scale))];
        var single = relations.Where(r => r.Rows.Length == 1).ToLookup(r => r.Rows[0]);
        Candidates = [.. rows.Select((row, r) => _numbers[r].Candidates([.. single[r]], evidence(row)))];
        Relations = [.. relations.Where(r => r.Rows.Length > 1)];
        _parts = [.. Relations.Select(r => new RowParts?[r.Rows.Length])];
        Families = FamiliesOf(Relations);
        RelationsOf = ByRow(Relations, rows.Count);
    }

    /// <summary>False once the search has become too long; then what is left open stays open.</summary>
    public bool HasTime => _work < MostWork;

    /// <summary>For each row its assignments: for each of its numbers the column.</summary>
    public IReadOnlyList<IReadOnlyList<int[]>> Candidates { get; }

    /// <summary>Relations over more than one row.</summary>
    public IReadOnlyList<PlacedRelation> Relations { get; }

    /// <summary>For each relation its family: the relations over the same rows, one for each column.</summary>
    public IReadOnlyList<int> Families { get; }

    /// <summary>For each row the relations it is part of.</summary>
    public IReadOnlyList<IReadOnlyList<int>> RelationsOf { get; }

    /// <summary>Counts work done.</summary>
    public void Spend(int steps) => _work += steps;

    /// <summary>What a row may add to a relation.</summary>
    /// <param name="relation">Index of the relation.</param>
    /// <param name="at">Which of the relation's rows.</param>
    public RowParts Parts(int relation, int at)
    {
        var row = Relations[relation].Rows[at];
        return _parts[relation][at] ??= RowParts.Sorted(_numbers[row], Candidates[row], Relations[relation].Factors[at]);
    }

    private static decimal Scale(IReadOnlyList<LooseRow> rows)
    {
        var decimals = rows.SelectMany(r => r.Values).Select(v => v.Figure?.Decimals ?? 0).DefaultIfEmpty().Max();
        var scale = 1m;
        for (var d = 0; d < Math.Min(decimals, Precision.Finest); d++)
            scale *= 10m;
        return scale;
    }

    private static int[] FamiliesOf(IReadOnlyList<PlacedRelation> relations)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var families = new int[relations.Count];
        for (var r = 0; r < families.Length; r++)
        {
            var rows = string.Join(',', relations[r].Rows);
            if (!known.TryGetValue(rows, out families[r]))
                known[rows] = families[r] = r;
        }

        return families;
    }

    private static List<int>[] ByRow(IReadOnlyList<PlacedRelation> relations, int rows)
    {
        var result = new List<int>[rows];
        for (var r = 0; r < rows; r++)
            result[r] = [];
        for (var i = 0; i < relations.Count; i++)
        {
            foreach (var row in relations[i].Rows)
                result[row].Add(i);
        }

        return result;
    }
}
