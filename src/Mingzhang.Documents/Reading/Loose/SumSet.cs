namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// The sums some rows reach together, ascending. With each goes the greatest number of printed figures in it, which is
/// what rounding is allowed for.
/// </summary>
internal sealed class SumSet
{
    /// <summary>Farther than this from zero rounding does not explain a sum, however many figures are in it.</summary>
    private const int Farthest = 8;
    private RowPart[] _sums = new RowPart[8];
    private RowPart[] _merged = new RowPart[8];

    /// <summary>How many different sums there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether zero is one of the sums.</summary>
    public bool HasZero
    {
        get
        {
            var at = FirstFrom(0);
            return at < Count && _sums[at].Sum == 0;
        }
    }

    /// <summary>Whether a sum is zero but for rounding.</summary>
    public bool ReachesZero
    {
        get
        {
            for (var at = FirstFrom(-Farthest); at < Count && _sums[at].Sum <= Farthest; at++)
            {
                if (_sums[at].IsZero)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Holds one sum only.</summary>
    public void Set(RowPart only)
    {
        _sums[0] = only;
        Count = 1;
    }

    /// <summary>Holds every sum of another set plus one of the parts.</summary>
    /// <returns>False when there are more sums than asked for; then the set is of no use.</returns>
    public bool SetSums(SumSet others, ReadOnlySpan<RowPart> parts, int most)
    {
        Count = 0;
        foreach (var part in parts)
        {
            Merge(others, part);
            if (Count > most)
                return false;
        }

        return true;
    }

    /// <summary>Whether a sum of this set, one of the other and the part make zero but for rounding.</summary>
    public bool Completes(SumSet other, RowPart part)
    {
        var (small, large) = Count < other.Count ? (this, other) : (other, this);
        for (var i = 0; i < small.Count; i++)
        {
            var sum = small._sums[i].Plus(part);
            for (var at = large.FirstFrom(-sum.Sum - Farthest); at < large.Count && sum.Sum + large._sums[at].Sum <= Farthest; at++)
            {
                if (sum.Plus(large._sums[at]).IsZero)
                    return true;
            }
        }

        return false;
    }

    private int FirstFrom(long sum)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_sums[middle].Sum < sum)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Merge(SumSet others, RowPart part)
    {
        if (_merged.Length < Count + others.Count)
            _merged = new RowPart[(Count + others.Count) * 2];
        var (own, other, count) = (0, 0, 0);
        while (own < Count || other < others.Count)
        {
            var added = other < others.Count ? others._sums[other].Plus(part) : default;
            if (other == others.Count || (own < Count && _sums[own].Sum < added.Sum))
            {
                _merged[count++] = _sums[own++];
            }
            else if (own == Count || added.Sum < _sums[own].Sum)
            {
                _merged[count++] = added;
                other++;
            }
            else
            {
                _merged[count++] = added.Printed > _sums[own].Printed ? added : _sums[own];
                own++;
                other++;
            }
        }

        (_sums, _merged) = (_merged, _sums);
        Count = count;
    }
}
