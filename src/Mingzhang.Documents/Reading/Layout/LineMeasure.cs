using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Layout;

/// <summary>
/// Tells lines that were broken at the margin from lines that were ended (满行): by the right margin where boxes are known,
/// by the usual width where only text is left.
/// </summary>
internal sealed class LineMeasure
{
    private const int Shortest = 30;
    private const int Fewest = 8;
    private readonly double? _right;
    private readonly double? _left;
    private readonly int? _width;

    /// <summary>Measures the lines of a document's running text.</summary>
    public LineMeasure(IReadOnlyList<TextLine> lines)
    {
        var boxed = lines.Where(l => l.At.Box is { Count: 4 } && Width(l.Text) >= Shortest).ToList();
        if (boxed.Count >= Fewest)
        {
            var rights = boxed.Select(l => l.At.Box![2]).Order().ToList();
            _right = rights[rights.Count * 9 / 10];
            var full = boxed.Where(IsFull).Select(l => Math.Round(l.At.Box![0] / 3)).GroupBy(x => x).OrderByDescending(g => g.Count()).ThenBy(g => g.Key);
            _left = full.FirstOrDefault()?.Key * 3;
            return;
        }

        var widths = lines.Select(l => Width(l.Text)).Where(w => w >= Shortest).Order().ToList();
        if (widths.Count < Fewest)
            return;
        var best = widths.Distinct().Where(w => Near(widths, w) >= Math.Max(Fewest, widths.Count / 4)).DefaultIfEmpty(0).Max();
        _width = best > 0 ? best : null;
    }

    /// <summary>Whether the document's lines are broken at a margin at all.</summary>
    public bool KnowsMargin => _right is not null || _width is not null;

    /// <summary>Whether the line reaches the right margin.</summary>
    public bool IsFull(TextLine line)
    {
        if (_right is { } right)
            return line.At.Box is { Count: 4 } box && box[2] >= right - (1.6 * CharacterWidth(line));
        return _width is { } width && Width(line.Text) >= width - 4;
    }

    /// <summary>Whether the line is much shorter than the others, as titles and last lines are.</summary>
    public bool IsShort(TextLine line) => _width is { } width ? Width(line.Text) < width * 6 / 10 : _right is not null && !IsFull(line);

    /// <summary>Whether the line is known to be set in, as the first line of a paragraph is.</summary>
    public bool IsSetIn(TextLine line) => _left is { } left && line.At.Box is { Count: 4 } box && box[0] > left + (1.2 * CharacterWidth(line));

    // Chinese characters are two wide, others one.
    private static int Width(string text) => text.Sum(c => c >= '\u2e80' ? 2 : 1);

    private static int Near(List<int> widths, int width) => widths.Count(w => w <= width && w >= width - 5);

    private static double CharacterWidth(TextLine line) => (line.At.Box![2] - line.At.Box[0]) * 2 / Math.Max(2, Width(line.Text));
}
