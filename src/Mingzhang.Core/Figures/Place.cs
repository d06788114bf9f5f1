namespace Mingzhang.Core.Figures;

/// <summary>Where something stands in its source (位置). What is not known is null.</summary>
/// <param name="Page">Page from 1.</param>
/// <param name="Line">Line of a text input from 1.</param>
/// <param name="Box">Left, top, right, bottom in PDF points from the top left of the page.</param>
public sealed record Place(int? Page = null, int? Line = null, IReadOnlyList<double>? Box = null)
{
    /// <summary>Paragraph of a Word document from 1, those in cells counted like the others; no part of the contract JSON.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Nothing is known of the place.</summary>
    public static Place Unknown { get; } = new();
}
