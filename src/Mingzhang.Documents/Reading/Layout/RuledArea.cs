namespace Mingzhang.Documents.Reading.Layout;

/// <summary>A cell found between ruled lines; columns and rows from 0, the ends not included.</summary>
internal sealed record RuledCell(int Row, int RowEnd, int Column, int ColumnEnd);

/// <summary>
/// A table as its ruled lines make it: borders, and the smallest rectangles that lines bound. Where a line between two
/// fields is missing they are one merged cell.
/// </summary>
internal sealed class RuledArea
{
    /// <summary>Borders closer than this are one: doubled lines, corner dots, rounding of the drawing program.</summary>
    private const double Near = 3.0;

    /// <summary>A border is there when lines cover this share of the field's side.</summary>
    private const double Covered = 0.6;

    /// <summary>More columns or fields than this on one page are a drawing.</summary>
    private const int MostBorders = 400;
    private const int MostFields = 100_000;

    private RuledArea(List<double> xs, List<double> ys, List<RuledCell> cells)
    {
        Xs = xs;
        Ys = ys;
        Cells = cells;
    }

    /// <summary>Column borders from the left.</summary>
    public List<double> Xs { get; }

    /// <summary>Row borders from the top.</summary>
    public List<double> Ys { get; }

    /// <summary>Cells by row, then column.</summary>
    public List<RuledCell> Cells { get; }

    /// <summary>The tables that these rules draw, from the top.</summary>
    public static List<RuledArea> Find(IReadOnlyList<Rule> rules)
    {
        var joined = RuleJoin.Join(rules, Near);
        return [.. RuleJoin.Connected(joined, Near).Select(Make).OfType<RuledArea>().OrderBy(a => a.Ys[0])];
    }

    private static RuledArea? Make(List<Rule> rules)
    {
        var across = rules.Where(r => r.Horizontal).ToList();
        var down = rules.Where(r => !r.Horizontal).ToList();
        if (across.Count < 2 || down.Count < 2)
            return null;
        // A table may be open at its sides or ends: then its lines reach further than its borders.
        var xs = Borders(down.Select(r => r.At), across.Min(r => r.From), across.Max(r => r.To));
        var ys = Borders(across.Select(r => r.At), down.Min(r => r.From), down.Max(r => r.To));
        if ((xs.Count < 3 && ys.Count < 3) || xs.Count > MostBorders || (long)xs.Count * ys.Count > MostFields)
            return null;
        var vertical = Sides(down, xs, ys);
        var horizontal = Sides(across, ys, xs);
        // A border that bounds no field (a line too short to count) is none.
        Drop(xs, vertical, horizontal);
        Drop(ys, horizontal, vertical);
        var cells = Cut(xs.Count - 1, ys.Count - 1, vertical, horizontal);
        return cells.Count < 2 ? null : new RuledArea(xs, ys, cells);
    }

    private static List<double> Borders(IEnumerable<double> positions, double low, double high)
    {
        var borders = positions.Order().ToList();
        borders = [.. borders.Where((p, i) => i == 0 || p - borders[i - 1] > 0.01)];
        if (borders[0] - low > Near)
            borders.Insert(0, low);
        if (high - borders[^1] > Near)
            borders.Add(high);
        return borders;
    }

    // For each border and each field along it: whether a line is there. The outermost borders always are.
    private static List<bool[]> Sides(List<Rule> rules, List<double> borders, List<double> fields)
    {
        var sides = new List<bool[]>();
        for (var b = 0; b < borders.Count; b++)
        {
            var present = new bool[fields.Count - 1];
            var here = rules.Where(r => Math.Abs(r.At - borders[b]) < 0.02).ToList();
            for (var f = 0; f < present.Length; f++)
            {
                var (from, to) = (fields[f], fields[f + 1]);
                var length = here.Sum(r => Math.Max(0, Math.Min(r.To, to) - Math.Max(r.From, from)));
                present[f] = b == 0 || b == borders.Count - 1 || length >= Covered * (to - from);
            }

            sides.Add(present);
        }

        return sides;
    }

    private static void Drop(List<double> borders, List<bool[]> own, List<bool[]> crossing)
    {
        for (var b = borders.Count - 2; b > 0; b--)
        {
            if (own[b].Contains(true))
                continue;
            borders.RemoveAt(b);
            own.RemoveAt(b);
            for (var i = 0; i < crossing.Count; i++)
            {
                // The two fields that the border parted become one, bounded where either was.
                var fields = crossing[i].ToList();
                fields[b - 1] |= fields[b];
                fields.RemoveAt(b);
                crossing[i] = [.. fields];
            }
        }
    }

    private static List<RuledCell> Cut(int columns, int rows, List<bool[]> vertical, List<bool[]> horizontal)
    {
        var taken = new bool[rows, columns];
        var cells = new List<RuledCell>();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (taken[r, c])
                    continue;
                var right = c + 1;
                while (right < columns && !vertical[right][r] && !taken[r, right])
                    right++;
                var low = r + 1;
                while (low < rows && Enumerable.Range(c, right - c).All(x => !horizontal[low][x] && !taken[low, x]))
                    low++;
                for (var y = r; y < low; y++)
                {
                    for (var x = c; x < right; x++)
                        taken[y, x] = true;
                }

                cells.Add(new RuledCell(r, low, c, right));
            }
        }

        return cells;
    }
}
