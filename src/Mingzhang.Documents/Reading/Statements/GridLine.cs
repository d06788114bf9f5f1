using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>A row of a grid laid against the columns of the header.</summary>
internal sealed class GridLine
{
    private readonly string[] _texts;
    private readonly Place[] _places;

    public GridLine(SourceRow row, int width, IReadOnlyList<GridBlock> blocks)
    {
        _texts = new string[width];
        _places = new Place[width];
        Array.Fill(_texts, "");
        var printed = row.Cells.Count == 0 ? 0 : row.Cells.Max(c => c.Column + c.ColumnSpan);
        var shift = Shift(row, printed, width, blocks);
        var place = row.Cells.Count > 0 ? row.Cells[0].At : Place.Unknown;
        Array.Fill(_places, place);
        foreach (var cell in row.Cells)
        {
            var at = shift(cell.Column);
            if (at < 0 || at >= width || (_texts[at].Length > 0 && cell.Text.Length == 0))
                continue;
            _texts[at] = cell.Text.Trim();
            _places[at] = cell.At;
        }

        if (blocks.Count > 1 && blocks[0].Side?.Rows is TreeRows)
            BringBack(blocks);
    }

    /// <summary>Text of a grid column.</summary>
    public string Text(int column) => _texts[column];

    /// <summary>The printed cells of a block: amounts and other texts, blanks left out.</summary>
    public List<Cell> Cells(GridBlock block)
    {
        var cells = new List<Cell>();
        foreach (var place in block.Texts.Concat(block.Amounts).OrderBy(c => c.Column))
        {
            var (column, header, isText) = (place.Column, place.Header, place.IsText);
            var text = _texts[column];
            if (text.Length == 0)
                continue;
            var figure = isText ? null : FigureText.Parse(text);
            cells.Add(new Cell(header, figure is null ? Labels.WithoutSpaces(text) : text.Trim(), figure, true, _places[column]));
        }

        return cells;
    }

    // A row that a page break tore off prints fewer cells than its table: code and name in one cell each, amounts to the right.
    private static Func<int, int> Shift(SourceRow row, int printed, int width, IReadOnlyList<GridBlock> blocks)
    {
        if (printed >= width || blocks.Count != 1 || row.Cells.Any(c => c.ColumnSpan > 1 || c.RowSpan > 1))
            return c => c;
        var block = blocks[0];
        var amounts = block.Amounts.Count + block.Texts.Count;
        var labels = printed - amounts;
        if (labels < 1 || block.Labels.Count < labels)
            return c => c;
        return c => c < labels ? block.Labels[c] : c + width - printed;
    }

    // A sum printed in another block than its label, with nothing between, belongs to the label (公用经费合计 | | | | | 96.89).
    private void BringBack(IReadOnlyList<GridBlock> blocks)
    {
        for (var b = 0; b + 1 < blocks.Count; b++)
        {
            if (blocks[b].Labels.TrueForAll(c => _texts[c].Length == 0) || blocks[b].Amounts.Exists(a => _texts[a.Column].Length > 0))
                continue;
            for (var next = b + 1; next < blocks.Count && blocks[next].Labels.TrueForAll(c => FigureText.Parse(_texts[c]) is not null || _texts[c].Length == 0); next++)
            {
                var from = blocks[next].Amounts.Select(a => a.Column).FirstOrDefault(c => FigureText.Parse(_texts[c]) is not null, -1);
                if (from < 0)
                    continue;
                var to = blocks[b].Amounts[^1].Column;
                (_texts[to], _places[to], _texts[from]) = (_texts[from], _places[from], "");
                break;
            }
        }
    }
}
