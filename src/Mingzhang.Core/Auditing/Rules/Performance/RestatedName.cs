using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>立项依据、实施方案、绩效目标写出内容，不只重复项目名称。</summary>
public sealed class RestatedName : IDisclosureRule
{
    private static readonly string[] Grounds = ["项目立项依据", "立项依据", "项目申请理由", "政策文件及依据"];
    private static readonly string[] Contents = ["项目实施方案", "项目主要内容", "项目概况", "实施目的与效果"];
    private static readonly string[] Goals = ["长期目标", "中期目标", "年度目标", "年度总体目标"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0107", "项目立项依据、实施方案和绩效目标写明依据、内容和预期结果，不只重复项目名称", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal && f.Name.Length >= 4))
        {
            var fields = form.Form.Fields.Where(f => Restates(f.Value, form.Name)).ToList();
            var plan = fields.FindAll(f => Grounds.Contains(f.Key) || Contents.Contains(f.Key));
            if (plan.Count > 0)
                yield return Found(context, form, plan, "依据文件和具体内容");
            var goals = fields.FindAll(f => Goals.Contains(f.Key) || (f.Key.StartsWith("项目绩效总目标/", StringComparison.Ordinal) && f.Key.EndsWith("目标说明", StringComparison.Ordinal)));
            if (goals.Count > 0)
                yield return Found(context, form, goals, "预期达到的产出和效果");
        }
    }

    // The name itself, or the name without its last word (经费, 项目).
    private static bool Restates(string text, string name)
    {
        var (said, project) = (Bare(text), Bare(name));
        return said.Length >= 4 && (said == project || project.Contains(said, StringComparison.Ordinal));
    }

    private static string Bare(string text) => NameText.Normal(text).TrimEnd('。', '；', ';', '.');

    private Finding Found(RuleContext context, ProjectForm form, List<KeyValuePair<string, string>> fields, string expected)
    {
        var names = fields.Select(f => f.Key.Replace("项目绩效总目标/", "", StringComparison.Ordinal).Replace("/目标说明", "", StringComparison.Ordinal)).ToList();
        return this.Warning(FindingKind.Logic, $"“{form.Name}”的{string.Join("、", names)}只重复项目名称“{fields[0].Value}”。").In(
            form, string.Join("、", names), names[0], string.Join(' ', names.Zip(fields, (n, f) => $"{n} {f.Value}")), fields[0].Value, expected, PrintedWords.PlaceOf(context.Disclosure, names[0], form.Form.At));
    }
}
