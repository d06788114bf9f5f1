namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>Type size and column widths with which a table fits a page (列宽与字号): figures are never broken, words may be.</summary>
/// <param name="HalfPoints">Type size in half points: 21 for 五号, 18 for 小五.</param>
/// <param name="Twips">Width of each column in twentieths of a point; they add up to the width asked for.</param>
public sealed record ColumnFit(int HalfPoints, IReadOnlyList<int> Twips)
{
    private const int Padding = 160;
    private const int FewestWordCharacters = 5;
    private const int FewestHeaderCharacters = 3;

    /// <summary>The sizes a table may have, the largest first: 五号, 小五, 六号, 小六, and half of 五号 for the widest.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [21, 18, 15, 13, 11];

    /// <summary>Fits a table as large as it can be read best.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Width to fill, in twentieths of a point.</param>
    public static ColumnFit Of(PrintedTable table, int width) => All(table, width).First();

    /// <summary>All fits of a table, the best to read first, then ever smaller ones.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Width to fill, in twentieths of a point.</param>
    public static IEnumerable<ColumnFit> All(PrintedTable table, int width)
    {
        var needs = new int[table.Columns.Count];
        var wishes = new int[table.Columns.Count];
        var headers = new int[table.Columns.Count];
        for (var c = 0; c < needs.Length; c++)
        {
            var texts = table.Body.Select(r => r.Cells[c]).Where(p => p.Text.Length > 0).ToList();
            var longest = texts.Select(p => HalfWidth(p.Text) + (table.Columns[c].Kind == ColumnKind.Label ? p.Level * 2 : 0)).DefaultIfEmpty(0).Max();
            var header = table.Header.SelectMany(h => h).Where(h => h.Column == c && h.ColumnSpan == 1).Select(h => HalfWidth(h.Text)).DefaultIfEmpty(0).Max();
            var isWhole = table.Columns[c].Kind is ColumnKind.Amount or ColumnKind.Code;
            needs[c] = Math.Max(isWhole ? longest + 1 : Math.Min(longest, FewestWordCharacters * 2), Math.Min(header, FewestHeaderCharacters * 2));
            wishes[c] = Math.Max(0, (isWhole ? longest + 1 : longest) - needs[c]);
            headers[c] = Math.Max(0, Math.Min(header, FewestWordCharacters * 2) - needs[c] - wishes[c]);
        }

        // As large as leaves every cell on one line; below 小五 only where figures ask for it.
        var whole = needs.Zip(wishes, (n, w) => n + w).ToArray();
        var size = Sizes.Take(2).FirstOrDefault(s => Sum(whole, s) <= width, 0);
        if (size == 0)
            size = Sizes.Skip(1).FirstOrDefault(s => Sum(needs, s) <= width, Sizes[^1]);
        foreach (var smaller in Sizes.Where(s => s <= size))
            yield return new ColumnFit(smaller, Share(needs, [wishes, headers], smaller, width));
    }

    /// <summary>Width of a text in half characters: two for a Chinese one.</summary>
    public static int HalfWidth(string text) => text.Sum(c => c < 0x2000 ? 1 : 2);

    // A half character of a size of n half points is n/4 points wide: 5n twentieths.
    private static int Sum(int[] needs, int size) => needs.Sum(n => (n * size * 5) + Padding);

    private static int[] Share(int[] needs, IReadOnlyList<int[]> wishes, int size, int width)
    {
        var widths = needs.Select(n => (n * size * 5) + Padding).ToArray();
        var left = width - widths.Sum();
        if (left < 0)
        {
            // Too much for the smallest size: all give way alike.
            var all = widths.Sum();
            for (var c = 0; c < widths.Length; c++)
                widths[c] = widths[c] * width / all;
        }
        else
        {
            // Rows on one line first, then headers; what nobody wishes for is spread evenly.
            foreach (var wish in wishes)
            {
                var wanted = wish.Sum() * size * 5;
                for (var c = 0; c < widths.Length && wanted > 0; c++)
                    widths[c] += (int)((long)wish[c] * size * 5 * Math.Min(left, wanted) / wanted);
                left = width - widths.Sum();
            }

            for (var c = 0; c < widths.Length; c++)
                widths[c] += left / widths.Length;
        }

        widths[^1] += width - widths.Sum();
        return widths;
    }
}
