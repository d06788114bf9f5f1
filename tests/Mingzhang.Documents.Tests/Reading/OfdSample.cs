using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>Prints a disclosure as OFD: cover, headings, paragraphs and ruled tables with merged headers over as many pages as they take.</summary>
internal sealed class OfdSample
{
    private const double Width = 420, Height = 297, Left = 15, Right = 405, Top = 20, Bottom = 270, Size = 3, Row = 5;
    private readonly TinyOfd _ofd;
    private double _y = Top;

    private OfdSample(PrintedDocument document) => _ofd = new TinyOfd(Width, Height) { Title = document.FullTitle, Edition = document.Facts.Edition };

    public static byte[] Write(Disclosure disclosure)
    {
        var document = DocumentLayout.Of(disclosure, Publishing.Samples.Context.Editions);
        var sample = new OfdSample(document);
        sample._ofd.Text(150, 100, document.FullTitle, 8).EndPage();
        foreach (var block in document.Blocks)
            sample.Print(block);
        return sample._ofd.Bytes();
    }

    private void Print(PrintedBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Lines(heading.Text, 0);
                break;
            case TextBlock text:
                Lines(text.Text, 2);
                break;
            case TableBlock { Table: var table }:
                Table(table);
                break;
        }
    }

    private void Table(PrintedTable table)
    {
        NewPage();
        Line(Left, table.Number is null ? "" : table.Number);
        Line(150, table.Title);
        Line(Right - 40, table.Unit.Length > 0 ? $"单位：{table.Unit}" : "");
        var cells = table.Header.SelectMany((row, r) => row.Select(c => (c.Text, c.Column, c.ColumnSpan, Row: r, c.RowSpan)))
            .Concat(table.Body.SelectMany((row, r) => row.Cells.Select((c, i) => (c.Text, Column: i, ColumnSpan: 1, Row: r + table.Header.Count, RowSpan: 1)))).ToList();
        Grid(cells, table.Columns.Count, table.Header.Count + table.Body.Count);
        foreach (var note in table.Notes)
            Lines(note, 0);
        NewPage();
    }

    // Rows that do not fit go on, without their header, on the next page.
    private void Grid(List<(string Text, int Column, int ColumnSpan, int Row, int RowSpan)> cells, int columns, int rows)
    {
        var width = (Right - Left) / columns;
        var fold = Math.Max(1, (int)(width / (Size * 0.5)) - 2);
        var lines = cells.Select(c => Fold(c.Text, fold * c.ColumnSpan)).ToList();
        var heights = Enumerable.Range(0, rows).Select(r => Row * cells.Select((c, i) => c.Row == r && c.RowSpan == 1 ? lines[i].Count : 1).DefaultIfEmpty(1).Max()).ToList();
        for (var first = 0; first < rows;)
        {
            var ys = new List<double> { _y };
            var last = first;
            while (last < rows && (last == first || ys[^1] + heights[last] <= Bottom))
                ys.Add(ys[^1] + heights[last++]);
            for (var i = 0; i < cells.Count; i++)
            {
                var c = cells[i];
                if (c.Row < first || c.Row >= last)
                    continue;
                var (x1, x2) = (Left + (c.Column * width), Left + ((c.Column + c.ColumnSpan) * width));
                var (y1, y2) = (ys[c.Row - first], ys[Math.Min(c.Row + c.RowSpan, last) - first]);
                // Each cell draws its own box: borders are drawn twice, as real programs do.
                _ofd.Line(x1, y1, x2, y1).Line(x1, y2, x2, y2).Line(x1, y1, x1, y2).Line(x2, y1, x2, y2);
                for (var n = 0; n < lines[i].Count; n++)
                    _ofd.Text(x1 + 1, y1 + 4 + (n * (Row - 1)), lines[i][n], Size);
            }

            _y = ys[^1] + Row;
            first = last;
            if (first < rows)
                NewPage();
        }
    }

    private void Lines(string text, int indent)
    {
        var fold = (int)((Right - Left) / (Size * 0.5));
        foreach (var line in Fold(new string('　', indent) + text, fold))
            Line(Left, line);
    }

    private void Line(double x, string text)
    {
        if (text.Length == 0)
            return;
        if (_y > Bottom)
            NewPage();
        var inner = text.TrimStart('　');
        _ofd.Text(x + ((text.Length - inner.Length) * Size), _y + 4, inner, Size);
        _y += Row + 1;
    }

    private void NewPage()
    {
        if (_y > Top)
            _ofd.EndPage();
        _y = Top;
    }

    // Breaks a text where its signs, counted in halves, fill the width; words of Latin signs stay whole.
    private static List<string> Fold(string text, int halves)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        var runes = text.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            var need = runes.Skip(i).TakeWhile((r, n) => n == 0 || (TinyOfd.Width(r) < 1 && TinyOfd.Width(runes[i]) < 1)).Sum(r => (int)(2 * TinyOfd.Width(r)));
            var startsWord = TinyOfd.Width(runes[i]) >= 1 || i == 0 || TinyOfd.Width(runes[i - 1]) >= 1;
            if (used > 0 && startsWord && used + need > halves)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            line.Append(runes[i]);
            used += (int)(2 * TinyOfd.Width(runes[i]));
        }

        lines.Add(line.ToString());
        return lines;
    }
}
