using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Narrative;
using Mingzhang.Data.Narrative;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Narrative;

public class WordingFilesTests
{
    private static readonly DataFolder Data = new(Path.Combine(Checkout.Root, "data"));

    [Fact]
    public void The_files_of_the_product_name_only_cells_that_the_editions_have()
    {
        var mistakes = new List<DataMistake>();
        var wordings = WordingFiles.Load(Path.Combine(Checkout.Root, "data", "narrative"), Data.Editions.Editions, mistakes);
        Assert.Empty(mistakes);
        Assert.Contains(wordings, w => w.Kind == DisclosureKind.Budget);
        Assert.Contains(wordings, w => w.Kind == DisclosureKind.Final);
    }

    [Fact]
    public void Each_name_stands_once_in_its_file() =>
        Assert.Empty(Data.Wordings.GroupBy(w => (w.Kind, w.Name)).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [InlineData("种类: 预算\n说法:\n  总收入:\n    称: [〔部门预算总收入]\n", 4, 9, "〔 与 〕不成对")]
    [InlineData("种类: 预算\n说法:\n  总收入:\n    称: [总收入]\n    指: 收支总表.预算数\n", 5, 8, "应写成“表名[行].栏”")]
    [InlineData("种类: 预算\n说法:\n  总收入:\n    称: [总收入]\n    指: 收支总表[收入/收入总记].预算数\n", 5, 13, "没有行")]
    [InlineData("种类: 预算\n说法:\n  总收入:\n    称: [总收入]\n    指: 收支总表[收入/收入总计].预算\n", 5, 22, "没有栏")]
    [InlineData("种类: 预算\n说法:\n  总收入:\n    称: [总收入]\n    指: 收支表[收入/收入总计].预算数\n", 5, 8, "没有叫“收支表”的表")]
    [InlineData("种类: 预算\n说法:\n  总收入:\n    别称: [总收入]\n", 4, 5, "不认识“别称”")]
    [InlineData("种类: 预算\n说法:\n  总收入:\n    指: 收支总表[收入/收入总计].预算数\n", 4, 5, "缺少“称”")]
    [InlineData("种类: 概算\n说法:\n  总收入:\n    称: [总收入]\n", 1, 5, "“种类”应写")]
    [InlineData("种类: 预算\n说法:\n  科目:\n    称: [<项级科目>]\n", 4, 9, "尖括号里只能写")]
    public void A_mistake_is_named_by_line_and_column(string text, int line, int column, string words)
    {
        var mistakes = new List<DataMistake>();
        WordingFiles.Parse(text, "某地.yaml", Data.Editions.Editions, mistakes);
        Assert.Contains(mistakes, m => m.Line == line && m.Column == column && m.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("〔部门〕预算总收入", "部门预算总收入", true)]
    [InlineData("〔部门〕预算总收入", "云岭县水利局2026年预算总收入", true)]
    [InlineData("〔部门〕预算总收入", "云岭县水库管理所预算总收入", false)]
    [InlineData("〔部门〕预算总收入", "其他预算总收入", false)]
    [InlineData("〔部门〕预算总收入", "预算总收入增加额", false)]
    [InlineData("公务接待(费|费支出)", "公务接待费支出", true)]
    [InlineData("公务接待(费|费支出)", "国内公务接待费", false)]
    public void A_pattern_allows_who_and_when_in_front_and_nothing_else(string pattern, string subject, bool matches) =>
        Assert.Equal(matches, WordingPattern.Parse(pattern, out _)!.Matches(subject, who => who == "云岭县水利局"));
}
