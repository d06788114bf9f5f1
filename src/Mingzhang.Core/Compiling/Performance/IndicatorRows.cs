using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>Indicators of one term as a form prints them, with the goals above or beside them.</summary>
internal static class IndicatorRows
{
    public static IEnumerable<Indicator> Of(IndicatorPart part, FormSubject subject, FieldList fields)
    {
        var term = part.IsLongTerm ? GoalTerm.LongTerm : GoalTerm.Annual;
        var goals = subject.Goals(term).ToDictionary(g => g.Number);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in Grouped(subject.Indicators(term), part.Goals != "无"))
        {
            var goal = Goal(part, record, goals);
            if (part.Goals == "行" && goal is { } told && seen.Add(told.Name))
                fields.Add(told.Name, told.Text);
            if (part.Weights.FirstOrDefault(w => w.Key == record.Level1) is { Key: { } level } weight && seen.Add(level))
                fields.Add(level + "/分值", weight.Value.ToString(CultureInfo.InvariantCulture));
            var name = goal is not { } named ? null : part.Goals == "行" && named.Text.Length > 0 ? $"{named.Name}：{named.Text}" : named.Name;
            yield return Row(part.Columns, record, name, subject);
        }
    }

    // A form prints each goal, and under it each 一级指标, once, however the records are ordered.
    private static IEnumerable<GoalIndicator> Grouped(IEnumerable<GoalIndicator> records, bool byGoal) =>
        records.GroupBy(r => byGoal ? r.Goal : null).SelectMany(g => g.GroupBy(r => r.Level1).SelectMany(l => l));

    /// <summary>Indicators of both terms row by row: under each 一级指标 the first of the one beside the first of the other.</summary>
    public static IEnumerable<Indicator> Of(IndicatorPairPart part, FormSubject subject)
    {
        GoalTerm[] terms = [GoalTerm.LongTerm, GoalTerm.Annual];
        var records = terms.Select(t => subject.Indicators(t).ToList()).ToList();
        foreach (var level in records.SelectMany(r => r).Select(r => r.Level1).Distinct(StringComparer.Ordinal))
        {
            var columns = records.Select(r => r.Where(i => i.Level1 == level).ToList()).ToList();
            for (var row = 0; row < columns.Max(c => c.Count); row++)
            {
                for (var t = 0; t < columns.Count; t++)
                {
                    if (row < columns[t].Count)
                        yield return Row(part.Columns, columns[t][row], IndicatorPairPart.Goal(IndicatorPairPart.Terms[t]), subject);
                }
            }
        }
    }

    private static (string Name, string Text)? Goal(IndicatorPart part, GoalIndicator record, Dictionary<int, PerformanceGoal> goals) =>
        part.Goals == "无" || record.Goal is not { } number
            ? null
            : (part.GoalWord + number.ToString(CultureInfo.InvariantCulture), goals.TryGetValue(number, out var goal) ? TightText.Of(goal.Text) : "");

    private static Indicator Row(IReadOnlyList<(ColumnPath Header, string Source)> columns, GoalIndicator record, string? goal, FormSubject subject)
    {
        var values = new List<KeyValuePair<string, string>>();
        decimal? weight = null;
        decimal? score = null;
        foreach (var (header, source) in columns)
        {
            if (source == "分值")
                weight = record.Weight;
            else if (source == "得分")
                score = record.Score;
            else if (Text(record, source, subject) is { Length: > 0 } text)
                values.Add(new(LayoutWords.Header(header, subject.Year), TightText.Of(text)));
        }

        return new Indicator(goal, record.Level1, TightText.Of(record.Level2), record.Level3 is { } name3 ? TightText.Of(name3) : null, values, weight, score, Place.Unknown);
    }

    private static string? Text(GoalIndicator record, string source, FormSubject subject) => source switch
    {
        "指标值" => record.Target.Printed,
        "前年" => record.BeforeLast,
        "上年" => record.Last,
        "依据" => record.Basis,
        "实际值" => record.Actual,
        "年中值" => MeasuredIndicators.Of(record, subject.Ledger, MeasureTime.MidYear).Indicator.Actual,
        "全年预计" => MeasuredIndicators.Of(record, subject.Ledger, MeasureTime.MidYear).Record?.Expected,
        "可能性" => MeasuredIndicators.Of(record, subject.Ledger, MeasureTime.MidYear).Record?.Prospect,
        "监控原因" => subject.Causes(MeasureTime.MidYear).FirstOrDefault(c => c.Indicator == MeasuredIndicators.NameOf(record)) is { } cause ? $"{cause.Kind}：{cause.Cause}" : null,
        _ => throw new InvalidOperationException($"绩效表样的指标栏“{source}”没有取数办法。"),
    };
}
