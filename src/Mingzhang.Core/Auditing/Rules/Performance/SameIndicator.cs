using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>同一指标前后一致：整体绩效目标表与项目绩效目标表中同一指标同一年的值相同。</summary>
public sealed class SameIndicator : IDisclosureRule
{
    // Names that differ in a character or two of many may still be one indicator.
    private const int Alike = 700;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0204", "整体绩效目标表与项目绩效目标表中同一指标同一年度的指标值相同");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure);
        var projects = forms.Where(f => f.IsProjectGoal).SelectMany(f => f.Form.Indicators.Where(IndicatorWords.IsAnnual).Select(i => new FormIndicator(f, i))).ToList();
        foreach (var whole in forms.Where(f => f.IsWhole))
        {
            foreach (var indicator in whole.Form.Indicators.Where(IndicatorWords.IsAnnual))
            {
                if (Twin(indicator, projects) is not { } twin)
                    continue;
                foreach (var (year, here, there) in new[]
                {
                    ("上年", IndicatorWords.LastYear(indicator), IndicatorWords.LastYear(twin.Indicator)),
                    ("前年", IndicatorWords.YearBefore(indicator), IndicatorWords.YearBefore(twin.Indicator)),
                    ("当年", IndicatorWords.Target(indicator), IndicatorWords.Target(twin.Indicator)),
                })
                {
                    var (none, other) = (IndicatorWords.IsNone(here), IndicatorWords.IsNone(there));
                    if ((none && other) || NameText.Normal(here ?? "") == NameText.Normal(there ?? ""))
                        continue;
                    // A blank here and a value there, or names that only resemble each other, leave a reading.
                    var clear = !none && !other && twin.Exact && IndicatorWords.Number(here) is { } a && IndicatorWords.Number(there) is { } b && a.Unit == b.Unit;
                    if (!clear && !none && !other)
                        continue;
                    var message = $"“{indicator.Level3}”{year}的指标值此处是“{here ?? "空白"}”，《{twin.Form.Form.Form}》“{twin.Form.Name}”的“{twin.Indicator.Level3}”是“{there ?? "空白"}”。";
                    yield return (clear ? this.Error(FindingKind.CrossTable, message) : this.Warning(FindingKind.CrossTable, message)) with
                    {
                        Statement = whole.Form.Form,
                        Row = $"{indicator.Goal}/{indicator.Level3}",
                        Column = new ColumnPath("指标值", year),
                        Quote = $"{indicator.Level2} {indicator.Level3} {string.Join(" ", indicator.Values.Select(v => v.Value))}",
                        Printed = here ?? "（空白）",
                        Expected = there ?? "（空白）",
                        At = indicator.At,
                    };
                    break;
                }
            }
        }
    }

    // 服务对象满意度 stands in every form: such a name is one indicator only under the goal that names the project.
    private static TwinIndicator? Twin(Indicator indicator, List<FormIndicator> projects)
    {
        var name = Name(indicator);
        if (name.Length < 4)
            return null;
        var named = projects.Where(p => p.Form.Name.Length >= 4 && (indicator.Goal?.EndsWith(p.Form.Name, StringComparison.Ordinal) ?? false)).ToList();
        var exact = (named.Count > 0 ? named : projects).Where(p => Name(p.Indicator) == name && p.Indicator.Level2 == indicator.Level2).ToList();
        if (exact.Count == 1)
            return new TwinIndicator(exact[0].Form, exact[0].Indicator, true);
        if (exact.Count > 1 || named.Count > 0)
            return null;
        var like = projects.Where(p => p.Indicator.Level2 == indicator.Level2).Select(p => new { p.Form, p.Indicator, Score = NameText.Likeness(Name(p.Indicator), name) }).Where(p => p.Score >= Alike).ToList();
        return like is [var only] ? new TwinIndicator(only.Form, only.Indicator, false) : null;
    }

    private static string Name(Indicator indicator) => NameText.Normal(indicator.Level3 ?? "");

    private sealed record FormIndicator(ProjectForm Form, Indicator Indicator);

    private sealed record TwinIndicator(ProjectForm Form, Indicator Indicator, bool Exact);
}
