namespace Mingzhang.Core.Figures;

/// <summary>A closed interval of exact values (闭区间). Empty when <see cref="Low"/> exceeds <see cref="High"/>.</summary>
/// <param name="Low">Lower bound, included.</param>
/// <param name="High">Upper bound, included.</param>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>The bounds beyond any amount of a public budget; stands for "unbounded".</summary>
    public const decimal Far = 1_000_000_000_000_000m;

    /// <summary>Every value.</summary>
    public static Interval All => new(-Far, Far);

    /// <summary>Whether no value lies in it.</summary>
    public bool IsEmpty => Low > High;

    /// <summary>Whether the value lies in it, bounds included.</summary>
    public bool Contains(decimal value) => Low <= value && value <= High;

    /// <summary>The values in both intervals.</summary>
    public Interval Intersect(Interval other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));
}
