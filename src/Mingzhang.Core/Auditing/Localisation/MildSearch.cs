using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>Explains what is worth a warning: soft relations, and copies one unit in the last place apart.</summary>
internal sealed class MildSearch(SystemState state, SingleSearch singles)
{
    internal List<Explanation> Explain(IEnumerable<int> relations, CauseKind kind)
    {
        var found = new List<Explanation>();
        foreach (var component in Components.Of(state, relations))
        {
            // One figure explains the whole component, or each relation is a warning of its own.
            if (One(component, kind) is { } one)
                found.Add(one);
            else
                found.AddRange(component.Select(r => component.Count > 1 && One([r], kind) is { } alone ? alone : Open(r, kind)));
        }

        return found;
    }

    private Explanation? One(List<int> relations, CauseKind kind)
    {
        var candidates = singles.Find(relations).FindAll(c => c.Expected != state.Node(c.Figure).Amount);
        // Never accuse a figure that hard relations confirm.
        var free = candidates.FindAll(c => c.Confirming == 0);
        if (free.Count == 0)
            return null;
        var best = free[0];
        return new Explanation(
            kind, [best.ToCorrection(state, alone: candidates.Count == 1)], relations,
            [.. free.Skip(1).Concat(candidates.Where(c => c.Confirming > 0)).Select(c => c.ToCorrection(state, alone: false))], best.Slip);
    }

    private Explanation Open(int relation, CauseKind kind)
    {
        var suspects = new List<Correction>();
        foreach (var term in state.Of(relation).Terms)
            suspects.Add(new Correction(term.Figure, state.Node(term.Figure).Amount, null, false));
        return new Explanation(kind, [], [relation], suspects, SlipKind.None);
    }
}
