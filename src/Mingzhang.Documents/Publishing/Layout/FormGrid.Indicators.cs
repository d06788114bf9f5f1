using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>The indicators of a form: one term under goals and levels, or both terms side by side.</summary>
internal sealed partial class FormGrid
{
    private void Indicators(IndicatorPart part)
    {
        var own = Own(part);
        if (own.Count == 0)
            return;
        var first = _rows.Count;
        var headers = part.Columns.Select(c => LayoutWords.Header(c.Header, _year)).ToList();
        var hasGoals = part.Goals == "栏";
        string[] levels = [.. hasGoals ? ["目标名称"] : Array.Empty<string>(), "一级指标", "二级指标", "三级指标"];
        int[] widths = [.. levels.Select(l => l switch { "三级指标" => 10, "目标名称" => 5, _ => 6 }), .. part.Columns.Select(c => WidthOf(c.Source))];
        var spans = Spans(Width - GroupWidth, widths, GroupWidth);
        var texts = own.Select(i => Texts(i, part, headers, hasGoals)).ToList();
        int? goalRow = null;
        for (var i = 0; i < own.Count; i++)
        {
            if (i == 0 || (part.Goals == "行" && own[i].Goal != own[i - 1].Goal))
            {
                if (part.Goals == "行" && own[i].Goal is { } goal)
                {
                    // A goal stands over the whole width; the name of the part goes with its indicators.
                    Group(part.Group + part.Remark, first);
                    KeepTogether(goalRow);
                    goalRow = _rows.Count;
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
        KeepTogether(goalRow);
    }

    private void KeepTogether(int? first)
    {
        if (first is { } row)
            _together.Add(new RowRange(row, _rows.Count - row));
    }

    // 长期 at the left, 年度 at the right, row by row under common 一级指标.
    private void Pairs(IndicatorPairPart part)
    {
        var rows = PairedRows();
        if (rows.Count == 0)
            return;
        var first = _rows.Count;
        var headers = part.Columns.Select(c => LayoutWords.Header(c.Header, _year)).ToList();
        var each = headers.Count + 2;
        int[] widths = [6, .. IndicatorPairPart.Terms.SelectMany(_ => (int[])[6, 9, .. part.Columns.Select(c => WidthOf(c.Source))])];
        var spans = Spans(Width - GroupWidth, widths, GroupWidth);
        List<string> names = ["一级指标", .. IndicatorPairPart.Terms.SelectMany(t => (string[])["二级指标", "三级指标", .. headers], (t, n) => $"{n}（{t}）")];
        _rows.Add([.. names.Select((n, c) => new FormCell(n, spans[c].Column, spans[c].Span, 1, true))]);
        for (var r = 0; r < rows.Count; r++)
        {
            var row = new List<FormCell>();
            if (r == 0 || rows[r].Level != rows[r - 1].Level)
                row.Add(new FormCell(rows[r].Level, spans[0].Column, spans[0].Span, rows.Skip(r).TakeWhile(o => o.Level == rows[r].Level).Count(), true));
            for (var t = 0; t < IndicatorPairPart.Terms.Count; t++)
            {
                var at = 1 + (t * each);
                var own = rows[r].Of(t);
                if (r == 0 || !Joins(rows[r - 1], rows[r], t))
                {
                    var end = r + 1;
                    while (end < rows.Count && Joins(rows[end - 1], rows[end], t))
                        end++;
                    row.Add(new FormCell(own?.Level2 ?? "", spans[at].Column, spans[at].Span, end - r, own is not null));
                }

                row.Add(new FormCell(own?.Level3 ?? "", spans[at + 1].Column, spans[at + 1].Span, 1, false));
                row.AddRange(headers.Select((h, c) => new FormCell(own?.Values.FirstOrDefault(v => v.Key == h).Value ?? "", spans[at + 2 + c].Column, spans[at + 2 + c].Span, 1, false)));
            }

            _rows.Add(row);
        }

        Group(part.Group, first);

        static bool Joins(PairedRow above, PairedRow below, int term) =>
            above.Level == below.Level && above.Of(term) is { } upper && below.Of(term) is { } lower && upper.Level2 == lower.Level2;
    }

    // A row holds an indicator of each term; one of the same term as the one before, or of another level, begins the next row.
    private List<PairedRow> PairedRows()
    {
        var rows = new List<PairedRow>();
        foreach (var indicator in _form.Indicators.Skip(_shown))
        {
            var term = IndicatorPairPart.Terms.ToList().FindIndex(t => IndicatorPairPart.Goal(t) == indicator.Goal);
            if (term < 0 || indicator.Weight is not null || indicator.Score is not null)
                break;
            var level = indicator.Level1 ?? "";
            if (rows.Count == 0 || rows[^1].Level != level || term == 0 || rows[^1].Right is not null)
                rows.Add(term == 0 ? new PairedRow(level, indicator, null) : new PairedRow(level, null, indicator));
            else
                rows[^1] = rows[^1] with { Right = indicator };
            _shown++;
        }

        return rows;
    }

    private static int WidthOf(string source) => source switch { "前年" or "上年" => 5, "分值" or "得分" => 4, "依据" => 6, _ => 7 };

    private sealed record PairedRow(string Level, Indicator? Left, Indicator? Right)
    {
        public Indicator? Of(int term) => term == 0 ? Left : Right;
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
}
