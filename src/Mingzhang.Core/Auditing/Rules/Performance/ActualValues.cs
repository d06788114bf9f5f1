using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>实际完成值填实际达到的数：不照抄目标的区间，不以“完成率100%”代替，未达目标的不给满分。</summary>
public sealed partial class ActualValues : IDisclosureRule
{
    private static readonly char[] Signs = ['≥', '≤', '>', '<', '＞', '＜', '﹥', '﹤'];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0404", "自评表的实际完成值填实际数值，不照抄目标值的“≥、≤”，不以“完成率100%”代替；未达到目标值的指标不得满分", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var all = ProjectForm.All(context.Disclosure).Where(f => f.IsSelfEvaluation)
            .SelectMany(f => f.Form.Indicators.Select(i => new Reached(f, i, IndicatorWords.Target(i), IndicatorWords.Actual(i)))).Where(x => x.Target is not null && x.Actual is not null).ToList();
        var copied = all.FindAll(x => Signs.Contains(x.Actual![0]) && x.Actual.Any(char.IsDigit) && x.Actual == x.Target);
        if (copied.Count > 0)
            yield return Found(copied, "实际完成值照抄目标值的区间，不是实测数", "实际达到的数值");
        var rates = all.FindAll(x => Completed().IsMatch(x.Actual!) && !x.Target!.Contains("完成率", StringComparison.Ordinal) && !(x.Indicator.Level3?.Contains("完成率", StringComparison.Ordinal) ?? false));
        if (rates.Count > 0)
            yield return Found(rates, "实际完成值只写“完成率”，没有指标本身的实际值", "实际达到的数值");
        foreach (var (form, indicator, target, actual) in all.Where(x => Missed(x.Target!, x.Actual!) && IsFull(x.Form, x.Indicator)))
        {
            yield return this.Warning(FindingKind.Score, $"“{form.Name}”的“{indicator.Level3}”目标{target}，实际{actual}，没有达到，得分{indicator.Score}分却是满分。").In(
                form, indicator.Level3 ?? "", "得分", indicator.Row(), indicator.Score?.ToString(CultureInfo.InvariantCulture), "按完成程度扣分", indicator.At);
        }
    }

    private static bool Missed(string target, string actual)
    {
        if (IndicatorWords.Number(target) is not { } wanted || IndicatorWords.Number(actual) is not { } reached || wanted.Unit != reached.Unit || Signs.Contains(actual[0]))
            return false;
        return target[0] is '≥' or '>' or '＞' ? reached.Number < wanted.Number : target[0] is '≤' or '<' or '＜' && reached.Number > wanted.Number;
    }

    // Full by its own weight, or because the scores of its level use up the level's weight.
    private static bool IsFull(ProjectForm form, Indicator indicator) =>
        indicator.Score is > 0m && (indicator.Score == indicator.Weight
            || (indicator.Weight is null && Figures.FigureText.Parse(form.Field(indicator.Level1 + "/分值"))?.Value == form.Form.Indicators.Where(i => i.Level1 == indicator.Level1).Sum(i => i.Score)));

    private Finding Found(List<Reached> rows, string what, string expected)
    {
        var forms = rows.GroupBy(r => r.Form.Name).Select(g => $"“{g.Key}”{string.Join("、", g.Select(r => $"{r.Indicator.Level3} {r.Actual}"))}");
        return this.Warning(FindingKind.Logic, $"{rows.Count}个指标的{what}：{string.Join("；", forms)}。").In(
            rows[0].Form, string.Join("、", rows.Select(r => r.Indicator.Level3).Distinct()), "实际完成值", rows[0].Indicator.Row(), string.Join("、", rows.Select(r => r.Actual).Distinct()), expected, rows[0].Indicator.At);
    }

    [GeneratedRegex("^完成率?(为|：|:)?[0-9.]+[%％]$")]
    private static partial Regex Completed();

    // An indicator with its target and what was reached.
    private sealed record Reached(ProjectForm Form, Indicator Indicator, string? Target, string? Actual);
}
