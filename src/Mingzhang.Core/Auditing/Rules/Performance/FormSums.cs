namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>项目表内金额相符：资金来源合计、明细测算之和都等于项目当年预算。</summary>
public sealed class FormSums : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0102", "项目绩效目标表的资金来源合计、明细测算金额之和等于项目当年预算");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal))
        {
            if (form.Budget is not { } budget)
                continue;
            // A project of several years is calculated for all of them or for this one.
            var total = form.Amount("项目总预算") ?? budget;
            if (form.Sources.FirstOrDefault(s => s.Source == "合计") is { Source: not null } sum && !sum.Amount.Agrees(budget.Value) && !sum.Amount.Agrees(total.Value))
                yield return Differs(form, "资金来源合计", sum.Amount.Text, sum.Amount.Value, budget);
            var lines = form.Details.Where(d => d.Amount is not null).ToList();
            if (lines.Count == 0 || lines.Count < form.Details.Count)
                continue;
            var details = lines.Sum(d => d.Amount!.Value);
            if (!budget.Agrees(details) && !total.Agrees(details))
                yield return Differs(form, "明细测算之和", string.Join(" + ", lines.Select(d => d.Amount!.Text)), details, budget);
        }
    }

    private Finding Differs(ProjectForm form, string what, string printed, decimal value, FormAmount budget) =>
        this.ByReading(form.Form, FindingKind.Sum, $"“{form.Name}”的{what}是{value}，项目当年预算是{budget.Text}。") with
        {
            Statement = form.Form.Form,
            Row = $"{form.Name}/{what}",
            Quote = $"{form.Name} {printed} {budget.Text}",
            Printed = printed,
            Expected = budget.Text,
            Arithmetic = $"{printed} = {value} ≠ {budget.Text}",
            At = form.Form.At,
        };
}
