using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>How a performance form stands on its page (绩效表的字号和行高): on one page where smaller rows and type are enough for that.</summary>
/// <param name="HalfPoints">Type size in half points.</param>
/// <param name="Least">Least height of a row, in twentieths of a point.</param>
/// <param name="Rows">Height of each row.</param>
internal sealed record FormFit(int HalfPoints, int Least, IReadOnlyList<int> Rows)
{
    private const int Step = 12;

    // 六号: what is smaller is not read with ease.
    private const int Smallest = 15;

    /// <summary>Height of everything.</summary>
    public int Height => Rows.Sum();

    /// <summary>Fits a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="width">Width of the text area.</param>
    /// <param name="room">Height that is left on the page for its rows.</param>
    public static FormFit Of(PrintedForm form, int width, int room)
    {
        var edges = form.Edges(width);
        FormFit? best = null;
        foreach (var size in ColumnFit.Sizes.Skip(form.IsWide ? 2 : 1).TakeWhile(s => s >= Smallest))
        {
            // What the texts need does not depend on the least height of a row.
            var needed = form.Rows.Select(r => Needed(r, edges, size)).ToArray();
            best ??= At(size, TableFit.HighestRow, needed);
            for (var least = TableFit.HighestRow; least >= TableFit.LineOf(size); least -= Step)
            {
                if (needed.Sum(n => Math.Max(least, n) + TableFit.BorderOfRow) <= room)
                    return At(size, least, needed);
            }
        }

        return best!;
    }

    private static FormFit At(int size, int least, int[] needed) => new(size, least, [.. needed.Select(n => Math.Max(least, n) + TableFit.BorderOfRow)]);

    private static int Needed(IReadOnlyList<FormCell> row, IReadOnlyList<int> edges, int size) =>
        row.Select(c => TableFit.LinesOf(c.Text, edges[c.Column + c.ColumnSpan] - edges[c.Column], size) * TableFit.LineOf(size) / c.RowSpan).DefaultIfEmpty(0).Max();
}
