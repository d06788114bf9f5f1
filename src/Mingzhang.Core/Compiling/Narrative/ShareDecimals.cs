using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Shares that add up (占比): with as many decimals as let the rounded shares of a whole make 100, two where none do.</summary>
internal static class ShareDecimals
{
    private static readonly int[] Tried = [2, 1, 3, 4];

    /// <summary>Shares of a whole in per cent.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="whole">The whole, not zero.</param>
    public static (int Decimals, IReadOnlyList<decimal> Shares) Of(IReadOnlyList<decimal> parts, decimal whole)
    {
        var exact = parts.Select(p => p / whole * 100m).ToList();
        // Parts that are not the whole, but for rounding, need not add up.
        var decimals = Math.Abs(parts.Sum() - whole) <= 0.005m * (parts.Count + 1) ? Tried.FirstOrDefault(d => exact.Sum(e => Precision.Round(e, d)) == 100m, 2) : 2;
        return (decimals, [.. exact.Select(e => Precision.Round(e, decimals))]);
    }
}
