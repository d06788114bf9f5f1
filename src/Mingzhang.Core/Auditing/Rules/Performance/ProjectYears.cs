namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>项目起止年度填写，并与项目属性相称。</summary>
public sealed class ProjectYears : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0206", "项目的起始年度、终止年度已填写，持续性项目的起始年度是首次立项的年度");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal && f.Field("项目属性") is not null).ToList();
        var labelled = context.Disclosure.Texts.Count(t => Editions.Labels.WithoutSpaces(t.Text).Contains("起始年度", StringComparison.Ordinal));
        var blank = forms.Where(f => f.Field("起始年度") is null && f.Field("终止年度") is null && f.Field("项目起止时间") is null).ToList();
        if (blank.Count > 0 && labelled >= blank.Count)
        {
            yield return About(context, blank, this.Warning(FindingKind.Placeholder, $"{blank.Count}个项目的起始年度、终止年度没有填写：{Names(blank)}。"), "（空白）", "填写年度");
        }

        // A project that had a budget before began before.
        var late = forms.Where(f => f.Field("起始年度") is { } from && from == f.Field("终止年度") && f.Field("项目属性")!.Contains('续') && Began(f, from)).ToList();
        if (late.Count > 0)
            yield return About(context, late, this.Warning(FindingKind.Logic, $"{late.Count}个项目属性为持续性、以前年度已有预算，起始年度和终止年度却都是{late[0].Field("起始年度")}：{Names(late)}。"), $"{late[0].Field("起始年度")}—{late[0].Field("终止年度")}", "首次立项的年度");
    }

    private static bool Began(ProjectForm form, string from) =>
        int.TryParse(from.AsSpan(0, Math.Min(4, from.Length)), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)
        && (form.Years.Any(y => y.Year < year && y.Budget is { Value: > 0 }) || (form.History?.Contains($"{year - 1}年", StringComparison.Ordinal) ?? false));

    private static string Names(List<ProjectForm> forms) => string.Join("、", forms.Select(f => f.Name));

    private static Finding About(RuleContext context, List<ProjectForm> forms, Finding finding, string printed, string expected) => finding with
    {
        Statement = forms[0].Form.Form,
        Row = Names(forms),
        Column = new Disclosures.ColumnPath("起始年度"),
        Quote = $"{forms[0].Field("项目属性")} 起始年度 {forms[0].Field("起始年度")} 终止年度 {forms[0].Field("终止年度")}",
        Printed = printed,
        Expected = expected,
        At = PrintedWords.PlaceOf(context.Disclosure, "起始年度", forms[0].Form.At),
    };
}
