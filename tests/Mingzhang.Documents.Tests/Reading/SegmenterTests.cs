using System.Text;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Tests.Reading;

public class SegmenterTests
{
    [Fact]
    public void Title_and_unit_at_the_two_ends_of_one_line_open_a_table_and_contents_with_pages_are_no_headings()
    {
        const string Text = """
            第一部分 某局概况                                   4
              一、收入支出决算总体情况说明                          15

            第二部分 某局2024年度部门决算表
            公开05表
                   一般公共预算财政拨款支出决算表 单位：万元
            科目编码   科目名称              小计      基本支出    项目支出
            208    社会保障和就业支出        20.00     15.00     5.00
                   合计                    20.00     15.00     5.00
            第三部分 某局2024年度部门决算情况说明
            一、收入支出决算总体情况说明
            2024年度收入总计20.00万元。
            """;
        var data = new Data.DataFolder(Path.Combine(RenderingTests.Root(), "data"));
        var read = DisclosureReader.Read("文字.txt", Encoding.UTF8.GetBytes(Text), [.. data.Editions.Editions], data.Catalogue);
        Assert.True(read.IsRead, read.Error);
        var table = Assert.Single(read.Value.Statements);
        Assert.Equal("一般公共预算财政拨款支出决算表", table.Title);
        Assert.Equal("万元", table.Unit);
        Assert.Equal(["208", "合计"], table.Rows.Select(r => r.Key));
        Assert.Equal("第三部分某局2024年度部门决算情况说明/一、收入支出决算总体情况说明", read.Value.Narrative[^1].Section);
        Assert.DoesNotContain(read.Value.Narrative, p => p.Section.Contains("概况4", StringComparison.Ordinal));
    }
}
