using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Tests.Performance;

public class IndicatorScoreTests
{
    [Theory]
    [InlineData("≥", 4, "次", "4次", 10, 10)]
    [InlineData("≥", 4, "次", "3次", 10, 7.5)]
    [InlineData("≥", 4, "次", "9次", 10, 10)]
    [InlineData("≤", 2, "%", "4%", 10, 5)]
    [InlineData("≤", 2, "%", "1%", 10, 10)]
    [InlineData(null, 100, "%", "98%", 10, 9.8)]
    [InlineData("=", 13, "人", "26人", 10, 5)]
    [InlineData("=", 0, "次", "0次", 15, 15)]
    [InlineData("≥", 95, "%", "≥95%", 10, 10)]
    [InlineData(">", 3, "万份", "1万份", 3, 1)]
    public void A_met_target_scores_in_full_and_another_in_proportion(string? comparison, int number, string unit, string actual, int weight, double score) =>
        Assert.Equal((decimal)score, IndicatorScore.Of(new IndicatorTarget(comparison, number, unit, null), actual, weight));

    [Theory]
    [InlineData(null, null, null, "有效提升", "有效提升")]
    [InlineData("左右", 14000, "份", null, "14730份")]
    [InlineData("=", 0, "次", null, "2次")]
    [InlineData("≥", 4, "次", null, "每月开展")]
    public void What_arithmetic_cannot_grade_is_left_to_a_person(string? comparison, int? number, string? unit, string? words, string actual) =>
        Assert.Null(IndicatorScore.Of(new IndicatorTarget(comparison, number, unit, words), actual, 10));

    [Fact]
    public void A_target_is_printed_as_forms_print_it()
    {
        Assert.Equal("≥95%", new IndicatorTarget("≥", 95m, "%", null).Printed);
        Assert.Equal("21人", new IndicatorTarget(null, 21m, "人", null).Printed);
        Assert.Equal("14000份左右", new IndicatorTarget("左右", 14000m, "份", null).Printed);
        Assert.Equal("合格", IndicatorTarget.Said("合格").Printed);
    }
}
