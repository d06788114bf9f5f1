using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>
/// Lays a performance form out as its edition prints it (绩效表版式), on a fine grid: pairs of label and value, tables
/// inside the form, indicators under merged levels; the name of a part stands at its left over all its rows.
/// </summary>
internal sealed partial class FormGrid
{
    private const int Width = 48;
    private const int GroupWidth = 5;
    private const int LabelWidth = 8;
    private const int LeastWidth = 3;
    private const string ExecutionRow = "年度财政资金总额";

    private readonly PerformanceForm _form;
    private readonly int _year;
    private readonly Dictionary<string, string> _left;
    private readonly List<IReadOnlyList<FormCell>> _rows = [];
    private readonly List<RowRange> _together = [];
    private int _shown;

    private FormGrid(PerformanceForm form, int year)
    {
        (_form, _year) = (form, year);
        _left = form.Fields.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
    }

    /// <summary>The form by its layout; null where it holds what the layout has no room for.</summary>
    /// <param name="form">The form.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="year">Year of the document.</param>
    public static PrintedForm? Of(PerformanceForm form, PerformanceLayout layout, int year)
    {
        var grid = new FormGrid(form, year);
        foreach (var part in layout.Parts)
        {
            switch (part)
            {
                case FieldPart pairs:
                    grid.Pairs(pairs);
                    break;
                case TablePart { Kind: "目标" } goals:
                    grid.Goals(goals);
                    break;
                case TablePart { Kind: "测算" } costs:
                    grid.Costs(costs);
                    break;
                case TablePart table:
                    grid.Table(table);
                    break;
                case IndicatorPart indicators:
                    grid.Indicators(indicators);
                    break;
                case IndicatorPairPart both:
                    grid.Pairs(both);
                    break;
                default:
                    throw new InvalidOperationException($"绩效表样“{layout.Title}”的 {part.GetType().Name} 没有版式。");
            }
        }

        return grid._left.Count == 0 && grid._shown == form.Indicators.Count ? grid.Printed(FormLayout.Title(form)) : null;
    }

    // Only the edges of the grid at which some cell begins are columns of the form.
    private PrintedForm Printed(string title)
    {
        int[] edges = [.. _rows.SelectMany(r => r).Select(c => c.Column).Append(0).Append(Width).Distinct().Order()];
        return new PrintedForm(
            title,
            [.. edges.Skip(1).Zip(edges, (end, start) => end - start)],
            [.. _rows.Select(r => (IReadOnlyList<FormCell>)[.. r.Select(c => c with
            {
                Column = Array.IndexOf(edges, c.Column),
                ColumnSpan = Array.IndexOf(edges, c.Column + c.ColumnSpan) - Array.IndexOf(edges, c.Column),
            })])])
        { IsWide = false, Together = _together };
    }

    private string Take(string key) => _left.Remove(key, out var value) ? value : "";

    private void Pairs(FieldPart part)
    {
        var first = _rows.Count;
        foreach (var row in part.Rows)
        {
            if (part.IsOptional && !row.Any(f => _left.ContainsKey(part.FieldName(f.Label))))
                continue;
            var cells = new List<FormCell>();
            var from = part.Group.Length > 0 ? GroupWidth : 0;
            var each = (Width - from) / row.Count;
            for (var i = 0; i < row.Count; i++)
            {
                var end = i + 1 == row.Count ? Width : from + each;
                cells.Add(new FormCell(row[i].Label, from, LabelWidth, 1, true));
                cells.Add(new FormCell(Take(part.FieldName(row[i].Label)), from + LabelWidth, end - from - LabelWidth, 1, false));
                from = end;
            }

            _rows.Add(cells);
        }

        Group(part.Group, first);
    }

    // 项目绩效总目标: a row a goal.
    private void Goals(TablePart part)
    {
        var first = _rows.Count;
        _rows.Add([new FormCell(part.Key, GroupWidth, LabelWidth, 1, true), new FormCell(part.Columns[0].Header.Leaf, GroupWidth + LabelWidth, Width - GroupWidth - LabelWidth, 1, true)]);
        foreach (var word in part.Rows.Select(r => r.Name))
        {
            foreach (var key in Numbered(word))
                _rows.Add([new FormCell(key, GroupWidth, LabelWidth, 1, true), new FormCell(Take(key), GroupWidth + LabelWidth, Width - GroupWidth - LabelWidth, 1, false)]);
        }

        Group(part.Group, first);
    }

    private List<string> Numbered(string word) =>
        [.. _left.Keys.Where(k => k.StartsWith(word, StringComparison.Ordinal) && k.Length > word.Length && k.AsSpan(word.Length).IndexOfAnyExceptInRange('0', '9') < 0)];

    private void Table(TablePart part)
    {
        var first = _rows.Count;
        var headers = part.Columns.Select(c => LayoutWords.Header(c.Header, _year)).ToList();
        var names = Names(part, headers);
        var keys = Math.Max(1, names.Select(n => n.Split('/').Length).DefaultIfEmpty(1).Max());
        var spans = Spans(Width - GroupWidth - (keys * LabelWidth), [.. part.Columns.Select(c => IsLong(c.Source) ? 3 : 1)], GroupWidth + (keys * LabelWidth));
        Header([.. headers.Select(h => (IReadOnlyList<string>)h.Split('/'))], [(part.Key, GroupWidth, keys * LabelWidth)], spans);
        var open = new string[keys];
        foreach (var (name, n) in names.Select((name, n) => (name, n)))
        {
            var row = new List<FormCell>();
            var parts = name.Split('/');
            for (var k = 0; k < parts.Length; k++)
            {
                // A name that goes on from the row above is merged with it.
                var shared = k + 1 < parts.Length ? names.Skip(n).TakeWhile(o => o.StartsWith(string.Join('/', parts[..(k + 1)]) + "/", StringComparison.Ordinal)).Count() : 1;
                if (k + 1 < parts.Length && open[k] == parts[k])
                    continue;
                open[k] = parts[k];
                row.Add(new FormCell(parts[k], GroupWidth + (k * LabelWidth), k + 1 == parts.Length ? (keys - k) * LabelWidth : LabelWidth, shared, true));
            }

            row.AddRange(headers.Select((h, c) => new FormCell(Take(part.FieldName(name, h)), spans[c].Column, spans[c].Span, 1, false)));
            _rows.Add(row);
        }

        Group(part.Group + part.Remark, first);
    }

    // 项目支出明细测算: the activity stands left of what is done in it; one that is not divided stands alone.
    private void Costs(TablePart part)
    {
        var first = _rows.Count;
        var headers = part.Columns.Select(c => LayoutWords.Header(c.Header, _year)).ToList();
        var activity = part.Columns.ToList().FindIndex(c => c.Source == "项目活动");
        List<string> names = [.. headers];
        names.RemoveAt(activity);
        var spans = Spans(Width - GroupWidth, [4, 5, .. part.Columns.Where(c => c.Source != "项目活动").Select(c => c.Source switch { "金额" => 2, "测算依据及说明" => 6, _ => 4 })], GroupWidth);
        _rows.Add([.. names.Prepend(part.Key).Prepend(headers[activity]).Select((n, c) => new FormCell(n, spans[c].Column, spans[c].Span, 1, true))]);
        foreach (var name in Names(part, headers))
        {
            var own = Take(part.FieldName($"{name}/{headers[activity]}"));
            string[] texts = [own.Length > 0 ? own : name, own.Length > 0 ? name : "", .. names.Select(h => Take(part.FieldName($"{name}/{h}")))];
            _rows.Add([.. texts.Select((t, c) => new FormCell(t, spans[c].Column, spans[c].Span, 1, false))]);
        }

        Group(part.Group + part.Remark, first);
    }

    private static bool IsLong(string source) => source is "项目主要支出方向和用途" or "测算依据及说明" or "项目活动" or "活动内容表述" or "目标说明";

    // Fixed rows as the layout has them, others as the fields name them.
    private List<string> Names(TablePart part, List<string> headers)
    {
        if (part.IsExecution)
            return [ExecutionRow];
        if (part.Rows.Count > 0)
            return [.. part.Rows.Select(r => r.Name)];
        var names = new List<string>();
        foreach (var key in _form.Fields.Select(f => f.Key).Where(k => k.StartsWith(part.Group + "/", StringComparison.Ordinal)))
        {
            if (headers.Find(h => key.EndsWith("/" + h, StringComparison.Ordinal)) is { } header && key.Length > part.Group.Length + header.Length + 2)
            {
                var name = key[(part.Group.Length + 1)..^(header.Length + 1)];
                if (!names.Contains(name))
                    names.Add(name);
            }
        }

        return names;
    }

    // Headers over columns, those at the left reaching down over all header rows.
    private void Header(IReadOnlyList<IReadOnlyList<string>> paths, IReadOnlyList<(string Text, int Column, int Span)> left, (int Column, int Span)[] spans)
    {
        var header = HeaderLayout.Rows(paths);
        for (var r = 0; r < header.Count; r++)
        {
            var cells = new List<FormCell>();
            if (r == 0)
                cells.AddRange(left.Select(l => new FormCell(l.Text, l.Column, l.Span, header.Count, true)));
            cells.AddRange(header[r].Select(h => new FormCell(h.Text, spans[h.Column].Column, spans.Skip(h.Column).Take(h.ColumnSpan).Sum(s => s.Span), h.RowSpan, true)));
            _rows.Add(cells);
        }
    }

    // Shares a width among columns by weight; what is left over goes to those that lost most of theirs.
    private static (int Column, int Span)[] Spans(int width, int[] weights, int from)
    {
        var all = weights.Sum();
        var spans = weights.Select(w => Math.Max(LeastWidth, width * w / all)).ToArray();
        for (var left = width - spans.Sum(); left != 0; left -= Math.Sign(left))
        {
            var most = Enumerable.Range(0, spans.Length).MaxBy(c => Math.Sign(left) * ((width * weights[c]) - (spans[c] * all)));
            spans[most] += Math.Sign(left);
        }

        var result = new (int, int)[spans.Length];
        for (var i = 0; i < spans.Length; i++)
        {
            result[i] = (from, spans[i]);
            from += spans[i];
        }

        return result;
    }

    private void Group(string name, int first)
    {
        if (name.Length > 0 && _rows.Count > first)
            _rows[first] = [new FormCell(name, 0, GroupWidth, _rows.Count - first, true), .. _rows[first]];
    }
}
