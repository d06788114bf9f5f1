using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Tests.Performance;

/// <summary>What a written calculation gives.</summary>
public class CalculationTests
{
    [Theory]
    [InlineData("1500 元/人 × 200 人", 300_000_00L)]
    [InlineData("1500元/人*200人+300元/次×12次", 303_600_00L)]
    [InlineData("培训：120元/人/天×50人×3天", 18_000_00L)]
    [InlineData("0.5万元/场 × 4场 × 50%", 10_000_00L)]
    [InlineData("2,000.50 元/台 x 3 台", 6_001_50L)]
    [InlineData("1500 元/人 × 200 人 = 30万元", 300_000_00L)]
    [InlineData("70元/人，300人参保，需21000元", 21_000_00L)]
    [InlineData("单价１００元／套×２套", 200_00L)]
    public void A_calculation_gives_its_amount(string text, long fen)
    {
        var result = Calculation.Of(text);
        Assert.Equal((fen, false), (result.Fen!.Value, result.IsDoubtful));
    }

    [Theory]
    [InlineData("1500 元/人 × 12 次", "没有写几人")]
    [InlineData("1500 元/人 × 200 户", "单位对不上")]
    [InlineData("1500 元/人 × 200 人 = 20万元", "写的是 200,000 元")]
    [InlineData("200 人 × 3 次", "没有写单价")]
    [InlineData("70元/人，300人参保，需20000元", "算得 21,000 元")]
    public void What_does_not_fit_is_told(string text, string words)
    {
        var result = Calculation.Of(text);
        Assert.True(result.IsDoubtful);
        Assert.Contains(words, result.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("按上年水平安排")]
    [InlineData("×××/1")]
    [InlineData("99999999999999999999999999999999 元 × 99999999999999999999999999 次")]
    public void What_is_no_calculation_gives_no_amount(string text) => Assert.Null(Calculation.Of(text).Fen);
}
