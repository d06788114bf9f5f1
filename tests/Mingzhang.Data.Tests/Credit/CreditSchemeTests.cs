using Mingzhang.Core.Credit;
using Mingzhang.Data.CreditSchemes;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Credit;

/// <summary>Scores of institutions by the scheme of the product.</summary>
public class CreditSchemeTests
{
    private static readonly CreditScheme Scheme = new DataFolder(Path.Combine(Checkout.Root, "data")).Credit[0];

    [Fact]
    public void Nothing_wrong_is_a_hundred_and_the_best_grade()
    {
        var score = Scheme.Score([]);
        Assert.Equal((100m, "A级"), (score.Score, score.Grade));
        Assert.Contains("没有扣分，得 25 分", score.Steps[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Deductions_are_explained_and_never_more_than_the_indicator_is_worth()
    {
        var score = Scheme.Score([new("基金使用", "重复收费", 2, "检查 3"), new("基金使用", "虚假结算", 1, "案件 1"), new("服务与投诉", "投诉查实", 1, "TS2024-00003")]);
        Assert.Equal((52m, "D级"), (score.Score, score.Grade));
        Assert.Contains("重复收费 5 × 2 次（检查 3） + 虚假结算 45 × 1 次（案件 1） = 55 分，最多扣完 45 分，得 0 分", score.Steps[1], StringComparison.Ordinal);
        Assert.Contains("示例", score.Steps[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_an_institution_suggest_counts_with_their_grounds()
    {
        var suggested = Scheme.Suggest([new("重复收费", "检查 2024-03-05"), new("重复收费", "检查 2024-03-05"), new("串换", "检查 2024-04-01"), new("挂床住院", "检查 2024-04-01"), new(CreditDeductionRule.ProvenComplaint, "TS2024-00003")]);
        Assert.Equal(
            [new("基金使用", "重复收费", 2, "检查 2024-03-05"), new("基金使用", "串换项目", 1, "检查 2024-04-01"), new CreditDeduction("服务与投诉", "投诉查实", 1, "TS2024-00003")], suggested);
        Assert.All(suggested, d => Assert.Null(Scheme.Fault(d)));
    }

    [Theory]
    [InlineData("基金使用", "迟到", 1, "x", "办法里没有“基金使用 迟到”")]
    [InlineData("基金使用", "重复收费", 0, "x", "次数应是 1 至 999")]
    [InlineData("基金使用", "重复收费", 1, " ", "要写明依据")]
    public void A_deduction_needs_its_rule_its_count_and_its_ground(string indicator, string rule, int count, string note, string words) =>
        Assert.Contains(words, Scheme.Fault(new CreditDeduction(indicator, rule, count, note)), StringComparison.Ordinal);

    [Theory]
    [InlineData("名称: x\n依据: y\n指标: {甲: {分值: 90, 扣分: {乙: 1}}}\n等级: {A: 0}", "分值合计 90，应是 100")]
    [InlineData("名称: x\n依据: y\n指标: {甲: {分值: 100, 扣分: {乙: 一}}}\n等级: {A: 0}", "“乙”应是不小于 0 的数")]
    [InlineData("名称: x\n依据: y\n指标: {甲: {分值: 100, 扣分: {乙: 1}}}\n等级: {A: 60}", "最后一级从 0 分起")]
    [InlineData("名称: x\n指标: {甲: {分值: 100, 扣分: {乙: 1}}}\n等级: {A: 0}", "缺“依据”")]
    [InlineData("名称: x\n依据: y\n指标: {甲: {分值: 100, 扣分: {乙: 1}}}\n取自: {丙: 串换}\n等级: {A: 0}", "“丙”不是扣分项")]
    public void A_mistake_is_told(string text, string words)
    {
        var mistakes = new List<DataMistake>();
        CreditSchemeFiles.Read(text, "x.yaml", mistakes);
        Assert.Contains(words, string.Join('\n', mistakes), StringComparison.Ordinal);
    }
}
