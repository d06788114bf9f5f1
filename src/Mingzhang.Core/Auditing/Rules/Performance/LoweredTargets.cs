namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>预算不减，数量目标不无故降低；预算大减，目标相应调整。</summary>
public sealed class LoweredTargets : IDisclosureRule
{
    // A budget that keeps less than this part of last year's has fallen steeply.
    private const decimal Steep = 0.3m;

    // So many counted targets, all as before, show that nobody adjusted them.
    private const int Unchanged = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0208", "预算未减的项目，数量指标值不低于上年；预算大幅减少的，指标值相应调整或说明原因");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Disclosure.Facts.Year is not { } year)
            yield break;
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal))
        {
            if (form.Budget is not { } budget || Prior(form, year) is not { } prior || prior == 0)
                continue;
            var counted = form.Form.Indicators
                .Where(i => i.Level2 == "数量指标")
                .Select(i => new { Indicator = i, Now = IndicatorWords.Number(IndicatorWords.Target(i)), Before = IndicatorWords.Number(IndicatorWords.LastYear(i)) })
                .Where(i => i.Now is { Unit: not ("%" or "万元" or "元") } now && i.Before is { } before && before.Unit == now.Unit).ToList();
            foreach (var each in counted)
            {
                var (indicator, now, before) = (each.Indicator, each.Now, each.Before);
                if (budget.Value >= prior && now!.Number < before!.Number && !(IndicatorWords.Target(indicator)!.StartsWith('≤')))
                {
                    yield return this.Warning(FindingKind.Logic, $"“{form.Name}”预算没有减少（{prior}→{budget.Text}），“{indicator.Level3}”却由{IndicatorWords.LastYear(indicator)}降为{IndicatorWords.Target(indicator)}，没有说明原因。") with
                    {
                        Statement = form.Form.Form,
                        Row = $"{form.Name}/{indicator.Level3}",
                        Column = new Disclosures.ColumnPath("指标值"),
                        Quote = $"{indicator.Level3} {IndicatorWords.LastYear(indicator)} {IndicatorWords.Target(indicator)}",
                        Printed = IndicatorWords.Target(indicator),
                        Expected = $"不低于{IndicatorWords.LastYear(indicator)}或说明原因",
                        At = indicator.At,
                    };
                }
            }

            if (budget.Value < Steep * prior && counted.Count >= Unchanged && counted.TrueForAll(c => c.Now!.Number == c.Before!.Number))
            {
                yield return this.Warning(FindingKind.Logic, $"“{form.Name}”预算由{prior}万元减为{budget.Text}万元，{counted.Count}个数量指标值却与上年全部相同，没有说明原因。") with
                {
                    Statement = form.Form.Form,
                    Row = form.Name,
                    Column = new Disclosures.ColumnPath("项目当年预算"),
                    Quote = string.Join(" ", form.Years.Where(y => y.Year == year - 1).Select(y => $"{y.Year} {y.Budget?.Text} {y.Executed?.Text} {y.Rate}")),
                    Printed = budget.Text,
                    Expected = "相应调整指标值，或说明原因",
                    At = form.Form.At,
                };
            }
        }
    }

    private static decimal? Prior(ProjectForm form, int year)
    {
        if (form.Years.FirstOrDefault(y => y.Year == year - 1)?.Budget is { } row)
            return row.Value;
        return form.History is { } text && BudgetHistory.Budgets(text).TryGetValue(year - 1, out var said) ? said.Value : null;
    }
}
