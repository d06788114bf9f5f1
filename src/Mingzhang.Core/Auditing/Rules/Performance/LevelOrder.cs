namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>二级指标归在所属的一级指标下，一级指标不缺。</summary>
public sealed class LevelOrder : IDisclosureRule
{
    // Older forms keep cost among the outputs, and influence may be counted as sustainability.
    private static readonly (string Word, string[] Parents)[] Belongs =
    [
        ("满意", ["满意度指标"]),
        ("数量指标", ["产出指标"]),
        ("质量指标", ["产出指标"]),
        ("时效指标", ["产出指标"]),
        ("成本指标", ["成本指标", "产出指标"]),
        ("经济效益", ["效益指标"]),
        ("社会效益", ["效益指标"]),
        ("生态效益", ["效益指标"]),
        ("可持续", ["效益指标"]),
    ];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0201", "二级指标归在所属的一级指标下（满意度不归在效益指标下），一级指标名称不缺", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in context.Disclosure.Performance)
        {
            foreach (var indicator in form.Indicators)
            {
                if (indicator.Level1 is not { Length: > 0 } level1 || indicator.Level2 is not { Length: > 0 } level2)
                    continue;
                var parents = Belongs.FirstOrDefault(b => level2.Contains(b.Word, StringComparison.Ordinal)).Parents;
                if (parents is null || parents.Contains(level1) || !Belongs.Any(b => b.Parents.Contains(level1)))
                    continue;
                // Where cells are lost, the name of a level may be printed below its rows.
                if (form.IsFromLines && form.Indicators.Any(i => parents.Contains(i.Level1)))
                    continue;
                yield return this.Error(FindingKind.Missing, $"“{level2}”属于{parents[0]}，表中列在“{level1}”下，缺一级指标“{parents[0]}”。") with
                {
                    Statement = form.Form,
                    Row = string.Join('/', new[] { form.Project, indicator.Goal, indicator.Level3 }.Where(p => p is { Length: > 0 })),
                    Column = new Disclosures.ColumnPath("一级指标"),
                    Quote = $"{level2} {indicator.Level3} {string.Join(" ", indicator.Values.Select(v => v.Value))}",
                    Printed = level1,
                    Expected = parents[0],
                    At = indicator.At,
                };
            }
        }
    }
}
