using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Tests.Ledgers;

public sealed class FenTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 1200)]
    [InlineData("12.3", 1230)]
    [InlineData("-12.34", -1234)]
    [InlineData("0012.30", 1230)]
    [InlineData("1,234.50", 123450)]
    [InlineData("１２．５", 1250)]
    [InlineData("(5)", -500)]
    [InlineData("10000000000000", FenText.Largest)]
    public void An_amount_in_yuan_is_read_as_fen(string text, long expected)
    {
        Assert.True(FenText.TryParse(text, out var fen, out _));
        Assert.Equal(expected, fen);
    }

    [Theory]
    [InlineData("", "不是数字：只填阿拉伯数字，单位为元，例如 1234.50。")]
    [InlineData("-", "不是数字：只填阿拉伯数字，单位为元，例如 1234.50。")]
    [InlineData("1.", "不是数字：只填阿拉伯数字，单位为元，例如 1234.50。")]
    [InlineData(".5", "不是数字：只填阿拉伯数字，单位为元，例如 1234.50。")]
    [InlineData("1e3", "不是数字：只填阿拉伯数字，单位为元，例如 1234.50。")]
    [InlineData("20万", "不是数字：只填阿拉伯数字，单位为元，例如 1234.50。")]
    [InlineData("1.000", "小数超过两位：金额以元为单位，最多精确到分。")]
    [InlineData("10000000000000.01", "金额过大：单位是元，请检查是否多写了位数。")]
    [InlineData("-99999999999999", "金额过大：单位是元，请检查是否多写了位数。")]
    [InlineData("99999999999999999999999999", "金额过大：单位是元，请检查是否多写了位数。")]
    public void What_is_wrong_with_an_amount_is_said(string text, string expected)
    {
        Assert.False(FenText.TryParse(text, out _, out var reason));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void An_amount_is_read_back_as_it_was_written()
    {
        var amounts = from high in Gen.Choose(-9_999_999, 9_999_999) from low in Gen.Choose(0, 99_999_999) select (high * 100_000_000L) + low;
        Prop.ForAll(amounts.ToArbitrary(), fen => FenText.TryParse(FenText.Format(fen), out var again, out _) && again == fen)
            .Check(Config.QuickThrowOnFailure);
    }
}
