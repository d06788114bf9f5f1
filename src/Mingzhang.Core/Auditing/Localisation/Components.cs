using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>Parts relations into components: two that share a figure belong together.</summary>
internal static class Components
{
    /// <summary>The components, each ascending, in order of their first relation.</summary>
    internal static List<List<int>> Of(SystemState state, IEnumerable<int> relations)
    {
        var left = new SortedSet<int>(relations);
        var members = new HashSet<int>(left);
        var seen = new HashSet<int>();
        var components = new List<List<int>>();
        var queue = new Queue<int>();
        foreach (var start in left)
        {
            if (!members.Remove(start))
                continue;
            var component = new List<int>();
            queue.Enqueue(start);
            while (queue.TryDequeue(out var r))
            {
                component.Add(r);
                foreach (var term in state.Of(r).Terms)
                {
                    if (!seen.Add(term.Figure))
                        continue;
                    foreach (var neighbour in state.System.RelationsOf(term.Figure))
                    {
                        if (members.Remove(neighbour))
                            queue.Enqueue(neighbour);
                    }
                }
            }

            component.Sort();
            components.Add(component);
        }

        return components;
    }

    /// <summary>Puts together the components that one misplaced cell or row breaks; each with the slips that touch it.</summary>
    internal static List<(List<int> Relations, List<CellSlip> Slips)> JoinedBy(List<List<int>> components, List<CellSlip> slips)
    {
        var home = new Dictionary<int, int>();
        for (var c = 0; c < components.Count; c++)
        {
            foreach (var r in components[c])
                home[r] = c;
        }

        var parent = Enumerable.Range(0, components.Count).ToArray();
        // Only part of the document may be asked about; a slip may reach beyond it.
        var near = slips.Select(s => new { Slip = s, Homes = s.Repaired.Where(home.ContainsKey).Select(r => home[r]).ToList() }).Where(s => s.Homes.Count > 0).ToList();
        foreach (var homes in near.Select(n => n.Homes))
        {
            foreach (var c in homes)
                parent[Math.Max(Root(c), Root(homes[0]))] = Math.Min(Root(c), Root(homes[0]));
        }

        var slipsOf = near.ToLookup(s => Root(s.Homes[0]), s => s.Slip);
        return [.. Enumerable.Range(0, components.Count).GroupBy(Root).Select(g =>
            (g.SelectMany(c => components[c]).Order().ToList(), slipsOf[g.Key].ToList()))];

        int Root(int c) => parent[c] == c ? c : parent[c] = Root(parent[c]);
    }
}
