using Mingzhang.Core.Auditing.Rules.Performance;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>项目编码前后一致：绩效目标表的项目编码与项目支出表同一项目的编码相同。</summary>
public sealed class ProjectCodes : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0512", "绩效目标表的项目编码与项目支出表中同一项目的编码相同");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var projects = TableProject.All(context);
        foreach (var form in ProjectForm.All(context.Disclosure))
        {
            if (form.Code is not { } code || TableProject.Of(form, projects) is not { Code: { } expected } project || code == expected)
                continue;
            var elsewhere = projects.FirstOrDefault(p => p.Code == code);
            yield return this.Error(FindingKind.Code, $"“{form.Name}”的项目编码此处是{code}，{project.Table}中该项目的编码是{expected}；{(elsewhere is null ? $"{code}在{project.Table}中没有" : $"{code}在{project.Table}中是“{elsewhere.Name}”")}。") with
            {
                Statement = form.Form.Form,
                Row = form.Name,
                Quote = $"{form.Name} {code}",
                Printed = code,
                Expected = expected,
                At = PrintedWords.PlaceOf(context.Disclosure, code.Length > 12 ? code[^12..] : code, form.Form.At),
            };
        }
    }
}
