using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>Header paths of the columns of a table inside a form, from header rows whose merged cells may be padded with blanks or left out.</summary>
internal static partial class HeaderColumns
{
    /// <summary>Path of each column, its parts joined by “/”; "" where nothing stands over a column.</summary>
    /// <param name="rows">Header rows from the top.</param>
    /// <param name="width">Number of columns of the rows below.</param>
    public static string[] Paths(IReadOnlyList<string[]> rows, int width)
    {
        // Header cells that name rows stand left of the first header over values; what data rows have more was merged with them.
        var key = Math.Clamp(Array.FindIndex(rows[0], FormWords.IsValueHeader) - 1, 0, rows.Min(r => r.Length) - 1);
        var more = Math.Max(0, width - rows.Max(r => r.Length));
        string[]? below = null;
        var expanded = new List<string[]>();
        foreach (var row in rows.Reverse())
        {
            string[] whole = [.. row[..(key + 1)], .. Enumerable.Repeat(row[key], more), .. row[(key + 1)..]];
            below = below is null ? Padded(whole, width) : Over(whole, below);
            expanded.Insert(0, below);
        }

        return [.. Enumerable.Range(0, width).Select(c => string.Join('/', expanded.Select(r => c < r.Length ? Name(r[c]) : "").Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)))];
    }

    /// <summary>A header as a name: without spaces and marks of a formula such as (A), (B/A).</summary>
    public static string Name(string header) => Mark().Replace(TextFlow.Squeeze(header), "");

    private static string[] Padded(string[] row, int width) => row.Length >= width ? row[..width] : [.. row, .. Enumerable.Repeat("", width - row.Length)];

    private static string[] Over(string[] row, string[] below)
    {
        if (row.Length >= below.Length)
        {
            // Padded: a blank belongs to the header on its left where the row below goes on dividing it.
            var filled = row[..below.Length];
            for (var c = 1; c < filled.Length; c++)
            {
                if (filled[c].Length == 0 && below[c].Length > 0 && filled[c - 1].Length > 0 && below[c - 1].Length > 0)
                    filled[c] = filled[c - 1];
            }

            return filled;
        }

        // Left out: a header stands over as many filled cells below as there is room for.
        var spread = new List<string>();
        var room = below.Length - row.Length;
        foreach (var cell in row)
        {
            spread.Add(cell);
            while (cell.Length > 0 && room > 0 && spread.Count < below.Length && below[spread.Count - 1].Length > 0 && below[spread.Count].Length > 0)
            {
                spread.Add(cell);
                room--;
            }
        }

        return Padded([.. spread], below.Length);
    }

    [GeneratedRegex(@"[（(](?:[A-Z](?:/[A-Z])?|\d+分[^（）()]*)[)）]")]
    private static partial Regex Mark();
}
