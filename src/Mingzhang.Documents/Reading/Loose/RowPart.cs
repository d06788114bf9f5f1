namespace Mingzhang.Documents.Reading.Loose;

/// <summary>What numbers add to a relation.</summary>
/// <param name="Sum">Their sum in steps of the finest decimal printed in the table.</param>
/// <param name="Printed">How many of them are printed figures, each of which may be rounded.</param>
internal readonly record struct RowPart(long Sum, int Printed)
{
    /// <summary>Both together.</summary>
    public RowPart Plus(RowPart other) => new(Sum + other.Sum, Printed + other.Printed);

    /// <summary>Twice the most the sum may be (sign 1) or the least with its sign turned (-1): half a step is allowed for each printed figure.</summary>
    public long Reach(int sign) => (sign * Sum * 2) + Printed;

    /// <summary>Whether the sum is zero but for rounding.</summary>
    public bool IsZero => Math.Abs(Sum) * 2 <= Printed;
}

/// <summary>What the assignments of one row may add to one relation.</summary>
/// <param name="Parts">The different parts.</param>
/// <param name="Of">For each assignment of the row the index of its part.</param>
internal sealed record RowParts(RowPart[] Parts, int[] Of)
{
    /// <summary>Sorts assignments by what they add.</summary>
    public static RowParts Sorted(RowNumbers numbers, IReadOnlyList<int[]> candidates, RowFactors factors)
    {
        var known = new Dictionary<RowPart, int>();
        var of = new int[candidates.Count];
        for (var c = 0; c < of.Length; c++)
        {
            var part = numbers.Part(candidates[c], factors);
            if (!known.TryGetValue(part, out of[c]))
                known[part] = of[c] = known.Count;
        }

        var parts = new RowPart[known.Count];
        foreach (var (part, index) in known)
            parts[index] = part;
        return new RowParts(parts, of);
    }
}
