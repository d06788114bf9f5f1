using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>指标归在性质相合的二级指标下：比率不归数量，社会效益不归经济效益，可持续归可持续影响。</summary>
public sealed partial class IndicatorPlacement : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0210", "比率指标不列在数量指标下，就业、知晓度、能力等社会效益不列在经济效益下，可持续的列在可持续影响下，三级指标不照抄二级指标名称", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure);
        // What stands in the form of the whole department stands in those of its projects again: one finding for each kind of form.
        foreach (var kind in new[] { forms.Where(f => f.IsWhole), forms.Where(f => !f.IsWhole) })
        {
            var rates = kind.Select(f => new { Form = f, Rows = Distinct(f.Form.Indicators.Where(i => i.Level2 == "数量指标" && IsRate(i))) }).Where(r => r.Rows.Count > 0).ToList();
            if (rates.Count > 0)
                yield return Found(rates[0].Form, [.. rates.SelectMany(r => r.Rows)], $"数量指标下列的是比率：{string.Join("；", rates.Select(r => r.Form.Called() + List(r.Rows)))}，应属质量指标或时效指标。", "质量指标");
        }

        foreach (var form in forms)
        {
            var indicators = form.Form.Indicators;
            var social = Distinct(indicators.Where(i => i.Level2 is { } two && two.StartsWith("经济效益", StringComparison.Ordinal) && i.Level3 is { } name && Social().IsMatch(name) && !Economic().IsMatch(name)));
            if (social.Count > 0)
                yield return Found(form, social, $"{form.Called()}的经济效益指标下列的是社会效益：{List(social)}。", "社会效益指标");
            var lasting = Distinct(indicators.Where(i => (i.Level3?.Contains("可持续性", StringComparison.Ordinal) ?? false) && !(i.Level2?.Contains("可持续", StringComparison.Ordinal) ?? false) && i.Level1 is null or "效益指标"));
            lasting.RemoveAll(i => !(i.Level3?.Contains("可持续性", StringComparison.Ordinal) ?? false));
            if (lasting.Count > 0 && !indicators.Any(i => i.Level2?.Contains("可持续", StringComparison.Ordinal) ?? false))
                yield return Found(form, lasting, $"{form.Called()}的“{lasting[0].Level3}”讲可持续，没有列在可持续影响指标下。", "可持续影响指标");
            var copies = Distinct(indicators.Where(i => i.Level3 is { } three && i.Level2 is { } two && two.EndsWith("指标", StringComparison.Ordinal) && NameText.Normal(three) == NameText.Normal(two)));
            if (copies.Count > 0)
                yield return Found(form, copies, $"{form.Called()}的三级指标照抄二级指标名称：{List(copies)}，不是具体指标。", "具体的指标名称");
        }
    }

    // Coverage says how much there is as well as how good it is.
    private static bool IsRate(Indicator indicator)
    {
        var target = IndicatorWords.Target(indicator);
        if (IndicatorWords.Percentage(target) is null)
            return false;
        var text = indicator.Level3 ?? target!;
        return Rate().IsMatch(text) && !text.Contains("覆盖", StringComparison.Ordinal) && !text.Contains("频率", StringComparison.Ordinal);
    }

    // Goals of two terms side by side show the same row twice.
    private static List<Indicator> Distinct(IEnumerable<Indicator> indicators) => [.. indicators.DistinctBy(i => i.Level3 ?? IndicatorWords.Target(i))];

    private static string List(List<Indicator> indicators) => string.Join("、", indicators.Select(i => $"“{i.Short()}”"));

    private Finding Found(ProjectForm form, List<Indicator> indicators, string message, string expected) =>
        this.Warning(FindingKind.Column, message).In(form, string.Join("、", indicators.Select(i => i.Level3 ?? i.Goal)), "二级指标", indicators[0].Row(), indicators[0].Level2, expected, indicators[0].At);

    [GeneratedRegex("(率|比例|占比|比率)([（(][^（）()]*[)）]|[≥≤]?[0-9.]+[%％])?[。；;]?$|(率|比例)[≥≤]?[0-9.]+[%％]")]
    private static partial Regex Rate();

    [GeneratedRegex("就业|知晓|满意|服务能力|业务能力|稳定|公平|和谐|困难.{0,6}生活|社会")]
    private static partial Regex Social();

    [GeneratedRegex("收入|成本|费用|节约|节支|资金|产值|利润|税|经济|增收|减负|负担|价格")]
    private static partial Regex Economic();
}
