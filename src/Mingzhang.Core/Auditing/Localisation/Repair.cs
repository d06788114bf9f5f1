using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>What one relation says about one of its figures, all others taken as they stand.</summary>
/// <param name="Range">Values to print with which the relation is not broken.</param>
/// <param name="Exact">The value with which it holds exactly; for an inequality the bound.</param>
internal readonly record struct Implied(Interval Range, decimal Exact)
{
    internal static Implied By(SystemState state, int relation, decimal coefficient, in FigureNode node)
    {
        var slack = state.Slack(relation) + (Math.Abs(coefficient) * (FigureNode.HalfStep(node.Decimals) - node.Slack));
        var rest = (coefficient * node.Amount) - state.Sum(relation);
        var exact = Over(rest, coefficient);
        var low = Over(rest - slack, coefficient);
        var high = Over(rest + slack, coefficient);
        if (low > high)
            (low, high) = (high, low);
        var comparison = state.Of(relation).Comparison;
        if (comparison == Comparison.Equal)
            return new Implied(new Interval(low, high), exact);
        return (comparison == Comparison.AtMost) == (coefficient > 0m)
            ? new Implied(new Interval(-Interval.Far, high), exact)
            : new Implied(new Interval(low, Interval.Far), exact);
    }

    private static decimal Over(decimal value, decimal coefficient) =>
        coefficient == 1m ? value : coefficient == -1m ? -value : value / coefficient;
}

/// <summary>A figure whose change alone would repair all relations asked for and break none.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Expected">The value chosen within the intervals; null when nothing recommends one.</param>
/// <param name="Decided">Whether the value is the only one left or was decided by copies, exact relations or a known slip.</param>
/// <param name="Slip">The slip that would have turned it into what is printed.</param>
/// <param name="Votes">How many equalities it would make exact.</param>
/// <param name="Confirming">How firmly relations that hold now speak for what is printed: 2 for an exact equality, 1 for one within rounding.</param>
/// <param name="SoftBalance">Soft relations it would break, less those it would repair.</param>
internal readonly record struct Candidate(
    int Figure, decimal? Expected, bool Decided, SlipKind Slip, int Votes, int Confirming, int SoftBalance)
{
    /// <summary>How unlikely it is; 100 is one ordinary slip.</summary>
    internal int Cost =>
        100 + (40 * SoftBalance) + (8 * Math.Min(Confirming, 6)) - (3 * Math.Min(Votes, 5)) + (Expected is null ? 10 : 0) + Slip switch
        {
            SlipKind.None => 30,
            SlipKind.Surplus => 35,
            SlipKind.Missing => 40,
            SlipKind.Coarse => -5,
            _ => 0,
        };

    internal Correction ToCorrection(SystemState state, bool alone) =>
        new(Figure, state.Node(Figure).Amount, Expected, alone && Decided && Expected is not null);
}

/// <summary>Finds the value a figure should have from what all its relations say about it.</summary>
internal sealed class Repair(SystemState state)
{
    // An interval of more points than this says so little that a slip's shape within it proves nothing.
    private const int MostPointsForShape = 200;

    private readonly List<(decimal Value, int Weight)> _votes = [];

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
        _votes.Clear();
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
            if (OnGrid(range, node.Decimals).IsEmpty)
                return null;
            if (relation.Comparison != Comparison.Equal)
                continue;
            Vote(relation, implied.Exact, node, figure);
            if (!isMended && verdict != Verdict.Broken)
                confirming += verdict == Verdict.Holds ? 2 : 1;
        }

        var narrowed = hasSoft ? HeedSoft(relations, positions, mended, node, range) : range;
        var (expected, decided) = Choose(OnGrid(narrowed, node.Decimals), node);
        var votes = expected is { } v ? _votes.Count(x => x.Value == v) : 0;
        var slip = expected is { } value ? Slips.Between(value, node) : node.State == FigureState.Blank ? SlipKind.Missing : SlipKind.None;
        return new Candidate(figure, expected, decided, slip, votes, confirming, hasSoft ? SoftBalance(relations, positions, mended, node, expected) : 0);
    }

    private void Vote(Relation relation, decimal exact, in FigureNode node, int figure)
    {
        if (Precision.Round(exact, node.Decimals) != exact)
            return;
        var weight = 1;
        if (relation.IsCopy)
        {
            var other = relation.Terms[0].Figure == figure ? relation.Terms[1].Figure : relation.Terms[0].Figure;
            // A copy at another precision rounds, so it does not give the value to the last digit.
            if (state.Node(other).Decimals != node.Decimals)
                return;
            weight = 1000;
        }

        _votes.Add((exact, weight));
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
            if (!OnGrid(narrower, node.Decimals).IsEmpty)
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

    private (decimal? Value, bool Decided) Choose(Interval grid, in FigureNode node)
    {
        if (grid.Low == grid.High)
            return (grid.Low, true);
        if (BestVote(grid, node) is { } voted)
            return voted;
        var step = Precision.Step(node.Decimals);
        if (grid.High - grid.Low > step * MostPointsForShape)
            return grid.Low <= -Interval.Far || grid.High >= Interval.Far ? (null, false) : (Middle(grid, node.Decimals), false);
        return ByShape(grid, node);
    }

    private (decimal? Value, bool Decided)? BestVote(Interval grid, in FigureNode node)
    {
        var (most, leaders) = (0, new List<decimal>(2));
        foreach (var (value, _) in _votes)
        {
            if (!grid.Contains(value) || leaders.Contains(value))
                continue;
            var weight = 0;
            foreach (var vote in _votes)
                weight += vote.Value == value ? vote.Weight : 0;
            if (weight > most)
                leaders.Clear();
            if (weight >= most)
                leaders.Add(value);
            most = Math.Max(most, weight);
        }

        if (leaders.Count <= 1)
            return leaders.Count == 0 ? null : (leaders[0], true);
        // Among values equally voted for, one that a known slip turns into the print is the likelier.
        var cell = node;
        var shaped = leaders.FindAll(v => Slips.IsShape(Slips.Between(v, cell)));
        return (shaped.Count > 0 ? shaped[0] : leaders[0], shaped.Count == 1);
    }

    private static (decimal? Value, bool Decided) ByShape(Interval grid, in FigureNode node)
    {
        var step = Precision.Step(node.Decimals);
        var middle = Middle(grid, node.Decimals);
        decimal? best = null;
        var found = 0;
        for (var value = grid.Low; value <= grid.High; value += step)
        {
            if (!Slips.IsShape(Slips.Between(value, node)))
                continue;
            found++;
            if (best is null || Math.Abs(value - middle) < Math.Abs(best.Value - middle))
                best = value;
        }

        return (best ?? middle, found == 1);
    }

    private static decimal Middle(Interval grid, int decimals) => Precision.Round((grid.Low + grid.High) / 2m, decimals);

    // The values of the interval that can be printed with so many decimals.
    private static Interval OnGrid(Interval range, int decimals)
    {
        var step = Precision.Step(decimals);
        var low = Math.Round(range.Low, decimals, MidpointRounding.ToPositiveInfinity);
        var high = Math.Round(range.High, decimals, MidpointRounding.ToNegativeInfinity);
        return new Interval(low, Math.Max(high, low - step));
    }
}
