using System.Text;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Tests.Reading;

public class PlainTextReaderTests
{
    private static SourceDocument Read(string text) => Shared.Must(Shared.Read("样本.txt", Encoding.UTF8.GetBytes(text)));

    private static string[][] Cells(SourceGrid grid) => [.. grid.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray())];

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("GB18030", false)]
    public void Every_encoding_of_an_office_gives_the_same_lines(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("收支总表\r\n合计\t12.50\r\n𠮷 1\t2\r\n")];
        var blocks = Shared.Must(Shared.Read("a", bytes)).Blocks;
        Assert.Equal("收支总表", Assert.IsType<TextLine>(blocks[0]).Text);
        Assert.Equal([["合计", "12.50"], ["𠮷 1", "2"]], Cells(Assert.IsType<SourceGrid>(blocks[1])));
    }

    [Fact]
    public void A_page_may_begin_in_the_middle_of_a_line()
    {
        var lines = Read("注：本表反映收入情况。\f收入决算表\n\f\f合计 3.00\n尾行").Blocks.Cast<TextLine>().ToList();
        Assert.Equal(["注：本表反映收入情况。", "收入决算表", "合计 3.00", "尾行"], lines.Select(l => l.Text));
        Assert.Equal([1, 1, 2, 3], lines.Select(l => l.At.Line!.Value));
        Assert.Equal([false, true, true, false], lines.Select(l => l.BeginsPage));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_in_Chinese()
    {
        var result = Shared.Read("图.png", [0x81, 0x00, 0xFF, 0xFF, 0x00]);
        Assert.False(result.IsRead);
        Assert.StartsWith("图.png：", result.Error, StringComparison.Ordinal);
        Assert.Contains("不认识", result.Error, StringComparison.Ordinal);
        Assert.Contains("空的", Shared.Read("空.txt", []).Error, StringComparison.Ordinal);
        Assert.Contains("没有文字", Shared.Read("白.txt", "  \n\t\n"u8.ToArray()).Error, StringComparison.Ordinal);
        Assert.Contains("找不到", SourceReaders.ReadFile("没有这个.txt", TestContext.Current.CancellationToken).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tab_rows_keep_their_cells_and_a_blank_line_does_not_end_the_table()
    {
        var blocks = Read("# 表 1. 收支总表\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、拨款\t10.00\t一、教育\t\n\n合计\t10.00\t合计\t10.00\n---\t---\t--\t--\n\n注：**说明**").Blocks;
        Assert.Equal(3, blocks.Count);
        Assert.Equal("表 1. 收支总表", ((TextLine)blocks[0]).Text);
        var grid = (SourceGrid)blocks[1];
        Assert.Equal([["收入", "", "支出", ""], ["项目", "预算数", "项目", "预算数"], ["一、拨款", "10.00", "一、教育", ""], ["合计", "10.00", "合计", "10.00"]], Cells(grid));
        Assert.Equal(3, grid.At.Line);
        Assert.Equal(7, grid.Rows[3].Cells[0].At.Line);
        Assert.Equal(3, grid.Rows[3].Cells[3].Column);
        Assert.Equal("注：说明", ((TextLine)blocks[2]).Text);
    }

    [Fact]
    public void A_page_break_within_a_line_ends_the_line_and_keeps_its_number()
    {
        var lines = Read("合计 12\f2026年部门支出预算总表\n单位：元").Blocks.Cast<TextLine>().ToList();
        Assert.Equal(["合计 12", "2026年部门支出预算总表", "单位：元"], lines.Select(l => l.Text));
        Assert.Equal([1, 1, 2], lines.Select(l => l.At.Line!.Value));
        Assert.Equal([false, true, false], lines.Select(l => l.BeginsPage));
    }

    [Fact]
    public void Lines_without_tabs_inside_a_table_lose_no_row()
    {
        var torn = (SourceGrid)Assert.Single(Read("甲\t乙\t丙\n职能\t（一）做事\n（二）再做\n（三）完\t尾\n1\t2\t3\n4\t5\t6").Blocks);
        Assert.Equal(["职能", "（一）做事（二）再做（三）完", "尾"], Cells(torn)[1]);
        Assert.Equal(4, torn.Rows.Count);
        var lone = (SourceGrid)Assert.Single(Read("甲\t乙\n小标题\n1\t2").Blocks);
        Assert.Equal([["甲", "乙"], ["小标题"], ["1", "2"]], Cells(lone));
    }

    [Fact]
    public void Markdown_and_html_remains_are_taken_away()
    {
        var grid = (SourceGrid)Assert.Single(Read("| 项目 | 值 |\n|---|:--:|\n| <p>满意度</p> <p>二</p> | $\\geq 85\\%$ |\n| 0 < 1 且 A\\*B | <input checked=\"\" type=\"checkbox\"/> 是 |").Blocks);
        Assert.Equal([["项目", "值"], ["满意度 二", "≥85%"], ["0 < 1 且 A*B", "☑ 是"]], Cells(grid));
    }

    [Fact]
    public void One_cell_a_line_is_read_exactly()
    {
        var text = "表1.收支总表\n\t收支总表\n\n\t项    目\n\t预算数\n\t上年\n\n\t\u3000教育\n支出\n\t\n\t3.20\n\n\t合计\n\t1\n\t\n\n\n说明";
        var blocks = Read(text).Blocks;
        Assert.Equal(3, blocks.Count);
        var grid = (SourceGrid)blocks[1];
        Assert.Equal([["收支总表"], ["项    目", "预算数", "上年"], ["教育支出", "", "3.20"], ["合计", "1", ""]], Cells(grid));
        Assert.Equal(8, grid.Rows[2].Cells[0].At.Line);
        Assert.Equal(11, grid.Rows[2].Cells[2].At.Line);
    }

    [Fact]
    public void An_empty_paragraph_in_a_cell_does_not_tear_its_row()
    {
        var grid = (SourceGrid)Assert.Single(Read("\t甲\n\t乙\n\t丙\n\n\t一\n\n\t二\n\t三\n\n\t四\n\t五\n\t六\n").Blocks);
        Assert.Equal([["甲", "乙", "丙"], ["一", "二", "三"], ["四", "五", "六"]], Cells(grid));
    }

    [Fact]
    public void A_line_with_wide_gaps_is_no_part_of_a_cell()
    {
        var blocks = Read("\t整体表\n填报日期：某日        单位：万元\n\t名称\n\t甲\n\n\t数\n\t1\n").Blocks;
        Assert.Equal(["整体表", "填报日期：某日        单位：万元"], blocks.OfType<TextLine>().Select(t => t.Text));
        Assert.Equal([["名称", "甲"], ["数", "1"]], Cells((SourceGrid)blocks[2]));
    }

    [Fact]
    public void Loose_lines_stay_lines_with_their_numbers()
    {
        var blocks = Read("收入 支出\n\n项目 预算数\n\n 1, 077. 43一、教育 \n").Blocks;
        Assert.Equal([(1, "收入 支出"), (3, "项目 预算数"), (5, "1, 077. 43一、教育")], blocks.Cast<TextLine>().Select(t => (t.At.Line!.Value, t.Text)));
    }

    [Fact]
    public void In_the_real_budget_with_one_cell_a_line_every_row_is_as_wide_as_its_table()
    {
        var grids = Shared.Read("seeds/caidian-2025-budget.txt").Blocks.OfType<SourceGrid>().Take(10).ToList();
        Assert.Equal([4, 19, 8, 4, 7, 5, 6, 5, 5, 12], grids.Select(g => g.Rows.Max(r => r.Cells.Count)));
        foreach (var grid in grids)
        {
            // Heading rows are narrower, as merged cells are not repeated; from the first full row on all are full, save a closing remark.
            var full = grid.Rows.Max(r => r.Cells.Count);
            var body = grid.Rows.SkipWhile(r => r.Cells.Count < full);
            Assert.All(body, r => Assert.True(r.Cells.Count == full || r.Cells[0].Text.StartsWith("备注", StringComparison.Ordinal), $"line {r.Cells[0].At.Line}"));
        }
    }

    [Theory]
    [InlineData("seeds/qingshan-2022-budget.txt", 19)]
    [InlineData("seeds/dongxihu-2024-final.txt", 17)]
    public void The_real_documents_with_tab_rows_give_their_tables(string file, int tables)
    {
        var document = Shared.Read(file);
        Assert.Equal(tables, document.Blocks.OfType<SourceGrid>().Count());
        Assert.DoesNotContain(document.Blocks.OfType<SourceGrid>().SelectMany(g => g.Rows).SelectMany(r => r.Cells), c => c.Text.Contains('<', StringComparison.Ordinal) || c.Text.Contains('\\', StringComparison.Ordinal));
    }
}
