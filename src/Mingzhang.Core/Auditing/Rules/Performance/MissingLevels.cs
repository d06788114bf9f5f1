using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>每个项目、每个目标都有效益指标和满意度指标。</summary>
public sealed class MissingLevels : IDisclosureRule
{
    // With fewer indicators a goal without a text is a fragment of a form that has one goal for each indicator.
    private const int FewestIndicators = 3;

    private static readonly string[] Wanted = ["效益指标", "满意度指标"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0202", "项目和目标都设有效益指标、满意度指标", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = context.Disclosure.Performance.Where(f => f.Indicators.Count >= FewestIndicators).ToList();
        foreach (var form in forms)
        {
            // Where no form has it, the place's form may not know it.
            var wanted = Wanted.Where(l => !IsReadInPart(context, form, l)).ToList();
            var lacking = wanted.Where(l => !form.Indicators.Any(i => Is(i, l)) && forms.Exists(f => f.Indicators.Any(i => Is(i, l)))).ToList();
            if (lacking.Count > 0)
                yield return Lacks(form, form.Project ?? form.Form, lacking, form.Project is null ? "其他表" : "其他项目", form.Indicators[^1]);
            var goals = form.Indicators.Where(i => i.Goal is { Length: > 0 }).GroupBy(i => new { Goal = i.Goal!, Annual = IndicatorWords.IsAnnual(i) }).Where(g => g.Count() >= FewestIndicators || g.Key.Goal.Contains('：', StringComparison.Ordinal)).ToList();
            foreach (var goal in goals)
            {
                // Most of the goals have it: a form that gives one goal outputs and another effects is a form of its own kind.
                var brothers = goals.FindAll(o => o.Key.Annual == goal.Key.Annual);
                var here = wanted.Where(l => !lacking.Contains(l) && !goal.Any(i => Is(i, l)) && brothers.Exists(o => o.Any(i => Is(i, l)))).ToList();
                if (here.Count > 0 && (goal.Count() >= FewestIndicators || brothers.Exists(o => o.Count() >= FewestIndicators && Wanted.All(l => o.Any(i => Is(i, l))))))
                    yield return Lacks(form, goal.Key.Goal, here, "同类的其他目标", goal.Last());
            }
        }
    }

    // Where cells are lost, a row may be read under another name: then its word is printed more often than it was read.
    private static bool IsReadInPart(RuleContext context, PerformanceForm form, string level)
    {
        if (!form.IsFromLines)
            return false;
        var word = level[..2];
        var read = form.Indicators.SelectMany(i => i.Values.Select(v => v.Value).Append(i.Goal).Append(i.Level1).Append(i.Level2).Append(i.Level3))
            .Concat(form.Fields.Select(f => f.Value));
        return Count(string.Concat(FormTexts.Of(context.Disclosure, form)), word) > read.Sum(t => Count(t ?? "", word));
    }

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            count++;
        return count;
    }

    // A satisfaction row under a wrong level is told by another rule.
    private static bool Is(Indicator indicator, string level) => indicator.Level1 == level || (level == "满意度指标" && (indicator.Level2?.Contains("满意", StringComparison.Ordinal) ?? false));

    private Finding Lacks(PerformanceForm form, string goal, List<string> levels, string others, Indicator last)
    {
        var names = string.Join("、", levels);
        return this.Warning(FindingKind.Missing, $"“{goal}”没有{names}，{others}有。") with
        {
            Statement = form.Form,
            Row = string.Join('/', new[] { form.Project, goal, names }.Where(p => p is { Length: > 0 }).Distinct()),
            Quote = $"{last.Level2} {last.Level3} {string.Join(" ", last.Values.Select(v => v.Value))}",
            Expected = names,
            At = last.At,
        };
    }
}
