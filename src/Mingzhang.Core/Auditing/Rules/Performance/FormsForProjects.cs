using System.Text.RegularExpressions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>项目与绩效目标表一一对应。</summary>
public sealed partial class FormsForProjects : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0301", "项目支出表的每个项目都有绩效目标表，绩效目标表的项目都在项目支出表中", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var projects = TableProject.All(context);
        var forms = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal).ToList();
        if (projects.Count == 0 || forms.Count == 0)
            yield break;
        var covered = new HashSet<TableProject>();
        foreach (var form in forms)
        {
            if (TableProject.Of(form, projects) is { } project)
            {
                covered.Add(project);
                continue;
            }

            var parts = projects.Where(p => form.Details.Any(d => NameText.Normal(d.Key) == NameText.Normal(p.Name) || NameText.Normal(d.Activity) == NameText.Normal(p.Name))).ToList();
            covered.UnionWith(parts);
            yield return this.Warning(FindingKind.Name, $"“{form.Name}”{form.Budget?.Text}在{projects[0].Table}中没有{(parts.Count > 0 ? $"，表中分列为{string.Join("、", parts.Select(p => $"“{p.Name}”{p.Amount}"))}" : "")}。") with
            {
                Statement = form.Form.Form,
                Row = form.Name,
                Column = new Disclosures.ColumnPath("项目名称"),
                Quote = $"项目名称 {form.Name}",
                Printed = form.Name,
                Expected = parts.Count > 0 ? string.Join("、", parts.Select(p => p.Name)) : null,
                At = PrintedWords.PlaceOf(context.Disclosure, form.Name, form.Form.At),
            };
        }

        var missing = projects.Where(p => !covered.Contains(p) && p.Amount is > 0 && (p.Code is null || p.Code[11] == 'T')).ToList();
        var all = context.Disclosure.Narrative.FirstOrDefault(p => Full().IsMatch(PrintedWords.Bare(p.Text)));
        // Many projects without a form: forms are published elsewhere, or as pictures, unless the document says that all have one.
        if (missing.Count == 0 || (all is null && missing.Count * 2 > projects.Count(p => p.Code is null || p.Code[11] == 'T')))
            yield break;
        yield return this.Warning(FindingKind.Missing, $"{projects[0].Table}中{string.Join("、", missing.Select(p => $"“{p.Name}”{p.Amount}万元"))}没有项目绩效目标表{(all is null ? "" : "，而情况说明称项目支出全部纳入绩效管理")}。") with
        {
            Statement = forms[0].Form.Form,
            Row = string.Join("、", missing.Select(p => $"{p.Name}（{p.Amount}万元）")),
            Quote = string.Join(" | ", missing.Select(p => $"{p.Name}{p.Amount}万元")),
            Printed = $"{forms.Count}张项目绩效目标表",
            Expected = $"{forms.Count + missing.Count}张",
            At = missing[0].At,
        };
    }

    [GeneratedRegex("全部纳入(预算)?绩效|绩效.{0,12}全覆盖")]
    private static partial Regex Full();
}
