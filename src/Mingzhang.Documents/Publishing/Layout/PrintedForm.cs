namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>A performance form as it is laid out on paper (绩效表版式): its labelled fields, then its indicators.</summary>
/// <param name="Title">Title of the form.</param>
/// <param name="Width">Number of grid columns of the form.</param>
/// <param name="Rows">Rows from the top; a cell that spans stands in its first row and column only.</param>
public sealed record PrintedForm(string Title, int Width, IReadOnlyList<IReadOnlyList<FormCell>> Rows)
{
    /// <summary>Whether the form needs a landscape page (横排).</summary>
    public required bool IsWide { get; init; }
}

/// <summary>A cell of a printed form.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Column">First column it covers.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many rows it covers.</param>
/// <param name="IsLabel">Whether it is a label or header, printed bold and centred.</param>
public sealed record FormCell(string Text, int Column, int ColumnSpan, int RowSpan, bool IsLabel);
