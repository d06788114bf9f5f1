namespace Mingzhang.Core.Figures;

/// <summary>A printed figure (数): the number as printed and how many decimals were printed. Its unit is that of its table or sentence.</summary>
/// <param name="Value">The number in the printed unit.</param>
/// <param name="Decimals">Printed decimals, 0 or more: <c>40</c> has 0, <c>40.00</c> has 2.</param>
public readonly record struct Figure(decimal Value, int Decimals)
{
    /// <summary>The interval of exact values that print as this figure at the given precision (halves are rounded either way).</summary>
    /// <param name="decimals">Decimals of the column (列的精度), the finest printed in it.</param>
    public Interval At(int decimals)
    {
        var half = Precision.HalfStep(decimals);
        return new Interval(Value - half, Value + half);
    }

    /// <inheritdoc/>
    public override string ToString() => FigureText.Format(Value, Decimals);
}
