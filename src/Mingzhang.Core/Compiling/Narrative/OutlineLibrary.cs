using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>All outlines (提纲库) and what the glossary says of functional codes.</summary>
/// <param name="Outlines">The outlines.</param>
/// <param name="Terms">科目释义, by code.</param>
public sealed record OutlineLibrary(IReadOnlyList<NarrativeOutline> Outlines, IReadOnlyDictionary<string, string> Terms)
{
    /// <summary>The outline an edition names; null when it names none.</summary>
    public NarrativeOutline? Of(Edition edition) => Outlines.FirstOrDefault(o => o.Name == edition.Outline && o.Kind == edition.Kind);
}
