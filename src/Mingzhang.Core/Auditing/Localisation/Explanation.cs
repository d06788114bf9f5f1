namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>A figure that is wrong and what it should be (更正).</summary>
/// <param name="Figure">Index of the figure in its system.</param>
/// <param name="Printed">What is printed; 0 for a blank.</param>
/// <param name="Expected">The right value at the precision of its column, 0 where nothing belongs; null when the relations do not settle it.</param>
/// <param name="Sure">Whether arithmetic leaves neither another figure nor another value.</param>
public sealed record Correction(int Figure, decimal Printed, decimal? Expected, bool Sure);

/// <summary>What kind of disagreement an explanation explains, and so how grave it is.</summary>
public enum CauseKind
{
    /// <summary>Hard relations are broken: an error.</summary>
    Broken,

    /// <summary>Broken at the column's precision only, because the named figure printed fewer decimals: a warning.</summary>
    PrintedDecimals,

    /// <summary>Only soft relations are broken: a warning.</summary>
    Soft,

    /// <summary>Copies differ by one unit in the last place: a warning.</summary>
    LastPlace,
}

/// <summary>One cause (原因) of disagreement with everything it breaks; it is reported once.</summary>
/// <param name="Cause">What kind of disagreement it is.</param>
/// <param name="Corrections">
/// The figures to change, one as a rule, several when they were exchanged or moved together.
/// Empty when the disagreement could not be traced to any figure; then only <paramref name="Alternatives"/> are involved.
/// </param>
/// <param name="Relations">All relations, ascending, that this cause breaks; one that two causes break is in both. Never empty.</param>
/// <param name="Alternatives">Other figures that arithmetic alone cannot tell from these, the likelier first, each with the value it would then have.</param>
/// <param name="Slip">The shape of the slip.</param>
public sealed record Explanation(
    CauseKind Cause,
    IReadOnlyList<Correction> Corrections,
    IReadOnlyList<int> Relations,
    IReadOnlyList<Correction> Alternatives,
    SlipKind Slip);
