using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>
/// Tells documents whose sums are of rounded figures, each rounded by itself, from those whose sums were made of the printed figures.
/// </summary>
internal static class RoundingHabit
{
    // One sum in so many held by rounding only is enough: sums of blanks hold exactly in any document.
    private const int OneIn = 33;

    internal static bool IsCommon(SystemState state)
    {
        var (sums, byRounding) = (0, 0);
        for (var r = 0; r < state.System.Relations.Count; r++)
        {
            var relation = state.Of(r);
            if (relation.IsCopy || relation.Comparison != Comparison.Equal)
                continue;
            sums++;
            byRounding += state.VerdictOf(r) == Verdict.ExplainedByRounding ? 1 : 0;
        }

        return byRounding * OneIn > sums;
    }
}
