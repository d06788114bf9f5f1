using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>
/// Chooses the value within the interval that relations leave: what copies print, then what most relations give exactly, then a
/// slip of known shape, then the centre. Where sums commonly hold by rounding only, exact relations prove little about the last
/// digit, and a known slip goes before them.
/// </summary>
internal sealed class ValueChoice(bool roundingIsCommon)
{
    // An interval of more points than this says so little that a slip's shape within it proves nothing.
    private const int MostPointsForShape = 200;

    private readonly List<(decimal Value, bool IsCopy)> _votes = [];

    internal void Clear() => _votes.Clear();

    internal void Vote(decimal value, bool isCopy) => _votes.Add((value, isCopy));

    internal int VotesFor(decimal value)
    {
        var count = 0;
        foreach (var vote in _votes)
            count += vote.Value == value ? 1 : 0;
        return count;
    }

    /// <summary>The value, null when nothing recommends one; and whether one of the reasons decided it.</summary>
    internal (decimal? Value, bool Decided) Choose(Interval grid, in FigureNode node)
    {
        if (grid.Low == grid.High)
            return (grid.Low, true);
        if (Leaders(grid, copies: true) is { Count: > 0 } copies)
            return Among(copies, node);
        var exact = Leaders(grid, copies: false);
        if (exact.Count > 0 && !roundingIsCommon)
            return Among(exact, node);
        if (grid.High - grid.Low <= Precision.Step(node.Decimals) * MostPointsForShape)
        {
            var middle = exact.Count > 0 ? exact.Sum() / exact.Count : (grid.Low + grid.High) / 2m;
            if (ByShape(grid, node, middle) is { } shaped)
                return (shaped.Value, shaped.Decided && (exact.Count == 0 || exact.Contains(shaped.Value)));
        }

        if (exact.Count > 0)
            return (Among(exact, node).Value, false);
        return grid.Low <= -Interval.Far || grid.High >= Interval.Far
            ? (null, false)
            : (Precision.Round((grid.Low + grid.High) / 2m, node.Decimals), false);
    }

    /// <summary>The values of the interval that can be printed with so many decimals.</summary>
    internal static Interval OnGrid(Interval range, int decimals)
    {
        var low = Math.Round(range.Low, decimals, MidpointRounding.ToPositiveInfinity);
        var high = Math.Round(range.High, decimals, MidpointRounding.ToNegativeInfinity);
        return new Interval(low, high);
    }

    // The values within the interval that have the most votes.
    private List<decimal> Leaders(Interval grid, bool copies)
    {
        var (most, leaders) = (0, new List<decimal>(2));
        foreach (var (value, isCopy) in _votes)
        {
            if ((copies && !isCopy) || !grid.Contains(value) || leaders.Contains(value))
                continue;
            var count = VotesFor(value);
            if (count > most)
                leaders.Clear();
            if (count >= most)
                leaders.Add(value);
            most = Math.Max(most, count);
        }

        return leaders;
    }

    // Among values equally voted for, one that a known slip turns into the print is the likelier.
    private static (decimal? Value, bool Decided) Among(List<decimal> leaders, in FigureNode node)
    {
        if (leaders.Count == 1)
            return (leaders[0], true);
        var cell = node;
        var shaped = leaders.FindAll(v => Slips.IsShape(Slips.Between(v, cell)));
        return (shaped.Count > 0 ? shaped[0] : leaders[0], shaped.Count == 1);
    }

    // The value of a known slip that is nearest to the middle.
    private static (decimal Value, bool Decided)? ByShape(Interval grid, in FigureNode node, decimal middle)
    {
        var step = Precision.Step(node.Decimals);
        decimal? best = null;
        var found = 0;
        for (var value = grid.Low; value <= grid.High; value += step)
        {
            if (!Slips.IsShape(Slips.Between(value, node)))
                continue;
            found++;
            if (best is null || Math.Abs(value - middle) < Math.Abs(best.Value - middle))
                best = value;
        }

        return best is { } nearest ? (nearest, found == 1) : null;
    }
}
