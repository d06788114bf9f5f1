using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Compiling.Narrative;

public sealed class OutlineTests
{
    [Fact]
    public void A_text_is_cut_into_words_and_slots()
    {
        var text = OutlineText.Parse("{年}年收入{增减 收入}。", out _)!;
        Assert.Equal([("年", true), ("年收入", false), ("增减 收入", true), ("。", false)], text.Tokens.Select(t => (t.Text, t.IsSlot)));
        Assert.Equal(["增减", "收入"], text.Tokens[2].Words);
    }

    [Theory]
    [InlineData("收入{年")]
    [InlineData("收入年}")]
    [InlineData("{}")]
    [InlineData("{年{月}}")]
    public void Braces_that_do_not_match_are_told(string text)
    {
        Assert.Null(OutlineText.Parse(text, out var why));
        Assert.NotNull(why);
    }

    [Fact]
    public void Conditions_are_joined()
    {
        var conditions = OutlineCondition.Parse("有 项目支出 且 不是 部门")!;
        Assert.Equal([new OutlineCondition(false, false, "项目支出"), new OutlineCondition(true, true, "部门")], conditions);
        Assert.Null(OutlineCondition.Parse("项目支出"));
    }

    [Fact]
    public void Gaps_are_found_where_they_stand()
    {
        var facts = new DocumentFacts(null, DisclosureKind.Budget, "某局", 2024, null, null);
        var text = $"2024年预算10.00万元，{Draft.Mark("增减和原因")}，主要用于{Draft.Mark("用途")}。";
        var disclosure = new Disclosure(facts, [], [], [new Paragraph("一、总体", text, Place.Unknown, [])]);

        Assert.Equal([new DraftGap("一、总体", "增减和原因"), new DraftGap("一、总体", "用途")], Draft.Gaps(disclosure));
        Assert.Equal(text, string.Concat(Draft.Cut(text).Select(c => c.Text)));
        Assert.Equal(2, Draft.Cut(text).Count(c => c.IsGap));
        Assert.Empty(Draft.Gaps(disclosure with { Narrative = [] }));
    }
}
