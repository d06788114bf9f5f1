namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>延续项目的近两年指标值已填写，指标值确定依据不缺。</summary>
public sealed class PriorValues : IDisclosureRule
{
    // A column filled in this share of the rows is one that the office fills.
    private const decimal Filled = 0.8m;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0209", "以前年度已有预算的项目填写近两年指标值，各行都填写指标值确定依据");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Disclosure.Facts.Year is not { } year)
            yield break;
        var forms = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal).ToList();
        var blank = forms.Where(f => Ran(f, year)).SelectMany(f => f.Form.Indicators
            .Where(i => IndicatorWords.IsAnnual(i) && IndicatorWords.Target(i) is not null && (IndicatorWords.LastYear(i) is null || IndicatorWords.YearBefore(i) is null)).Select(i => new { Form = f, Indicator = i })).ToList();
        var annual = forms.SelectMany(f => f.Form.Indicators).Where(IndicatorWords.IsAnnual).ToList();
        // A form without these columns leaves nothing blank.
        if (blank.Count > 0 && annual.Exists(i => IndicatorWords.LastYear(i) is not null))
        {
            var names = blank.GroupBy(b => b.Form.Name).Select(g => $"{g.Key}（{string.Join("、", g.Select(b => b.Indicator.Level3).Take(3))}）").ToList();
            var most = blank.OrderByDescending(b => IndicatorWords.LastYear(b.Indicator) is null && IndicatorWords.YearBefore(b.Indicator) is null).First();
            yield return this.Warning(FindingKind.Missing, $"以前年度已有预算的项目，{blank.Count}个指标的前年或上年值空白，也没有注明当年新设：{string.Join("；", names)}。") with
            {
                Statement = most.Form.Form.Form,
                Row = "前年、上年指标值",
                Column = new Disclosures.ColumnPath("近两年指标值"),
                Quote = string.Join(" | ", blank.OrderByDescending(b => IndicatorWords.LastYear(b.Indicator) is null).Select(b => b.Indicator.Level3).Distinct().Take(6)),
                Printed = "（空白）",
                Expected = "前年、上年的值，或注明未设",
                At = most.Indicator.At,
            };
        }

        var all = context.Disclosure.Performance.Where(f => f.Indicators.Any(Has)).SelectMany(f => f.Indicators.Select(i => new { Form = f, Indicator = i })).ToList();
        var lacking = all.Where(a => !Has(a.Indicator)).ToList();
        if (lacking.Count == 0 || all.Count - lacking.Count < Filled * all.Count)
            yield break;
        var other = lacking.Where(l => l.Indicator.Values.Any(v => v.Key is "绩效标准")).ToList();
        if (other.Count > 0)
            yield return Basis(other[0].Form, other[0].Indicator, this.Warning(FindingKind.Column, $"“{other[0].Indicator.Goal}”的指标表把“指标值确定依据”栏写作“绩效标准”，其他各表都是“指标值确定依据”。"), "绩效标准", "指标值确定依据");
        foreach (var each in lacking.Except(other))
            yield return Basis(each.Form, each.Indicator, this.Warning(FindingKind.Missing, $"“{each.Indicator.Level3}”没有填写指标值确定依据，其他各行都有。"), "（空白）", "指标值确定依据");
    }

    private static bool Has(Disclosures.Indicator indicator) => indicator.Values.Any(v => v.Key.EndsWith("确定依据", StringComparison.Ordinal));

    private static bool Ran(ProjectForm form, int year) =>
        form.Years.Any(y => y.Year == year - 1 && y.Budget is { Value: > 0 }) && form.Years.Any(y => y.Year == year - 2 && y.Budget is { Value: > 0 })
        || (form.History is { } text && BudgetHistory.Budgets(text) is { } budgets && budgets.ContainsKey(year - 1) && budgets.ContainsKey(year - 2));

    private static Finding Basis(Disclosures.PerformanceForm form, Disclosures.Indicator indicator, Finding finding, string printed, string expected) => finding with
    {
        Statement = form.Form,
        Row = string.Join('/', new[] { form.Project, indicator.Goal }.Where(p => p is { Length: > 0 })),
        Column = new Disclosures.ColumnPath("指标值确定依据"),
        Quote = $"{indicator.Goal} {indicator.Level3} {string.Join(" ", indicator.Values.Select(v => v.Value))} {(printed == "绩效标准" ? "二级指标 三级指标 指标值 绩效标准" : "")}".Trim(),
        Printed = printed,
        Expected = expected,
        At = indicator.At,
    };
}
