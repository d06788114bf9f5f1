namespace Mingzhang.Documents.Reading.Layout;

/// <summary>Gathers the ruled lines of a page from what is drawn on it: straight strokes, and areas filled so thin that they are lines.</summary>
internal sealed class RuleSheet
{
    /// <summary>Thickest line, in points.</summary>
    private const double Thin = 3.0;

    /// <summary>How far the ends of a line may lean, in points.</summary>
    private const double Lean = 1.0;
    private const double FarthestPlace = 1e5;
    private const int MostRules = 60_000;

    /// <summary>The lines so far.</summary>
    public List<Rule> Rules { get; } = [];

    /// <summary>Whether there are more lines than any table has.</summary>
    public bool IsFull => Rules.Count > MostRules;

    /// <summary>Draws along the corners of a piece of a path.</summary>
    public void Stroke(IReadOnlyList<(double X, double Y)> piece, bool close)
    {
        for (var i = 1; i < piece.Count; i++)
            Line(piece[i - 1], piece[i]);
        if (close && piece.Count > 2)
            Line(piece[^1], piece[0]);
    }

    /// <summary>Fills the area of a piece of a path.</summary>
    public void Fill(IReadOnlyList<(double X, double Y)> piece)
    {
        if (piece.Count < 3)
            return;
        var (left, right) = (piece.Min(p => p.X), piece.Max(p => p.X));
        var (top, bottom) = (piece.Min(p => p.Y), piece.Max(p => p.Y));
        // A dot where lines meet belongs to both.
        if (bottom - top <= Thin)
            Add(true, (top + bottom) / 2, left, right);
        if (right - left <= Thin)
            Add(false, (left + right) / 2, top, bottom);
    }

    private void Line((double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
        if (dy <= Lean && dx > dy)
            Add(true, (a.Y + b.Y) / 2, a.X, b.X);
        else if (dx <= Lean && dy > dx)
            Add(false, (a.X + b.X) / 2, a.Y, b.Y);
    }

    private void Add(bool horizontal, double at, double from, double to)
    {
        // NaN compares false, so it is left out, too.
        if (Math.Abs(at) < FarthestPlace && Math.Abs(from) < FarthestPlace && Math.Abs(to) < FarthestPlace)
            Rules.Add(new Rule(horizontal, at, Math.Min(from, to), Math.Max(from, to)));
    }
}
