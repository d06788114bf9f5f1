using System.Text;
using Mingzhang.Core.Comparing;
using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Tests.Reading;

public class MarkdownReaderTests
{
    [Fact]
    public void Headings_lines_and_tables_stand_in_order_with_their_lines()
    {
        var source = Read("# 第一部分 概况\n\n## 一、职责\n\n1. 负责**医疗保障**。\n\n收支总表\n单位：万元\n| 项目 | 金额 |\n|---|---:|\n| 教育 | 1.50 |\n说明：无。\n");
        Assert.Equal([("第一部分 概况", 1, 1), ("一、职责", 2, 3), ("1. 负责医疗保障。", 0, 5), ("收支总表", 0, 7), ("单位：万元", 0, 8), ("说明：无。", 0, 12)],
            source.Blocks.OfType<TextLine>().Select(l => (l.Text, l.Heading, l.At.Line!.Value)));
        var grid = Assert.Single(source.Blocks.OfType<SourceGrid>());
        Assert.Equal([["项目", "金额"], ["教育", "1.50"]], grid.Rows.Select(r => r.Cells.Select(c => c.Text)));
        Assert.Equal([9, 11], grid.Rows.Select(r => r.Cells[0].At.Line!.Value));
    }

    [Fact]
    public void The_rule_of_a_table_may_stand_below_several_header_rows()
    {
        var grid = Assert.Single(Read("| 项目 | 支出 | 支出 |\n| 项目 | 基本 | 项目 |\n|---|---|---|\n| 教育 | 1.50 | 2.00 |\n").Blocks.OfType<SourceGrid>());
        Assert.Equal([["项目", "支出", "支出"], ["项目", "基本", "项目"], ["教育", "1.50", "2.00"]], grid.Rows.Select(r => r.Cells.Select(c => c.Text)));
        Assert.Equal([1, 2, 4], grid.Rows.Select(r => r.Cells[0].At.Line!.Value));
    }

    [Fact]
    public void Wrapped_lines_are_one_paragraph() =>
        Assert.Equal("2024年部门预算收入总计一千二百三十四万元，比上年增加五十六万元，增长百分之四点七。",
            Assert.IsType<TextLine>(Read("# 甲\n\n2024年部门预算收入总计一千二百三十四万元，比上年\n增加五十六万元，增长百分之四点七。").Blocks[1]).Text);

    [Fact]
    public void Stars_between_figures_stay_and_escaped_bars_are_no_borders() =>
        Assert.Equal(["12人*3000元*12月", "甲|乙"], Assert.Single(Read("| a | b |\n|--|--|\n| 12人*3000元*12月 | 甲\\|乙 |").Blocks.OfType<SourceGrid>()).Rows[1].Cells.Select(c => c.Text));

    [Fact]
    public void Tables_in_HTML_keep_their_spans_over_blank_lines()
    {
        var source = Read("## 表\n\n<table><tr><td rowspan=\"2\">项目</td><td colspan=\"2\">支出</td></tr>\n\n<tr><td>基本</td><td>项目</td></tr></table>\n\n完。");
        var grid = Assert.Single(source.Blocks.OfType<SourceGrid>());
        Assert.Equal((2, 2), (grid.Rows[0].Cells[0].RowSpan, grid.Rows[0].Cells[1].ColumnSpan));
        Assert.Equal(5, grid.Rows[1].Cells[0].At.Line);
        Assert.Equal("完。", Assert.IsType<TextLine>(source.Blocks[^1]).Text);
    }

    [Fact]
    public void Text_with_tabs_stays_plain_text() => Assert.Equal(2, Assert.Single(Read("# 表\n项目\t金额\n教育\t1.50\n").Blocks.OfType<SourceGrid>()).Rows.Count);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("GB18030")]
    public void Every_usual_encoding_is_read(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var chosen = Encoding.GetEncoding(encoding);
        byte[] content = [.. chosen.GetPreamble(), .. chosen.GetBytes("# 概况\n\n| 项目 | 金额 |\n|---|---|\n| 教育𠮷 | 1.50 |\n")];
        Assert.Equal("教育𠮷", Assert.Single(Shared.Must(Shared.Read("x", content)).Blocks.OfType<SourceGrid>()).Rows[1].Cells[0].Text);
    }

    public static TheoryData<string> Samples => Publishing.Samples.Names;

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_compiled_sample_written_as_Markdown_is_read_back_figure_for_figure(string name)
    {
        var compiled = Publishing.Samples.Compile(name);
        var read = DisclosureReader.Read("x.md", Encoding.UTF8.GetBytes(Fuzz.DocumentText.Markdown(DocumentLayout.Of(compiled, Publishing.Samples.Context.Editions))), Publishing.Samples.Context.Editions, Publishing.Samples.Data.Catalogue);
        Assert.True(read.IsRead, read.Error);
        var comparison = DisclosureComparer.Compare(compiled, read.Value, Publishing.Samples.Context.Editions);
        Assert.Empty(comparison.Differences);
        Assert.True(comparison.Same > 100, $"only {comparison.Same} cells");
    }

    private static SourceDocument Read(string text) => Shared.Must(Shared.Read("x.txt", Encoding.UTF8.GetBytes(text)));
}
