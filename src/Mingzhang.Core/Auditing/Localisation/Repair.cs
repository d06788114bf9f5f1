using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>Finds the value a figure should have from what all its relations say about it.</summary>
/// <param name="state">The system.</param>
/// <param name="roundingIsCommon">Whether sums of this document often hold by rounding only.</param>
/// <param name="signs">Which figures may be negative.</param>
internal sealed class Repair(SystemState state, bool roundingIsCommon, Signs signs)
{
    private readonly ValueChoice _choice = new(roundingIsCommon);

    /// <summary>Null when no value at the figure's precision satisfies all its hard relations and the ones asked for.</summary>
    /// <param name="figure">The figure to change.</param>
    /// <param name="mended">The relations to repair; counted as such whatever their strength. Ascending.</param>
    internal Candidate? Of(int figure, List<int> mended)
    {
        var node = state.Node(figure);
        if (node.State == FigureState.Unreadable)
            return null;
        var range = Interval.All;
        var confirming = 0;
        var hasSoft = false;
        _choice.Clear();
        var relations = state.System.RelationsOf(figure);
        var positions = state.System.PositionsOf(figure);
        for (var i = 0; i < relations.Length; i++)
        {
            var r = relations[i];
            var verdict = state.VerdictOf(r);
            if (verdict == Verdict.NotReadable)
                continue;
            var relation = state.Of(r);
            var isMended = mended.BinarySearch(r) >= 0;
            if (relation.Strength == Strength.Soft && !isMended)
            {
                hasSoft = true;
                continue;
            }

            var implied = Implied.By(state, r, relation.Terms[positions[i]].Coefficient, node);
            range = range.Intersect(implied.Range);
            if (ValueChoice.OnGrid(range, node.Decimals).IsEmpty)
                return null;
            if (relation.Comparison != Comparison.Equal)
                continue;
            Vote(relation, implied.Exact, node, figure);
            if (!isMended && verdict != Verdict.Broken)
                confirming += verdict == Verdict.Holds ? 2 : 1;
        }

        var narrowed = hasSoft ? HeedSoft(relations, positions, mended, node, range) : range;
        var mayBeNegative = signs.MayBeNegative(node);
        if (narrowed.High < 0m && !mayBeNegative)
            return null;
        var (expected, decided) = _choice.Choose(ValueChoice.OnGrid(narrowed, node.Decimals), node);
        if (expected < 0m && !mayBeNegative)
            (expected, decided) = _choice.Choose(ValueChoice.OnGrid(narrowed.Intersect(new Interval(0m, Interval.Far)), node.Decimals), node);
        var votes = expected is { } v ? _choice.VotesFor(v) : 0;
        var slip = expected is { } value ? Slips.Between(value, node) : node.State == FigureState.Blank ? SlipKind.Missing : SlipKind.None;
        return new Candidate(figure, expected, decided, slip, votes, confirming, hasSoft ? SoftBalance(relations, positions, mended, node, expected) : 0);
    }

    private void Vote(Relation relation, decimal exact, in FigureNode node, int figure)
    {
        if (Precision.Round(exact, node.Decimals) != exact)
            return;
        if (relation.IsCopy)
        {
            var other = relation.Terms[0].Figure == figure ? relation.Terms[1].Figure : relation.Terms[0].Figure;
            // A copy at another precision rounds, so it does not give the value to the last digit.
            if (state.Node(other).Decimals != node.Decimals)
                return;
        }

        _choice.Vote(exact, relation.IsCopy);
    }

    // Soft relations narrow the choice as far as they can be had together with the hard ones.
    private Interval HeedSoft(ReadOnlySpan<int> relations, ReadOnlySpan<int> positions, List<int> mended, in FigureNode node, Interval range)
    {
        for (var i = 0; i < relations.Length; i++)
        {
            var relation = state.Of(relations[i]);
            if (relation.Strength == Strength.Hard || mended.BinarySearch(relations[i]) >= 0 || state.VerdictOf(relations[i]) == Verdict.NotReadable)
                continue;
            var implied = Implied.By(state, relations[i], relation.Terms[positions[i]].Coefficient, node);
            var narrower = range.Intersect(implied.Range);
            if (!ValueChoice.OnGrid(narrower, node.Decimals).IsEmpty)
                range = narrower;
        }

        return range;
    }

    private int SoftBalance(ReadOnlySpan<int> relations, ReadOnlySpan<int> positions, List<int> mended, in FigureNode node, decimal? expected)
    {
        var balance = 0;
        for (var i = 0; i < relations.Length; i++)
        {
            var relation = state.Of(relations[i]);
            var verdict = state.VerdictOf(relations[i]);
            if (relation.Strength == Strength.Hard || verdict == Verdict.NotReadable || mended.BinarySearch(relations[i]) >= 0)
                continue;
            var implied = Implied.By(state, relations[i], relation.Terms[positions[i]].Coefficient, node);
            var fits = expected is not { } value || implied.Range.Contains(value);
            balance += (fits, verdict) switch { (true, Verdict.Broken) => -1, (true, _) => 0, (false, Verdict.Broken) => 0, _ => 1 };
        }

        return balance;
    }
}
