using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>Explains a group of broken relations by one slip, else by two, else by three, the likeliest of each number.</summary>
internal sealed class CombinedSearch(SystemState state, SingleSearch singles, Signs signs)
{
    private const int DeepestSearch = 3;
    private const int MostRelations = 24;
    private const int MostSolutions = 64;

    // Trials of one figure with one value; enough for three slips in tables of some twenty columns.
    private const int MostTrials = 6000;

    private readonly List<List<Cause>> _solutions = [];
    private readonly List<Cause> _path = [];
    private readonly List<int> _pathFigures = [];
    private int _trials;

    /// <summary>The causes; null when three slips do not explain the group or the bound of the search is reached.</summary>
    internal List<Cause>? Explain(List<int> broken, IReadOnlyList<CellSlip> slips)
    {
        for (var depth = 1; depth <= DeepestSearch; depth++)
        {
            if (depth > 1 && (broken.Count > MostRelations || LeastSlips(broken, slips) > depth))
                continue;
            _solutions.Clear();
            _trials = 0;
            Search(broken, slips, depth);
            if (_solutions.Count > 0)
                return Best();
        }

        return null;
    }

    /// <summary>The values that the broken relations of a figure give it, each once, with how many give it.</summary>
    internal List<(decimal Value, int Votes)> ImpliedValues(int figure)
    {
        var values = new List<(decimal Value, int Votes)>();
        var node = state.Node(figure);
        if (node.State == FigureState.Unreadable)
            return values;
        var relations = state.System.RelationsOf(figure);
        var positions = state.System.PositionsOf(figure);
        for (var i = 0; i < relations.Length; i++)
        {
            if (!state.IsBrokenHard(relations[i]))
                continue;
            var coefficient = state.Of(relations[i]).Terms[positions[i]].Coefficient;
            var value = Figures.Precision.Round(Implied.By(state, relations[i], coefficient, node).Exact, node.Decimals);
            var at = values.FindIndex(v => v.Value == value);
            if (at >= 0)
                values[at] = (value, values[at].Votes + 1);
            else if (value != node.Amount && (value >= 0m || signs.MayBeNegative(node)))
                values.Add((value, 1));
        }

        return values;
    }

    // No slip repairs more of the group than its cells take part in.
    private int LeastSlips(List<int> broken, IReadOnlyList<CellSlip> slips)
    {
        var counts = new Dictionary<int, int>();
        var most = 1;
        foreach (var r in broken)
        {
            foreach (var term in state.Of(r).Terms)
                most = Math.Max(most, counts[term.Figure] = counts.GetValueOrDefault(term.Figure) + 1);
        }

        foreach (var slip in slips)
            most = Math.Max(most, slip.Repaired.Count);
        return (broken.Count + most - 1) / most;
    }

    private void Search(List<int> broken, IReadOnlyList<CellSlip> slips, int depth)
    {
        if (depth == 1)
        {
            Finish(broken, slips);
            return;
        }

        foreach (var slip in slips)
        {
            if (slip.Repaired.Any(r => broken.BinarySearch(r) >= 0) && !slip.Changes.Any(c => _pathFigures.Contains(c.Figure)))
                Descend(Cause.Of(slip), broken, slips, depth);
        }

        foreach (var term in state.Of(singles.Shortest(broken)).Terms)
        {
            if (_pathFigures.Contains(term.Figure))
                continue;
            var node = state.Node(term.Figure);
            foreach (var (value, votes) in ImpliedValues(term.Figure))
            {
                if (++_trials > MostTrials)
                    return;
                Descend(Cause.Of(term.Figure, node.Holding(value), Slips.Between(value, node), votes, 0), broken, slips, depth);
            }
        }
    }

    private void Descend(Cause cause, List<int> broken, IReadOnlyList<CellSlip> slips, int depth)
    {
        var mark = state.Mark;
        cause.Apply(state);
        var rest = new SortedSet<int>(broken.Where(state.IsBrokenHard));
        foreach (var (figure, _) in cause.Changes)
        {
            foreach (var r in state.System.RelationsOf(figure))
            {
                if (state.IsBrokenHard(r))
                    rest.Add(r);
            }
        }

        if (rest.Count > 0)
        {
            _path.Add(cause);
            _pathFigures.AddRange(cause.Changes.Select(c => c.Figure));
            Search([.. rest], slips, depth - 1);
            _path.RemoveAt(_path.Count - 1);
            _pathFigures.RemoveRange(_pathFigures.Count - cause.Changes.Count, cause.Changes.Count);
        }

        state.Undo(mark);
    }

    private void Finish(List<int> broken, IReadOnlyList<CellSlip> slips)
    {
        if (_solutions.Count >= MostSolutions)
            return;
        var single = singles.Find(broken, _pathFigures);
        var whole = slips
            .Where(s => broken.TrueForAll(s.Repaired.Contains) && !s.Changes.Any(c => _pathFigures.Contains(c.Figure)))
            .OrderBy(s => s.Cost).ToList();
        if (single.Count == 0 && whole.Count == 0)
            return;
        var slipFirst = whole.Count > 0 && (single.Count == 0 || whole[0].Cost < single[0].Cost);
        var last = slipFirst ? Cause.Of(whole[0]) : Cause.Of(state, single[0]);
        foreach (var other in single.Skip(slipFirst ? 0 : 1))
            AddAlternative(last, other.ToCorrection(state, alone: false));
        foreach (var (figure, after) in whole.Skip(slipFirst ? 1 : 0).SelectMany(s => s.Changes))
            AddAlternative(last, new Correction(figure, state.Node(figure).Amount, after.Amount, false));
        _solutions.Add([.. _path, last]);
    }

    // Solutions that differ from the best in one slip offer alternatives to that slip; others to whatever they share a relation with.
    private List<Cause> Best()
    {
        var best = _solutions.MinBy(s => s.Sum(c => c.Cost))!;
        foreach (var other in _solutions)
        {
            var mine = best.Where(c => !other.Exists(o => Same(c, o))).ToList();
            foreach (var cause in other.Where(o => !best.Exists(c => Same(c, o))))
            {
                var figures = cause.Changes.Where(c => !best.Exists(b => b.Concerns(c.Figure)));
                foreach (var (figure, after) in figures)
                {
                    var target = mine.Find(m => mine.Count == 1 || m.Changes.Any(c => ShareRelation(c.Figure, figure)));
                    if (target is not null)
                        AddAlternative(target, new Correction(figure, state.Node(figure).Amount, after?.Amount, false));
                }
            }
        }

        return best;
    }

    private static bool Same(Cause a, Cause b) => a.Changes.Select(c => c.Figure).SequenceEqual(b.Changes.Select(c => c.Figure));

    private bool ShareRelation(int a, int b) => state.System.RelationsOf(a).ToArray().AsSpan().ContainsAny(state.System.RelationsOf(b));

    private static void AddAlternative(Cause cause, Correction alternative)
    {
        if (!cause.Concerns(alternative.Figure) && !cause.Alternatives.Exists(a => a.Figure == alternative.Figure))
            cause.Alternatives.Add(alternative);
    }
}
