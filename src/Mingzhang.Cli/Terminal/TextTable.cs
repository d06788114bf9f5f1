namespace Mingzhang.Cli.Terminal;

/// <summary>A table on a terminal: headers and labels folded into their columns, a table too wide for the screen folded into blocks that repeat the labels.</summary>
/// <param name="label">Header of the first column.</param>
/// <param name="columns">The other columns.</param>
internal sealed class TextTable(string label, params IReadOnlyList<TextColumn> columns)
{
    private const int WidestLabel = 38, WidestHeader = 12, WidestText = 24;

    private readonly List<(string Label, string[] Cells)> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="name">Its label; leading spaces indent it.</param>
    /// <param name="cells">One text a column; empty for a blank.</param>
    public void Add(string name, params string[] cells) => _rows.Add((name, cells));

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter output, int width = 80)
    {
        var widths = columns.Select(WidthOf).ToArray();
        var labels = Math.Min(_rows.Select(r => TextWidth.Of(r.Label)).Append(TextWidth.Of(label)).Max(), columns.Count == 0 ? width : WidestLabel);
        var from = 0;
        do
        {
            var to = from;
            for (var used = labels; to < columns.Count && (to == from || used + 2 + widths[to] <= width); to++)
                used += 2 + widths[to];
            WriteBlock(output, labels, widths, from, to);
            from = to;
            if (from < columns.Count)
                output.WriteLine();
        }
        while (from < columns.Count);
    }

    private int WidthOf(TextColumn column, int index)
    {
        var cells = _rows.Select(r => TextWidth.Of(r.Cells[index])).Append(0).Max();
        var header = TextWrap.Lines(column.Header, WidestHeader).Max(TextWidth.Of);
        return Math.Max(header, column.IsText ? Math.Min(cells, WidestText) : cells);
    }

    private void WriteBlock(TextWriter output, int labels, int[] widths, int from, int to)
    {
        var header = Enumerable.Range(from, to - from).Select(c => Fold(columns[c].Header, widths[c], columns[c].IsText)).ToArray();
        WriteLines(output, Fold(label, labels, isText: true), header, labels, bottom: true);
        output.WriteLine(new string('-', labels + widths[from..to].Sum(w => w + 2)));
        foreach (var (name, cells) in _rows)
        {
            var row = Enumerable.Range(from, to - from).Select(c => Fold(cells[c], widths[c], columns[c].IsText)).ToArray();
            var indent = name.Length - name.TrimStart(' ').Length;
            var lines = TextWrap.Lines(name[indent..], labels - indent).Select(l => TextWidth.Pad(new string(' ', indent) + l, labels)).ToArray();
            WriteLines(output, lines, row, labels, bottom: false);
        }
    }

    private static string[] Fold(string text, int width, bool isText) =>
        [.. TextWrap.Lines(text, width).Select(l => isText ? TextWidth.Pad(l, width) : new string(' ', Math.Max(0, width - TextWidth.Of(l))) + l)];

    private static void WriteLines(TextWriter output, string[] first, string[][] cells, int labels, bool bottom)
    {
        var height = cells.Select(c => c.Length).Append(first.Length).Max();
        for (var line = 0; line < height; line++)
        {
            var text = Piece(first, labels);
            foreach (var cell in cells)
                text += "  " + Piece(cell, TextWidth.Of(cell[0]));
            output.WriteLine(text.TrimEnd());

            // Headers stand on the line, rows hang from their first line.
            string Piece(string[] lines, int width)
            {
                var at = bottom ? line - (height - lines.Length) : line;
                return at >= 0 && at < lines.Length ? lines[at] : new string(' ', width);
            }
        }
    }
}

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Header">Its header.</param>
/// <param name="IsText">Texts stand left, figures right.</param>
internal sealed record TextColumn(string Header, bool IsText = false);
