using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>绩效目标表的预算与项目支出表相符。</summary>
public sealed class ProjectBudgets : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0101", "绩效目标表中项目的当年预算与项目支出表同一项目的金额相等", "《预算法》第三十二条");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var projects = TableProject.All(context);
        var forms = ProjectForm.All(context.Disclosure);
        foreach (var form in forms.Where(f => f.IsProjectGoal))
        {
            if (form.Budget is { } budget && TableProject.Of(form, projects) is { Amount: { } amount } project && !budget.Agrees(amount))
                yield return Differs(context, form, form.Name, budget, project, amount);
        }

        foreach (var whole in forms.Where(f => f.IsWhole))
        {
            foreach (var (name, listed) in whole.Projects)
            {
                if (listed is { } budget && projects.FirstOrDefault(p => NameText.Normal(p.Name) == NameText.Normal(name)) is { Amount: { } amount } project && !budget.Agrees(amount))
                    yield return Differs(context, whole, name, budget, project, amount);
            }
        }
    }

    private Finding Differs(RuleContext context, ProjectForm form, string name, FormAmount budget, TableProject project, decimal amount) =>
        this.ByReading(form.Form, FindingKind.CrossTable, $"“{name}”的当年预算此处是{budget.Text}，{project.Table}是{amount}万元。") with
        {
            Statement = form.Form.Form,
            Row = name,
            Quote = $"{name} {budget.Text}",
            Printed = budget.Text,
            Expected = amount.ToString(System.Globalization.CultureInfo.InvariantCulture),
            At = PrintedWords.PlaceOf(context.Disclosure, name, form.Form.At),
        };
}
