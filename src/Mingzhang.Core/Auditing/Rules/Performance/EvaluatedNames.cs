using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>自评的项目名称一致：预算数、执行数都相同的项目，在自评表和情况说明、自评摘要中用同一名称。</summary>
public sealed class EvaluatedNames : IDisclosureRule
{
    // Names that share less may be two projects with the same amounts.
    private const int Alike = 450;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0406", "自评表、情况说明、自评摘要对同一项目（预算数、执行数都相同）用同一名称", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure).Where(f => f.IsSelfEvaluation && f.Name.Length > 0)
            .Select(f => new { Form = f, Budget = f.Amount("预算数")?.Value, Executed = f.Amount("执行数")?.Value }).ToList();
        var said = NarrativeResults.All(context.Disclosure);
        foreach (var form in forms)
        {
            if (form is not { Budget: { } budget, Executed: { } executed } || forms.Count(f => f.Budget == budget && f.Executed == executed) > 1)
                continue;
            var same = said.FindAll(s => s.Budget.Agrees(budget) && s.Executed.Agrees(executed));
            // Two projects of one list with the same amounts cannot be told apart.
            if (same.GroupBy(s => s.Paragraph.Section).Any(g => g.Count() > 1))
                continue;
            var own = Bare(form.Form.Name);
            var others = same.Where(s => Bare(s.Name) != own && IsAlike(Bare(s.Name), own)).DistinctBy(s => Bare(s.Name)).ToList();
            if (others.Count == 0)
                continue;
            var elsewhere = string.Join("，", others.Select(o => $"“{PrintedWords.LastHeading(o.Paragraph.Section)}”写“{o.Name}”"));
            yield return this.Warning(FindingKind.Name, $"同一项目（预算数{form.Form.Field("预算数")}，执行数{form.Form.Field("执行数")}）名称不一致：自评表写“{form.Form.Name}”，{elsewhere}。").In(
                form.Form, form.Form.Name, "项目名称", string.Join(" | ", others.Select(o => o.Name).Prepend(form.Form.Name)), form.Form.Name, others[0].Name, PrintedWords.PlaceOf(context.Disclosure, form.Form.Name, form.Form.Form.At));
        }
    }

    private static bool IsAlike(string left, string right) =>
        left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal) || NameText.Likeness(left, right) >= Alike;

    // 项目 at the end is no part of a name: 征集项目预算数… and 征集 are one.
    private static string Bare(string name)
    {
        var normal = NameText.Normal(name);
        return normal.Length > 4 && normal.EndsWith("项目", StringComparison.Ordinal) ? normal[..^2] : normal;
    }
}
