using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Mutation;

/// <summary>What came of one mutation; the words mean what they mean in <see cref="MutationReport"/>.</summary>
internal sealed record MutationResult(
    SlipKind Kind,
    IReadOnlyList<(int Figure, FigureNode After)> Changes,
    bool IsGuarded,
    bool IsDetectable = false,
    bool IsCaught = false,
    bool IsLocalised = false,
    bool IsIdentifiable = false,
    bool IsCorrected = false);

/// <summary>Puts a mutation into the system, asks the localiser, and takes it back. Only relations near the change are looked at.</summary>
internal sealed class MutationTrial(SystemState state, CellIndex cells)
{
    private readonly LocalisationRun _localisation = new(state, cells);

    internal MutationResult Run(SlipKind kind, IReadOnlyList<(int Figure, FigureNode After)> changes)
    {
        var touched = new SortedSet<int>();
        foreach (var (figure, _) in changes)
        {
            foreach (var r in state.System.RelationsOf(figure))
                touched.Add(r);
        }

        var result = new MutationResult(kind, changes, touched.Count > 0);
        var wasBroken = touched.Where(state.IsBroken).ToHashSet();
        var mark = state.Mark;
        foreach (var (figure, after) in changes)
            state.Set(figure, after);
        var newly = touched.Where(r => state.IsBroken(r) && !wasBroken.Contains(r)).ToList();
        if (newly.Count > 0)
        {
            var found = _localisation.Explain(BrokenAround(touched), [.. touched.Where(r => state.VerdictOf(r) == Verdict.OffByLastPlace)]);
            result = Judge(result, newly, found);
        }

        state.Undo(mark);
        return result;
    }

    // All broken relations that hang together with the touched ones, as the localiser would see them in the whole document.
    private List<int> BrokenAround(SortedSet<int> touched)
    {
        var broken = new SortedSet<int>(touched.Where(state.IsBroken));
        var queue = new Queue<int>(broken);
        while (queue.TryDequeue(out var relation))
        {
            foreach (var term in state.Of(relation).Terms)
            {
                foreach (var r in state.System.RelationsOf(term.Figure))
                {
                    if (state.IsBroken(r) && broken.Add(r))
                        queue.Enqueue(r);
                }
            }
        }

        return [.. broken];
    }

    private MutationResult Judge(MutationResult result, List<int> newly, List<Explanation> found)
    {
        var about = found.FindAll(e => e.Relations.Any(newly.Contains));
        var named = about.SelectMany(e => e.Corrections.Concat(e.Alternatives)).Select(c => c.Figure).ToHashSet();
        var identifiable = result.Changes.All(c => IsIdentifiable(c.Figure, newly, result.Changes));
        return result with
        {
            IsDetectable = true,
            IsCaught = newly.TrueForAll(r => about.Exists(e => e.Relations.Contains(r))),
            IsLocalised = result.Changes.All(c => named.Contains(c.Figure) || BrokenOf(c.Figure, newly).Count == 0),
            IsIdentifiable = identifiable,
            IsCorrected = identifiable && IsCorrected(result.Changes, about),
        };
    }

    private bool IsIdentifiable(int figure, List<int> newly, IReadOnlyList<(int Figure, FigureNode After)> changes)
    {
        var own = BrokenOf(figure, newly);
        if (own.Count == 0)
            return false;
        foreach (var term in state.Of(own[0]).Terms)
        {
            if (changes.All(c => c.Figure != term.Figure) && state.Node(term.Figure).State != FigureState.Unreadable
                && BrokenOf(term.Figure, newly).SequenceEqual(own))
            {
                return false;
            }
        }

        return true;
    }

    private List<int> BrokenOf(int figure, List<int> newly)
    {
        var broken = new List<int>();
        foreach (var r in state.System.RelationsOf(figure))
        {
            if (newly.BinarySearch(r) >= 0)
                broken.Add(r);
        }

        return broken;
    }

    private bool IsCorrected(IReadOnlyList<(int Figure, FigureNode After)> changes, List<Explanation> about)
    {
        var corrections = about.SelectMany(e => e.Corrections).DistinctBy(c => c.Figure).ToList();
        return about.TrueForAll(e => e.Alternatives.Count == 0)
            && corrections.Count == changes.Count
            && changes.All(c => corrections.Exists(k => k.Figure == c.Figure && k.Expected == state.System.Nodes[c.Figure].Amount));
    }
}
