namespace Mingzhang.Core.Auditing.Relations;

/// <summary>What became of a relation.</summary>
public enum Verdict : byte
{
    /// <summary>相符: holds exactly.</summary>
    Holds,

    /// <summary>四舍五入差异: some choice of exact values within the rounding of its figures satisfies it.</summary>
    ExplainedByRounding,

    /// <summary>末位差一: copies at the same precision that differ by one unit in the last place; a warning at most.</summary>
    OffByLastPlace,

    /// <summary>不符: no choice within the rounding satisfies it.</summary>
    Broken,

    /// <summary>无法判断: one of its figures could not be read.</summary>
    NotReadable,
}

/// <summary>A relation's verdict with its arithmetic.</summary>
/// <param name="Verdict">The verdict at the precision of the columns.</param>
/// <param name="Difference">Sum of the terms as printed; without meaning when not readable.</param>
/// <param name="Slack">How far rounding at the columns' precision can move that sum, either way; 0 when it holds exactly.</param>
/// <param name="UnreadableFigure">The first figure that could not be read; null unless not readable.</param>
/// <param name="CoarseFigure">When broken, but the figures' own printed decimals would save it: the figure that printed too few; otherwise null.</param>
public readonly record struct RelationOutcome(
    Verdict Verdict, decimal Difference, decimal Slack, int? UnreadableFigure = null, int? CoarseFigure = null)
{
    /// <summary>Whether it is broken only because <see cref="CoarseFigure"/> printed fewer decimals than its column: a warning.</summary>
    public bool SavedByPrintedDecimals => CoarseFigure is not null;
}
