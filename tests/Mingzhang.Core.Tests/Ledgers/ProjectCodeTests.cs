using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Tests.Ledgers;

public sealed class ProjectCodeTests
{
    [Fact]
    public void A_code_is_taken_apart()
    {
        Assert.True(ProjectCode.TryParse("42010523040T000000101", out var code, out _));
        Assert.Equal(new ProjectCode("420105", 2023, "040", ProjectKind.SpecificTarget, "000000101"), code);
    }

    [Theory]
    [InlineData("", "项目编码应为21位（区划6位、入库年度2位、部门3位、类别字母1位、顺序号9位），现为0位。")]
    [InlineData("42010523040T0000001011", "项目编码应为21位（区划6位、入库年度2位、部门3位、类别字母1位、顺序号9位），现为22位。")]
    [InlineData("42010523040t000000101", "项目编码第12位应为类别字母 R（人员类）、Y（运转类）或 T（特定目标类），现为“t”。")]
    [InlineData("4201O523040T000000101", "项目编码第1至6位应为数字（行政区划代码）。")]
    [InlineData("420105Z3040T000000101", "项目编码第7至8位应为数字（入库年度的后两位）。")]
    [InlineData("420105230 0T000000101", "项目编码第9至11位应为数字（部门代码）。")]
    [InlineData("42010523040T00000010１", "项目编码第13至21位应为数字（顺序号）。")]
    public void What_is_wrong_with_a_code_is_said(string text, string expected)
    {
        Assert.False(ProjectCode.TryParse(text, out var code, out var reason));
        Assert.Null(code);
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void A_code_is_printed_as_it_was_read()
    {
        var codes =
            from district in Gen.Choose(0, 999_999)
            from year in Gen.Choose(0, 99)
            from department in Gen.Choose(0, 999)
            from letter in Gen.Elements('R', 'Y', 'T')
            from serial in Gen.Choose(0, 999_999_999)
            select $"{district:D6}{year:D2}{department:D3}{letter}{serial:D9}";
        Prop.ForAll(codes.ToArbitrary(), text => ProjectCode.TryParse(text, out var code, out _) && code.ToString() == text)
            .Check(Config.QuickThrowOnFailure);
    }
}
