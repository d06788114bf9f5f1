using Mingzhang.Core.Auditing;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Samples.Tests;

/// <summary>What last year's evaluation led to stands in the narrative and in the project's form.</summary>
public sealed class ResultUseCompiled
{
    [Theory]
    [InlineData("上年预算执行率低", "，主要原因是上年预算执行率低。")]
    [InlineData(null, "，主要原因是【待填：")]
    public void A_cut_is_told_with_its_amount_and_reason_and_an_open_reason_is_a_gap(string? reason, string end)
    {
        var ledger = LedgerLoader.Load(World.Sample("jiangan-2024"), World.Data.Catalogue).Ledger!;
        var project = ledger.Projects.First(p => ledger.Performance.Goals.Any(g => g.ProjectCode == p.Code));
        ledger = ledger with { Performance = ledger.Performance with { Uses = [new ResultUse(project.Code, project.Name, 2022, 72.5m, "核减", 3_000_000, reason), new ResultUse(null, "老旧项目", 2022, 55m, "取消", null, "已经完成")] } };
        var compiled = Compiler.Compile(ledger, World.Data.Editions.Find(ledger.Settings.BudgetEdition!)!, World.Data.Catalogue, World.Data.Outlines);

        var told = compiled.Narrative.Single(p => p.Text.StartsWith("按照绩效评价结果安排2024年预算：", StringComparison.Ordinal)).Text;
        Assert.StartsWith($"按照绩效评价结果安排2024年预算：{project.Name}（2022年绩效评价得72.5分）核减3.00万元{end}", told, StringComparison.Ordinal);
        Assert.Contains(compiled.Narrative, p => p.Text == "绩效评价结果的其他应用：老旧项目（2022年绩效评价得55分）取消，主要原因是已经完成。");
        var form = compiled.Performance.Single(f => f.Project == project.Name);
        Assert.Contains("2022年绩效评价得72.5分，核减3.00万元，原因是", form.Fields.Single(f => f.Key == "项目立项依据").Value, StringComparison.Ordinal);
        Assert.Equal(reason is null, Draft.Gaps(compiled).Count > 0);
        Assert.DoesNotContain(World.Audit(compiled).Findings, f => f.Severity == Severity.Error && f.Message.Contains("核减", StringComparison.Ordinal));
    }
}
