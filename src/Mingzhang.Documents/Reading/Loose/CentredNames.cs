using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Gives back to their rows the pieces of names that stand in the middle of tall cells (居中的跨行名称): such a name has as many lines
/// above the line with code and amounts as below it. From a row whose name is whole, every row that follows is settled by counting.
/// </summary>
internal static class CentredNames
{
    /// <summary>Settles the words of rows with codes, where counting leaves no doubt and names of the classification do not speak against it.</summary>
    /// <param name="rows">The rows in the order in which they are printed.</param>
    /// <param name="names">Names of codes.</param>
    public static void Settle(IReadOnlyList<LooseRow> rows, IReadOnlyDictionary<string, string> names)
    {
        if (rows.Count == 0 || rows[0].Line < 0 || rows.Zip(rows.Skip(1)).Any(p => p.First.Line >= p.Second.Line))
            return;
        var lines = rows.SelectMany(r => r.Words).GroupBy(w => w.Line).ToDictionary(g => g.Key, g => g.OrderBy(w => w.Order).ToList());
        var between = Between(rows, lines);
        var isWhole = rows.Select(r => IsWhole(r, lines, names)).ToList();
        // Once one run shows that names stand in the middle, counting settles those whose codes nobody knows, too.
        Pass(rows, between, lines, isWhole, names, isShown: Pass(rows, between, lines, isWhole, names, isShown: false));
    }

    private static bool Pass(IReadOnlyList<LooseRow> rows, List<List<int>> between, Dictionary<int, List<LooseToken>> lines, List<bool> isWhole, IReadOnlyDictionary<string, string> names, bool isShown)
    {
        var any = false;
        for (var from = 0; from < rows.Count;)
        {
            // A run begins and ends beside rows with whole names, or at the ends of the table.
            if (isWhole[from])
            {
                from++;
                continue;
            }

            var to = from;
            while (to < rows.Count && !isWhole[to])
                to++;
            var run = between.GetRange(from, to - from + 1);
            if (Share([.. rows.Skip(from).Take(to - from)], run, lines, names, isShown))
            {
                any = true;
                // What was taken for the rest of a whole name beside them is a piece of theirs.
                var taken = run.SelectMany(l => l).ToHashSet();
                foreach (var beside in rows.Take(from).TakeLast(1).Concat(rows.Skip(to).Take(1)))
                    beside.Words.RemoveAll(w => taken.Contains(w.Line));
            }

            from = to;
        }

        return any;
    }

    // For each row the lines of words before it, and at the end those behind the last.
    private static List<List<int>> Between(IReadOnlyList<LooseRow> rows, Dictionary<int, List<LooseToken>> lines)
    {
        var between = Enumerable.Range(0, rows.Count + 1).Select(_ => new List<int>()).ToList();
        foreach (var line in lines.Keys.Order())
        {
            var at = 0;
            while (at < rows.Count && rows[at].Line < line)
                at++;
            if (at == rows.Count || rows[at].Line != line)
                between[at].Add(line);
        }

        return between;
    }

    private static bool IsWhole(LooseRow row, Dictionary<int, List<LooseToken>> lines, IReadOnlyDictionary<string, string> names) =>
        row.Level == 0 && row.Key == "合计" && !row.IsPlainKey
        || (names.TryGetValue(row.Key, out var name) && lines.TryGetValue(row.Line, out var words) && Words(words) == NameText.Normal(name));

    private static bool Share(List<LooseRow> rows, List<List<int>> between, Dictionary<int, List<LooseToken>> lines, IReadOnlyDictionary<string, string> names, bool isShown)
    {
        var shares = new List<LooseToken>[rows.Count];
        var below = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var above = between[i].Count - below;
            if (above < 0 || between[i + 1].Count < above)
                return false;
            shares[i] = [.. between[i].Skip(below).Concat([rows[i].Line]).Concat(between[i + 1].Take(above)).SelectMany(l => lines.GetValueOrDefault(l, []))];
            below = above;
        }

        if (between[^1].Count != below)
            return false;
        var (now, then) = (rows.Count(r => Fits(r, r.Words, names)), rows.Where((r, i) => Fits(r, shares[i], names)).Count());
        // A code without a word beside it shows that names stand in the middle.
        if (then < now || (then == now && !isShown && !rows.Exists(r => !lines.ContainsKey(r.Line))))
            return false;
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Words.Clear();
            rows[i].Words.AddRange(shares[i]);
        }

        return true;
    }

    private static bool Fits(LooseRow row, IEnumerable<LooseToken> words, IReadOnlyDictionary<string, string> names) =>
        names.TryGetValue(row.Key, out var name) && Words(words) == NameText.Normal(name);

    private static string Words(IEnumerable<LooseToken> tokens) => NameText.Normal(string.Concat(tokens.Select(t => t.Text)));
}
