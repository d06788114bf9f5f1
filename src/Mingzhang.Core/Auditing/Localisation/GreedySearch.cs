using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>For groups with too many errors to search: takes the figures that repair most and break least, so long as the sum improves.</summary>
internal sealed class GreedySearch(SystemState state, CombinedSearch search)
{
    // Breaking a relation that holds weighs more than repairing one: it takes two repaired to outweigh it.
    private const int WeightOfBreaking = 2;

    /// <summary>Causes with no relation in common, each of which leaves fewer relations broken; empty when there are none.</summary>
    internal List<Cause> Take(List<int> broken)
    {
        var figures = new SortedSet<int>();
        foreach (var r in broken)
        {
            foreach (var term in state.Of(r).Terms)
                figures.Add(term.Figure);
        }

        var steps = new List<(int Net, Cause Cause)>();
        foreach (var figure in figures)
        {
            foreach (var (value, votes) in search.ImpliedValues(figure))
            {
                var node = state.Node(figure);
                var (repaired, newly) = Effect(figure, value);
                var net = repaired - (WeightOfBreaking * newly);
                if (net > 0)
                    steps.Add((net, Cause.Of(figure, node.Holding(value), Slips.Between(value, node), votes, newly)));
            }
        }

        var taken = new List<Cause>();
        var touched = new HashSet<int>();
        foreach (var (_, cause) in steps.OrderByDescending(s => s.Net).ThenBy(s => s.Cause.Cost).ThenBy(s => s.Cause.Changes[0].Figure))
        {
            var relations = state.System.RelationsOf(cause.Changes[0].Figure).ToArray();
            if (relations.Any(touched.Contains))
                continue;
            touched.UnionWith(relations);
            taken.Add(cause);
        }

        return taken;
    }

    private (int Repaired, int Newly) Effect(int figure, decimal value)
    {
        var relations = state.System.RelationsOf(figure);
        Span<bool> wasBroken = relations.Length <= 64 ? stackalloc bool[relations.Length] : new bool[relations.Length];
        for (var i = 0; i < relations.Length; i++)
            wasBroken[i] = state.IsBrokenHard(relations[i]);
        var mark = state.Mark;
        state.Set(figure, value);
        var (repaired, newly) = (0, 0);
        for (var i = 0; i < relations.Length; i++)
        {
            var isBroken = state.IsBrokenHard(relations[i]);
            repaired += wasBroken[i] && !isBroken ? 1 : 0;
            newly += !wasBroken[i] && isBroken ? 1 : 0;
        }

        state.Undo(mark);
        return (repaired, newly);
    }
}
