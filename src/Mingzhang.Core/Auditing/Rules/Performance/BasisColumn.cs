using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>指标值确定依据（绩效标准）逐行填写，不全填“其他”。</summary>
public sealed class BasisColumn : IDisclosureRule
{
    // Fewer rows prove nothing.
    private const int FewestIndicators = 4;

    // PF-0209 names the rows where most are filled; here most are not.
    private const decimal Mostly = 0.5m;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0212", "指标值确定依据（绩效标准）逐行写明计划、历史或行业标准，不大面积空白、不全填“其他”", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.Form.Indicators.Count >= FewestIndicators))
        {
            var indicators = form.Form.Indicators;
            var filled = indicators.Where(i => Basis(i) is not null).ToList();
            if (filled.Count == 0)
                continue;
            var column = filled[0].Values.First(v => IsBasis(v.Key)).Key;
            var blank = indicators.Where(i => Basis(i) is null).ToList();
            if (blank.Count > Mostly * indicators.Count)
            {
                yield return this.Warning(FindingKind.Missing, $"{form.Called()}的{indicators.Count}行指标，“{column}”有{blank.Count}行空白。").In(
                    form, string.Join("、", blank.Select(b => b.Goal).OfType<string>().Distinct()), column, filled[0].Row(), "（空白）", "计划标准、历史标准、行业标准", blank[0].At);
            }
            else if (blank.Count == 0 && filled.TrueForAll(i => Basis(i) is "其他" or "其他标准"))
            {
                yield return this.Warning(FindingKind.Logic, $"{form.Called()}的{indicators.Count}行指标，“{column}”全部填“{Basis(filled[0])}”，没有写明依据。").In(
                    form, "全部指标", column, filled[0].Row(), Basis(filled[0]), "计划标准、历史标准、行业标准", filled[0].At);
            }
        }
    }

    private static bool IsBasis(string header) => header.EndsWith("确定依据", StringComparison.Ordinal) || header.EndsWith("绩效标准", StringComparison.Ordinal);

    private static string? Basis(Indicator indicator) => indicator.Values.FirstOrDefault(v => IsBasis(v.Key)).Value;
}
