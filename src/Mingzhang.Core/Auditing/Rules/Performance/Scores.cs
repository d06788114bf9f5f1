using System.Globalization;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>自评得分相符：得分不超过分值，各项得分之和等于总分。</summary>
public sealed class Scores : IDisclosureRule
{
    private static readonly string[] Levels = ["成本指标", "产出指标", "效益指标", "满意度指标"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0402", "自评表各指标得分不超过分值，执行率得分与各指标得分之和等于总分，总分不超过100分", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsSelfEvaluation))
        {
            foreach (var indicator in form.Form.Indicators.Where(i => i.Score > i.Weight))
                yield return About(form, indicator.Level3 ?? "", this.Error(FindingKind.Score, $"“{indicator.Level3}”得{indicator.Score}分，超过分值{indicator.Weight}分。"), Text(indicator.Score!.Value), Text(indicator.Weight!.Value), indicator.At);
            foreach (var level in Levels)
            {
                var scored = form.Form.Indicators.Where(i => i.Level1 == level && i.Score is not null).ToList();
                if (Read(form, $"{level}/分值") is { } weight && scored.Count > 0 && scored.Sum(i => i.Score!.Value) > weight.Value)
                    yield return About(form, level, this.Error(FindingKind.Score, $"{level}各项得分之和{scored.Sum(i => i.Score!.Value)}分，超过分值{weight.Value}分。"), Text(scored.Sum(i => i.Score!.Value)), Text(weight.Value), scored[0].At);
            }

            if (Read(form, "总分") is not { } total)
                continue;
            if (total.Value > 100m)
                yield return About(form, "总分", this.Error(FindingKind.Score, $"总分{total.Value}分，超过100分。"), Text(total.Value), "100", form.Form.At);
            // Only a form whose indicators all show a score adds up.
            if (Read(form, "得分") is not { } rate || form.Form.Indicators.Count == 0 || form.Form.Indicators.Any(i => i.Score is null))
                continue;
            var sum = rate.Value + form.Form.Indicators.Sum(i => i.Score!.Value);
            if (sum != total.Value)
            {
                yield return About(form, "总分", this.Error(FindingKind.Score, $"总分写{total.Value}分，执行率得分{rate.Value}与各指标得分之和是{sum}分。"), Text(total.Value), Text(sum), form.Form.At) with
                {
                    Arithmetic = $"{rate.Value} + {string.Join(" + ", form.Form.Indicators.Select(i => i.Score))} = {sum}",
                };
            }
        }
    }

    private static Figure? Read(ProjectForm form, string field) => form.Field(field) is { } text ? FigureText.Parse(text.TrimEnd('分')) : null;

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static Finding About(ProjectForm form, string row, Finding finding, string printed, string expected, Place at) => finding with
    {
        Statement = form.Form.Form,
        Row = $"{form.Name}/{row}",
        Column = new Disclosures.ColumnPath("得分"),
        Quote = $"{form.Name} {row} {printed}",
        Printed = printed,
        Expected = expected,
        At = at,
    };
}
