using System.IO.Compression;
using System.Text;
using Mingzhang.Documents.Reading.Excel;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Documents.Tests.Publishing;

namespace Mingzhang.Documents.Tests.Reading;

public class OfficeReaderTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Fact]
    public void Tracked_changes_are_read_as_accepted() =>
        Assert.Equal(["预算数为12万元"], Lines("<w:p><w:r><w:t>预算数为</w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>"));

    [Fact]
    public void A_deleted_end_of_paragraph_joins_the_next() =>
        Assert.Equal(["前半后半"], Lines("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t></w:r></w:p>"));

    [Fact]
    public void Text_boxes_stand_after_their_paragraph() =>
        Assert.Equal(["正文", "框内"], Lines("<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:pict><v:textbox xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>"));

    [Fact]
    public void Hidden_text_and_field_codes_are_left_out() =>
        Assert.Equal(["第3页"], Lines("<w:p><w:r><w:t>第</w:t></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>3</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>页</w:t></w:r></w:p>"));

    [Fact]
    public void Merged_cells_stand_once_with_their_spans()
    {
        var grid = Assert.IsType<SourceGrid>(Assert.Single(Blocks(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>收入</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>")));
        Assert.Equal(("项目", 0, 1, 2), Shape(grid.Rows[0].Cells[0]));
        Assert.Equal(("收入", 1, 2, 1), Shape(grid.Rows[0].Cells[1]));
        Assert.Equal([("合计", 1, 1, 1), ("", 2, 1, 1)], grid.Rows[1].Cells.Select(Shape));
    }

    [Fact]
    public void Automatic_numbers_come_before_their_paragraphs()
    {
        const string Numbering = "<w:numbering " + W + "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        const string Numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{0}</w:t></w:r></w:p>";
        var content = Docx(Numbered.Replace("{0}", "收入", StringComparison.Ordinal) + Numbered.Replace("{0}", "支出", StringComparison.Ordinal), ("word/numbering.xml", Numbering));
        Assert.Equal(["一、收入", "二、支出"], Shared.Must(Shared.Read("x.docx", content)).Blocks.Cast<TextLine>().Select(l => l.Text));
    }

    [Fact]
    public void Nested_frames_do_not_multiply_the_work()
    {
        var inner = "<w:p><w:r><w:t>里</w:t></w:r></w:p>";
        for (var i = 0; i < 25; i++)
            inner = $"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>";
        Assert.Equal(["里"], Lines(inner));
    }

    [Theory]
    [InlineData("docx", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document " + W + "><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")]
    [InlineData("docx", "<w:document " + W + "><w:body><w:p>")]
    public void Hostile_or_torn_XML_ends_with_one_message(string format, string document)
    {
        var read = Shared.Read("x." + format, Zip([("word/document.xml", document)]));
        Assert.False(read.IsRead);
        Assert.Contains("另存为", read.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_without_end_is_refused()
    {
        var read = Shared.Read("x.docx", Docx(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5000))));
        Assert.Contains("嵌套过深", read.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_grows_beyond_all_bounds_is_refused()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("word/document.xml").Open();
            stream.Write(Encoding.UTF8.GetBytes($"<w:document {W}><w:body>"));
            var blank = new byte[1024 * 1024];
            Array.Fill(blank, (byte)' ');
            for (var i = 0; i < 60; i++)
                stream.Write(blank);
        }

        Assert.Contains("解压后过大", Shared.Read("x.docx", memory.ToArray()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_under_a_password_is_told_as_one()
    {
        byte[] content = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage\0")];
        Assert.Contains("密码", Shared.Read("x.xlsx", content).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void Damaged_documents_end_with_one_message_or_what_can_be_read(string format)
    {
        var whole = SampleDisclosure.Publish(SampleDisclosure.Of("hanyang-2023"), format);
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var damaged = i % 3 == 0 ? whole[..random.Next(1, whole.Length)] : (byte[])whole.Clone();
            for (var n = 0; n < 1 + (i % 20) && i % 3 > 0; n++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var read = Shared.Read("x." + format, damaged);
            Assert.True(read.IsRead || read.Error.StartsWith("x.", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("General", null, false, false)]
    [InlineData("0.00", 2, false, false)]
    [InlineData("#,##0.00_);[Red](#,##0.00)", 2, true, false)]
    [InlineData("0.0%", 1, false, true)]
    [InlineData("\"共\"#,##0\"元\"", 0, true, false)]
    public void Number_formats_say_decimals_separators_and_percent(string format, int? decimals, bool thousands, bool percent) =>
        Assert.Equal(new NumberFormat(decimals, thousands, percent), NumberFormat.Of(format));

    private static (string, int, int, int) Shape(SourceCell cell) => (cell.Text, cell.Column, cell.ColumnSpan, cell.RowSpan);

    private static IEnumerable<string> Lines(string body) => Blocks(body).Cast<TextLine>().Select(l => l.Text);

    private static IReadOnlyList<SourceBlock> Blocks(string body) => Shared.Must(Shared.Read("x.docx", Docx(body))).Blocks;

    private static byte[] Docx(string body, params (string, string)[] more) => Zip([("word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>"), .. more]);

    private static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
