using Mingzhang.Core.Auditing.Localisation;

namespace Mingzhang.Core.Auditing.Mutation;

/// <summary>Why a mutation was not caught.</summary>
public enum MissReason
{
    /// <summary>No relation touches the figure (无勾稽关系).</summary>
    Unguarded,

    /// <summary>All its relations still hold within rounding (舍入范围内).</summary>
    WithinRounding,

    /// <summary>A relation broke and nothing was reported: a defect of ours.</summary>
    NotReported,
}

/// <summary>A change that was not caught.</summary>
/// <param name="Figure">Index of the changed figure; of the first one when two were exchanged.</param>
/// <param name="From">Its text before; empty for a blank.</param>
/// <param name="To">Its text after.</param>
/// <param name="Kind">The slip.</param>
/// <param name="Reason">Why it was not caught.</param>
public sealed record MissedMutation(int Figure, string From, string To, SlipKind Kind, MissReason Reason);

/// <summary>Counts of the mutations of one kind; the words mean what they mean in <see cref="MutationReport"/>.</summary>
public sealed record KindCount(int Mutations, int Detectable, int Caught, int Localised, int Identifiable, int Corrected);

/// <summary>What the relations of a document notice of single slips (变异检验).</summary>
/// <param name="Mutations">Slips made, one at a time.</param>
/// <param name="Guarded">Of these, on figures that at least one relation touches.</param>
/// <param name="Detectable">Of these, so large that some relation can no longer be explained by rounding.</param>
/// <param name="WithinRounding">Guarded but not detectable.</param>
/// <param name="Caught">Detectable and reported.</param>
/// <param name="Localised">Caught, and every changed figure that breaks a relation is named, as wrong or among the alternatives.</param>
/// <param name="Identifiable">Detectable, and no other figure stands in the same set of broken relations.</param>
/// <param name="Corrected">Identifiable, and exactly the changed figures with their original values are named.</param>
/// <param name="ByKind">The counts by kind of slip, kinds that occurred only.</param>
/// <param name="Missed">The mutations that were not caught, in the order they were made.</param>
public sealed record MutationReport(
    int Mutations,
    int Guarded,
    int Detectable,
    int WithinRounding,
    int Caught,
    int Localised,
    int Identifiable,
    int Corrected,
    IReadOnlyDictionary<SlipKind, KindCount> ByKind,
    IReadOnlyList<MissedMutation> Missed);
