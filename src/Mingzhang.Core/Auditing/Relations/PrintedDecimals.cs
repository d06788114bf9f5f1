namespace Mingzhang.Core.Auditing.Relations;

/// <summary>Would a broken relation hold if figures stood for the interval of their own printed decimals (40 for ±0.5) instead of their column's?</summary>
internal static class PrintedDecimals
{
    /// <summary>The coarsest of the figures that printed too few decimals, when their own decimals save the relation; otherwise null.</summary>
    internal static int? Saviour(SystemState state, int relation)
    {
        var missing = Math.Abs(state.Sum(relation)) - state.Slack(relation);
        var together = 0m;
        var most = 0m;
        int? coarsest = null;
        foreach (var term in state.Of(relation).Terms)
        {
            var extra = Math.Abs(term.Coefficient) * state.Node(term.Figure).ExtraSlack;
            together += extra;
            if (extra > most)
                (most, coarsest) = (extra, term.Figure);
        }

        return together >= missing ? coarsest : null;
    }

    /// <summary>Whether the printed decimals of this one figure alone save the relation.</summary>
    internal static bool Saves(SystemState state, int relation, decimal coefficient, in FigureNode node) =>
        Math.Abs(coefficient) * node.ExtraSlack >= Math.Abs(state.Sum(relation)) - state.Slack(relation) && node.IsCoarse;
}
