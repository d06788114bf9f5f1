namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>满意度目标不无故低于以前年度。</summary>
public sealed class LoweredSatisfaction : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0213", "满意度指标的当年目标不低于以前年度的指标值");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => !f.IsSelfEvaluation))
        {
            foreach (var indicator in form.Form.Indicators.Where(i => i.Level2?.Contains("满意", StringComparison.Ordinal) ?? false))
            {
                if (IndicatorWords.Target(indicator) is not { } target || IndicatorWords.Percentage(target) is not { } now)
                    continue;
                var highest = IndicatorWords.Earlier(indicator).Select(e => new { e.Key, e.Value, Rate = IndicatorWords.Percentage(e.Value) }).Where(e => e.Rate is not null).OrderByDescending(e => e.Rate).FirstOrDefault();
                // 100% was what was reached, not what was aimed at.
                if (highest?.Rate is not { } before || before <= now || before == 100m)
                    continue;
                yield return this.Warning(FindingKind.Logic, $"“{indicator.Level3 ?? indicator.Goal}”的满意度目标由{highest.Key}的{highest.Value}降为{target}，没有说明原因。").In(
                    form, string.Join('/', new[] { indicator.Goal, indicator.Level3 ?? indicator.Level2 }.Where(t => t is not null)), "指标值", indicator.Row(), target, $"不低于{before}%或说明原因", indicator.At);
            }
        }
    }
}
