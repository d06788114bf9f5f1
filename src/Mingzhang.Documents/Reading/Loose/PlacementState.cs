using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Which assignments of numbers to columns each row still may have, and which relations are given up. An assignment
/// that no choice of the other rows completes to a relation that holds is dropped, until nothing more follows.
/// </summary>
internal sealed class PlacementState
{
    private const int Most = 4000;
    private readonly PlacementProblem _problem;
    private readonly IReadOnlySet<int> _suspended;
    private readonly int[][] _domains;
    private readonly bool[] _broken;
    private readonly bool[] _rounded;

    /// <summary>Every row may have any of its assignments.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="suspended">Families whose relations say nothing, as the document itself breaks them.</param>
    public PlacementState(PlacementProblem problem, IReadOnlySet<int> suspended)
    {
        _suspended = suspended;
        _problem = problem;
        _domains = [.. problem.Candidates.Select(c => Enumerable.Range(0, c.Count).ToArray())];
        _broken = new bool[problem.Relations.Count];
        _rounded = new bool[problem.Relations.Count];
    }

    private PlacementState(PlacementState from)
    {
        _problem = from._problem;
        _suspended = from._suspended;
        _domains = (int[][])from._domains.Clone();
        _broken = (bool[])from._broken.Clone();
        _rounded = (bool[])from._rounded.Clone();
    }

    /// <summary>What is wrong so far: first the relations that cannot hold any more, then those that only rounding lets hold.</summary>
    public int Cost => (_broken.Count(b => b) * 1000) + _rounded.Count(r => r);

    /// <summary>The families with a relation that cannot hold.</summary>
    public IEnumerable<int> BrokenFamilies => Enumerable.Range(0, _broken.Length).Where(r => _broken[r]).Select(r => _problem.Families[r]);

    /// <summary>The assignments a row may still have, as indexes of its candidates.</summary>
    public int[] Domain(int row) => _domains[row];

    /// <summary>The state after a row has been given one assignment.</summary>
    public PlacementState With(int row, int candidate)
    {
        var next = new PlacementState(this);
        next._domains[row] = [candidate];
        next.Propagate(row);
        return next;
    }

    /// <summary>Drops what cannot be, starting from all relations or from those of one row.</summary>
    public void Propagate(int row = -1)
    {
        var queue = new SortedSet<int>(row < 0 ? Enumerable.Range(0, _problem.Relations.Count) : _problem.RelationsOf[row]);
        while (queue.Count > 0 && _problem.HasTime)
        {
            var relation = queue.Min;
            queue.Remove(relation);
            if (_broken[relation] || _suspended.Contains(_problem.Families[relation]))
                continue;
            foreach (var changed in Prune(relation))
                queue.UnionWith(_problem.RelationsOf[changed]);
        }
    }

    private List<int> Prune(int index)
    {
        var relation = _problem.Relations[index];
        var parts = new Dictionary<(long Sum, int Printed), List<int>>[relation.Rows.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = Parts(relation, i);
        if (relation.Comparison != Comparison.Equal)
            return PruneBound(index, relation, parts);
        // A parent that is not broken down has no children to add.
        if (relation.MayBeEmpty && parts.Skip(1).All(p => p.ContainsKey((0, 0))))
            return [];
        if (!Sums(parts, out var forward, out var backward))
            return [];
        // Rounding may be what a table shows, but a choice under which sums are exact is the better one.
        _rounded[index] = !forward[^1].ContainsKey(0);
        var keep = new List<(long, int)>[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            keep[i] = [.. parts[i].Keys.Where(c => IsCompleted(forward[i], backward[i + 1], c))];
        if (keep[0].Count > 0)
            return Keep(relation, parts, keep);
        _broken[index] = true;
        return [];
    }

    // What a row may add to the relation, with the assignments that do.
    private Dictionary<(long Sum, int Printed), List<int>> Parts(PlacedRelation relation, int i)
    {
        var row = relation.Rows[i];
        var result = new Dictionary<(long, int), List<int>>();
        foreach (var candidate in _domains[row])
        {
            var (sum, printed) = _problem.Part(row, candidate, relation.Factors[i]);
            if (!result.TryGetValue((sum, printed), out var list))
                result[(sum, printed)] = list = [];
            list.Add(candidate);
        }

        return result;
    }

    private bool Sums(
        Dictionary<(long Sum, int Printed), List<int>>[] parts, out Dictionary<long, int>[] forward, out Dictionary<long, int>[] backward)
    {
        forward = new Dictionary<long, int>[parts.Length + 1];
        backward = new Dictionary<long, int>[parts.Length + 1];
        forward[0] = new() { [0] = 0 };
        backward[^1] = new() { [0] = 0 };
        for (var i = 0; i < parts.Length; i++)
        {
            forward[i + 1] = Plus(forward[i], parts[i].Keys);
            if (forward[i + 1].Count > Most)
                return false;
        }

        for (var i = parts.Length - 1; i >= 0; i--)
        {
            backward[i] = Plus(backward[i + 1], parts[i].Keys);
            if (backward[i].Count > Most)
                return false;
        }

        return true;
    }

    // For each reachable sum the greatest number of printed figures in it, which is what rounding is allowed for.
    private Dictionary<long, int> Plus(Dictionary<long, int> sums, IEnumerable<(long Sum, int Printed)> parts)
    {
        var result = new Dictionary<long, int>();
        foreach (var (sum, printed) in parts)
        {
            _problem.Spend(sums.Count);
            foreach (var (other, count) in sums)
            {
                var all = count + printed;
                if (!result.TryGetValue(sum + other, out var known) || known < all)
                    result[sum + other] = all;
            }
        }

        return result;
    }

    private static bool IsCompleted(Dictionary<long, int> before, Dictionary<long, int> behind, (long Sum, int Printed) part)
    {
        var (small, large) = before.Count < behind.Count ? (before, behind) : (behind, before);
        foreach (var (sum, count) in small)
        {
            var missing = -(sum + part.Sum);
            // Half a step for each printed figure.
            for (var off = -8; off <= 8; off++)
            {
                if (large.TryGetValue(missing + off, out var other) && Math.Abs(off) * 2 <= count + other + part.Printed)
                    return true;
            }
        }

        return false;
    }

    private List<int> PruneBound(int index, PlacedRelation relation, Dictionary<(long Sum, int Printed), List<int>>[] parts)
    {
        var sign = relation.Comparison == Comparison.AtLeast ? 1 : -1;
        var best = parts.Select(p => p.Keys.Max(k => (sign * k.Sum * 2) + k.Printed)).ToArray();
        var all = best.Sum();
        if (all < 0)
        {
            _broken[index] = true;
            return [];
        }

        var keep = new List<(long, int)>[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            keep[i] = [.. parts[i].Keys.Where(k => all - best[i] + (sign * k.Sum * 2) + k.Printed >= 0)];
        return Keep(relation, parts, keep);
    }

    private List<int> Keep(PlacedRelation relation, Dictionary<(long Sum, int Printed), List<int>>[] parts, List<(long, int)>[] keep)
    {
        var changed = new List<int>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (keep[i].Count == parts[i].Count)
                continue;
            var row = relation.Rows[i];
            _domains[row] = [.. keep[i].SelectMany(k => parts[i][k]).Order()];
            changed.Add(row);
        }

        return changed;
    }
}
