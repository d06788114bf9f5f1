namespace Mingzhang.Documents.Reading.Loose;

/// <summary>What a relation multiplies the numbers of a row with.</summary>
internal sealed class RowFactors
{
    private readonly int[] _factors;
    private readonly int[] _times;

    /// <summary>A row that takes no part yet.</summary>
    /// <param name="columns">Number of its amount columns.</param>
    public RowFactors(int columns)
    {
        _factors = new int[columns];
        _times = new int[columns];
    }

    /// <summary>Adds a term of the relation.</summary>
    public void Add(int column, int factor)
    {
        _factors[column] += factor;
        _times[column]++;
    }

    /// <summary>The factor of a column; 0 when it takes no part.</summary>
    public int Of(int column) => _factors[column];

    /// <summary>How many terms have this column.</summary>
    public int Times(int column) => _times[column];
}
