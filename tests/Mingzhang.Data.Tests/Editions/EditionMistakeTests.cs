namespace Mingzhang.Data.Tests.Editions;

/// <summary>Each mistake of an edition file is told by file, line and column, in Chinese, with what to write.</summary>
public class EditionMistakeTests
{
    [Fact]
    public void The_small_edition_has_no_mistake() => Assert.Empty(EditionText.Mistakes(("表样", EditionText.Whole)));

    [Theory]
    [InlineData("版本: 表样", "版本: 别的", "第 1 行第 5 列：版本“别的”与文件名“表样”不同，请改成一样。")]
    [InlineData("名称: 试用\n", "", "第 1 行第 1 列：缺少“名称”。")]
    [InlineData("种类: 预算", "种类: 预算表", "第 3 行第 5 列：种类应写“预算”或“决算”。")]
    [InlineData("适用: 2024-", "适用: 2024", "第 4 行第 5 列：适用应写起止年度，如“2022-2024”，仍在使用的写“2022-”。")]
    [InlineData("适用: 2024-", "适用: 2024-2022", "第 4 行第 5 列：适用应写起止年度")]
    [InlineData("    收支: 支出\n", "    收支性质: 支出\n", "第 7 行第 5 列：不认识“收支性质”，这里可以写：编号、表名、别名、单位、")]
    [InlineData("    收支: 支出\n", "    收支: 支岀\n", "第 7 行第 9 列：“收支”没有“支岀”，可以写：收入、支出、年初结转和结余、")]
    [InlineData("    收支: 支出\n", "    单位: 千元\n", "第 7 行第 9 列：不认识的单位“千元”，应为“万元”或“元”。")]
    [InlineData("    收支: 支出\n", "    小数: 两\n", "第 7 行第 9 列：“小数”应是整数。")]
    [InlineData("    收支: 支出\n", "    零值: 不印\n", "第 7 行第 9 列：“零值”应写：印出、空白。")]
    [InlineData("      合计: {}", "      合计: {文字: 名称}", "第 10 行第 12 列：不认识“文字”，这里可以写：文本、标识、")]
    [InlineData("      合计: {}", "      合计:", "第 10 行第 10 列：栏“合计”应写成“合计: {取数条件}”。")]
    [InlineData("      合计: {}", "      总计: {标识: 基本支出}", "出现了两次，请用“标识”加以区别。")]
    [InlineData("{支出类别: 基本支出}", "{支出类别: 基本支岀}", "第 11 行第 20 列：支出类别里没有“基本支岀”，是不是：基本支出？")]
    [InlineData("{支出类别: 基本支出}", "{功能科目: 2101599, 经济科目: 38888}", "部门经济分类里没有“38888”")]
    [InlineData("{支出类别: 基本支出}", "{功能科目: 行政运行}", "功能分类里有几个“行政运行”，请写编码：")]
    [InlineData("资金来源: 其他收入", "资金来源: [其他收入, 其它收入]", "资金来源里没有“其它收入”，是不是：其他收入")]
    [InlineData("    行: {功能科目: 合计}\n", "", "缺少“行”：请写出各行，或写“功能科目”“经济科目”“单位”“项目”“记录”“单行”之一。")]
    [InlineData("{功能科目: 合计}", "{功能科目: 合计, 科目: [299]}", "第 13 行第 24 列：功能分类里没有“299”")]
    [InlineData("{功能科目: 合计}", "{功能: 合计}", "第 13 行第 9 列：不认识“功能”，这里可以写：功能科目、经济科目、单位、项目、记录、单行、")]
    [InlineData("{功能科目: 合计}", "{记录: 采购}", "第 13 行第 13 列：“记录”应写：政府采购、政府购买服务、资产配置。")]
    [InlineData("- 收入总计: {收支: 收入}", "- 其他收入: {收支: 收入}", "第 22 行第 11 列：行“其他收入”出现了两次，请用“标识”加以区别。")]
    [InlineData("- 收入总计: {收支: 收入}", "- 收入总计", "第 23 行第 13 列：每一行应写成“- 行名: {取数条件}”。")]
    [InlineData("- 收入总计: {收支: 收入}", "- 功能类: {序号: 一、, 科目: [210, 299]}", "第 23 行第 31 列：功能分类里没有“299”。")]
    [InlineData("    收支: 支出\n", "    收支: 支出\n    收支: 收入\n", "第 8 行第 5 列：“收支”写了两次，请删去一个。")]
    public void A_mistake_of_content_is_told_with_its_place(string from, string to, string message) =>
        Assert.Contains(EditionText.MistakesAfter(from, to), m => m.StartsWith("表样.yaml ", StringComparison.Ordinal) && m.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("      合计: {}", "     合计: {}", "第 10 行")]
    [InlineData("{文本: 编码}", "{文本: 编码", "第 ")]
    [InlineData("名称: 试用", "名称: \"试用", "第 ")]
    [InlineData("名称: 试用", "名称: *试用", "第 2 行")]
    public void A_mistake_of_writing_is_told_with_its_place(string from, string to, string place)
    {
        var mistake = Assert.Single(EditionText.MistakesAfter(from, to));
        Assert.StartsWith("表样.yaml " + place, mistake, StringComparison.Ordinal);
        Assert.Contains("格式不对", mistake, StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Za-z]{4,}(?<!yaml)", mistake);
    }

    [Fact]
    public void A_tab_in_the_indentation_is_told_with_its_place() =>
        Assert.Equal(["表样.yaml 第 10 行第 1 列：缩进里有制表符，请改用空格。"], EditionText.MistakesAfter("      合计: {}", "\t合计: {}"));

    [Theory]
    [InlineData("基本支出 + 项目支出", "基本支岀 + 项目支出", "第 15 行第 25 列：“支出总表”没有栏“基本支岀”，有：合计、基本支出、项目支出。")]
    [InlineData("基本支出 + 项目支出", "基本支出+项目支出", "第 15 行第 29 列：“基本支出+项目支出”中的“+”前后要各空一格。")]
    [InlineData("合计 = 基本支出 + 项目支出", "合计 = 基本支出 = 项目支出", "一个公式只能有一个等号或不等号。")]
    [InlineData("合计 = 基本支出 + 项目支出", "合计 = 合计(支出/类)", "“合计(类)”只能用在“每列”公式里。")]
    [InlineData("- BG-0302 逐级", "- BG-0301 逐级", "第 16 行第 9 列：编号 BG-0301 在“支出总表”里已经用过，请换一个。")]
    [InlineData("收入/其他收入\n", "收入/其它收入\n", "第 29 行第 30 列：“收支总表”没有行“收入/其它收入”，有：")]
    public void A_mistake_of_a_formula_is_told_with_its_place(string from, string to, string message) =>
        Assert.Contains(EditionText.MistakesAfter(from, to), m => m.StartsWith("表样.yaml ", StringComparison.Ordinal) && m.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Every_mistake_of_a_file_is_told_at_once() => Assert.Equal(
        3,
        EditionText.Mistakes(("表样", EditionText.Whole.Replace("种类: 预算", "种类: 预", StringComparison.Ordinal).Replace("适用: 2024-", "适用: 今年", StringComparison.Ordinal)
            .Replace("支出类别: 项目支出", "支出类别: 项目", StringComparison.Ordinal))).Count);
}
