using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Tells by where a number is printed which columns it may stand in (按印出的位置定栏), for text that keeps its columns by spaces.
/// Numbers below each other make a band. As many bands as amount columns are these columns; where columns are blank, the
/// headers above tell which: a number ends behind the middle of its own header and before that of the next.
/// </summary>
internal sealed class PrintedColumns
{
    // A gap this wide is no mere space between two words.
    private const int WideGap = 3;

    private readonly Dictionary<int, (int First, int Last)> _places;
    private readonly List<int> _ends;
    private readonly List<FormSide> _sides;

    private PrintedColumns(Dictionary<int, (int First, int Last)> places, List<FormSide> sides)
    {
        _places = places;
        _sides = sides;
        _ends = [];
        foreach (var side in sides)
            _ends.Add((_ends.Count == 0 ? 0 : _ends[^1]) + side.Amounts.Count());
    }

    /// <summary>Knows no place of any number.</summary>
    public static PrintedColumns None { get; } = new([], []);

    /// <summary>Looks at the lines of a table.</summary>
    /// <param name="form">The form it is read by.</param>
    /// <param name="lines">Its lines without titles and notes.</param>
    public static PrintedColumns Of(Form form, IReadOnlyList<LooseLine> lines)
    {
        if (!KeepsColumns(lines))
            return None;
        var sides = form.Sides.ToList();
        var columns = sides.SelectMany(s => s.Amounts).ToList();
        var hasLineNumbers = sides.Exists(s => s.Columns.Any(c => c.Text == "行次"));
        var places = new Dictionary<int, (int First, int Last)>();
        IReadOnlyList<LooseLine> header = [];
        foreach (var page in Pages(lines))
        {
            var body = page.ToList().FindIndex(IsBody);
            if (body < 0)
                continue;
            // A page without headers of its own is laid out by its own widths: those of another page say nothing of it.
            header = [.. page.Take(body)];
            var values = page.Skip(body).SelectMany(l => Values(l, hasLineNumbers)).ToList();
            var bands = Bands(values);
            if (bands.Count == 0 || bands.Count > columns.Count || IsFlushLeft(bands))
                continue;
            var bounds = bands.Count == columns.Count
                ? [.. Enumerable.Range(0, bands.Count).Select(i => (i, i))]
                : !KeepsHeaders(columns, header) ? []
                : Bounds(bands, HeaderMiddles.Find(columns, header), columns.Count);
            for (var b = 0; b < bounds.Count; b++)
            {
                foreach (var value in bands[b])
                    places[value.Order] = bounds[b];
            }
        }

        return new PrintedColumns(places, sides);
    }

    /// <summary>The side a number stands on; -1 when its place does not tell.</summary>
    public int SideOf(LooseToken value)
    {
        if (!_places.TryGetValue(value.Order, out var place))
            return -1;
        var side = _ends.FindIndex(e => place.First < e);
        return place.Last < _ends[side] ? side : -1;
    }

    /// <summary>Orders the numbers of a row as they are printed beside each other, and bounds their columns.</summary>
    public void Bound(LooseRow row)
    {
        if (row.Values.Count == 0 || row.FirstColumn.Count > 0 || !row.Values.TrueForAll(v => _places.ContainsKey(v.Order)))
            return;
        var side = _sides.FindIndex(s => ReferenceEquals(s, row.Side));
        var amounts = row.Side.Amounts.Count();
        var before = _ends[side] - amounts;
        var places = row.Values.OrderBy(v => v.Left).Select(v => (Value: v, _places[v.Order].First, _places[v.Order].Last)).ToList();
        // Two numbers of one column, or one of another side: the row is not what its place says.
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Last < before || places[i].First >= _ends[side] || (i > 0 && places[i].Value.Left < places[i - 1].Value.Right))
                return;
        }

        row.Values.Clear();
        row.Values.AddRange(places.Select(p => p.Value));
        row.FirstColumn.AddRange(places.Select(p => Math.Max(0, p.First - before)));
        row.LastColumn.AddRange(places.Select(p => Math.Min(amounts - 1, p.Last - before)));
    }

    /// <summary>Whether numbers and labels stand apart by more than a space, as they do where columns are kept.</summary>
    internal static bool KeepsColumns(IReadOnlyList<LooseLine> lines)
    {
        var (with, wide) = (0, 0);
        foreach (var line in lines)
        {
            if (!line.HasFigure || line.Tokens.Count < 2)
                continue;
            if (line.Tokens.Any(t => t.Left < 0))
                return false;
            with++;
            if (line.Tokens.Zip(line.Tokens.Skip(1)).Any(p => p.Second.Left - p.First.Right >= WideGap))
                wide++;
        }

        return wide > 0 && wide * 2 >= with;
    }

    // Spaces keep the columns of numbers; headers of wide characters are squeezed together until one space is left between them.
    private static bool KeepsHeaders(List<FormColumn> columns, IReadOnlyList<LooseLine> header)
    {
        var names = string.Join('|', columns.Select(c => NameText.Normal(c.Header.Leaf)));
        return header.All(l => l.IsMeasured
            || l.Tokens.Count(t => names.Contains(NameText.Normal(t.Text), StringComparison.Ordinal)) < 2
            || l.Tokens.Zip(l.Tokens.Skip(1)).All(p => p.Second.Left - p.First.Right >= WideGap));
    }

    private static IEnumerable<IReadOnlyList<LooseLine>> Pages(IReadOnlyList<LooseLine> lines)
    {
        var start = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && !lines[i].BeginsPage)
                continue;
            yield return [.. lines.Skip(start).Take(i - start)];
            start = i;
        }
    }

    /// <summary>Whether amounts stand on a line, so that it is no header.</summary>
    internal static bool IsBody(LooseLine line) =>
        line.Tokens.Any(t => t.Figure is { Decimals: > 0 } || (t.Figure is not null && (t.Text == "0" || t.Text.Contains(',', StringComparison.Ordinal))))
        && !LooseText.IsColumnNumbers(line, inHeader: true);

    // Amounts; codes and line numbers are whole numbers too and stand in columns of their own.
    private static IEnumerable<LooseToken> Values(LooseLine line, bool hasLineNumbers)
    {
        if (LooseText.IsColumnNumbers(line, inHeader: false))
            return [];
        return line.Tokens.Where((t, i) => t.IsValue && t.Left >= 0
            && !(t.IsDigits && t.Text != "0" && (t.Text.Length >= 3 || (hasLineNumbers && t.Text.Length <= 2) || IsOfCode(line, i))));
    }

    // 类 款 项 apart: 208 05 05.
    private static bool IsOfCode(LooseLine line, int at) => line.Tokens.Take(at + 1).All(t => t.IsDigits);

    private static List<List<LooseToken>> Bands(List<LooseToken> values)
    {
        var bands = new List<List<LooseToken>>();
        var right = int.MinValue;
        foreach (var value in values.OrderBy(v => v.Left))
        {
            if (bands.Count == 0 || value.Left > right)
                bands.Add([]);
            bands[^1].Add(value);
            right = Math.Max(right, value.Right);
        }

        return bands;
    }

    // Numbers that begin below each other and end anywhere: the middle of a header says nothing of them.
    private static bool IsFlushLeft(List<List<LooseToken>> bands) => bands.Exists(band =>
        band.Count > 2 && band.Select(v => v.Left).Distinct().Count() == 1 && band.Select(v => v.Right).Distinct().Count() > 1);

    // For each band the columns it may be; empty when headers and bands do not agree.
    private static List<(int First, int Last)> Bounds(List<List<LooseToken>> bands, IReadOnlyList<int?> middles, int columns)
    {
        if (middles.All(m => m is null))
            return [];
        var bounds = new List<(int First, int Last)>();
        foreach (var band in bands)
        {
            // Middles are given in half steps.
            var right = 2 * band.Max(v => v.Right);
            var (first, last) = (0, columns - 1);
            for (var c = 0; c < columns; c++)
            {
                if (middles[c] < right)
                    first = c;
                else if (middles[c] >= right)
                {
                    last = c - 1;
                    break;
                }
            }

            bounds.Add((first, last));
        }

        for (var b = 1; b < bounds.Count; b++)
            bounds[b] = (Math.Max(bounds[b].First, bounds[b - 1].First + 1), bounds[b].Last);
        for (var b = bounds.Count - 2; b >= 0; b--)
            bounds[b] = (bounds[b].First, Math.Min(bounds[b].Last, bounds[b + 1].Last - 1));
        return bounds.Exists(b => b.First > b.Last || b.First < 0) ? [] : bounds;
    }
}
