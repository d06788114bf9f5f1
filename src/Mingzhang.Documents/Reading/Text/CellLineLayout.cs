using System.Text.RegularExpressions;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>
/// Text with one cell a line, as word processors export tables: a line that begins with a tab opens a cell,
/// a line without one goes on in the open cell, an empty line closes the row. Exact, empty cells included.
/// </summary>
internal static partial class CellLineLayout
{
    /// <summary>Whether the text is laid out so: nearly every line with a tab has it at its beginning only.</summary>
    public static bool Fits(IReadOnlyList<RawLine> lines)
    {
        var tabbed = 0;
        var cells = 0;
        foreach (var line in lines)
        {
            var last = line.Text.LastIndexOf('\t');
            if (last < 0)
                continue;
            tabbed++;
            if (line.Text.AsSpan(0, last + 1).TrimStart('\t').IsEmpty)
                cells++;
        }

        return tabbed >= 4 && cells * 10 >= tabbed * 9;
    }

    public static List<SourceBlock> Read(IReadOnlyList<RawLine> lines)
    {
        var blocks = new List<SourceBlock>();
        var rows = new List<List<OpenCell>>();
        var open = false;
        foreach (var line in lines)
        {
            if (line.Text.StartsWith('\t'))
            {
                if (!open)
                    rows.Add([]);
                rows[^1].Add(new OpenCell([line.Text], line.Number));
                open = true;
            }
            else if (line.Text.Length == 0)
            {
                open = false;
            }
            else if (open && !WideGap().IsMatch(line.Text))
            {
                rows[^1][^1].Parts.Add(line.Text);
            }
            else if (!line.IsBlank)
            {
                // Text after a closed row ends the table; so does a line laid out with wide gaps (填报日期 … 单位),
                // which no cell wraps into.
                Close(rows, blocks);
                open = false;
                if (PlainTextReader.Line(line) is { } text)
                    blocks.Add(text);
            }
        }

        Close(rows, blocks);
        return blocks;
    }

    private static void Close(List<List<OpenCell>> rows, List<SourceBlock> blocks)
    {
        MendTornRows(rows);
        var table = PlainTextReader.Table([.. rows.Select(r => PlainTextReader.Row(r.Select(c => new LineCell(TextFlow.Join(c.Parts), c.Line))))]);
        if (table is not null)
            blocks.Add(table);
        rows.Clear();
    }

    // An empty paragraph inside a cell looks like the end of the row. It is none where the two pieces together
    // are as wide as both the row above and the row below.
    private static void MendTornRows(List<List<OpenCell>> rows)
    {
        for (var i = 1; i + 2 < rows.Count; i++)
        {
            var width = rows[i - 1].Count;
            if (rows[i].Count < width && rows[i].Count + rows[i + 1].Count == width && rows[i + 2].Count == width && width > 2)
            {
                rows[i].AddRange(rows[i + 1]);
                rows.RemoveAt(i + 1);
            }
        }
    }

    [GeneratedRegex(@"\S[ \u3000]{6,}\S")]
    private static partial Regex WideGap();

    // A cell that may go on in the lines below.
    private sealed record OpenCell(List<string> Parts, int Line);
}
