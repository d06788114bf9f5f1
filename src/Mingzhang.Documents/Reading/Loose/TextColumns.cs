using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Tells the text cells of one row apart. Words in printed order fill the text columns in order; a blank between two
/// words of one line parts cells, a line break may only wrap one, and a wrapped line is as long as its column is wide.
/// Words printed after a number stand in columns behind it.
/// </summary>
internal static class TextColumns
{
    private const int Missing = 8;
    private const int Gap = 9;

    /// <summary>The words of each text column; also bounds the columns of the row's numbers by the words around them.</summary>
    /// <param name="row">The row.</param>
    /// <param name="side">Its side.</param>
    /// <param name="columns">The text columns to fill, in order.</param>
    /// <param name="known">Texts that are known for a kind of text column.</param>
    public static IEnumerable<(FormColumn Column, List<LooseToken> Words)> Split(
        LooseRow row, FormSide side, IReadOnlyList<FormColumn> columns, Dictionary<string, List<string>> known)
    {
        var all = side.Columns.ToList();
        var amounts = side.Amounts.ToList();
        // Amount columns between text columns part the text columns into bands.
        var bands = columns.Select(c => all.Take(all.IndexOf(c)).Count(x => x.Text is null)).ToArray();
        var words = row.Words;
        var before = words.Select(w => row.Values.Count(v => Precedes(v, w))).ToArray();
        var best = new (int Cost, int From)[columns.Count + 1, words.Count + 1];
        for (var c = 0; c <= columns.Count; c++)
        {
            for (var w = 0; w <= words.Count; w++)
                best[c, w] = (c == 0 && w == 0 ? 0 : int.MaxValue / 2, 0);
        }

        for (var c = 1; c <= columns.Count; c++)
        {
            for (var end = 0; end <= words.Count; end++)
            {
                for (var from = 0; from <= end; from++)
                {
                    var cost = best[c - 1, from].Cost + Cost(words, from, end, columns[c - 1], known) + BandCost(before, from, end, bands[c - 1]);
                    // Among equals the later column starts late.
                    if (cost <= best[c, end].Cost)
                        best[c, end] = (cost, from);
                }
            }
        }

        var result = new List<(FormColumn, List<LooseToken>)>();
        for (var (c, end) = (columns.Count, words.Count); c > 0; c--)
        {
            var from = best[c, end].From;
            result.Add((columns[c - 1], words[from..end]));
            end = from;
        }

        result.Reverse();
        Bound(row, result, bands, amounts.Count);
        return result;
    }

    // A number stands before the first text column whose words follow it, and behind the last whose words precede it.
    private static void Bound(LooseRow row, List<(FormColumn Column, List<LooseToken> Words)> texts, int[] bands, int amounts)
    {
        foreach (var value in row.Values)
        {
            var (first, last) = (0, amounts - 1);
            for (var c = 0; c < texts.Count; c++)
            {
                if (texts[c].Words.Count == 0 || bands[c] == 0)
                    continue;
                if (Precedes(texts[c].Words[^1], value))
                    first = Math.Max(first, bands[c]);
                else if (Precedes(value, texts[c].Words[0]))
                    last = Math.Min(last, bands[c] - 1);
            }

            row.FirstColumn.Add(Math.Min(first, Math.Max(0, amounts - 1)));
            row.LastColumn.Add(Math.Max(last, Math.Min(first, amounts - 1)));
        }
    }

    // Tokens of one line keep their order by their position; Line alone does not tell.
    private static bool Precedes(LooseToken left, LooseToken right) => left.Order < right.Order;

    private static int BandCost(int[] before, int from, int end, int band)
    {
        var cost = 0;
        for (var i = from; i < end; i++)
        {
            // Words behind a number in a column in front of all numbers, or the reverse.
            if (before[i] > 0 && band == 0)
                cost += 12;
            if (before[i] == 0 && band > 0)
                cost += 6;
        }

        return cost;
    }

    private static int Cost(List<LooseToken> words, int from, int end, FormColumn column, Dictionary<string, List<string>> known)
    {
        if (from == end)
            return Missing;
        // One character alone is the end of a broken word, but for units of measure (批, 年).
        var cost = end - from == 1 && words[from].Text.Length == 1 && column.Text != "计量单位" ? 2 : 0;
        var width = 0;
        for (var i = from; i + 1 < end; i++)
            width = Math.Max(width, words[i].Text.Length);
        for (var i = from; i + 1 < end; i++)
        {
            cost += words[i].Line == words[i + 1].Line ? Gap : 1 + Math.Max(0, width - words[i].Text.Length);
        }

        if (end - from > 1 && words[end - 1].Text.Length > width)
            cost += 3 * (words[end - 1].Text.Length - width);
        if (known.TryGetValue(column.Text!, out var texts))
        {
            var text = NameText.Normal(TextFlow.Join(words[from..end].Select(w => w.Text)));
            cost += texts.Contains(text) ? -12 : texts.Exists(t => NameText.Likeness(t, text) > 800) ? -8 : 4;
        }

        return cost;
    }
}
