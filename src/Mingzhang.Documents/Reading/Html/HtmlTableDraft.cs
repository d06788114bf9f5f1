using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Html;

/// <summary>A table while its page is read: cells with what stands in them; laid on a grid when it ends.</summary>
internal sealed class HtmlTableDraft(Place at)
{
    private const int WidestSpan = 1000;
    private const int LongestSpan = 65534;

    /// <summary>Columns times rows of the largest table; the largest of real disclosures has some ten thousand.</summary>
    private const long LargestArea = 2_000_000;

    /// <summary>More lines in one cell than this, in a table of few rows: it arranges a page.</summary>
    private const int LinesOfLayout = 30;

    private readonly List<SourceBlock> _caption = [];
    private readonly List<List<DraftCell>> _rows = [];
    private List<SourceBlock> _target = [];
    private bool _inCell;

    /// <summary>Text up to the end of the caption stands before the table.</summary>
    public void Caption()
    {
        _target = _caption;
        _inCell = false;
    }

    /// <summary>A row begins.</summary>
    public void Row()
    {
        _rows.Add([]);
        EndCell();
    }

    /// <summary>A cell begins.</summary>
    public void Cell(string columns, string rows, Place place)
    {
        if (_rows.Count == 0)
            _rows.Add([]);
        var cell = new DraftCell(Span(columns, WidestSpan), Span(rows, LongestSpan), place);
        _rows[^1].Add(cell);
        _target = cell.Blocks;
        _inCell = true;
    }

    /// <summary>What follows stands in no cell.</summary>
    public void EndCell()
    {
        _inCell = false;
        _target = _caption;
    }

    /// <summary>Adds lines and inner tables; outside cells a browser shows them before the table.</summary>
    public void Add(IReadOnlyList<SourceBlock> blocks) => (_inCell ? _target : _caption).AddRange(blocks);

    /// <summary>The table, or its lines where it only arranges the page; null when it is beyond all bounds.</summary>
    public IReadOnlyList<SourceBlock>? Done()
    {
        var cells = _rows.SelectMany(r => r).ToList();
        if (cells.TrueForAll(c => c.Blocks.Count == 0))
            return _caption;
        if (cells.Exists(c => c.Blocks.Exists(b => b is SourceGrid)) || (_rows.Count <= 3 && cells.Exists(c => c.Blocks.Count > LinesOfLayout)))
            return [.. _caption, .. cells.SelectMany(c => c.Blocks)];
        var rows = new List<SourceRow>(_rows.Count);
        var busy = new List<int>();
        var width = 0;
        for (var r = 0; r < _rows.Count; r++)
        {
            var row = Place(_rows[r], busy, _rows.Count - r);
            width = Math.Max(width, busy.Count);
            if ((long)width * _rows.Count > LargestArea)
                return null;
            if (row.Count > 0)
                rows.Add(new SourceRow(row));
        }

        return width == 1 ? [.. _caption, .. cells.SelectMany(c => c.Blocks)] : [.. _caption, new SourceGrid(rows, at)];
    }

    // Cells take the first columns that no cell from above covers.
    private static List<SourceCell> Place(List<DraftCell> cells, List<int> busy, int rowsLeft)
    {
        var row = new List<SourceCell>(cells.Count);
        for (var c = 0; c < busy.Count; c++)
            busy[c] = Math.Max(0, busy[c] - 1);
        var column = 0;
        foreach (var cell in cells)
        {
            while (column < busy.Count && busy[column] > 0)
                column++;
            var rows = Math.Clamp(cell.Rows == 0 ? rowsLeft : cell.Rows, 1, rowsLeft);
            for (var c = column; c < column + cell.Columns; c++)
            {
                if (c < busy.Count)
                    busy[c] = rows;
                else
                    busy.Add(rows);
            }

            row.Add(new SourceCell(TextFlow.Join(cell.Blocks.OfType<TextLine>().Select(l => l.Text)), column, Math.Max(1, cell.Columns), rows, cell.At));
            column += cell.Columns;
            if (busy.Count > LargestArea)
                break;
        }

        return row;
    }

    private static int Span(string? text, int most) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var span) && span >= 0 ? Math.Min(span, most) : 1;

    private sealed record DraftCell(int Columns, int Rows, Place At)
    {
        public int Columns { get; } = Math.Max(1, Columns);

        public List<SourceBlock> Blocks { get; } = [];
    }
}
