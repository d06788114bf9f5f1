namespace Mingzhang.Documents.Reading.Layout;

/// <summary>A transformation of the page description (ISO 32000-1, 8.3.3; GB/T 33190, 8).</summary>
internal sealed record PageMatrix(double A, double B, double C, double D, double E, double F)
{
    public static PageMatrix Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>First this, then the other.</summary>
    public PageMatrix Then(PageMatrix o) => new(
        A * o.A + B * o.C, A * o.B + B * o.D,
        C * o.A + D * o.C, C * o.B + D * o.D,
        E * o.A + F * o.C + o.E, E * o.B + F * o.D + o.F);

    /// <summary>The way back.</summary>
    /// <exception cref="InvalidOperationException">There is none: it makes a line of the plane.</exception>
    public PageMatrix Inverse()
    {
        var d = (A * D) - (B * C);
        if (d == 0)
            throw new InvalidOperationException("The matrix has no inverse.");
        return new(D / d, -B / d, -C / d, A / d, ((C * F) - (D * E)) / d, ((B * E) - (A * F)) / d);
    }

    public (double X, double Y) Map(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    /// <summary>From the page's own space to points from its top left corner as it is seen.</summary>
    public static PageMatrix ToTopLeft(double left, double bottom, double right, double top, int rotate) => (((rotate % 360) + 360) % 360) switch
    {
        90 => new(0, 1, 1, 0, -bottom, -left),
        180 => new(-1, 0, 0, 1, right, -bottom),
        270 => new(0, -1, -1, 0, top, right),
        _ => new(1, 0, 0, -1, -left, top),
    };
}
