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
        var run = new LocalisationRun(evaluation.State, new CellIndex(evaluation.System));
        return run.Explain(evaluation.Broken, evaluation.OffByLastPlace);
    }
}

/// <summary>The work of <see cref="Localiser"/> on one state, which it leaves as it found it.</summary>
internal sealed class LocalisationRun
{
    private const int MostSuspects = 20;
    private readonly SystemState _state;
    private readonly CombinedSearch _search;
    private readonly GreedySearch _greedy;
    private readonly CellSlips _cellSlips;
    private readonly RowRuns _runs;
    private readonly MildSearch _mild;
    private readonly Findings _findings;

    internal LocalisationRun(SystemState state, CellIndex cells)
    {
        _state = state;
        var signs = new Signs(state.System);
        var singles = new SingleSearch(state, new Repair(state, RoundingHabit.IsCommon(state), signs));
        _search = new CombinedSearch(state, singles, signs);
        _greedy = new GreedySearch(state, _search);
        _cellSlips = new CellSlips(state, cells);
        _runs = new RowRuns(state);
        _mild = new MildSearch(state, singles);
        _findings = new Findings(state);
    }

    internal List<Explanation> Explain(IReadOnlyList<int> broken, IReadOnlyList<int> offByLastPlace)
    {
        var mark = _state.Mark;
        var hard = broken.Where(_state.IsBrokenHard).ToList();
        _findings.Begin(hard);
        hard = WithoutRuns(hard);
        var components = Components.Of(_state, hard);
        foreach (var (relations, slips) in Components.JoinedBy(components, _cellSlips.Find(components)))
            Solve(relations, slips);
        var found = _findings.End();
        var soft = broken.Where(r => _state.Of(r).Strength == Strength.Soft && _state.IsBroken(r));
        found.AddRange(_mild.Explain(soft, CauseKind.Soft));
        found.AddRange(_mild.Explain(offByLastPlace.Where(r => _state.VerdictOf(r) == Verdict.OffByLastPlace), CauseKind.LastPlace));
        _state.Undo(mark);
        return [.. found.OrderBy(e => e.Relations[0])];
    }

    // Runs of rows first: what they leave broken has causes of its own.
    private List<int> WithoutRuns(List<int> hard)
    {
        var before = _state.Mark;
        var runs = _runs.Find(hard);
        _state.Undo(before);
        runs.ForEach(run => _findings.Add(Cause.Of(run)));
        return runs.Count == 0
            ? hard
            : [.. hard.Concat(runs.SelectMany(r => r.Changes).SelectMany(c => _state.System.RelationsOf(c.Figure).ToArray())).Where(_state.IsBrokenHard).Distinct().Order()];
    }

    private void Solve(List<int> broken, List<CellSlip> slips)
    {
        // What an earlier group's correction has repaired on the way was broken by that cause.
        broken.RemoveAll(r => !_state.IsBrokenHard(r));
        if (broken.Count == 0)
            return;
        if (_search.Explain(broken, slips) is { } causes)
        {
            causes.ForEach(_findings.Add);
            return;
        }

        var taken = _greedy.Take(broken);
        if (taken.Count == 0)
        {
            _findings.AddUnresolved(broken, MostSuspects);
            return;
        }

        taken.ForEach(_findings.Add);
        var rest = broken.Where(_state.IsBrokenHard)
            .Concat(taken.SelectMany(c => _state.System.RelationsOf(c.Changes[0].Figure).ToArray()).Where(_state.IsBrokenHard));
        foreach (var component in Components.Of(_state, rest))
            Solve(component, []);
    }
}
