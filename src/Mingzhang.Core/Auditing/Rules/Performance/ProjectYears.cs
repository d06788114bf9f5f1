using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>项目起止年度填写，并与项目属性相称。</summary>
public sealed partial class ProjectYears : IDisclosureRule
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

        // A project that had a budget before began before; one that continues (延续) does not begin and end in one year.
        var late = forms.Where(f => f.Field("项目属性")!.Contains('续') && OneYear(f) is { } from && (Term(f) is not null || Began(f, from))).ToList();
        if (late.Count > 0)
        {
            var (first, last) = late[0].Field("起始年度") is { } start ? (start, late[0].Field("终止年度")) : (Term(late[0])!, null);
            yield return About(context, late, this.Warning(FindingKind.Logic, $"{late.Count}个项目属性为持续（延续）性{(late.TrueForAll(f => Began(f, OneYear(f)!.Value)) ? "、以前年度已有预算" : "")}，起止时间却只有{OneYear(late[0])}年：{Names(late)}。"), last is null ? first : $"{first}—{last}", "首次立项的年度");
        }
    }

    // The only year of the project's term.
    private static int? OneYear(ProjectForm form)
    {
        var years = Year().Matches(Term(form) ?? (form.Field("起始年度") is { } from && from == form.Field("终止年度") ? from : "")).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToList();
        return years is [var only] ? only : null;
    }

    // 项目起止时间 of a project that is called 延续性.
    private static string? Term(ProjectForm form) => form.Field("项目属性")!.Contains("延续", StringComparison.Ordinal) && !form.Field("项目属性")!.Contains('□', StringComparison.Ordinal) ? form.Field("项目起止时间") : null;

    private static bool Began(ProjectForm form, int year) =>
        form.Years.Any(y => y.Year < year && y.Budget is { Value: > 0 })
        || (form.History is { } text && (text.Contains($"{year - 1}年", StringComparison.Ordinal) || Before().IsMatch(Figures.FigureText.Compact(text))));

    private static string Names(List<ProjectForm> forms) => string.Join("、", forms.Select(f => f.Name));

    private static Finding About(RuleContext context, List<ProjectForm> forms, Finding finding, string printed, string expected) => finding with
    {
        Statement = forms[0].Form.Form,
        Row = Names(forms),
        Column = new Disclosures.ColumnPath(forms[0].Field("项目起止时间") is null ? "起始年度" : "项目起止时间"),
        Quote = forms[0].Field("项目起止时间") is { } term ? $"项目属性 {forms[0].Field("项目属性")} 项目起止时间 {term}" : $"{forms[0].Field("项目属性")} 起始年度 {forms[0].Field("起始年度")} 终止年度 {forms[0].Field("终止年度")}",
        Printed = printed,
        Expected = expected,
        At = PrintedWords.PlaceOf(context.Disclosure, forms[0].Field("项目起止时间") is null ? "起始年度" : "项目起止时间", forms[0].Form.At),
    };

    [GeneratedRegex("20[0-9]{2}")]
    private static partial Regex Year();

    // A budget of earlier years that is more than nothing.
    [GeneratedRegex("(前两年|前年|上年|去年|上年度)[^,，。；;0-9]{0,8}预算[^,，。；;0-9]{0,4}(?!0+(\\.0+)?(万|元))[0-9]")]
    private static partial Regex Before();
}
