using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>
/// Lays a performance form out as its edition prints it (绩效表版式), on a grid of 24 columns: pairs of label and value, tables
/// inside the form, indicators under merged levels; the name of a part stands at its left over all its rows.
/// </summary>
internal sealed class FormGrid
{
    private const int Width = 24;
    private const int GroupWidth = 3;
    private const int LabelWidth = 4;
    private const string ExecutionRow = "年度财政资金总额";

    private readonly PerformanceForm _form;
    private readonly int _year;
    private readonly Dictionary<string, string> _left;
    private readonly List<IReadOnlyList<FormCell>> _rows = [];
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
                case TablePart table:
                    grid.Table(table);
                    break;
                case IndicatorPart indicators:
                    grid.Indicators(indicators);
                    break;
                default:
                    throw new InvalidOperationException($"绩效表样“{layout.Title}”的 {part.GetType().Name} 没有版式。");
            }
        }

        return grid._left.Count == 0 && grid._shown == form.Indicators.Count ? new PrintedForm(FormLayout.Title(form), Width, grid._rows) { IsWide = false } : null;
    }

    private string Take(string key) => _left.Remove(key, out var value) ? value : "";

    private void Pairs(FieldPart part)
    {
        var first = _rows.Count;
        foreach (var row in part.Rows)
        {
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

    private static bool IsLong(string source) => source is "项目主要支出方向和用途" or "测算依据及说明" or "项目活动" or "活动内容表述" or "目标说明";

    // Fixed rows as the layout has them, others as the fields name them.
    private List<string> Names(TablePart part, List<string> headers)
    {
        if (part.Kind == "执行")
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

    private void Indicators(IndicatorPart part)
    {
        var own = Own(part);
        if (own.Count == 0)
            return;
        var first = _rows.Count;
        var headers = part.Columns.Select(c => LayoutWords.Header(c.Header, _year)).ToList();
        var hasGoals = part.Goals == "栏";
        string[] levels = [.. hasGoals ? ["目标名称"] : Array.Empty<string>(), "一级指标", "二级指标", "三级指标"];
        var widths = levels.Select(l => l == "三级指标" ? 3 : 2).Concat(headers.Select(_ => 2)).ToArray();
        var spans = Spans(Width - GroupWidth, widths, GroupWidth);
        var texts = own.Select(i => Texts(i, part, headers, hasGoals)).ToList();
        for (var i = 0; i < own.Count; i++)
        {
            if (i == 0 || (part.Goals == "行" && own[i].Goal != own[i - 1].Goal))
            {
                if (part.Goals == "行" && own[i].Goal is { } goal)
                {
                    // A goal stands over the whole width; the name of the part goes with its indicators.
                    Group(part.Group + part.Remark, first);
                    Goal(goal);
                    first = _rows.Count;
                }

                if (part.Goals == "行" || i == 0)
                    Header([.. headers.Select(h => (IReadOnlyList<string>)h.Split('/'))], [.. levels.Select((l, n) => (l, spans[n].Column, spans[n].Span))], spans[levels.Length..]);
            }

            var row = new List<FormCell>();
            for (var c = 0; c < texts[i].Length; c++)
            {
                var merges = c < levels.Length - 1;
                if (merges && i > 0 && Shares(texts[i - 1], texts[i], c, own[i - 1], own[i]))
                    continue;
                var end = i + 1;
                while (merges && end < own.Count && Shares(texts[end - 1], texts[end], c, own[end - 1], own[end]))
                    end++;
                row.Add(new FormCell(texts[i][c], spans[c].Column, spans[c].Span, end - i, merges));
            }

            _rows.Add(row);
        }

        _shown += own.Count;
        Group(part.Group + part.Remark, first);
    }

    // Indicators of this part: those that follow what was shown, as long as their goals are of its term.
    private List<Indicator> Own(IndicatorPart part)
    {
        foreach (var weight in part.Weights)
            Take(weight.Key + "/分值");
        var rest = _form.Indicators.Skip(_shown);
        return [.. part.Goals == "无" ? rest : rest.TakeWhile(i => i.Goal is null || i.Goal.StartsWith(part.GoalWord, StringComparison.Ordinal))];
    }

    private void Goal(string goal)
    {
        var stop = goal.IndexOf('：', StringComparison.Ordinal);
        var (name, text) = stop < 0 ? (goal, "") : (goal[..stop], goal[(stop + 1)..]);
        Take(name);
        _rows.Add([new FormCell(name + "：", 0, LabelWidth, 1, true), new FormCell(text, LabelWidth, Width - LabelWidth, 1, false)]);
    }

    private static bool Shares(string[] above, string[] below, int column, Indicator upper, Indicator lower) =>
        upper.Goal == lower.Goal && above.Take(column + 1).SequenceEqual(below.Take(column + 1), StringComparer.Ordinal);

    private static string[] Texts(Indicator indicator, IndicatorPart part, List<string> headers, bool hasGoals)
    {
        var level1 = indicator.Level1 ?? "";
        if (part.Weights.FirstOrDefault(w => w.Key == level1) is { Key: not null } weight)
            level1 = string.Create(CultureInfo.InvariantCulture, $"{level1}（{weight.Value}分）");
        return
        [
            .. hasGoals ? [indicator.Goal ?? ""] : Array.Empty<string>(), level1, indicator.Level2 ?? "", indicator.Level3 ?? "",
            .. headers.Select((h, c) => part.Columns[c].Source switch
            {
                "分值" => indicator.Weight?.ToString(CultureInfo.InvariantCulture) ?? "",
                "得分" => indicator.Score?.ToString(CultureInfo.InvariantCulture) ?? "",
                _ => indicator.Values.FirstOrDefault(v => v.Key == h).Value ?? "",
            }),
        ];
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

    // Shares a width among columns by weight; the first gets what is left over.
    private static (int Column, int Span)[] Spans(int width, int[] weights, int from)
    {
        var all = weights.Sum();
        var spans = weights.Select(w => Math.Max(1, width * w / all)).ToArray();
        var widest = Array.IndexOf(weights, weights.Max());
        spans[widest] += width - spans.Sum();
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
