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
        var rows = blocks.Where(b => b.Count > 1 && IsOneRow(b)).Select(b => Cells([.. b.SelectMany(l => l.Tokens)])).ToList();
        var joined = 0;
        foreach (var block in blocks)
        {
            if (block.Count > 1 && IsOneRow(block))
                result.Add(Joined(block[0], Whole(rows[joined++], rows)));
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

    // What stands below each other in a row, from the left.
    private static List<List<LooseToken>> Cells(IReadOnlyList<LooseToken> tokens)
    {
        var cells = new List<List<LooseToken>>();
        var right = int.MinValue;
        foreach (var token in tokens.OrderBy(t => t.Left))
        {
            if (token.Left > right)
                cells.Add([]);
            cells[^1].Add(token);
            right = Math.Max(right, token.Right);
        }

        return cells;
    }

    // A space inside a cell parts it, unless most other rows have one cell where it is.
    private static List<List<LooseToken>> Whole(List<List<LooseToken>> cells, List<List<List<LooseToken>>> rows)
    {
        var whole = new List<List<LooseToken>>();
        foreach (var cell in cells)
        {
            if (whole.Count > 0 && !cell.Exists(t => t.IsValue) && !whole[^1].Exists(t => t.IsValue)
                && rows.Count(r => r.Exists(c => Left(c) < Right(whole[^1]) && Right(c) > Left(cell))) * 2 > rows.Count)
                whole[^1].AddRange(cell);
            else
                whole.Add([.. cell]);
        }

        return whole;
    }

    private static int Left(List<LooseToken> cell) => cell.Min(t => t.Left);

    private static int Right(List<LooseToken> cell) => cell.Max(t => t.Right);

    private static LooseLine Joined(LooseLine line, List<List<LooseToken>> row)
    {
        var cells = row.SelectMany(Cell).ToList();
        var first = line.Tokens[0].Order;
        return line with
        {
            Text = string.Join(' ', cells.Select(c => c.Text)),
            Tokens = [.. cells.Select((c, i) => c with { Line = line.Tokens[0].Line, Order = first + i })],
        };
    }

    private static IEnumerable<LooseToken> Cell(List<LooseToken> tokens)
    {
        var parts = tokens.OrderBy(t => t.Order).ToList();
        return parts.Count == 1 || parts.Exists(t => t.IsValue)
            ? parts
            : [parts[0] with { Text = TextFlow.Join(parts.Select(t => t.Text)), Left = parts.Min(t => t.Left), Right = parts.Max(t => t.Right) }];
    }
}
