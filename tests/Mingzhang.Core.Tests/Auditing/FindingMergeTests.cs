using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Tests.Auditing.Rules;

namespace Mingzhang.Core.Tests.Auditing;

public sealed class FindingMergeTests
{
    [Fact]
    public void A_wrong_figure_that_two_rules_meet_is_reported_once()
    {
        var report = Audit("0.37", "0.21");
        var finding = Assert.Single(report.Findings, f => f.Rule is "NA-0203" or "PF-0405");
        Assert.Equal("PF-0405", finding.Rule);
        Assert.Contains("NA-0203", finding.Relations);
    }

    [Fact]
    public void A_value_that_does_not_mend_the_calculation_leaves_both_findings() =>
        Assert.Equal(["NA-0203", "PF-0405"], Audit("0.37", "0.55").Findings.Select(f => f.Rule).Where(r => r is "NA-0203" or "PF-0405").Order(StringComparer.Ordinal));

    [Fact]
    public void Hints_of_one_rule_in_one_table_are_one()
    {
        var rows = Enumerable.Range(1, 3).SelectMany(i => new[] { Row($"20{i}", "10.01", 1), Row($"20{i}01", "5.00", 2), Row($"20{i}02", "5.00", 2) });
        var statement = new Statement("某支出明细表", null, "万元", [new ColumnPath("合计")], [.. rows], null, Place.Unknown);
        var report = Auditor.Audit(new Disclosure(new DocumentFacts("x", DisclosureKind.Budget, null, 2024, null, null), [statement], [], []), [], [], RuleCase.Catalogue);
        Assert.Contains("还有 2 处", Assert.Single(report.Findings, f => f.Severity == Severity.Hint).Message, StringComparison.Ordinal);
    }

    private static StatementRow Row(string key, string amount, int level) =>
        new(key, "科目" + key, level, [new Cell(new ColumnPath("合计"), amount, FigureText.Parse(amount), true, Place.Unknown)]);

    // The text says that 1.06 was budgeted and the given sum executed, 19.81 per cent; the form says another sum.
    private static AuditReport Audit(string said, string form)
    {
        var at = new Place(Line: 7);
        var sentence = $"（9）馆员活动经费预算1.06万元，执行数{said}万元，执行率19.81%。";
        var goals = new PerformanceForm(
            "项目绩效自评表", "馆员活动经费", [new("预算数", "1.06"), new("执行数", form), new("执行率", form == "0.21" ? "19.81%" : "51.89%")],
            [new Indicator("年度绩效目标1", "产出指标", "数量指标", "活动次数", [new("年初目标值", "2次"), new("实际完成值", "2次")], null, null, Place.Unknown)])
        { At = new Place(Line: 20) };
        var disclosure = new Disclosure(
            new DocumentFacts("x", DisclosureKind.Final, "云湖市青禾区档案局", 2024, null, null), [], [goals], [new Paragraph("第三部分情况说明/一、预算绩效情况说明", sentence, at, [])]);
        return Auditor.Audit(disclosure, [], [], RuleCase.Catalogue);
    }
}
