using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>
/// Names the wrong figures (差错定位): the smallest set of changes that repairs all broken relations, after
/// Fellegi and Holt, "A systematic approach to automatic edit and imputation" (JASA 71, 1976).
/// </summary>
public static class Localiser
{
    /// <summary>
    /// Explains everything an evaluation found: hard relations first, then what soft relations and copies one step apart still say.
    /// The same system always gives the same explanations, in order of their first relation; every broken relation is in at least one.
    /// </summary>
    public static IReadOnlyList<Explanation> Explain(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        if (evaluation.Broken.Count == 0 && evaluation.OffByLastPlace.Count == 0)
            return [];
        var run = new Localisation(evaluation.State, new CellIndex(evaluation.System));
        return run.Explain(evaluation.Broken, evaluation.OffByLastPlace);
    }
}

/// <summary>The work of <see cref="Localiser"/> on one state, which it leaves as it found it.</summary>
internal sealed class Localisation
{
    private const int MostSuspects = 20;
    private readonly SystemState _state;
    private readonly CombinedSearch _search;
    private readonly GreedySearch _greedy;
    private readonly CellSlips _cellSlips;
    private readonly MildSearch _mild;
    private readonly List<Explanation> _found = [];
    private readonly Dictionary<int, int> _saviours = [];

    internal Localisation(SystemState state, CellIndex cells)
    {
        _state = state;
        _search = new CombinedSearch(state);
        _greedy = new GreedySearch(state, _search);
        _cellSlips = new CellSlips(state, cells);
        _mild = new MildSearch(state);
    }

    internal List<Explanation> Explain(IReadOnlyList<int> broken, IReadOnlyList<int> offByLastPlace)
    {
        _found.Clear();
        _saviours.Clear();
        var mark = _state.Mark;
        var hard = broken.Where(_state.IsBrokenHard).ToList();
        foreach (var r in hard)
        {
            if (PrintedDecimals.Saviour(_state, r) is { } figure)
                _saviours[r] = figure;
        }

        var components = Components.Of(_state, hard);
        foreach (var (relations, slips) in Components.JoinedBy(components, _cellSlips.Find(components)))
            Solve(relations, slips);
        var soft = broken.Where(r => _state.Of(r).Strength == Strength.Soft && _state.IsBroken(r));
        _found.AddRange(_mild.Explain(soft, CauseKind.Soft));
        _found.AddRange(_mild.Explain(offByLastPlace.Where(r => _state.VerdictOf(r) == Verdict.OffByLastPlace), CauseKind.LastPlace));
        _state.Undo(mark);
        return [.. _found.OrderBy(e => e.Relations[0])];
    }

    private void Solve(List<int> broken, List<CellSlip> slips)
    {
        // What an earlier group's correction has repaired on the way was broken by that cause.
        broken.RemoveAll(r => !_state.IsBrokenHard(r));
        if (broken.Count == 0)
            return;
        if (_search.Explain(broken, slips) is { } causes)
        {
            Report(causes, broken);
            return;
        }

        var taken = _greedy.Take(broken);
        if (taken.Count == 0)
        {
            _found.Add(Unresolved(broken));
            return;
        }

        Report(taken, broken);
        var rest = broken.Where(_state.IsBrokenHard)
            .Concat(taken.SelectMany(c => _state.System.RelationsOf(c.Changes[0].Figure).ToArray()).Where(_state.IsBrokenHard));
        foreach (var component in Components.Of(_state, rest))
            Solve(component, []);
    }

    // Applies the causes, so that what follows is judged with them repaired.
    private void Report(List<Cause> causes, List<int> broken)
    {
        foreach (var cause in causes)
        {
            var corrections = cause.Corrections(_state, sure: cause.Alternatives.Count == 0);
            var own = cause.Changes.SelectMany(c => _state.System.RelationsOf(c.Figure).ToArray()).Distinct().Order().ToList();
            var mild = own.FindAll(IsMildlyOff);
            cause.Apply(_state);
            var explained = own.FindAll(r => broken.BinarySearch(r) >= 0)
                .Concat(mild.Where(r => !IsMildlyOff(r))).Order().ToList();
            if (explained.Count > 0)
                _found.Add(Explained(cause, corrections, explained, broken));
        }
    }

    private Explanation Explained(Cause cause, List<Correction> corrections, List<int> explained, List<int> broken)
    {
        var hard = explained.FindAll(r => broken.BinarySearch(r) >= 0);
        if (hard.Count == 0 || !hard.TrueForAll(_saviours.ContainsKey))
            return new Explanation(CauseKind.Broken, corrections, explained, cause.Alternatives, cause.Slip);
        if (cause.Slip == SlipKind.Coarse)
            return new Explanation(CauseKind.PrintedDecimals, corrections, explained, cause.Alternatives, cause.Slip);
        // The warning names the figure that printed too few decimals, even if changing it alone would not do.
        var coarse = _saviours[hard[0]];
        var others = corrections.Concat(cause.Alternatives).Where(c => c.Figure != coarse).Select(c => c with { Sure = false });
        return new Explanation(
            CauseKind.PrintedDecimals, [new Correction(coarse, _state.System.Nodes[coarse].Amount, null, false)], explained, [.. others], SlipKind.Coarse);
    }

    private Explanation Unresolved(List<int> broken)
    {
        var suspects = broken.SelectMany(r => _state.Of(r).Terms.ToArray()).GroupBy(t => t.Figure)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(MostSuspects)
            .Select(g => new Correction(g.Key, _state.Node(g.Key).Amount, null, false));
        return new Explanation(CauseKind.Broken, [], [.. broken], [.. suspects], SlipKind.None);
    }

    private bool IsMildlyOff(int r) =>
        _state.VerdictOf(r) == Verdict.OffByLastPlace || (_state.IsBroken(r) && _state.Of(r).Strength == Strength.Soft);
}
