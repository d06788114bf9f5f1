using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Puts a row printed over several lines together again (折行的行) where text keeps its columns by spaces: such a row stands
/// between blank lines, with one number a column at most. What stands below each other is one cell.
/// </summary>
internal static class PrintedRows
{
    /// <summary>The lines with every such row on one line, its cells from the left.</summary>
    public static IReadOnlyList<LooseLine> Join(Form form, LooseText text, IReadOnlyList<LooseLine> lines)
    {
        if (form.Sides is not [{ Rows: not (ItemRows or SingleRow) }] || !PrintedColumns.KeepsColumns(lines))
            return lines;
        var body = lines.ToList().FindIndex(PrintedColumns.IsBody);
        var result = lines.Take(body).ToList();
        var blocks = Blocks([.. lines.Skip(body)], text);
        var edges = Edges([.. blocks.Where(IsOneRow).SelectMany(b => b)]);
        foreach (var block in blocks)
        {
            if (block.Count > 1 && IsOneRow(block))
                result.Add(Joined(block, edges));
            else
                result.AddRange(block);
        }

        return result;
    }

    // Headers printed again on a new page belong to no row.
    private static List<List<LooseLine>> Blocks(IReadOnlyList<LooseLine> lines, LooseText text)
    {
        var blocks = new List<List<LooseLine>>();
        var header = PageHeaders(lines, text);
        for (var i = 0; i < lines.Count; i++)
        {
            if (blocks.Count == 0 || header[i] || header[i - 1] || lines[i].At.Line is not { } own || lines[i - 1].At.Line is not { } above || own > above + 1)
                blocks.Add([]);
            blocks[^1].Add(lines[i]);
        }

        return blocks;
    }

    private static bool[] PageHeaders(IReadOnlyList<LooseLine> lines, LooseText text)
    {
        var header = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].BeginsPage)
                continue;
            var body = i;
            while (body < lines.Count && !PrintedColumns.IsBody(lines[body]))
                body++;
            for (var l = i; l < body && Enumerable.Range(i, body - i).Any(x => text.IsAmongHeaders(lines[x]) || text.IsHeader(lines[x])); l++)
                header[l] = true;
        }

        return header;
    }

    // One code at most, and no two numbers below each other.
    private static bool IsOneRow(List<LooseLine> block)
    {
        var tokens = block.SelectMany(l => l.Tokens).ToList();
        var values = tokens.Where(t => t.IsValue && !IsCode(t)).OrderBy(t => t.Left).ToList();
        return values.Count > 0 && tokens.Count(IsCode) <= 1 && !tokens.Exists(t => t.Left < 0)
            && values.Zip(values.Skip(1)).All(p => p.Second.Left > p.First.Right);
    }

    private static bool IsCode(LooseToken token) => token is { IsDigits: true, Text.Length: >= 3 };

    // Where cells of all rows begin: behind a blank that runs through all of them.
    private static List<int> Edges(IReadOnlyList<LooseLine> lines)
    {
        var edges = new List<int>();
        var right = int.MinValue;
        foreach (var token in lines.SelectMany(l => l.Tokens).OrderBy(t => t.Left))
        {
            if (token.Left > right)
                edges.Add(token.Left);
            right = Math.Max(right, token.Right);
        }

        return edges;
    }

    private static LooseLine Joined(List<LooseLine> block, List<int> edges)
    {
        var cells = block.SelectMany(l => l.Tokens)
            .GroupBy(t => edges.FindLastIndex(e => e <= t.Left))
            .OrderBy(g => g.Key)
            .SelectMany(Cell)
            .ToList();
        var first = block[0].Tokens[0].Order;
        return block[0] with
        {
            Text = string.Join(' ', cells.Select(c => c.Text)),
            Tokens = [.. cells.Select((c, i) => c with { Line = block[0].Tokens[0].Line, Order = first + i })],
        };
    }

    private static IEnumerable<LooseToken> Cell(IGrouping<int, LooseToken> tokens)
    {
        var parts = tokens.ToList();
        return parts.Count == 1 || parts.Exists(t => t.IsValue)
            ? parts
            : [parts[0] with { Text = TextFlow.Join(parts.Select(t => t.Text)), Right = parts.Max(t => t.Right) }];
    }
}
