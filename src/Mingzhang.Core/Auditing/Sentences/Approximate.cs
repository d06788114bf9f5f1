using Mingzhang.Core.Figures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Sentences;

/// <summary>How well a statement fits what it is compared with (吻合程度).</summary>
public enum Fit
{
    /// <summary>As printed, or rounding explains the difference.</summary>
    Holds,

    /// <summary>Only the figure's own few decimals would explain the difference.</summary>
    Coarse,

    /// <summary>Contradiction.</summary>
    Broken,
}

/// <summary>A printed amount as the interval of amounts it stands for, in 元 (印出的数所代表的区间).</summary>
/// <param name="Value">The amount.</param>
/// <param name="Slack">How far the exact amount may lie from it, by the finest decimals printed around it.</param>
/// <param name="OwnSlack">The same by its own printed decimals.</param>
public sealed record Approximate(decimal Value, decimal Slack, decimal OwnSlack)
{
    /// <summary>The interval, by the usual or by its own decimals.</summary>
    public Interval Range(bool own) => new(Value - (own ? OwnSlack : Slack), Value + (own ? OwnSlack : Slack));

    /// <summary>A number at the precision of its surroundings.</summary>
    public static Approximate Of(decimal value, int printed, int around, decimal unit)
    {
        var half = Precision.HalfStep(Math.Max(printed, around)) * unit;
        return new Approximate(value * unit, half, value == 0m ? half : Precision.HalfStep(printed) * unit);
    }

    /// <summary>Whether two printings of one quantity agree.</summary>
    public static Fit Compare(Approximate left, Approximate right)
    {
        var difference = Math.Abs(left.Value - right.Value);
        return difference <= left.Slack + right.Slack ? Fit.Holds : difference <= left.OwnSlack + right.OwnSlack ? Fit.Coarse : Fit.Broken;
    }
}

/// <summary>Ratios of printed amounts in per cent (百分比的复算).</summary>
public static class Ratio
{
    /// <summary>Whether a printed share or degree is that of two printed amounts; null when the whole is zero.</summary>
    public static Fit? Share(Approximate part, Approximate whole, Quantity rate) => Judge(rate, own =>
    {
        var (p, w) = (part.Range(own), whole.Range(own));
        return w.Low <= 0m ? null : new Interval(Math.Min(p.Low / w.High, p.Low / w.Low) * 100m, Math.Max(p.High / w.Low, p.High / w.High) * 100m);
    });

    /// <summary>Whether a printed rate is that of a change: delta against what was before it; null when that was nothing.</summary>
    public static Fit? Growth(Approximate now, Approximate delta, Direction direction, Quantity rate) => Judge(rate, own =>
    {
        // “增加-5 万元” is a fall of 5.
        var sign = delta.Value < 0m ? -(int)direction : (int)direction;
        var (n, d) = (now.Range(own), (delta with { Value = Math.Abs(delta.Value) }).Range(own));
        var low = n.High - (sign * d.Low);
        var high = n.Low - (sign * d.High);
        return low <= 0m || high <= 0m ? null : new Interval(d.Low / low * 100m, d.High / high * 100m);
    });

    /// <summary>The ratio in per cent at given decimals; null when the whole is not positive.</summary>
    public static decimal? Percent(decimal part, decimal whole, int decimals) =>
        whole <= 0m ? null : Precision.Round(part / whole * 100m, decimals);

    private static Fit? Judge(Quantity rate, Func<bool, Interval?> range)
    {
        if (range(false) is not { } usual)
            return null;
        var half = Precision.HalfStep(rate.Decimals);
        var printed = new Interval(Math.Abs(rate.Value) - half, Math.Abs(rate.Value) + half);
        if (!printed.Intersect(usual).IsEmpty)
            return Fit.Holds;
        return range(true) is { } coarse && !printed.Intersect(coarse).IsEmpty ? Fit.Coarse : Fit.Broken;
    }
}
