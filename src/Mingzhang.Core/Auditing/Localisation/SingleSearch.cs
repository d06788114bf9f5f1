using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>All figures that alone explain a set of broken relations, the likeliest first.</summary>
internal sealed class SingleSearch(SystemState state, Repair repair)
{
    /// <summary>Finds them.</summary>
    /// <param name="broken">The relations to repair, ascending, at least one.</param>
    /// <param name="except">Figures not to be considered.</param>
    internal List<Candidate> Find(List<int> broken, List<int>? except = null)
    {
        var found = new List<Candidate>();
        foreach (var term in state.Of(Shortest(broken)).Terms)
        {
            if (except?.Contains(term.Figure) == true || !IsInAll(term.Figure, broken))
                continue;
            if (repair.Of(term.Figure, broken) is { } candidate)
                found.Add(candidate);
        }

        found.Sort(Compare(broken[0]));
        return found;
    }

    internal int Shortest(List<int> relations)
    {
        var best = relations[0];
        foreach (var r in relations)
        {
            if (state.Of(r).Terms.Length < state.Of(best).Terms.Length)
                best = r;
        }

        return best;
    }

    private bool IsInAll(int figure, List<int> broken)
    {
        var relations = state.System.RelationsOf(figure);
        if (relations.Length < broken.Count)
            return false;
        foreach (var r in broken)
        {
            if (relations.BinarySearch(r) < 0)
                return false;
        }

        return true;
    }

    // Equal in cost: a part before the total, whose coefficient alone has its sign; then print order.
    private Comparison<Candidate> Compare(int relation)
    {
        var (positive, negative) = (0, 0);
        foreach (var term in state.Of(relation).Terms)
            _ = term.Coefficient > 0m ? positive++ : negative++;
        return (a, b) =>
        {
            var byCost = a.Cost.CompareTo(b.Cost);
            if (byCost != 0)
                return byCost;
            var byPart = IsTotal(a.Figure).CompareTo(IsTotal(b.Figure));
            return byPart != 0 ? byPart : a.Figure.CompareTo(b.Figure);
        };

        bool IsTotal(int figure) =>
            state.System.CoefficientOf(figure, relation) > 0m ? positive == 1 && negative > 1 : negative == 1 && positive > 1;
    }
}
