using Mingzhang.Core.Comparing;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Tests.Reading;

public class OfdReaderTests
{
    private static readonly double[] Xs = [20, 60, 100];
    private static readonly double[] Ys = [40, 50, 60];

    [Fact]
    public void Words_between_lines_fall_into_cells_and_others_make_lines()
    {
        var source = Must(Filled(new TinyOfd { Title = "某局2024年部门预算" }.Text(60, 20, "收支总表")));
        Assert.Equal("收支总表", Assert.IsType<TextLine>(source.Blocks[0]).Text);
        Assert.Equal(["项目", "金额", "教育支出", "1,234.50"], Cells(source.Blocks[1]));
        Assert.Equal(["某局2024年部门预算"], source.Titles);
        Assert.Equal(1, source.Pages);
    }

    [Fact]
    public void Boxes_are_in_points_from_the_top_left()
    {
        var line = Assert.IsType<TextLine>(Must(new TinyOfd().Text(25.4, 50.8, "教育支出", 3.5)).Blocks[0]);
        Assert.Equal(72, line.At.Box![0], 1);
        Assert.InRange(line.At.Box[1], 134, 144);
        Assert.Equal(72 + (4 * 3.5 * 72 / 25.4), line.At.Box[2], 1);
    }

    [Fact]
    public void A_sign_for_each_object_makes_the_same_words()
    {
        var source = Must(new TinyOfd().Grid(Xs, Ys).Signs(21, 46, "项目").Signs(61, 46, "金额").Signs(21, 56, "教育支出").Signs(61, 56, "1,234.50"));
        Assert.Equal(["项目", "金额", "教育支出", "1,234.50"], Cells(source.Blocks[0]));
    }

    [Fact]
    public void Several_runs_of_codes_in_one_object_stand_where_each_says()
    {
        var text = "<ofd:TextObject ID=\"9\" Boundary=\"20 40 80 20\" Font=\"3\" Size=\"3\"><ofd:TextCode X=\"1\" Y=\"6\" DeltaX=\"g 3 3\">教育支出</ofd:TextCode><ofd:TextCode X=\"41\" Y=\"6\" DeltaX=\"1.5 g 3 1.5\">12.50</ofd:TextCode><ofd:TextCode X=\"1\" Y=\"16\" DeltaX=\"3 g 2 3\">合　　计</ofd:TextCode><ofd:TextCode X=\"41\" DeltaX=\"g 4 1.5\">12.50</ofd:TextCode></ofd:TextObject>";
        var source = Must(new TinyOfd().Grid(Xs, Ys).Raw(text));
        Assert.Equal(["教育支出", "12.50", "合 计", "12.50"], Cells(source.Blocks[0]));
    }

    [Fact]
    public void A_transformed_object_stands_where_its_matrix_puts_it()
    {
        var text = "<ofd:TextObject ID=\"9\" Boundary=\"60 50 40 10\" CTM=\"0.5 0 0 0.5 1 1\" Font=\"3\" Size=\"6\"><ofd:TextCode X=\"0\" Y=\"10\" DeltaX=\"g 4 3\">12.50</ofd:TextCode></ofd:TextObject>";
        var source = Must(new TinyOfd().Grid(Xs, Ys).Text(21, 46, "项目").Raw(text));
        Assert.Equal(["项目", "", "", "12.50"], Cells(source.Blocks[0]));
    }

    [Fact]
    public void Templates_and_composite_objects_are_drawn_on_the_page()
    {
        var source = Must(new TinyOfd().Grid(Xs, Ys).AsTemplate().Text(1, 6, "项目").Text(41, 6, "金额").AsComposite(20, 40).Text(61, 56, "1.00").EndPage(0));
        Assert.Equal(["项目", "金额", "", "1.00"], Cells(source.Blocks[0]));
    }

    [Fact]
    public void Lines_may_be_drawn_as_thin_areas()
    {
        var ofd = new TinyOfd();
        foreach (var y in Ys)
            ofd.Raw(FormattableString.Invariant($"<ofd:PathObject ID=\"1\" Boundary=\"20 {y} 80 0.2\" Stroke=\"false\" Fill=\"true\"><ofd:AbbreviatedData>M 0 0 L 80 0 L 80 0.2 L 0 0.2 C</ofd:AbbreviatedData></ofd:PathObject>"));
        foreach (var x in Xs)
            ofd.Raw(FormattableString.Invariant($"<ofd:PathObject ID=\"1\" Boundary=\"{x} 40 0.2 20\" Stroke=\"false\" Fill=\"true\"><ofd:AbbreviatedData>S 0 0 L 0.2 0 L 0.2 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>"));
        Assert.Equal(["项目", "", "", "1.00"], Cells(Must(ofd.Text(21, 46, "项目").Text(61, 56, "1.00")).Blocks[0]));
    }

    [Fact]
    public void Documents_of_one_file_follow_each_other()
    {
        var source = Must(new TinyOfd().Text(20, 20, "第一份").EndBody().Text(20, 20, "第二份"));
        Assert.Equal(["第一份", "第二份"], source.Blocks.Cast<TextLine>().Select(l => l.Text));
        Assert.Equal([1, 2], source.Blocks.Select(b => b.At.Page));
    }

    [Fact]
    public void Bold_text_that_is_drawn_twice_is_read_once() =>
        Assert.Equal("合计", Assert.IsType<TextLine>(Assert.Single(Must(new TinyOfd().Text(20, 20, "合计").Text(20.1, 20, "合计")).Blocks)).Text);

    [Fact]
    public void Watermarks_and_hidden_objects_are_left_out_and_the_first_is_told()
    {
        var mark = "<ofd:TextObject ID=\"9\" Boundary=\"20 40 80 80\" CTM=\"0.7 0.7 -0.7 0.7 0 0\" Font=\"3\" Size=\"9\"><ofd:TextCode X=\"0\" Y=\"9\">内部资料</ofd:TextCode></ofd:TextObject>";
        var hidden = "<ofd:TextObject ID=\"9\" Visible=\"false\" Boundary=\"20 80 80 80\" Font=\"3\" Size=\"3\"><ofd:TextCode X=\"0\" Y=\"9\">看不见</ofd:TextCode></ofd:TextObject>";
        var source = Must(new TinyOfd().Text(20, 20, "正文").Raw(mark).Raw(hidden));
        Assert.Equal("正文", Assert.IsType<TextLine>(Assert.Single(source.Blocks)).Text);
        Assert.Contains("水印", Assert.Single(source.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_without_Unicode_are_told_by_page_and_alone_they_are_the_reason()
    {
        var source = Must(new TinyOfd().Text(20, 20, "可读").EndPage().Text(20, 20, "\ue001\ue002\ue003").EndPage());
        Assert.Equal("可读", Assert.IsType<TextLine>(Assert.Single(source.Blocks)).Text);
        Assert.Contains("第2页的字体没有给出字符对照", Assert.Single(source.Notes), StringComparison.Ordinal);
        Assert.Contains("字符对照", Fault(new TinyOfd().Text(20, 20, "\ue001\ue002\ue003").Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Scanned_and_damaged_pages_are_told_and_the_others_are_read()
    {
        var ofd = new TinyOfd().Text(20, 20, "可读").EndPage().Raw("<ofd:ImageObject ID=\"3\" Boundary=\"0 0 210 297\" ResourceID=\"8\"/>").EndPage().Text(1, 9, "坏").EndPage()
            .Part("Doc_0/Pages/Page_2/Content.xml", "<ofd:Page xmlns:ofd=\"x\"><ofd:Content>");
        var source = Must(ofd);
        Assert.Equal(3, source.Pages);
        Assert.Contains(source.Notes, n => n.StartsWith("第2页只有图片", StringComparison.Ordinal));
        Assert.Contains("第3页已损坏，没有读取。", source.Notes);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ofd:OFD xmlns:ofd=\"x\"><ofd:DocBody><ofd:DocRoot>&a;</ofd:DocRoot></ofd:DocBody></ofd:OFD>", "已损坏")]
    [InlineData("<ofd:OFD xmlns:ofd=\"x\"><ofd:DocBody><ofd:DocRoot>../../../etc/passwd</ofd:DocRoot></ofd:DocBody></ofd:OFD>", "没有页面")]
    [InlineData("<ofd:OFD xmlns:ofd=\"x\"><ofd:DocBody/></ofd:OFD>", "没有页面")]
    [InlineData("<ofd:OFD xmlns:ofd=\"x\"><ofd:Encryptions>e.xml</ofd:Encryptions></ofd:OFD>", "加了密")]
    public void Hostile_and_broken_roots_are_refused_with_a_reason(string root, string reason) =>
        Assert.Contains(reason, Fault(new TinyOfd().Text(1, 9, "甲").Part("OFD.xml", root).Bytes()), StringComparison.Ordinal);

    public static TheoryData<string> Samples => Publishing.Samples.Names;

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_compiled_sample_printed_as_OFD_is_read_back_figure_for_figure(string name)
    {
        var compiled = Publishing.Samples.Compile(name);
        var read = DisclosureReader.Read("x.ofd", OfdSample.Write(compiled), Publishing.Samples.Context.Editions, Publishing.Samples.Data.Catalogue);
        Assert.True(read.IsRead, read.Error);
        Assert.Empty(DisclosureComparer.Compare(compiled, read.Value, Publishing.Samples.Context.Editions).Differences);
        Assert.Equal(compiled.Facts.Year, read.Value.Facts.Year);
        Assert.Equal(compiled.Facts.Agency, read.Value.Facts.Agency);
    }

    private static TinyOfd Filled(TinyOfd ofd) => ofd.Grid(Xs, Ys).Text(21, 46, "项目").Text(61, 46, "金额").Text(21, 56, "教育支出").Text(61, 56, "1,234.50");

    private static SourceDocument Must(TinyOfd ofd) => Shared.Must(Shared.Read("x.pdf", ofd.Bytes()));

    private static string Fault(byte[] content)
    {
        var result = Shared.Read("x.ofd", content);
        Assert.False(result.IsRead);
        Assert.StartsWith("x.ofd：OFD ", result.Error, StringComparison.Ordinal);
        return result.Error;
    }

    private static IEnumerable<string> Cells(SourceBlock block) => Assert.IsType<SourceGrid>(block).Rows.SelectMany(r => r.Cells).Select(c => c.Text);
}
