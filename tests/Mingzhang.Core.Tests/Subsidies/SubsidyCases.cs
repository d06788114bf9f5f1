using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Performance;
using Mingzhang.Core.Subsidies;

namespace Mingzhang.Core.Tests.Subsidies;

public class SubsidyCases
{
    private static readonly Provision Document = new("第三条", "甲财〔2024〕1号");
    private static readonly SubsidyQuantity Persons = new("参保人数", "人", null, null, "");
    private static readonly SubsidyQuantity Standard = new("人均补助标准", "元/人", 670m, Document, "");
    private static readonly SubsidyQuantity Share = new("区级负担比例", "%", 10m, Document, "");
    private static readonly SubsidyQuantity Advanced = new("已预拨资金", "元", null, null, "");
    private static readonly SubsidyFormula Residents = new("居民医保补助", "对社会保险基金补助", Document, [new(false, [Persons, Standard, Share]), new(true, [Advanced])]);

    [Fact]
    public void Persons_times_standard_times_share_minus_what_was_advanced()
    {
        var result = Reckon(("参保人数", "316530"), ("已预拨资金", "1,000,000.00"));
        Assert.Equal(["316530 人 × 670 元/人 × 10%", "1000000 元"], result.Steps.Select(s => s.Words));
        Assert.Equal([2_120_751_000L, -100_000_000L], result.Steps.Select(s => s.Fen));
        Assert.Equal(2_020_751_000L, result.Fen);
    }

    [Fact]
    public void Each_term_becomes_a_line_whose_basis_reckons_to_its_amount()
    {
        var lines = Reckon(("参保人数", "316530"), ("已预拨资金", "1000000")).Lines();
        Assert.Equal(["居民医保补助", "居民医保补助（减：已预拨资金）"], lines.Select(l => l.Activity));
        var reckoned = Calculation.Of(lines[0].Basis);
        Assert.Equal((lines[0].Fen, false), (reckoned.Fen, reckoned.IsDoubtful));
        Assert.Equal("减 1000000 元", lines[1].Basis);
        Assert.Equal("参保人数 × 人均补助标准 × 区级负担比例（甲财〔2024〕1号第三条）", lines[0].Content);
    }

    [Fact]
    public void A_term_that_gives_nothing_is_no_line() =>
        Assert.Single(Reckon(("参保人数", "10"), ("已预拨资金", "0")).Lines());

    [Fact]
    public void A_year_of_months_is_reckoned_from_the_base_of_a_month()
    {
        var formula = new SubsidyFormula("公务员医疗补助", "公务员医疗补助缴费", Document, [new(false, [new("人数", "人", null, null, ""), new("基数", "元/人/月", null, null, ""), new("费率", "%", 6m, Document, ""), new("月数", "月", 12m, Document, "")])]);
        var result = SubsidyCalculation.Of(formula, new Dictionary<string, string> { ["人数"] = "4000", ["基数"] = "7834" });
        Assert.Equal(2_256_192_000L, result.Fen);
        Assert.Equal(2_256_192_000L, Calculation.Of(result.Lines()[0].Basis).Fen);
    }

    [Theory]
    [InlineData("", "请填“参保人数”，单位 人；没有的填 0。")]
    [InlineData("三十万", "不是数字")]
    [InlineData("-1", "不能是负数")]
    [InlineData("1.23456", "小数最多四位")]
    [InlineData("99999999999999", "乘出来的数太大")]
    public void What_was_not_filled_in_right_is_named_and_nothing_is_reckoned(string typed, string message)
    {
        var result = Reckon(("参保人数", typed), ("已预拨资金", "0"));
        Assert.Null(result.Fen);
        Assert.Empty(result.Lines());
        Assert.Contains(result.Mistakes, m => m.Quantity == "参保人数" && m.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_standard_of_the_policy_is_not_taken_from_the_form() =>
        Assert.Equal(670_00L, Reckon(("参保人数", "10"), ("已预拨资金", "0"), ("人均补助标准", "1")).Fen);

    [Fact]
    public void A_value_without_a_source_is_said_on_the_line()
    {
        var formula = Residents with { Provision = new Provision("", null) };
        Assert.Contains("示例值", SubsidyCalculation.Of(formula, new Dictionary<string, string> { ["参保人数"] = "1", ["已预拨资金"] = "0" }).Lines()[0].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("人 元/人", "元")]
    [InlineData("元/人/月 人 月 %", "元")]
    [InlineData("人 元", "人·元")]
    [InlineData("元/人", "元/人")]
    public void Units_cancel_each_other(string units, string product) => Assert.Equal(product, SubsidyUnits.OfProduct(units.Split(' ')));

    private static SubsidyCalculation Reckon(params (string Name, string Text)[] typed) => SubsidyCalculation.Of(Residents, typed.ToDictionary(t => t.Name, t => t.Text));
}
