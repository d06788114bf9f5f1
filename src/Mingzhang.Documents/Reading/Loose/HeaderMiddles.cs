using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Finds the printed middle of each column's header (栏头的位置), put together from pieces that stand below each other.</summary>
internal static class HeaderMiddles
{
    /// <summary>For each column the middle of its header in half steps, so that it is whole; null where it is not found.</summary>
    /// <param name="columns">The amount columns in printed order.</param>
    /// <param name="lines">The lines above the rows.</param>
    public static IReadOnlyList<int?> Find(IReadOnlyList<FormColumn> columns, IReadOnlyList<LooseLine> lines)
    {
        var found = columns.Select(c => Stacks(c, lines).OrderBy(s => s.Middle).ToList()).ToList();
        var middles = found.SelectMany(s => s).Select(s => s.Middle).Distinct().Order().ToList();
        // The best choice of headers that stand in the order of the columns.
        var best = new (int Gain, int At)[columns.Count + 1, middles.Count + 1];
        for (var c = 1; c <= columns.Count; c++)
        {
            for (var m = 0; m <= middles.Count; m++)
            {
                best[c, m] = (best[c - 1, m].Gain, -1);
                if (m > 0 && best[c, m - 1].Gain > best[c, m].Gain)
                    best[c, m] = (best[c, m - 1].Gain, -2);
                if (m == 0)
                    continue;
                var own = found[c - 1].Where(s => s.Middle == middles[m - 1]).Select(s => s.Gain).DefaultIfEmpty().Max();
                if (own > 0 && best[c - 1, m - 1].Gain + own > best[c, m].Gain)
                    best[c, m] = (best[c - 1, m - 1].Gain + own, m - 1);
            }
        }

        var result = new int?[columns.Count];
        for (var (c, m) = (columns.Count, middles.Count); c > 0;)
        {
            if (best[c, m].At == -2)
            {
                m--;
                continue;
            }

            c--;
            if (best[c + 1, m].At >= 0)
                result[c] = middles[--m];
        }

        return result;
    }

    private static IEnumerable<Stack> Stacks(FormColumn column, IReadOnlyList<LooseLine> lines)
    {
        foreach (var label in column.Aliases.Prepend(column.Header.Leaf).Select(NameText.Normal).Distinct(StringComparer.Ordinal))
        {
            // A year that the form leaves open is printed before or within the header.
            var bare = label.Replace("{年}", "", StringComparison.Ordinal);
            for (var l = 0; l < lines.Count; l++)
            {
                foreach (var token in lines[l].Tokens)
                {
                    if (token.Left < 0 || Rest(bare, token) is not { } rest)
                        continue;
                    yield return Down(lines, l, token, rest, bare.Length);
                }
            }
        }
    }

    // The header from its first piece downwards, as far as pieces below go on with it.
    private static Stack Down(IReadOnlyList<LooseLine> lines, int line, LooseToken first, string rest, int length)
    {
        var (left, right) = (first.Left, first.Right);
        for (var l = line + 1; l < lines.Count && rest.Length > 0; l++)
        {
            var (from, to) = (left, right);
            var next = lines[l].Tokens.FirstOrDefault(t => t.Left < to + 1 && t.Right > from - 1 && Rest(rest, t) is not null);
            if (next is null)
                continue;
            rest = Rest(rest, next)!;
            (left, right) = (Math.Min(left, next.Left), Math.Max(right, next.Right));
        }

        var matched = length - rest.Length;
        // Half a header may be another's; whole ones are preferred to any two halves.
        return new Stack(left + right, rest.Length == 0 ? (matched * 2) + 6 : matched * 2 > length ? matched : 0);
    }

    private static string? Rest(string label, LooseToken token)
    {
        var text = NameText.Normal(token.Text);
        return text.Length > 0 && label.StartsWith(text, StringComparison.Ordinal) ? label[text.Length..] : null;
    }

    private readonly record struct Stack(int Middle, int Gain);
}
