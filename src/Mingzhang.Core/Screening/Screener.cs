namespace Mingzhang.Core.Screening;

/// <summary>
/// Runs rules over lines (智能审核). Each line is counted once (<see cref="Count"/>); then the lines come again, all lines of a person in one call
/// (<see cref="Screen"/>); at the end come the hits over many persons (<see cref="Crowds"/>). So a file of any size needs the memory of its largest part only.
/// </summary>
public sealed class Screener
{
    // Keys that many persons share are found by counting into so many cells; two keys in one cell only cost a second look.
    private const int Cells = 1 << 21;

    private readonly PersonRule[] _personal;
    private readonly Crowd[] _crowds;
    private readonly List<Claim>[] _own;
    private readonly Dictionary<ClaimItem, (int[] Personal, int[] Crowds)> _byItem = [];

    /// <summary>Begins a run.</summary>
    /// <param name="rules">The rules.</param>
    public Screener(IReadOnlyList<ScreeningRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _personal = [.. rules.OfType<PersonRule>()];
        _crowds = [.. rules.OfType<Kinds.MassRepetition>().Select(r => new Crowd(r))];
        _own = [.. _personal.Select(_ => new List<Claim>())];
    }

    /// <summary>Lines that came more than once under one number and were taken once.</summary>
    public long Repeated { get; private set; }

    /// <summary>All hits over lines that are in memory.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="claims">The lines.</param>
    public static IReadOnlyList<ScreeningHit> All(IReadOnlyList<ScreeningRule> rules, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var screener = new Screener(rules);
        foreach (var claim in claims)
            screener.Count(claim);
        return [.. screener.Screen(claims), .. screener.Crowds()];
    }

    /// <summary>Counts a line towards what many persons share. Each line once, before any call of <see cref="Screen"/>.</summary>
    /// <param name="claim">The line.</param>
    public void Count(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        foreach (var at in RulesFor(claim.Item).Crowds)
        {
            var crowd = _crowds[at];
            if (crowd.Rule.Head.ConcernsCare(claim.Care))
                crowd.Counts[Cell(crowd.Rule, claim)]++;
        }
    }

    /// <summary>The hits over lines of persons of whom no line is missing.</summary>
    /// <param name="claims">The lines, in any order.</param>
    public IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var persons = new Dictionary<string, List<Claim>>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (!persons.TryGetValue(claim.Person, out var lines))
                persons.Add(claim.Person, lines = []);
            lines.Add(claim);
        }

        foreach (var lines in persons.Values)
        {
            Once(lines);
            lines.Sort((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.File != b.File ? string.CompareOrdinal(a.File, b.File) : a.Row.CompareTo(b.Row));
            Part(lines);
            for (var i = 0; i < _personal.Length; i++)
            {
                if (_own[i].Count == 0)
                    continue;
                foreach (var hit in _personal[i].Screen(_own[i], lines))
                    yield return hit;
                _own[i].Clear();
            }
        }
    }

    /// <summary>The hits over many persons, after all lines were screened.</summary>
    public IEnumerable<ScreeningHit> Crowds() => _crowds.SelectMany(c => c.Rule.Screen(c.Candidates));

    private static int Cell(Kinds.MassRepetition rule, Claim claim) => rule.Key.Hash(claim) & (Cells - 1);

    // Exports of two months may overlap: one line under one number is one line.
    private void Once(List<Claim> lines)
    {
        if (lines.TrueForAll(l => l.Detail is null))
            return;
        var seen = new HashSet<(string, string)>();
        Repeated += lines.RemoveAll(l => l.Detail is { } detail && !seen.Add((l.SettlementId, detail)));
    }

    private void Part(List<Claim> lines)
    {
        // A caller that stopped in the middle left lines behind.
        Array.ForEach(_own, o => o.Clear());
        foreach (var claim in lines)
        {
            var (personal, crowds) = RulesFor(claim.Item);
            foreach (var at in personal)
            {
                if (_personal[at].Head.ConcernsCare(claim.Care))
                    _own[at].Add(claim);
            }

            foreach (var at in crowds)
            {
                var crowd = _crowds[at];
                if (crowd.Rule.Head.ConcernsCare(claim.Care) && crowd.Counts[Cell(crowd.Rule, claim)] >= crowd.Rule.Least)
                    crowd.Candidates.Add(claim);
            }
        }
    }

    private (int[] Personal, int[] Crowds) RulesFor(ClaimItem item)
    {
        if (!_byItem.TryGetValue(item, out var rules))
        {
            rules = (
                [.. Enumerable.Range(0, _personal.Length).Where(i => _personal[i].Head.Concerns(item))],
                [.. Enumerable.Range(0, _crowds.Length).Where(i => _crowds[i].Rule.Head.Concerns(item))]);
            _byItem.Add(item, rules);
        }

        return rules;
    }

    private sealed record Crowd(Kinds.MassRepetition Rule)
    {
        public int[] Counts { get; } = new int[Cells];

        public List<Claim> Candidates { get; } = [];
    }
}
