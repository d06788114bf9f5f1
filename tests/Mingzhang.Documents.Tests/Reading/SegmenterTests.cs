using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Tests.Reading;

public class SegmenterTests
{
    [Fact]
    public void What_the_contents_list_names_ends_the_table_above_it_and_heads_the_text_below()
    {
        const string Text = """
            目 录
            一、部门主要职能 ………………………
            二、部门预算编制说明 ……………………
            三、部门预算表 ………………………
            四、其他相关情况说明 ……………………
            某市某区某局主要职能
            负责某项工作。
            2026年部门预算编制说明
            支出预算20万元。
            2026年部门“三公”经费和机关运行经费预算表
            编制部门：某市某区某局 单位:万元
            合计 因公出国(境)费 公务接待费 小计 购置费 运行费 机关运行经费预算数
            3.00 0.00 1.00 2.00 0.00 2.00 5.00
            其他相关情况说明
            一、机关运行经费预算
            2026年机关运行经费预算为5万元。
            """;
        var data = new Data.DataFolder(Path.Combine(RenderingTests.Root(), "data"));
        var read = DisclosureReader.Read("文字.txt", Encoding.UTF8.GetBytes(Text), [.. data.Editions.Editions], data.Catalogue);
        Assert.True(read.IsRead, read.Error);
        Assert.Equal(7, Assert.Single(read.Value.Statements).Rows.Single().Cells.Count(c => c.Figure is not null));
        Assert.Contains(read.Value.Narrative, p => p is { Section: "某市某区某局主要职能", Text: "负责某项工作。" });
        Assert.Contains(read.Value.Narrative, p => p is { Section: "2026年部门预算编制说明", Text: "支出预算20万元。" });
        Assert.Equal("其他相关情况说明/一、机关运行经费预算", read.Value.Narrative[^1].Section);
    }

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

    [Theory]
    [InlineData("部门决算", "2024年度预算绩效管理工作开展情况", DisclosureKind.Final)]
    [InlineData("部门决算", "2024年度一般公共预算财政拨款支出情况", DisclosureKind.Final)]
    [InlineData("部门预算", "2024年度决算编制说明", DisclosureKind.Budget)]
    public void The_title_tells_the_kind_whatever_works_and_funds_are_spoken_of(string kind, string line, DisclosureKind expected)
    {
        var text = $"某县水利局2024年度{kind}\n" + string.Concat(Enumerable.Repeat($"某县水利局{line}\n", 3));
        Assert.Equal(expected, Read("文字.txt", text).Facts.Kind);
    }

    [Fact]
    public void An_item_goes_on_behind_a_stop_at_the_end_of_its_first_line()
    {
        const string Text = """
            第三部分 某县水利局2024年度部门决算情况说明
            一、一般公共预算财政拨款支出决算情况说明
            一般公共预算财政拨款支出年初预算为30.00万元，支出决算为
            27.00万元。其中：
            1、农林水支出（类）水利（款）防汛（项）。
            主要用于汛期值守。年初预算为10.00万元，支出决算为9.00万
            元。决算数小于预算数的主要原因：雨水偏少。
            2、农林水支出（类）水利（款）抗旱（项）18.00万元。主要用于：
            灌区调水。年初预算为20.00万元，支出决算为18.00万元。
            """;
        var read = Read("文字.txt", Text);
        Assert.Equal(["一般公共预算财政拨款支出年初", "1、农林水支出（类）水利（款", "2、农林水支出（类）水利（款"], read.Narrative.Select(p => p.Text[..14]));
        Assert.Contains("灌区调水。年初预算为20.00万元", read.Narrative[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_new_page_without_the_columns_that_only_the_header_parts_belong_to_the_table_above()
    {
        const string Html = """
            <p>某局2024年度部门决算</p><p>收入决算表</p><p>单位：万元</p>
            <table><tr><td colspan="4">项目</td><td>本年收入合计</td><td>财政拨款收入</td></tr>
            <tr><td colspan="3">功能分类科目编码</td><td>科目名称</td><td></td><td></td></tr>
            <tr><td>类</td><td>款</td><td>项</td><td>合计</td><td>25.00</td><td>25.00</td></tr>
            <tr><td colspan="3">208</td><td>社会保障和就业支出</td><td>20.00</td><td>20.00</td></tr></table>
            <table><tr><td>210</td><td>卫生健康支出</td><td>5.00</td><td>5.00</td></tr></table>
            <p>注：本表反映收入情况。</p>
            """;
        var table = Assert.Single(Read("页面.html", "<html><body>" + Html + "</body></html>").Statements);
        Assert.Equal(["合计", "208", "210"], table.Rows.Select(r => r.Key));
        Assert.Equal([25m, 20m, 5m], table.Rows.Select(r => r.Cells[0].Figure!.Value.Value));
    }

    [Fact]
    public void Headers_in_the_row_of_the_total_are_no_amounts_of_it()
    {
        const string Html = """
            <p>某局2024年度部门决算</p><p>政府性基金预算财政拨款收入支出决算表</p><p>单位：万元</p>
            <table><tr><td colspan="2">项目</td><td rowspan="2">年初结转和结余</td><td rowspan="2">本年收入</td><td colspan="3">本年支出</td><td rowspan="2">年末结转和结余</td></tr>
            <tr><td>功能分类科目编码</td><td>科目名称</td><td></td><td></td><td></td></tr>
            <tr><td colspan="2">合计</td><td>0</td><td>105.00</td><td>合计</td><td>基本支出</td><td>项目支出</td><td>0</td></tr>
            <tr><td>221</td><td>住房保障支出</td><td>0</td><td>105.00</td><td>105.00</td><td></td><td>105.00</td><td>0</td></tr></table>
            """;
        var table = Assert.Single(Read("页面.html", "<html><body>" + Html + "</body></html>").Statements);
        Assert.Equal(["合计", "221"], table.Rows.Select(r => r.Key));
        Assert.Equal([105m, 105m, 105m], table.Rows[1].Cells.Where(c => c.Figure?.Value > 0).Select(c => c.Figure!.Value.Value));
        Assert.Equal(["合计", "基本支出", "项目支出"], table.Columns.Where(c => c.Parts[0] == "本年支出").Select(c => c.Leaf));
        Assert.DoesNotContain(table.Rows[0].Cells, c => c.Text is "合计" or "基本支出" or "项目支出");
    }

    private static Disclosure Read(string file, string text)
    {
        var data = new Data.DataFolder(Path.Combine(RenderingTests.Root(), "data"));
        var read = DisclosureReader.Read(file, Encoding.UTF8.GetBytes(text), [.. data.Editions.Editions], data.Catalogue);
        Assert.True(read.IsRead, read.Error);
        return read.Value;
    }
}
