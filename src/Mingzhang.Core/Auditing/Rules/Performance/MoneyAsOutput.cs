namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>产出数量指标是产出，不是经费金额。</summary>
public sealed class MoneyAsOutput : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0207", "产出数量指标反映产出，不以项目经费金额本身作指标", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var found = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal && f.Budget is not null)
            .SelectMany(f => f.Form.Indicators.Where(i => i.Level2 == "数量指标" && IndicatorWords.Number(IndicatorWords.Target(i)) is { Unit: "万元" or "元" } && ProjectForm.Parse(IndicatorWords.Target(i)!.TrimStart('≥', '≤', '=')) is { } amount && amount.Agrees(f.Budget!.Value)).Select(i => new { Form = f, Indicator = i })).ToList();
        if (found.Count == 0)
            yield break;
        yield return this.Warning(FindingKind.Logic, $"以项目经费金额作产出数量指标：{string.Join("；", found.Select(f => $"“{f.Form.Name}”的“{f.Indicator.Level3}”{IndicatorWords.Target(f.Indicator)}"))}。金额是投入，不是产出。") with
        {
            Statement = found[0].Form.Form.Form,
            Row = string.Join("、", found.Select(f => f.Form.Name)) + "/数量指标",
            Quote = string.Join(" | ", found.Select(f => f.Indicator.Level3)),
            Printed = string.Join("、", found.Select(f => IndicatorWords.Target(f.Indicator))),
            Expected = "产出的数量",
            At = found[0].Indicator.At,
        };
    }
}
