namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Which assignments of numbers to columns each row still may have, and which relations are given up. An assignment
/// that no choice of the other rows completes to a relation that holds is dropped, until nothing more follows.
/// What was tried can be undone.
/// </summary>
internal sealed class PlacementState
{
    private readonly PlacementProblem _problem;
    private readonly RelationPruner _pruner;
    private readonly IReadOnlySet<int> _suspended;
    private readonly int[][] _domains;
    private readonly int[] _faults;
    private readonly BitQueue _touched;
    private readonly Stack<(int Row, int[] Domain)> _formerDomains = [];
    private readonly Stack<(int Relation, int Fault)> _formerFaults = [];

    /// <summary>Every row may have any of its assignments that all relations together allow.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="suspended">Families whose relations say nothing, as the document itself breaks them.</param>
    public PlacementState(PlacementProblem problem, IReadOnlySet<int> suspended)
    {
        _suspended = suspended;
        _problem = problem;
        _pruner = new RelationPruner(problem);
        _domains = [.. problem.Candidates.Select(c => Enumerable.Range(0, c.Count).ToArray())];
        _faults = new int[problem.Relations.Count];
        _touched = new BitQueue(problem.Relations.Count);
        for (var relation = 0; relation < _faults.Length; relation++)
            _touched.Add(relation);
        Propagate();
    }

    /// <summary>What is wrong so far: first the relations that cannot hold any more, then those that only rounding lets hold.</summary>
    public int Cost { get; private set; }

    /// <summary>The families with a relation that cannot hold.</summary>
    public IEnumerable<int> BrokenFamilies => Enumerable.Range(0, _faults.Length).Where(r => _faults[r] >= RelationFault.Broken).Select(r => _problem.Families[r]);

    /// <summary>How far things were tried; <see cref="Undo"/> comes back to it.</summary>
    public (int Domains, int Faults) Mark => (_formerDomains.Count, _formerFaults.Count);

    /// <summary>The assignments a row may still have, as indexes of its candidates.</summary>
    public int[] Domain(int row) => _domains[row];

    /// <summary>Gives a row one assignment and drops what then cannot be.</summary>
    public void Assign(int row, int candidate)
    {
        Narrow(row, [candidate], -1);
        Propagate();
    }

    /// <summary>What would be wrong if a row had this assignment.</summary>
    public int CostOf(int row, int candidate)
    {
        var before = Mark;
        Assign(row, candidate);
        var cost = Cost;
        Undo(before);
        return cost;
    }

    /// <summary>Forgets what was assigned since.</summary>
    public void Undo((int Domains, int Faults) mark)
    {
        while (_formerDomains.Count > mark.Domains)
        {
            var (row, domain) = _formerDomains.Pop();
            _domains[row] = domain;
        }

        while (_formerFaults.Count > mark.Faults)
        {
            var (relation, fault) = _formerFaults.Pop();
            Cost += fault - _faults[relation];
            _faults[relation] = fault;
        }
    }

    private void Propagate()
    {
        while (_problem.HasTime && _touched.TryTake(out var relation))
        {
            if (_faults[relation] >= RelationFault.Broken || _suspended.Contains(_problem.Families[relation]))
                continue;
            if (_pruner.Prune(relation, _domains) is not { } fault)
                continue;
            if (fault != _faults[relation])
            {
                _formerFaults.Push((relation, _faults[relation]));
                Cost += fault - _faults[relation];
                _faults[relation] = fault;
            }

            foreach (var choice in _pruner.Narrowed)
                Narrow(choice.Row, choice.Left(), relation);
        }

        _touched.Clear();
    }

    // The relation that narrows a row has nothing to add to it at once.
    private void Narrow(int row, int[] domain, int by)
    {
        _formerDomains.Push((row, _domains[row]));
        _domains[row] = domain;
        foreach (var relation in _problem.RelationsOf[row])
        {
            if (relation != by)
                _touched.Add(relation);
        }
    }
}
