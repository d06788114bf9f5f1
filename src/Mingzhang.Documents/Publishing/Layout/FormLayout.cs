using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>Lays a performance form out: one row a field under the name of its group, then the indicators with merged levels.</summary>
public static class FormLayout
{
    // Goal, three levels: what names an indicator, before its values.
    private const int Keys = 4;
    private const int FewestColumns = 6;
    private const int MostUpright = 9;
    private const int LongestProject = 40;

    /// <summary>Lays one form out as its edition prints it; where the edition has no such form, or it holds what the layout has no room for, field by field.</summary>
    /// <param name="form">The form.</param>
    /// <param name="facts">The document it belongs to.</param>
    /// <param name="edition">The edition of the document; null where none is known.</param>
    public static PrintedForm Of(PerformanceForm form, DocumentFacts facts, Edition? edition) =>
        edition?.Performance.FirstOrDefault(l => l.Title == form.Form) is { } layout && FormGrid.Of(form, layout, facts.Year ?? 0) is { } laid ? laid : Plain(form);

    /// <summary>Title of a form, with its project where titles of forms are read with one.</summary>
    internal static string Title(PerformanceForm form) =>
        form.Project is { Length: > 0 and <= LongestProject } project && form.Form.StartsWith("项目", StringComparison.Ordinal) && !project.Any(c => "，。；;：:《".Contains(c, StringComparison.Ordinal))
            ? project + form.Form
            : form.Form;

    private static PrintedForm Plain(PerformanceForm form)
    {
        var headers = form.Indicators.SelectMany(i => i.Values.Select(v => v.Key)).Distinct(StringComparer.Ordinal).ToList();
        if (form.Indicators.Any(i => i.Weight is not null))
            headers.Add("分值");
        if (form.Indicators.Any(i => i.Score is not null))
            headers.Add("得分");
        var goals = form.Indicators.Any(i => i.Goal is not null);
        var keys = goals ? Keys : Keys - 1;
        var width = form.Indicators.Count == 0 ? FewestColumns : Math.Max(FewestColumns, keys + headers.Count);
        var rows = new List<IReadOnlyList<FormCell>>();
        Fields(form.Fields, width, rows);
        if (form.Indicators.Count > 0)
            Indicators(form.Indicators, headers, goals, width, rows);
        return new PrintedForm(Title(form), [.. Enumerable.Repeat(1, width)], rows) { IsWide = width > MostUpright };
    }

    // The group stands once, over as many rows as it has fields.
    private static void Fields(IReadOnlyList<KeyValuePair<string, string>> fields, int width, List<IReadOnlyList<FormCell>> rows)
    {
        for (var i = 0; i < fields.Count;)
        {
            var (group, _) = Split(fields[i].Key);
            var end = i + 1;
            while (group.Length > 0 && end < fields.Count && Split(fields[end].Key).Group == group)
                end++;
            for (var f = i; f < end; f++)
            {
                var row = new List<FormCell>();
                if (f == i && group.Length > 0)
                    row.Add(new FormCell(group, 0, 1, end - i, true));
                var from = group.Length > 0 ? 1 : 0;
                row.Add(new FormCell(Split(fields[f].Key).Label, from, 2 - from, 1, true));
                row.Add(new FormCell(fields[f].Value, 2, width - 2, 1, false));
                rows.Add(row);
            }

            i = end;
        }
    }

    private static (string Group, string Label) Split(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0 ? ("", key) : (key[..slash], key[(slash + 1)..]);
    }

    private static void Indicators(IReadOnlyList<Indicator> indicators, List<string> headers, bool goals, int width, List<IReadOnlyList<FormCell>> rows)
    {
        string[] names = [.. goals ? ["目标名称"] : Array.Empty<string>(), "一级指标", "二级指标", "三级指标", .. headers];
        var spans = Spans(names.Length, goals ? Keys - 1 : Keys - 2, width);
        rows.Add([.. names.Select((n, i) => new FormCell(n, spans[i].Column, spans[i].Span, 1, true))]);
        for (var i = 0; i < indicators.Count; i++)
        {
            var own = Texts(indicators[i], headers, goals);
            var row = new List<FormCell>();
            for (var c = 0; c < own.Count; c++)
            {
                // Levels, not names or values, are merged over the rows that share them and all to their left.
                var merges = c < names.Length - headers.Count - 1;
                if (merges && i > 0 && Shares(indicators[i - 1], indicators[i], headers, goals, c))
                    continue;
                var end = i + 1;
                while (merges && end < indicators.Count && Shares(indicators[end - 1], indicators[end], headers, goals, c))
                    end++;
                row.Add(new FormCell(own[c], spans[c].Column, spans[c].Span, end - i, merges));
            }

            rows.Add(row);
        }
    }

    private static bool Shares(Indicator above, Indicator below, List<string> headers, bool goals, int column) =>
        Texts(above, headers, goals).Take(column + 1).SequenceEqual(Texts(below, headers, goals).Take(column + 1), StringComparer.Ordinal);

    // What is left of the width goes to the column that names the indicators.
    private static (int Column, int Span)[] Spans(int count, int widest, int width)
    {
        var result = new (int, int)[count];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var span = i == widest ? width - count + 1 : 1;
            result[i] = (at, span);
            at += span;
        }

        return result;
    }

    private static List<string> Texts(Indicator indicator, List<string> headers, bool goals)
    {
        var texts = new List<string>();
        if (goals)
            texts.Add(indicator.Goal ?? "");
        texts.AddRange([indicator.Level1 ?? "", indicator.Level2 ?? "", indicator.Level3 ?? ""]);
        foreach (var header in headers)
        {
            texts.Add(indicator.Values.FirstOrDefault(v => v.Key == header).Value ?? header switch
            {
                "分值" => indicator.Weight?.ToString(CultureInfo.InvariantCulture) ?? "",
                "得分" => indicator.Score?.ToString(CultureInfo.InvariantCulture) ?? "",
                _ => "",
            });
        }

        return texts;
    }
}
