namespace Mingzhang.Documents.Reading.Layout;

/// <summary>A word at its place on a page, in points from the top left.</summary>
internal sealed record PlacedText(string Text, double Left, double Top, double Right, double Bottom)
{
    public double Height => Bottom - Top;

    public double MiddleX => (Left + Right) / 2;

    public double MiddleY => (Top + Bottom) / 2;
}

/// <summary>A ruled line, horizontal or vertical: <paramref name="At"/> is its y (or x), the others its extent.</summary>
internal readonly record struct Rule(bool Horizontal, double At, double From, double To);
