namespace Mingzhang.Documents.Reading.Loose;

/// <summary>A label begun and not whole yet.</summary>
/// <param name="Item">Index of the item.</param>
/// <param name="Rest">What is missing of its label.</param>
/// <param name="Matched">How much of it was read.</param>
internal sealed record OpenLabel(int Item, string Rest, int Matched)
{
    /// <summary>What it costs never to finish it.</summary>
    public int Abandoned => (Matched * 2) + 4;
}

/// <summary>One way to take the words read so far.</summary>
internal sealed record ItemState
{
    /// <summary>For each side the first item that may still come.</summary>
    public required int[] Next { get; init; }

    /// <summary>For each side the label that is not whole yet.</summary>
    public required OpenLabel?[] Open { get; init; }

    /// <summary>Side of the row last named; -1 before the first.</summary>
    public int Track { get; init; } = -1;

    /// <summary>Item of the row last named; -1 for a label no form knows.</summary>
    public int Item { get; init; } = -1;

    /// <summary>Numbers of the row last named.</summary>
    public int Values { get; init; }

    /// <summary>The last side on which a label began in this line; -1 when none did.</summary>
    public int LineTrack { get; set; } = -1;

    /// <summary>What speaks for it.</summary>
    public int Score { get; init; }

    /// <summary>What the words were taken for, the last one first.</summary>
    public ItemStep? Trace { get; init; }

    /// <summary>States that go on alike: of them only the best is of interest.</summary>
    public static IEqualityComparer<ItemState> GoOnAlike { get; } = new Future();

    /// <summary>The labels open when this side's is another one.</summary>
    public OpenLabel?[] OpenWith(int track, OpenLabel? label)
    {
        if (Open[track] is null && label is null)
            return Open;
        var copy = (OpenLabel?[])Open.Clone();
        copy[track] = label;
        return copy;
    }

    /// <summary>The items to come when this side's is another one.</summary>
    public int[] NextWith(int track, int item)
    {
        var copy = (int[])Next.Clone();
        copy[track] = item;
        return copy;
    }

    private sealed class Future : IEqualityComparer<ItemState>
    {
        public bool Equals(ItemState? x, ItemState? y)
        {
            if (x!.Track != y!.Track || x.Item != y.Item || x.Values != y.Values || x.LineTrack != y.LineTrack || !x.Next.AsSpan().SequenceEqual(y.Next))
                return false;
            for (var t = 0; t < x.Open.Length; t++)
            {
                if (!IsAlike(x.Open[t], y.Open[t]))
                    return false;
            }

            return true;
        }

        public int GetHashCode(ItemState state)
        {
            var hash = (((state.Track * 1009) + state.Item) * 31) + (state.Values * 7) + state.LineTrack;
            for (var t = 0; t < state.Next.Length; t++)
            {
                hash = (hash * 1_000_003) + state.Next[t];
                if (state.Open[t] is { } open)
                    hash = (hash * 1009) + (open.Item * 64) + open.Rest.Length;
            }

            return hash;
        }

        private static bool IsAlike(OpenLabel? x, OpenLabel? y) => x is null || y is null
            ? x is null && y is null
            : x.Item == y.Item && x.Rest == y.Rest;
    }
}
