using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>How a relation stands with the assignments its rows may still have; the greater, the worse.</summary>
internal static class RelationFault
{
    /// <summary>It can hold.</summary>
    public const int None = 0;

    /// <summary>Only rounding lets it hold. A table may show that, but a choice under which sums are exact is the better one.</summary>
    public const int Rounded = 1;

    /// <summary>It cannot hold any more; more than all roundings together.</summary>
    public const int Broken = 1000;
}

/// <summary>
/// Says which assignments of the rows of one relation no choice of its other rows completes. Rows with one thing to add
/// are settled at once; for the others the sums reachable before and behind them are kept.
/// </summary>
internal sealed class RelationPruner(PlacementProblem problem)
{
    private const int Most = 4000;
    private readonly List<RowChoice> _choices = [];
    private readonly List<RowChoice> _open = [];
    private readonly List<SumSet> _before = [new()];
    private readonly List<SumSet> _behind = [new()];

    /// <summary>The rows that lost assignments in the last pruning, with what is left to them.</summary>
    public IEnumerable<RowChoice> Narrowed => _open.Where(c => c.IsNarrowed);

    /// <summary>Looks at a relation.</summary>
    /// <param name="index">The relation.</param>
    /// <param name="domains">For each row the assignments it may still have.</param>
    /// <returns>How the relation stands; null when it says nothing.</returns>
    public int? Prune(int index, int[][] domains)
    {
        var relation = problem.Relations[index];
        var settled = default(RowPart);
        var isEmpty = relation.MayBeEmpty;
        _open.Clear();
        for (var i = 0; i < relation.Rows.Length; i++)
        {
            if (_choices.Count == i)
                _choices.Add(new RowChoice());
            var choice = _choices[i];
            choice.Load(relation.Rows[i], problem.Parts(index, i), domains[relation.Rows[i]]);
            isEmpty = isEmpty && (i == 0 || choice.MayBeBlank);
            if (choice.Parts.Length == 1)
                settled = settled.Plus(choice.Parts[0]);
            else
                _open.Add(choice);
        }

        problem.Spend(relation.Rows.Length);
        if (relation.Comparison != Comparison.Equal)
            return PruneBound(settled, relation.Comparison == Comparison.AtLeast ? 1 : -1);
        // A parent that is not broken down has no children to add.
        return isEmpty ? null : PruneSum(settled);
    }

    private int? PruneSum(RowPart settled)
    {
        _before[0].Set(settled);
        for (var i = 0; i < _open.Count; i++)
        {
            if (!SetSums(_before, i + 1, _before[i], _open[i]))
                return PruneRange(settled);
        }

        var all = _before[_open.Count];
        if (!all.ReachesZero)
            return RelationFault.Broken + RelationFault.Rounded;
        _behind[0].Set(default);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            // As many rows lie behind as sets were made.
            var behind = _behind[_open.Count - 1 - i];
            for (var p = 0; p < _open[i].Parts.Length; p++)
            {
                if (!_before[i].Completes(behind, _open[i].Parts[p]))
                    _open[i].Drop(p);
            }

            if (i > 0)
                SetSums(_behind, _open.Count - i, behind, _open[i]);
        }

        return all.HasZero ? RelationFault.None : RelationFault.Rounded;
    }

    private bool SetSums(List<SumSet> sets, int at, SumSet others, RowChoice choice)
    {
        if (sets.Count == at)
            sets.Add(new SumSet());
        problem.Spend(choice.Parts.Length * others.Count);
        return sets[at].SetSums(others, choice.Parts, Most);
    }

    // Too many sums to go through: what is above or below all of them cannot be all the same. A blank parent, or one that
    // takes all its children, settles as many of them as there are.
    private int? PruneRange(RowPart settled)
    {
        if (PruneBound(settled, 1) == RelationFault.Broken || PruneBound(settled, -1) == RelationFault.Broken)
            return RelationFault.Broken;
        return _open.Exists(c => c.IsNarrowed) ? RelationFault.None : null;
    }

    private int PruneBound(RowPart settled, int sign)
    {
        var all = settled.Reach(sign);
        foreach (var choice in _open)
            all += choice.Best(sign);
        if (all < 0)
            return RelationFault.Broken;
        foreach (var choice in _open)
        {
            var others = all - choice.Best(sign);
            for (var p = 0; p < choice.Parts.Length; p++)
            {
                if (others + choice.Parts[p].Reach(sign) < 0)
                    choice.Drop(p);
            }
        }

        return RelationFault.None;
    }
}
