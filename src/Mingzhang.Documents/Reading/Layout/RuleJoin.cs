namespace Mingzhang.Documents.Reading.Layout;

/// <summary>Makes whole lines of the pieces in which programs draw them, and finds which of them meet.</summary>
internal static class RuleJoin
{
    private const double ShortestRule = 4.0;
    private const int MostRules = 4000;

    /// <summary>Pieces on one line that touch become one rule; lines that lie closer than <paramref name="near"/> become one line.</summary>
    public static List<Rule> Join(IReadOnlyList<Rule> rules, double near) => [.. Side(rules, true, near), .. Side(rules, false, near)];

    private static List<Rule> Side(IReadOnlyList<Rule> rules, bool horizontal, double near)
    {
        var joined = new List<Rule>();
        var ordered = rules.Where(r => r.Horizontal == horizontal).OrderBy(r => r.At).ToList();
        for (var i = 0; i < ordered.Count;)
        {
            var end = i;
            while (end < ordered.Count && ordered[end].At - ordered[i].At <= near)
                end++;
            var line = ordered[i..end];
            // Long pieces say where the line is, dots do not.
            var weight = line.Sum(r => r.To - r.From);
            var at = weight > 0 ? line.Sum(r => r.At * (r.To - r.From)) / weight : line[0].At;
            foreach (var (from, to) in Union(line, near))
            {
                if (to - from >= ShortestRule)
                    joined.Add(new Rule(horizontal, at, from, to));
            }

            i = end;
        }

        return joined;
    }

    private static IEnumerable<(double From, double To)> Union(List<Rule> line, double near)
    {
        line.Sort((a, b) => a.From.CompareTo(b.From));
        var (from, to) = (line[0].From, line[0].To);
        foreach (var rule in line.Skip(1))
        {
            if (rule.From - to > near)
            {
                yield return (from, to);
                (from, to) = (rule.From, rule.To);
            }
            else
            {
                to = Math.Max(to, rule.To);
            }
        }

        yield return (from, to);
    }

    /// <summary>The rules in groups that hang together. A page of more rules than any table has gives none: it is a drawing.</summary>
    public static List<List<Rule>> Connected(List<Rule> rules, double near)
    {
        if (rules.Count > MostRules)
            return [];
        var group = Enumerable.Range(0, rules.Count).ToArray();
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = i + 1; j < rules.Count; j++)
            {
                if (Meet(rules[i], rules[j], near))
                    group[Root(group, j)] = Root(group, i);
            }
        }

        return [.. rules.Select((r, i) => new { Rule = r, Root = Root(group, i) }).GroupBy(x => x.Root).Select(g => g.Select(x => x.Rule).ToList())];
    }

    private static bool Meet(Rule a, Rule b, double near) =>
        a.Horizontal != b.Horizontal
        && b.At >= a.From - near && b.At <= a.To + near
        && a.At >= b.From - near && a.At <= b.To + near;

    private static int Root(int[] group, int i)
    {
        while (group[i] != i)
            i = group[i] = group[group[i]];
        return i;
    }
}
