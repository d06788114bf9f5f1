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
