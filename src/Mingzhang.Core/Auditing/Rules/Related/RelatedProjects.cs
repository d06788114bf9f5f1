using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Rules.Performance;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Related;

/// <summary>同一项目跨年相符：名称与编码、以前年度的预算、项目属性和起始年度。</summary>
public sealed class RelatedProjects : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("DZ-3001", "同一项目的名称、以前年度预算、属性和起始年度应与以前公开的文件一致（审核时给出对照文件）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var related in context.Related.Where(r => r.Role is RelatedRole.LastBudget or RelatedRole.SameBudget))
        {
            var before = TableProject.All(related.Context);
            foreach (var finding in Names(TableProject.All(context), before, related))
                yield return finding with { Against = related.Name };
            if (related.Role != RelatedRole.LastBudget || related.Disclosure.Facts.Year is not { } last)
                continue;
            var forms = ProjectForm.All(related.Disclosure).Where(f => f.IsProjectGoal).ToList();
            foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal))
            {
                foreach (var finding in Compare(context, related, form, last, before, forms))
                    yield return finding with { Against = related.Name };
            }
        }
    }

    private IEnumerable<Finding> Names(IReadOnlyList<TableProject> now, IReadOnlyList<TableProject> before, RelatedDocument related)
    {
        foreach (var project in now)
        {
            if (project.Code is not { } code || before.FirstOrDefault(p => p.Code == code) is not { } earlier || NameText.Normal(earlier.Name) == NameText.Normal(project.Name))
                continue;
            yield return this.Warning(FindingKind.Name, $"项目编码 {code} 在{related.Words}中是“{earlier.Name}”，本文件是“{project.Name}”，请核对是否同一项目、名称应否统一。") with
            {
                Statement = project.Table,
                Row = code,
                Column = new ColumnPath("项目名称"),
                Quote = project.Name,
                Printed = project.Name,
                Expected = earlier.Name,
                At = project.At,
            };
        }
    }

    private IEnumerable<Finding> Compare(
        RuleContext context, RelatedDocument related, ProjectForm form, int last, IReadOnlyList<TableProject> before, List<ProjectForm> forms)
    {
        var name = NameText.Normal(form.Name);
        var project = before.FirstOrDefault(p => NameText.Normal(p.Name) == name) ?? (form.Code is { } code ? before.FirstOrDefault(p => p.Code == code) : null);
        var earlier = forms.Find(f => NameText.Normal(f.Name) == name);
        var published = project?.Amount ?? earlier?.Budget?.Value;
        if (published is { } amount)
        {
            var said = form.Years.FirstOrDefault(y => y.Year == last)?.Budget
                ?? (form.History is { } text && BudgetHistory.Budgets(text).TryGetValue(last, out var told) ? told : null);
            if (said is { } stated && !stated.Agrees(amount))
            {
                yield return this.Warning(FindingKind.CrossTable, $"“{form.Name}”写{last}年预算 {stated.Text}，{related.Words}中是 {Text(amount)} 万元，请核对。").In(
                    form, form.Name, "项目前两年预算及当年预算变动情况", $"{last} {stated.Text}", stated.Text, Text(amount), form.Form.At);
            }
        }

        if (published is not > 0m)
            yield break;
        var attribute = form.Field("项目属性");
        var chosen = attribute is not null && !attribute.Contains('□', StringComparison.Ordinal) ? attribute : null;
        if (chosen is not null && (chosen.Contains("新增", StringComparison.Ordinal) || chosen.Contains("一次性", StringComparison.Ordinal)))
        {
            yield return this.Warning(FindingKind.Logic, $"“{form.Name}”的项目属性是“{chosen}”，{related.Words}中已有这个项目（{Text(published.Value)} 万元），请核对。").In(
                form, form.Name, "项目属性", $"项目属性 {chosen}", chosen, "延续性项目", PrintedWords.PlaceOf(context.Disclosure, "项目属性", form.Form.At));
        }
        else if (earlier?.Field("项目属性") is { } was && !was.Contains('□', StringComparison.Ordinal) && was.Contains("一次性", StringComparison.Ordinal))
        {
            yield return this.Warning(FindingKind.Logic, $"“{form.Name}”在{related.Words}中是“{was}”，本年又安排预算，请核对项目属性。").In(
                form, form.Name, "项目属性", $"项目属性 {attribute}", attribute, null, form.Form.At);
        }

        if (form.Field("起始年度") is { } from && earlier?.Field("起始年度") is { } first && from.Trim() != first.Trim() && chosen?.Contains('续') == true)
        {
            yield return this.Warning(FindingKind.Year, $"“{form.Name}”的起始年度是 {from}，{related.Words}中是 {first}；延续（持续）的项目起始年度不应改变。").In(
                form, form.Name, "起始年度", $"起始年度 {from}", from, first, PrintedWords.PlaceOf(context.Disclosure, "起始年度", form.Form.At));
        }
    }

    private static string Text(decimal amount) => amount.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
