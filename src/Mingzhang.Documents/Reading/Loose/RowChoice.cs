namespace Mingzhang.Documents.Reading.Loose;

/// <summary>What one row may still add to the relation at hand. Used again for relation after relation.</summary>
internal sealed class RowChoice
{
    private RowParts _all = new([], []);
    private int[] _domain = [];
    private RowPart[] _parts = new RowPart[8];
    private int[] _indexes = new int[8];
    private int[] _places = new int[8];
    private bool[] _isKept = new bool[8];
    private int _count;
    private int _dropped;

    /// <summary>The row.</summary>
    public int Row { get; private set; }

    /// <summary>The different parts its assignments add.</summary>
    public ReadOnlySpan<RowPart> Parts => _parts.AsSpan(0, _count);

    /// <summary>Whether an assignment leaves blank what the relation asks for.</summary>
    public bool MayBeBlank => Parts.Contains(default);

    /// <summary>Whether a part was dropped.</summary>
    public bool IsNarrowed => _dropped > 0;

    /// <summary>Takes up a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="all">What its assignments add to the relation.</param>
    /// <param name="domain">The assignments it may still have.</param>
    public void Load(int row, RowParts all, int[] domain)
    {
        (Row, _all, _domain, _count, _dropped) = (row, all, domain, 0, 0);
        if (_parts.Length < all.Parts.Length)
        {
            var size = all.Parts.Length * 2;
            (_parts, _indexes, _places, _isKept) = (new RowPart[size], new int[size], new int[size], new bool[size]);
        }

        foreach (var candidate in domain)
        {
            var index = all.Of[candidate];
            // A place left over from another row points elsewhere.
            if (_places[index] < _count && _indexes[_places[index]] == index)
                continue;
            _places[index] = _count;
            _indexes[_count] = index;
            _parts[_count] = all.Parts[index];
            _isKept[_count++] = true;
            if (_count == all.Parts.Length)
                break;
        }
    }

    /// <summary>Drops a part, and with it the assignments that add it.</summary>
    public void Drop(int part)
    {
        _isKept[part] = false;
        _dropped++;
    }

    /// <summary>The most a part is worth.</summary>
    public long Best(int sign)
    {
        var best = long.MinValue;
        foreach (var part in Parts)
            best = Math.Max(best, part.Reach(sign));
        return best;
    }

    /// <summary>The assignments left.</summary>
    public int[] Left() => Array.FindAll(_domain, c => _isKept[_places[_all.Of[c]]]);
}
