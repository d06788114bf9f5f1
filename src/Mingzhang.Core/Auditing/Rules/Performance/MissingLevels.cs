using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>每个项目、每个目标都有效益指标和满意度指标。</summary>
public sealed class MissingLevels : IDisclosureRule
{
    // With fewer indicators a goal is a fragment of a form that has one goal for each indicator.
    private const int FewestIndicators = 3;

    private static readonly string[] Wanted = ["效益指标", "满意度指标"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0202", "项目和目标都设有效益指标、满意度指标", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = context.Disclosure.Performance.Where(f => f.Indicators.Count >= FewestIndicators).ToList();
        foreach (var level in Wanted)
        {
            foreach (var form in forms)
            {
                if (!form.Indicators.Any(i => Is(i, level)))
                {
                    // Where no form has it, the place's form may not know it.
                    if (forms.Exists(f => f.Indicators.Any(i => Is(i, level))))
                        yield return Lacks(form, form.Project ?? form.Form, level, form.Indicators[^1]);
                    continue;
                }

                var goals = form.Indicators.Where(i => i.Goal is { Length: > 0 }).GroupBy(i => (i.Goal, IndicatorWords.IsAnnual(i))).Where(g => g.Count() >= FewestIndicators).ToList();
                foreach (var goal in goals.Where(g => !g.Any(i => Is(i, level)) && goals.Exists(o => o.Key.Item2 == g.Key.Item2 && o.Any(i => Is(i, level)))))
                    yield return Lacks(form, goal.Key.Goal!, level, goal.Last());
            }
        }
    }

    // A satisfaction row under a wrong level is told by another rule.
    private static bool Is(Indicator indicator, string level) => indicator.Level1 == level || (level == "满意度指标" && (indicator.Level2?.Contains("满意", StringComparison.Ordinal) ?? false));

    private Finding Lacks(PerformanceForm form, string goal, string level, Indicator last) =>
        this.Warning(FindingKind.Missing, $"“{goal}”没有{level}，同类的其他目标都有。") with
        {
            Statement = form.Form,
            Row = string.Join('/', new[] { form.Project, goal, level }.Where(p => p is { Length: > 0 }).Distinct()),
            Quote = $"{last.Level2} {last.Level3} {string.Join(" ", last.Values.Select(v => v.Value))}",
            Expected = level,
            At = last.At,
        };
}
