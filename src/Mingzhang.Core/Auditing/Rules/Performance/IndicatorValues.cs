using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>指标值与指标名称相称：人次、数、率的指标有数，不以“是”“否”或一段叙述作指标值。</summary>
public sealed partial class IndicatorValues : IDisclosureRule
{
    // An account of what was done is longer than any target.
    private const int Account = 30;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0211", "人次、规模、次数、比率等指标的值有数，指标值不只写“是”“否”、不照抄指标名称、不是工作叙述", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in ProjectForm.All(context.Disclosure))
        {
            var rows = form.Form.Indicators.Where(i => !IndicatorWords.IsNone(IndicatorWords.Target(i))).DistinctBy(i => (i.Level3, IndicatorWords.Target(i))).ToList();
            var words = rows.FindAll(i => i.Level3 is { } name && Counted().IsMatch(name) && !HasNumber(IndicatorWords.Target(i)!) && !YesNo().IsMatch(IndicatorWords.Target(i)!));
            if (words.Count > 0)
                yield return Found(form, words, $"{form.Called()}的指标按名称应有数，值却只有文字：{List(words)}。", "具体数值");
            var yes = rows.FindAll(i => YesNo().IsMatch(IndicatorWords.Target(i)!));
            if (yes.Count > 0)
                yield return Found(form, yes, $"{form.Called()}以“{IndicatorWords.Target(yes[0])}”作指标值，不能衡量程度：{List(yes)}。", "可衡量的值");
            var repeats = rows.FindAll(i => Repeats(i, IndicatorWords.Target(i)!));
            if (repeats.Count > 0)
                yield return Found(form, repeats, $"{form.Called()}的指标值只重复指标名称：{List(repeats)}，没有可衡量的值。", form.Budget is { } budget && repeats[0].Level2 == "经济成本指标" ? $"≤{budget.Text.TrimEnd('元', '万')}万元" : "可衡量的值");
            foreach (var indicator in form.Form.Indicators)
            {
                if (indicator.Values.FirstOrDefault(v => v.Value.Length > Account && Telling().IsMatch(v.Value)) is not { Value: { } account } told)
                    continue;
                var year = told.Key[(told.Key.LastIndexOf('/') + 1)..];
                yield return this.Warning(FindingKind.Logic, $"“{indicator.Goal ?? indicator.Level3}”{year}的指标值是一段工作叙述，不是指标值，不能与其他年度比较。").In(
                    form, string.Join('/', new[] { indicator.Goal, indicator.Level2 }.Where(t => t is not null)), year, account, account, "可比的指标值", indicator.At);
            }
        }
    }

    private static bool HasNumber(string target) => target.Any(c => char.IsDigit(c) || "一二三四五六七八九十百千万零全无每".Contains(c, StringComparison.Ordinal));

    // In quality and effects the value may take up the name (有效提升); a cost or a count says how much.
    private static bool Repeats(Indicator indicator, string target) =>
        indicator.Level2 is "经济成本指标" or "数量指标" && indicator.Level3 is { } name && target.Length >= 4 && !HasNumber(target) && NameText.Normal(name).Contains(NameText.Normal(FigureText.Compact(target)), StringComparison.Ordinal);

    private static string List(List<Indicator> indicators) => string.Join("、", indicators.Select(i => $"“{i.Short()}”"));

    private Finding Found(ProjectForm form, List<Indicator> indicators, string message, string expected) =>
        this.Warning(FindingKind.Logic, message).In(form, string.Join("、", indicators.Select(i => i.Level3)), "指标值", indicators[0].Row(), IndicatorWords.Target(indicators[0]), expected, indicators[0].At);

    [GeneratedRegex("(人次|人次规模|人数|人次数|次数|份数|户数|数量|考核率|及时率|准确率|合格率|覆盖率|知晓率|完成率|办结率|满意率|比率)$")]
    private static partial Regex Counted();

    [GeneratedRegex("^(是|否|有|是/否)$")]
    private static partial Regex YesNo();

    [GeneratedRegex("(我局|我中心|我单位|我委|我区|我院|本局|本单位).*[，,].*")]
    private static partial Regex Telling();
}
