using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>同类各表都填写的栏目不留空白；执行率未达100%的说明原因。</summary>
public sealed class BlankFields : IDisclosureRule
{
    // So many forms show what is usual.
    private const int FewestForms = 3;

    // A field that this share of the other forms fills is one that is filled.
    private const decimal Usual = 0.8m;

    // A form read by half or less may have been cut off, or not been read.
    private const decimal Whole = 0.6m;

    private static readonly string[] Reasons = ["偏差大或目标未完成原因分析", "改进措施及结果应用方案"];

    // Signatures and names of persons are left out of what is published.
    private static readonly string[] Persons = ["联系人", "联系电话", "填报人", "项目负责人", "部门负责人", "单位主要负责人签批意见", "邮政编码", "单位地址"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0113", "绩效表的单位名称等栏目不留空白（同类各表都已填写），执行率未达100%的填写原因分析和改进措施", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure);
        foreach (var group in new[] { forms.Where(f => f.IsSelfEvaluation), forms.Where(f => f.IsProjectGoal) }.Select(g => g.ToList()))
        {
            var common = group.Count < FewestForms ? [] : group.SelectMany(f => f.Form.Fields.Select(x => x.Key)).Where(k => !k.Contains('/', StringComparison.Ordinal))
                .GroupBy(k => k).Where(g => g.Count() >= Usual * (group.Count - 1)).Select(g => g.Key).ToList();
            foreach (var form in group)
            {
                var texts = FormTexts.Of(context.Disclosure, form.Form);
                bool Blank(string label) => form.Field(label) is null && FormTexts.Shows(texts, label);
                var filled = common.Count(k => form.Field(k) is not null);
                var blank = filled < Whole * common.Count ? [] : common.Where(k => !Persons.Contains(k) && !Reasons.Contains(k) && Blank(k)).ToList();
                if (blank.Count > 0)
                    yield return Found(context, form, blank, $"{form.Called()}的{Names(blank)}没有填写，同类各表都已填写。");
                if (form.IsSelfEvaluation && form.Field("执行率") is { } rate && FigureText.Parse(rate.TrimEnd('%', '％')) is { Value: < 100m } && Reasons.Where(Blank).ToList() is { Count: > 0 } reasons)
                    yield return Found(context, form, reasons, $"{form.Called()}执行率{rate}，未达100%，{Names(reasons)}却没有填写。");
            }
        }

        foreach (var whole in forms.Where(f => f.IsWhole && f.Field("整体绩效目标/年度目标") is not null && f.Field("整体绩效目标/长期目标") is null))
        {
            if (whole.Form.Indicators.Any(i => i.Goal?.StartsWith("长期", StringComparison.Ordinal) ?? false) || !FormTexts.Shows(FormTexts.Of(context.Disclosure, whole.Form), "长期目标"))
                continue;
            yield return Found(context, whole, ["整体绩效目标/长期目标"], $"{whole.Called()}的长期目标空白，也没有长期绩效指标。");
        }
    }

    private static string Names(List<string> fields) => string.Join("、", fields.Select(f => $"“{f}”"));

    private Finding Found(RuleContext context, ProjectForm form, List<string> fields, string message)
    {
        var leaf = fields[0][(fields[0].LastIndexOf('/') + 1)..];
        return this.Error(FindingKind.Missing, message).In(form, string.Join("、", fields), leaf, Printed(context, form, fields, leaf), "（空白）", $"填写{leaf}", PrintedWords.PlaceOf(context.Disclosure, leaf, form.Form.At));
    }

    // The line as it is printed; the labels where each is a cell.
    private static string Printed(RuleContext context, ProjectForm form, List<string> fields, string leaf) =>
        FormTexts.Of(context.Disclosure, form.Form).FirstOrDefault(t => t.StartsWith(leaf, StringComparison.Ordinal) && t.Length > leaf.Length) ?? string.Join(' ', fields.Select(f => f.Replace('/', ' ')));
}
