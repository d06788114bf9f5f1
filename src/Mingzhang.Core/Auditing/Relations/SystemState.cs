namespace Mingzhang.Core.Auditing.Relations;

/// <summary>
/// The system with sums and verdicts of all relations, in which single figures can be changed on trial and changed back.
/// A change costs as much as the figure has relations, however long these are.
/// </summary>
internal sealed class SystemState
{
    private const decimal NotYet = -1m;
    private readonly decimal[] _sums;
    private readonly decimal[] _slacks;
    private readonly Verdict[] _verdicts;

    // Few figures differ from the system at any time, so the system's own array stays untouched and shared.
    private readonly Dictionary<int, FigureNode> _changed = [];
    private readonly Stack<(int Figure, FigureNode Before)> _log = new();

    internal SystemState(RelationSystem system)
    {
        System = system;
        var count = system.Relations.Count;
        _sums = new decimal[count];
        _slacks = new decimal[count];
        _verdicts = new Verdict[count];
        Array.Fill(_slacks, NotYet);
        var nodes = system.Nodes;
        for (var r = 0; r < count; r++)
        {
            var sum = 0m;
            var readable = true;
            foreach (var term in system.RelationAt(r).Terms)
            {
                ref readonly var node = ref nodes[term.Figure];
                if (node.State == FigureState.Printed)
                    sum += Times(term.Coefficient, node.Value);
                else if (node.State == FigureState.Unreadable)
                    readable = false;
            }

            _sums[r] = sum;
            _verdicts[r] = readable ? Judge(r) : Verdict.NotReadable;
        }
    }

    internal RelationSystem System { get; }

    /// <summary>How many changes are in force; give it to <see cref="Undo"/> to come back here.</summary>
    internal int Mark => _log.Count;

    internal Relation Of(int relation) => System.RelationAt(relation);

    internal FigureNode Node(int figure) =>
        _changed.Count > 0 && _changed.TryGetValue(figure, out var node) ? node : System.Nodes[figure];

    internal decimal Sum(int relation) => _sums[relation];

    internal Verdict VerdictOf(int relation) => _verdicts[relation];

    internal bool IsBroken(int relation) => _verdicts[relation] == Verdict.Broken;

    internal bool IsBrokenHard(int relation) => _verdicts[relation] == Verdict.Broken && Of(relation).Strength == Strength.Hard;

    internal decimal Slack(int relation)
    {
        if (_slacks[relation] >= 0m)
            return _slacks[relation];
        var slack = 0m;
        foreach (var term in Of(relation).Terms)
            slack += Times(Math.Abs(term.Coefficient), Node(term.Figure).Slack);
        return _slacks[relation] = slack;
    }

    /// <summary>Lets a cell hold another value on trial. Figures that could not be read cannot be changed.</summary>
    internal void Set(int figure, decimal value) => Set(figure, Node(figure).Holding(value));

    internal void Set(int figure, FigureNode after)
    {
        _log.Push((figure, Node(figure)));
        Put(figure, after);
    }

    internal void Undo(int mark)
    {
        while (_log.Count > mark)
        {
            var (figure, before) = _log.Pop();
            Put(figure, before);
        }
    }

    private void Put(int figure, FigureNode after)
    {
        var before = Node(figure);
        if (after == System.Nodes[figure])
            _changed.Remove(figure);
        else
            _changed[figure] = after;
        var difference = after.Amount - before.Amount;
        var widening = after.Slack - before.Slack;
        var relations = System.RelationsOf(figure);
        var positions = System.PositionsOf(figure);
        for (var i = 0; i < relations.Length; i++)
        {
            var r = relations[i];
            if (_verdicts[r] == Verdict.NotReadable)
                continue;
            var coefficient = Of(r).Terms[positions[i]].Coefficient;
            _sums[r] += Times(coefficient, difference);
            if (widening != 0m && _slacks[r] >= 0m)
                _slacks[r] += Times(Math.Abs(coefficient), widening);
            _verdicts[r] = Judge(r);
        }
    }

    private Verdict Judge(int r)
    {
        var sum = _sums[r];
        if (sum == 0m)
            return Verdict.Holds;
        var relation = Of(r);
        if (relation.Comparison == Comparison.AtMost ? sum < 0m : relation.Comparison == Comparison.AtLeast && sum > 0m)
            return Verdict.Holds;
        if (Math.Abs(sum) > Slack(r))
            return Verdict.Broken;
        if (!relation.IsCopy)
            return Verdict.ExplainedByRounding;
        var terms = relation.Terms;
        return Node(terms[0].Figure).Decimals == Node(terms[1].Figure).Decimals ? Verdict.OffByLastPlace : Verdict.ExplainedByRounding;
    }

    private static decimal Times(decimal coefficient, decimal value) =>
        coefficient == 1m ? value : coefficient == -1m ? -value : coefficient * value;
}
