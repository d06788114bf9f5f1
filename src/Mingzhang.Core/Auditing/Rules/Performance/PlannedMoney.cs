using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>整体绩效指标计划支付的金额不超过部门的项目支出预算。</summary>
public sealed partial class PlannedMoney : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0214", "整体绩效目标表的指标值中计划支付的金额（万元）不超过部门项目支出预算");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var whole in ProjectForm.All(context.Disclosure).Where(f => f.IsWhole))
        {
            var budget = whole.Form.Fields.Where(f => f.Key.Contains("支出构成/", StringComparison.Ordinal) && (f.Key.Contains("/项目支出/当年", StringComparison.Ordinal) || f.Key.Contains("/特定目标类项目支出/当年", StringComparison.Ordinal)))
                .Select(f => ProjectForm.Parse(f.Value)).OfType<FormAmount>().FirstOrDefault();
            if (budget is not { Value: > 0m })
                continue;
            foreach (var indicator in whole.Form.Indicators)
            {
                // Money of the insurance funds is no budget of the department; parts of a sum are not added to it.
                if (IndicatorWords.Target(indicator) is not { } target || Elsewhere().IsMatch(target + indicator.Level3))
                    continue;
                var amounts = Amount().Matches(FigureText.Compact(target)).Select(m => decimal.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture)).ToList();
                var sum = amounts.Sum();
                if (sum <= budget.Value)
                    continue;
                yield return this.Warning(FindingKind.Logic, $"“{indicator.Goal ?? indicator.Level3}”当年计划支付{sum}万元，超过部门项目支出预算{budget.Text}万元，没有说明其余资金的来源。").In(
                    whole, string.Join('/', new[] { indicator.Goal, indicator.Level3 ?? indicator.Level2 }.Where(t => t is not null)), "预期当年实现值", target, string.Join("+", amounts), $"不超过{budget.Text}万元，或说明资金来源", indicator.At) with
                {
                    Arithmetic = $"{string.Join(" + ", amounts)} = {sum} > {budget.Text}",
                };
            }
        }
    }

    [GeneratedRegex("(金额|资金|经费|补助|支付|拨付|投入)[^0-9,，。；;]{0,4}(?<number>[0-9][0-9.]*)万元")]
    private static partial Regex Amount();

    [GeneratedRegex("基金|其中|共计|合计|追回|查处|罚|节约|招商|社会资本|产值|收入")]
    private static partial Regex Elsewhere();
}
