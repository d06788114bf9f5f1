using Mingzhang.Core.Subsidies;
using Mingzhang.Data.Policies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Policies;

public sealed class SubsidyPolicyTests : IDisposable
{
    private const string Good = """
        地区: 甲区
        年度: 2024
        核对: 2026-11-22
        算式:
          - 名称: 补助
            支出经济分类: 医疗费补助
            文号: 甲财〔2024〕1号
            条: 第三条
            等于: 人数 × 标准 - 已拨
            数量:
              人数: {单位: 人, 说明: 名单}
              标准: {单位: 元/人, 值: 800, 文号: 示例}
              已拨: {单位: 元}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_formulas_that_come_with_the_product_have_no_mistake_and_say_that_their_values_are_examples()
    {
        var policies = new DataFolder(Path.Combine(Checkout.Root, "data")).Subsidies;
        Assert.All(policies.SelectMany(p => p.Formulas), f => Assert.True(f.HasExamples));
        Assert.True(policies[0].Formulas.Count >= 5);
    }

    [Fact]
    public void A_formula_is_read_with_its_terms_units_and_sources()
    {
        var formula = Assert.Single(Assert.Single(Load(Good, out var mistakes)).Formulas);
        Assert.Empty(mistakes);
        Assert.Equal(["人数 × 标准", "已拨"], formula.Terms.Select(t => t.ToString()));
        Assert.Equal([false, true], formula.Terms.Select(t => t.IsSubtracted));
        Assert.Equal("甲财〔2024〕1号第三条", formula.Provision.ToString());
        Assert.True(formula.HasExamples);
    }

    [Theory]
    [InlineData("人数 × 标准 -", "人数 * 标准 -", "不在“数量”里")]
    [InlineData("单位: 元/人", "单位: 元", "单位是 人·元，应是元")]
    [InlineData("- 已拨\n", "\n", "“已拨”没有用在“等于”里")]
    [InlineData("值: 800", "值: 八百", "“值”应是不带单位的数")]
    [InlineData("年度: 2024", "年度: 24", "四位年份")]
    [InlineData("支出经济分类: 医疗费补助", "经济分类: 医疗费补助", "不认识“经济分类”")]
    public void A_mistake_is_named_by_its_place(string right, string wrong, string message)
    {
        Load(Good.Replace(right, wrong, StringComparison.Ordinal), out var mistakes);
        Assert.Contains(mistakes, m => m.Message.Contains(message, StringComparison.Ordinal) && m.Line > 0);
    }

    private IReadOnlyList<SubsidyPolicy> Load(string text, out List<DataMistake> mistakes)
    {
        _folder.Write("甲区-2024.yaml", text);
        mistakes = [];
        return SubsidyPolicies.Load(_folder.Path, mistakes);
    }
}
