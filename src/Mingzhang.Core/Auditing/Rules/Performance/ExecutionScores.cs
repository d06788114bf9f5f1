using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>执行率得分等于分值乘执行率；整体自评各部分得分之和等于自评得分。</summary>
public sealed partial class ExecutionScores : IDisclosureRule
{
    private static readonly string[] Levels = ["成本指标", "产出指标", "效益指标", "满意度指标"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0403", "自评表的执行率得分等于分值×执行率，整体自评的执行率得分与绩效目标得分之和等于自评得分", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsSelfEvaluation))
        {
            // What the indicators leave of 100 points is the weight of the execution.
            var given = Levels.Select(l => form.Field(l + "/分值")).OfType<string>().Select(t => FigureText.Parse(t)?.Value ?? 0m).ToList();
            if (given.Count < 3 || 100m - given.Sum() is not (>= 5m and <= 30m and var weight) || Number(form.Field("得分")) is not { } score || Number(form.Field("执行率")) is not { } rate)
                continue;
            var right = weight * Math.Min(rate.Value, 100m) / 100m;
            if (Math.Abs(score.Value - right) <= Precision.HalfStep(score.Decimals) + (weight * Precision.HalfStep(rate.Decimals) / 100m))
                continue;
            var expected = Precision.Round(right, 2).ToString("0.##", CultureInfo.InvariantCulture);
            yield return this.Error(FindingKind.Score, $"{form.Called()}执行率得分写{form.Field("得分")}分，{weight}分×{form.Field("执行率")}＝{expected}分。").In(
                form, "执行率得分", "得分", $"{form.Field("预算数")} {form.Field("执行数")} {form.Field("执行率")} {form.Field("得分")}", form.Field("得分"), expected, PrintedWords.PlaceOf(context.Disclosure, form.Field("得分")!, form.Form.At)) with
            {
                Arithmetic = $"{weight} × {form.Field("执行率")} = {expected}",
            };
        }

        foreach (var paragraph in context.Disclosure.Narrative)
        {
            var text = Labels.WithoutSpaces(paragraph.Text);
            if (Summary().Match(text) is not { Success: true } match)
                continue;
            var (execution, goals, all) = (Part(match, "execution"), Part(match, "goals"), Part(match, "all"));
            if (execution + goals == all)
                continue;
            yield return this.Error(FindingKind.Score, $"执行率得分{execution}分与绩效目标得分{goals}分之和是{execution + goals}分，自评得分写{all}分。") with
            {
                Section = paragraph.Section,
                Quote = match.Value,
                Printed = all.ToString(CultureInfo.InvariantCulture),
                Expected = (execution + goals).ToString(CultureInfo.InvariantCulture),
                Arithmetic = $"{execution} + {goals} = {execution + goals}",
                At = paragraph.At,
            };
        }
    }

    private static Figure? Number(string? text) => text is null ? null : FigureText.Parse(text.TrimEnd('分', '%', '％'));

    private static decimal Part(Match match, string group) => decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("执行率?得分(为|是|：|:)*(?<execution>[0-9]+(\\.[0-9]+)?)分[,，、]绩效(目标|指标)得分(为|是|：|:)*(?<goals>[0-9]+(\\.[0-9]+)?)分[,，、；;](综合)?自评(综合)?(总)?得分(为|是|：|:)*(?<all>[0-9]+(\\.[0-9]+)?)分")]
    private static partial Regex Summary();
}
