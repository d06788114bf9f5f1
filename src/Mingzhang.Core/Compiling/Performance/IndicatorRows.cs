using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>Indicators of one term as a form prints them, with the goals above or beside them.</summary>
internal static class IndicatorRows
{
    public static IEnumerable<Indicator> Of(IndicatorPart part, FormSubject subject, FieldList fields)
    {
        var term = part.IsLongTerm ? GoalTerm.LongTerm : GoalTerm.Annual;
        var goals = subject.Goals(term).ToDictionary(g => g.Number);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in subject.Indicators(term))
        {
            var goal = Goal(part, record, goals);
            if (part.Goals == "行" && goal is { } told && seen.Add(told.Name))
                fields.Add(told.Name, told.Text);
            if (part.Weights.FirstOrDefault(w => w.Key == record.Level1) is { Key: { } level } weight && seen.Add(level))
                fields.Add(level + "/分值", weight.Value.ToString(CultureInfo.InvariantCulture));
            yield return Row(part, record, goal, subject.Year);
        }
    }

    private static (string Name, string Text)? Goal(IndicatorPart part, GoalIndicator record, Dictionary<int, PerformanceGoal> goals) =>
        part.Goals == "无" || record.Goal is not { } number
            ? null
            : (part.GoalWord + number.ToString(CultureInfo.InvariantCulture), goals.TryGetValue(number, out var goal) ? TightText.Of(goal.Text) : "");

    private static Indicator Row(IndicatorPart part, GoalIndicator record, (string Name, string Text)? goal, int year)
    {
        var values = new List<KeyValuePair<string, string>>();
        decimal? weight = null;
        decimal? score = null;
        foreach (var (header, source) in part.Columns)
        {
            if (source == "分值")
                weight = record.Weight;
            else if (source == "得分")
                score = FieldValues.Score(record);
            else if (Text(record, source) is { Length: > 0 } text)
                values.Add(new(LayoutWords.Header(header, year), TightText.Of(text)));
        }

        var name = goal is not { } told ? null : part.Goals == "行" && told.Text.Length > 0 ? $"{told.Name}：{told.Text}" : told.Name;
        return new Indicator(name, record.Level1, TightText.Of(record.Level2), record.Level3 is { } name3 ? TightText.Of(name3) : null, values, weight, score, Place.Unknown);
    }

    private static string? Text(GoalIndicator record, string source) => source switch
    {
        "指标值" => record.Target.Printed,
        "前年" => record.BeforeLast,
        "上年" => record.Last,
        "依据" => record.Basis,
        "实际值" => record.Actual,
        _ => throw new InvalidOperationException($"绩效表样的指标栏“{source}”没有取数办法。"),
    };
}
