namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>A performance form as it is laid out on paper (绩效表版式): its labelled fields, then its indicators.</summary>
/// <param name="Title">Title of the form.</param>
/// <param name="Widths">Widths of its columns, in any unit: only their proportions count.</param>
/// <param name="Rows">Rows from the top; a cell that spans stands in its first row and column only.</param>
public sealed record PrintedForm(string Title, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<FormCell>> Rows)
{
    /// <summary>Number of columns.</summary>
    public int Width => Widths.Count;

    /// <summary>Where the columns end on a page, so that they fill it: one more than there are columns, from 0.</summary>
    /// <param name="width">Width to fill.</param>
    public IReadOnlyList<int> Edges(int width)
    {
        var whole = Widths.Sum();
        var edges = new int[Width + 1];
        for (int c = 0, sum = 0; c < Width; c++)
            edges[c + 1] = width * (sum += Widths[c]) / whole;
        return edges;
    }

    /// <summary>Rows that stay on one page where they find room on one: a goal with its indicators.</summary>
    public IReadOnlyList<RowRange> Together { get; init; } = [];

    /// <summary>Whether the form needs a landscape page (横排).</summary>
    public required bool IsWide { get; init; }
}

/// <summary>Rows that follow each other.</summary>
/// <param name="First">The first, from 0.</param>
/// <param name="Count">How many.</param>
public sealed record RowRange(int First, int Count)
{
    /// <summary>The row after the last.</summary>
    public int End => First + Count;
}

/// <summary>A cell of a printed form.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Column">First column it covers.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many rows it covers.</param>
/// <param name="IsLabel">Whether it is a label or header, printed bold and centred.</param>
public sealed record FormCell(string Text, int Column, int ColumnSpan, int RowSpan, bool IsLabel)
{
    private const int LongestShort = 12;

    /// <summary>Whether it is a short value that begins with a number or a comparison (234.10, ≥95%, 21人): such stand in the middle.</summary>
    public bool IsShort => !IsLabel && Text.Length > 0 && (char.IsAsciiDigit(Text[0]) || "≥≤＞＜>=<＝-".Contains(Text[0], StringComparison.Ordinal)) && ColumnFit.HalfWidth(Text) <= LongestShort;
}
