using Mingzhang.Core.Disclosures;
using Mingzhang.Data.Narrative;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Narrative;

public class OutlineFilesTests
{
    private const string Figures = "种类: 预算\n数:\n  总收入: 收支总表[收入/收入总计].预算数\n";

    private static readonly DataFolder Data = new(Path.Combine(Checkout.Root, "data"));

    [Fact]
    public void Every_edition_of_the_product_has_an_outline() =>
        Assert.All(Data.Editions.Editions, e => Assert.NotNull(Data.Outlines.Of(e)));

    [Fact]
    public void Each_kind_of_document_has_an_outline() =>
        Assert.Equal([DisclosureKind.Budget, DisclosureKind.Final], Data.Outlines.Outlines.Select(o => o.Kind).Distinct().Order());

    [Fact]
    public void Every_code_that_is_explained_is_one() =>
        Assert.All(Data.Outlines.Terms.Keys, code => Assert.NotNull(Data.Catalogue.Newest("功能分类")!.Find(code)));

    [Theory]
    [InlineData("提纲:\n  - 标题: 概况\n    内容:\n      - \"{总收人}\"\n", 7, "“{总收人}”不认识")]
    [InlineData("提纲:\n  - 标题: 概况\n    内容:\n      - \"{年\"\n", 7, "花括号不成对")]
    [InlineData("提纲:\n  - 标题: 概况\n    内容:\n      - 当: 总收入\n        段: 甲\n", 7, "应写成“有 某数”")]
    [InlineData("提纲:\n  - 标题: 概况\n    内容:\n      - 当: 有 总收人\n        段: 甲\n", 7, "条件里的“总收人”不认识")]
    [InlineData("提纲:\n  - 标题: 概况\n    内容:\n      - 逐项: 项目\n", 7, "在“清单”里没有")]
    [InlineData("提纲:\n  - 题目: 概况\n", 5, "不认识“题目”")]
    [InlineData("清单:\n  甲:\n    写: \"{名称}\"\n提纲:\n  - 标题: 概况\n", 6, "写一种")]
    [InlineData("清单:\n  甲:\n    记录: 职务\n    写: \"{名称}\"\n提纲:\n  - 标题: 概况\n", 7, "记录“职务”不认识")]
    [InlineData("比较:\n  增减:\n    增加: 甲\n提纲:\n  - 标题: 概况\n", 6, "缺少“减少”这种情形")]
    [InlineData("提纲:\n  - 标题: 概况\n    内容:\n      - \"{增减 总收入}\"\n", 7, "不认识")]
    public void A_mistake_is_named_by_its_place(string text, int line, string words)
    {
        var mistakes = new List<DataMistake>();
        var root = YamlFile.Parse(Figures + text, "某地.yaml", mistakes)!;
        Assert.Null(OutlineFiles.Read(root, "某地", [.. Data.Editions.Editions], mistakes));
        Assert.True(mistakes.Exists(m => m.Line == line && m.Message.Contains(words, StringComparison.Ordinal)), string.Join('\n', mistakes));
    }

    [Fact]
    public void A_cell_that_no_form_has_is_named()
    {
        var mistakes = new List<DataMistake>();
        var root = YamlFile.Parse("种类: 预算\n数:\n  总收入: 收支总表[收入/收入总记].预算数\n提纲:\n  - 标题: 概况\n", "某地.yaml", mistakes)!;
        OutlineFiles.Read(root, "某地", [.. Data.Editions.Editions], mistakes);
        Assert.Contains(mistakes, m => m.Line == 3 && m.Message.Contains("没有行", StringComparison.Ordinal));
    }
}
