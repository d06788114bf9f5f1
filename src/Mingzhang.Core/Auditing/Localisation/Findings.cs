using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>Collects causes as they are found and turns them into explanations once all are known: a later one may have changed a figure again.</summary>
internal sealed class Findings(SystemState state)
{
    private readonly List<Draft> _drafts = [];
    private readonly Dictionary<int, decimal> _printed = [];
    private readonly HashSet<int> _broken = [];
    private readonly Dictionary<int, int> _saviours = [];

    /// <summary>Begins with the hard relations that are broken as printed.</summary>
    internal void Begin(IReadOnlyList<int> broken)
    {
        _drafts.Clear();
        _printed.Clear();
        _saviours.Clear();
        _broken.Clear();
        _broken.UnionWith(broken);
        foreach (var r in broken)
        {
            if (PrintedDecimals.Saviour(state, r) is { } figure)
                _saviours[r] = figure;
        }
    }

    /// <summary>Applies a cause, so that what follows is judged with it repaired, and notes what it explains.</summary>
    internal void Add(Cause cause)
    {
        var relations = cause.Changes.SelectMany(c => state.System.RelationsOf(c.Figure).ToArray()).Distinct().Order().ToList();
        var mild = relations.FindAll(IsMildlyOff);
        var corrections = cause.Corrections(state, sure: cause.Alternatives.Count == 0);
        foreach (var correction in corrections)
            _printed.TryAdd(correction.Figure, correction.Printed);
        cause.Apply(state);
        var explained = relations.FindAll(r => _broken.Contains(r) || (mild.Contains(r) && !IsMildlyOff(r)));
        _drafts.Add(new Draft(corrections, explained, cause.Alternatives, cause.Slip));
    }

    /// <summary>Notes relations that nothing explains, with the figures they have in common first.</summary>
    internal void AddUnresolved(List<int> broken, int mostSuspects)
    {
        var suspects = broken.SelectMany(r => state.Of(r).Terms.ToArray()).GroupBy(t => t.Figure)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(mostSuspects)
            .Select(g => new Correction(g.Key, PrintedOf(g.Key), null, false));
        _drafts.Add(new Draft([], [.. broken.Where(_broken.Contains)], [.. suspects], SlipKind.None));
    }

    internal List<Explanation> End()
    {
        for (var d = 0; d < _drafts.Count; d++)
            _drafts[d].Corrections.RemoveAll(c => _drafts.FindIndex(d + 1, x => x.Changes(c.Figure)) >= 0);
        foreach (var draft in _drafts)
            Settle(draft.Corrections);
        // A change that only makes room for another is part of that one's cause.
        foreach (var draft in _drafts.Where(x => x.Relations.Count == 0 && x.Corrections.Count > 0).ToList())
        {
            var host = _drafts.Find(x => x.Relations.Count > 0 && x.Corrections.Exists(c => draft.Corrections.Exists(k => ShareRelation(c.Figure, k.Figure))))
                ?? _drafts.First(x => x.Relations.Count > 0);
            host.Corrections.AddRange(draft.Corrections);
        }

        // A cause that a later one made superfluous says nothing of its own.
        var kept = _drafts.FindAll(x => x.Relations.Count > 0);
        var covered = kept.Where(x => x.Corrections.Count > 0).SelectMany(x => x.Relations).ToHashSet();
        return [.. kept.Where(x => x.Corrections.Count > 0 || !x.Relations.TrueForAll(covered.Contains)).Select(Explained)];
    }

    // The value a figure ended with, whatever was tried in between.
    private void Settle(List<Correction> corrections)
    {
        for (var i = corrections.Count - 1; i >= 0; i--)
        {
            var correction = corrections[i];
            var printed = PrintedOf(correction.Figure);
            var final = state.Node(correction.Figure).Amount;
            if (correction.Expected is not null && final == printed)
                corrections.RemoveAt(i);
            else
                corrections[i] = correction with { Printed = printed, Expected = correction.Expected is null ? null : final, Sure = correction.Sure && correction.Expected == final };
        }
    }

    private Explanation Explained(Draft draft)
    {
        var hard = draft.Relations.FindAll(_broken.Contains);
        if (hard.Count == 0 || draft.Corrections.Count == 0 || !hard.TrueForAll(_saviours.ContainsKey))
            return new Explanation(CauseKind.Broken, draft.Corrections, draft.Relations, draft.Alternatives, draft.Slip);
        if (draft.Slip == SlipKind.Coarse)
            return new Explanation(CauseKind.PrintedDecimals, draft.Corrections, draft.Relations, draft.Alternatives, draft.Slip);
        // The warning names the figure that printed too few decimals, even if changing it alone would not do.
        var coarse = _saviours[hard[0]];
        var others = draft.Corrections.Concat(draft.Alternatives).Where(c => c.Figure != coarse).Select(c => c with { Sure = false });
        return new Explanation(
            CauseKind.PrintedDecimals, [new Correction(coarse, PrintedOf(coarse), null, false)], draft.Relations, [.. others], SlipKind.Coarse);
    }

    private decimal PrintedOf(int figure) => _printed.TryGetValue(figure, out var printed) ? printed : state.Node(figure).Amount;

    private bool IsMildlyOff(int r) =>
        state.VerdictOf(r) == Verdict.OffByLastPlace || (state.IsBroken(r) && state.Of(r).Strength == Strength.Soft);

    private bool ShareRelation(int a, int b) => state.System.RelationsOf(a).ToArray().Intersect(state.System.RelationsOf(b).ToArray()).Any();

    private sealed record Draft(List<Correction> Corrections, List<int> Relations, List<Correction> Alternatives, SlipKind Slip)
    {
        internal bool Changes(int figure) => Corrections.Exists(c => c.Figure == figure);
    }
}
