using System.Text.RegularExpressions;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>
/// Text with one table row a line, cells parted by tabs or by the bars of Markdown. Rows may differ in their number
/// of cells (merged cells): cells keep their position, nothing is guessed here.
/// </summary>
internal static partial class TabRowLayout
{
    // How many rows above say how wide a row usually is.
    private const int LookBack = 200;

    public static List<SourceBlock> Read(IReadOnlyList<RawLine> lines)
    {
        var blocks = new List<SourceBlock>();
        var rows = new List<List<LineCell>>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (Split(line) is { } cells)
            {
                if (!IsRule(cells))
                    rows.Add(cells);
            }
            else if (line.IsBlank)
            {
                // A page break inside a table leaves blank lines; only text ends it.
            }
            else if (rows.Count > 0 && Inside(lines, i, out var next))
            {
                i = Insert(rows, lines, i, next);
            }
            else
            {
                Close(rows, blocks);
                if (PlainTextReader.Line(line) is { } text)
                    blocks.Add(text);
            }
        }

        Close(rows, blocks);
        return blocks;
    }

    private static void Close(List<List<LineCell>> rows, List<SourceBlock> blocks)
    {
        if (PlainTextReader.Table([.. rows.Select(PlainTextReader.Row)]) is { } table)
            blocks.Add(table);
        rows.Clear();
    }

    /// <summary>The cells of a table row; null when the line is none.</summary>
    private static List<LineCell>? Split(RawLine line)
    {
        if (line.Text.Contains('\t', StringComparison.Ordinal))
            return line.IsBlank ? null : [.. line.Text.Split('\t').Select(c => new LineCell(c, line.Number))];
        var bare = line.Text.Trim();
        if (bare.Length < 3 || bare[0] != '|' || bare[^1] != '|')
            return null;
        return [.. Bar().Split(bare[1..^1]).Select(c => new LineCell(c, line.Number))];
    }

    // Lines without tabs that stand between rows, without a blank line on either side, belong to the table.
    private static bool Inside(IReadOnlyList<RawLine> lines, int at, out int next)
    {
        next = at;
        if (at == 0 || lines[at - 1].IsBlank)
            return false;
        while (next < lines.Count && !lines[next].IsBlank && Split(lines[next]) is null)
            next++;
        return next < lines.Count && Split(lines[next]) is not null;
    }

    // They are the rest of a cell with several lines where the torn row then has the usual width; else rows of one cell.
    // Returns the last line that was taken.
    private static int Insert(List<List<LineCell>> rows, IReadOnlyList<RawLine> lines, int from, int next)
    {
        var between = Enumerable.Range(from, next - from).Select(i => new LineCell(lines[i].Text, lines[i].Number)).ToList();
        var width = rows.TakeLast(LookBack).GroupBy(r => r.Count).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;
        var torn = rows[^1];
        var rest = Split(lines[next])!;
        if (torn.Count >= width || torn.Count + rest.Count - 1 != width)
        {
            rows.AddRange(between.Select(b => new List<LineCell> { b }));
            return next - 1;
        }

        torn[^1] = torn[^1] with { Text = TextFlow.Join([torn[^1].Text, .. between.Select(b => b.Text), rest[0].Text]) };
        torn.AddRange(rest.Skip(1));
        return next;
    }

    private static bool IsRule(List<LineCell> cells) =>
        cells.All(c => Rule().IsMatch(c.Text)) && cells.Any(c => c.Text.Contains('-', StringComparison.Ordinal));

    // A row of nothing but dashes is the rule under a Markdown header.
    [GeneratedRegex(@"^\s*(?::?-{2,}:?)?\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
