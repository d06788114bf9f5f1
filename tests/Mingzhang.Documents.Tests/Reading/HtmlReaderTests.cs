using System.Globalization;
using System.Text;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Tests.Reading;

public class HtmlReaderTests
{
    private static SourceDocument Page(string body, string head = "<meta charset=utf-8>") => Read($"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>");

    private static SourceDocument Read(string html) => Shared.Must(Shared.Read("x.html", Encoding.UTF8.GetBytes(html)));

    private static List<string> Texts(SourceDocument page) => [.. page.Blocks.OfType<TextLine>().Select(l => l.Text)];

    private static string[] Row(SourceGrid grid, int row) => [.. grid.Rows[row].Cells.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Text}@{c.Column}+{c.ColumnSpan}x{c.RowSpan}"))];

    [Fact]
    public void Spans_of_both_directions_put_cells_into_their_columns()
    {
        var grid = Assert.IsType<SourceGrid>(Assert.Single(Page(
            "<table><tr><th rowspan=2>科目<th colspan=2>支出<tr><td>基本<td>项目<tr><td>行政运行<td>1,077.43<td></table>").Blocks));
        Assert.Equal(["科目@0+1x2", "支出@1+2x1"], Row(grid, 0));
        Assert.Equal(["基本@1+1x1", "项目@2+1x1"], Row(grid, 1));
        Assert.Equal(["行政运行@0+1x1", "1,077.43@1+1x1", "@2+1x1"], Row(grid, 2));
    }

    [Fact]
    public void Paragraphs_headings_and_line_breaks_are_lines()
    {
        var page = Page("<h2>一、收支</h2><p>甲\n乙 <b>丙</b>&nbsp;</p><div>上<br>下</div><p>one\ntwo</p>");
        Assert.Equal(["一、收支", "甲乙 丙", "上", "下", "one two"], Texts(page));
        Assert.Equal([1, 0, 0, 0, 0], page.Blocks.OfType<TextLine>().Select(l => l.Heading));
        Assert.Equal([true, true, false, true, true], page.Blocks.OfType<TextLine>().Select(l => l.IsParagraph));
    }

    [Fact]
    public void What_is_no_text_of_the_document_is_passed_over()
    {
        var page = Page("<nav><a>首页</a></nav><script>var a='<p>恶</p>';</script><style>p{}</style><p style='display: none'>藏</p><p hidden>藏</p><p>正文</p><footer>版权</footer>");
        Assert.Equal(["正文"], Texts(page));
    }

    [Fact]
    public void The_title_the_header_and_what_a_site_says_of_its_article_are_titles()
    {
        var page = Page("<header><h1>某局</h1></header><p>正文</p>", "<title>某市某局2024年部门预算</title><meta name=ArticleTitle content='2024年部门预算公开'>");
        Assert.Equal(["某市某局2024年部门预算", "2024年部门预算公开", "某局"], page.Titles);
        Assert.Equal(["正文"], Texts(page));
    }

    [Fact]
    public void Tables_that_only_arrange_the_page_give_their_content()
    {
        var page = Page("<table><tr><td>菜单<td><p>前言</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table><p>后记</p></table>");
        Assert.Equal(["菜单", "前言", "后记"], Texts(page));
        Assert.Equal(2, Assert.Single(page.Blocks.OfType<SourceGrid>()).Rows.Count);
    }

    [Theory]
    [InlineData("gb2312")]
    [InlineData("gbk")]
    [InlineData("GB18030")]
    public void Pages_of_older_sites_are_decoded_as_they_declare(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("GB18030").GetBytes($"<html><head><meta http-equiv=Content-Type content=\"text/html; charset={charset}\"></head><body><p>医疗保障局</p></body></html>");
        Assert.Equal(["医疗保障局"], Texts(Shared.Must(Shared.Read("x", bytes))));
    }

    [Fact]
    public void A_wrong_declaration_and_a_broken_byte_do_not_spoil_a_page()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = [.. "<html><meta charset=utf-8><p>"u8, .. Encoding.GetEncoding("GB18030").GetBytes("预算")];
        Assert.Equal(["预算"], Texts(Shared.Must(Shared.Read("x", bytes))));
        bytes = [.. "<html><meta charset=utf-8><p>"u8, .. "预算"u8, 0xFF, .. "公开"u8];
        Assert.Equal(["预算\ufffd公开"], Texts(Shared.Must(Shared.Read("x", bytes))));
    }

    [Theory]
    [InlineData("\ufeff  <!-- 保存自 --> <HTML><p>甲")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html><p>甲")]
    [InlineData("<table><tr><td>甲")]
    public void Pages_are_known_by_their_beginning(string html) => Assert.Equal(["甲"], Texts(Read(html)));

    [Fact]
    public void Text_that_only_speaks_of_tags_is_no_page() =>
        Assert.Equal("<tablet> 甲", Assert.IsType<TextLine>(Assert.Single(Read("<tablet> 甲").Blocks)).Text);

    [Fact]
    public void Entities_of_a_document_type_are_not_resolved() =>
        Assert.Equal("&x; ok", Texts(Read("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x; ok</p>"))[^1]);

    [Fact]
    public void Depth_costs_nothing()
    {
        var deep = string.Concat(Enumerable.Repeat("<div><b><font>", 200_000));
        Assert.Equal(["底"], Texts(Page(deep + "底")));
    }

    [Fact]
    public void A_tag_with_very_many_attributes_is_read() =>
        Assert.Equal(["甲"], Texts(Page("<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + ">甲")));

    [Theory]
    [InlineData("<table>", 100)]
    [InlineData("<table><tr><td colspan=1000>甲", 1)]
    public void Tables_beyond_all_bounds_are_refused_in_words(string open, int times)
    {
        var rows = times == 1 ? string.Concat(Enumerable.Repeat("<tr><td>1", 50_000)) : "";
        var result = Shared.Read("x.html", Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat(open, times)) + rows));
        Assert.False(result.IsRead);
        Assert.StartsWith("x.html：网页里的表格太大", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_text_says_what_to_do() =>
        Assert.Contains("打印为 PDF", Shared.Read("x.html", "<html><script>load()</script></html>"u8.ToArray()).Error, StringComparison.Ordinal);

    [Fact]
    public void Random_markup_never_throws()
    {
        string[] pieces = ["<table>", "</table>", "<tr>", "<td>", "<td colspan=3 rowspan=2>", "<td rowspan=0>", "</td>", "<p>", "甲", "1.0", "<caption>", "</caption>", "<script>", "</script>",
            "<nav>", "</nav>", "<!--", "-->", "<h2>", "</h2>", "&amp;", "&#0;", "<header>", "</header>", "<title>", "</title>", "<br>", "<td colspan=-1>", "<![CDATA[", "]]>", "<svg>", "<", ">", "\0"];
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var html = "<html>" + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = Shared.Read("x.html", Encoding.UTF8.GetBytes(html));
            Assert.True(result.IsRead || result.Error.StartsWith("x.html：", StringComparison.Ordinal), html);
        }
    }
}
