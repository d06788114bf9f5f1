using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Rules.Performance;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Related;

/// <summary>绩效目标跨文件相符：自评表的年初目标值就是预算公开的目标值；预算未减的项目，数量目标不低于上年公开的目标。</summary>
public sealed class RelatedTargets : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("DZ-3002", "自评表的年初目标值应与预算公开的目标值一致；预算未减的项目，数量目标不应低于上年公开的目标（审核时给出对照文件）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var related in context.Related.Where(r => r.Role is RelatedRole.LastBudget or RelatedRole.SameBudget))
        {
            var earlier = ProjectForm.All(related.Disclosure).Where(f => !f.IsSelfEvaluation).ToList();
            foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsSelfEvaluation == (related.Role == RelatedRole.SameBudget)))
            {
                if (earlier.Find(f => NameText.Normal(f.Name) == NameText.Normal(form.Name) && f.IsWhole == form.IsWhole) is not { } published)
                    continue;
                foreach (var (indicator, before) in Pairs(form, published))
                {
                    if (Differs(related.Role, form, published, indicator, before))
                        yield return Report(related, form, indicator, IndicatorWords.Target(before)!) with { Against = related.Name };
                }
            }
        }
    }

    // Indicators that each form has once by that name.
    private static IEnumerable<(Indicator Now, Indicator Before)> Pairs(ProjectForm form, ProjectForm published)
    {
        var before = Annual(published).ToLookup(Key, StringComparer.Ordinal);
        foreach (var group in Annual(form).GroupBy(Key, StringComparer.Ordinal))
        {
            if (group.Key.Length > 0 && group.Count() == 1 && before[group.Key].Count() == 1)
                yield return (group.First(), before[group.Key].First());
        }
    }

    // A goal form has long-term indicators of the same names before those of the year.
    private static IEnumerable<Indicator> Annual(ProjectForm form) => form.IsSelfEvaluation || !form.Form.Indicators.Any(IndicatorWords.IsAnnual)
        ? form.Form.Indicators
        : form.Form.Indicators.Where(IndicatorWords.IsAnnual);

    private static string Key(Indicator indicator) => NameText.Normal(indicator.Level3 ?? "");

    private static bool Differs(RelatedRole role, ProjectForm form, ProjectForm published, Indicator now, Indicator before)
    {
        if (IndicatorWords.Target(now) is not { } target || IndicatorWords.Target(before) is not { } was)
            return false;
        var (number, old) = (IndicatorWords.Number(target), IndicatorWords.Number(was));
        if (role == RelatedRole.SameBudget)
            return number is { } a && old is { } b && (a.Unit.Length == 0 || b.Unit.Length == 0 || a.Unit == b.Unit) && a.Number != b.Number;
        return now.Level2 == "数量指标" && number is { } n && old is { } o && n.Unit == o.Unit && n.Unit is not ("%" or "元" or "万元") && n.Number < o.Number
            && !target.StartsWith('≤') && form.Budget is { } budget && published.Budget is { } last && budget.Value >= last.Value
            // What the form itself shows of last year is compared by the rule on lowered targets.
            && IndicatorWords.Number(IndicatorWords.LastYear(now)) is null;
    }

    private Finding Report(RelatedDocument related, ProjectForm form, Indicator indicator, string was)
    {
        var target = IndicatorWords.Target(indicator)!;
        var why = related.Role == RelatedRole.SameBudget ? "年初目标值应与公开的目标一致" : "预算没有减少，目标却降低了";
        return this.Warning(FindingKind.Logic, $"“{(form.Name.Length > 0 ? form.Name : form.Form.Form)}”的“{indicator.Level3}”目标值是 {target}，{related.Words}中是 {was}：{why}，请核对或说明原因。").In(
            form, indicator.Level3 ?? "", related.Role == RelatedRole.SameBudget ? "年初目标值" : "指标值", $"{indicator.Level3} {target}", target, was, indicator.At);
    }
}
