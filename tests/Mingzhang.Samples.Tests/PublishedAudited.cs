using Mingzhang.Core.Auditing;

namespace Mingzhang.Samples.Tests;

/// <summary>What the relations of the tables say of real documents.</summary>
public sealed class PublishedAudited
{
    [Fact]
    public void A_digit_left_out_of_a_total_is_one_finding_with_the_right_value()
    {
        var finding = Assert.Single(Numeric("seeds/caidian-2025-budget.txt"), f => f.Statement == "收入总表");

        Assert.Equal(("056", "合计", "7515.1", "7515.18"), (finding.Row, finding.Column!.Text, finding.Printed, finding.Expected));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("7475.18 + 40.00 = 7515.18", finding.Arithmetic);
        Assert.True(finding.Correction!.Sure);
        Assert.Equal(226, finding.At.Line);
    }

    [Fact]
    public void A_figure_in_the_wrong_column_is_one_finding_that_names_the_right_one()
    {
        var finding = Assert.Single(Numeric("seeds/caidian-2025-budget.txt"), f => f.Statement!.Contains("三公", StringComparison.Ordinal));

        Assert.Equal(FindingKind.Column, finding.Kind);
        Assert.Equal("公务接待费", finding.Column!.Text);
        Assert.Equal("公务用车运行费=3.2，公务接待费=（空白）", finding.Expected);
    }

    [Fact]
    public void A_figure_left_out_is_named_with_its_value()
    {
        var finding = Assert.Single(Numeric("seeds/caidian-2025-budget.txt"), f => f.Statement == "收支总表");

        Assert.Equal(("收入/其他收入", "15.00"), (finding.Row, finding.Expected));
    }

    [Theory]
    [InlineData("seeds/jiangan-2024-budget.txt")]
    [InlineData("real/putuo-guihua-2024-final.pdf")]
    public void Tables_that_hold_are_not_accused(string document) =>
        Assert.DoesNotContain(Numeric(document), f => f.Severity == Severity.Error);

    // Findings of the relations of tables; text and forms have rules of their own.
    private static IEnumerable<Finding> Numeric(string document) =>
        World.Audit(World.Published(document)).Findings.Where(f => f.Rule[..2] is "BG" or "FA" or "TY" && f.Severity != Severity.Hint);
}
