namespace Mingzhang.Core.Auditing.Relations;

/// <summary>The verdicts on all relations of a system. Not for use by several threads at once.</summary>
public sealed class Evaluation
{
    private readonly Dictionary<Verdict, List<int>> _notable = new()
    {
        [Verdict.ExplainedByRounding] = [],
        [Verdict.OffByLastPlace] = [],
        [Verdict.Broken] = [],
        [Verdict.NotReadable] = [],
    };

    internal Evaluation(SystemState state)
    {
        State = state;
        for (var r = 0; r < System.Relations.Count; r++)
        {
            var verdict = state.VerdictOf(r);
            if (verdict != Verdict.Holds)
                _notable[verdict].Add(r);
        }
    }

    /// <summary>What was judged.</summary>
    public RelationSystem System => State.System;

    /// <summary>The broken relations, hard and soft, ascending.</summary>
    public IReadOnlyList<int> Broken => _notable[Verdict.Broken];

    /// <summary>The relations that rounding explains, ascending.</summary>
    public IReadOnlyList<int> ExplainedByRounding => _notable[Verdict.ExplainedByRounding];

    /// <summary>The copies one unit in the last place apart, ascending.</summary>
    public IReadOnlyList<int> OffByLastPlace => _notable[Verdict.OffByLastPlace];

    /// <summary>The relations with a figure that could not be read, ascending.</summary>
    public IReadOnlyList<int> NotReadable => _notable[Verdict.NotReadable];

    internal SystemState State { get; }

    /// <summary>The verdict on a relation.</summary>
    public Verdict this[int relation] => State.VerdictOf(relation);

    /// <summary>The verdict on a relation with its arithmetic.</summary>
    public RelationOutcome Outcome(int relation)
    {
        var verdict = State.VerdictOf(relation);
        if (verdict == Verdict.NotReadable)
        {
            foreach (var term in System.RelationAt(relation).Terms)
            {
                if (State.Node(term.Figure).State == FigureState.Unreadable)
                    return new RelationOutcome(verdict, 0m, 0m, UnreadableFigure: term.Figure);
            }
        }

        return new RelationOutcome(
            verdict,
            State.Sum(relation),
            verdict == Verdict.Holds ? 0m : State.Slack(relation),
            CoarseFigure: verdict == Verdict.Broken ? PrintedDecimals.Saviour(State, relation) : null);
    }
}
