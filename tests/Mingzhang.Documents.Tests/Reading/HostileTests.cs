using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>Files made to do harm: each ends within ten seconds of computing (a busy machine is no fault of ours) with one Chinese message, or with what can be read and a list of what was not.</summary>
[Collection("hostile")]
public class HostileTests
{
    // Where an entry that leaves its package would land.
    private static readonly string Traversed = Path.Combine(Path.GetTempPath(), "mingzhang-traversal.txt");

    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(180);

    private static readonly Dictionary<string, Func<byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["empty"] = () => [],
        ["zeros"] = () => new byte[100_000],
        ["picture"] = () => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. new byte[1000]],
        ["bomb.docx"] = () => Bomb("word/document.xml", $"<w:document {W}><w:body>", ' ', 2000),
        ["bomb.xlsx"] = () => Bomb("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>", ' ', 2000),
        ["bomb.ofd"] = () => Bomb("OFD.xml", "<ofd:OFD xmlns:ofd=\"x\">", ' ', 2000),
        ["many parts"] = () => TinyOfd.Zip(Enumerable.Range(0, 30_000).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))),
        ["deep html"] = () => Utf8("<html>" + Repeat("<div>", 500_000) + "甲"),
        ["deep html tables"] = () => Utf8("<html>" + Repeat("<table><tr><td>", 100_000) + "甲"),
        ["wide html"] = () => Utf8("<html><table>" + Repeat("<tr><td colspan=1000 rowspan=65534>甲</td></tr>", 5_000)),
        ["html attributes"] = () => Utf8("<html><p " + Repeat("a=b ", 1_000_000) + ">甲</p>"),
        ["html entities"] = () => Utf8("<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><html><p>甲&a;</p>"),
        ["deep docx"] = () => Docx(Repeat("<w:tbl><w:tr><w:tc>", 100_000)),
        ["entity docx"] = () => TinyOfd.Zip([("word/document.xml", Utf8($"<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"{Repeat("&a;", 10)}\">]><w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"))]),
        ["traversing docx"] = () => TinyOfd.Zip([($"../../../..{Traversed}", Utf8("x")), ("word/document.xml", Utf8($"<w:document {W}><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>"))]),
        ["deep ofd"] = () => new TinyOfd().Raw(Repeat("<ofd:PageBlock>", 50_000) + Repeat("</ofd:PageBlock>", 50_000)).Text(1, 9, "甲").Bytes(),
        ["recursive ofd"] = () => new TinyOfd().Text(1, 9, "甲").Raw(Repeat("<ofd:CompositeObject ID=\"5\" Boundary=\"0 0 9 9\" ResourceID=\"77\"/>", 40)).AsComposite(1, 1).Bytes(),
        ["crowded ofd"] = () => new TinyOfd().Raw(Repeat("<ofd:TextObject ID=\"5\" Boundary=\"1 9 9 9\" Size=\"3\"><ofd:TextCode X=\"0\" Y=\"3\">甲</ofd:TextCode></ofd:TextObject>", 60_000)).Bytes(),
        ["gridded ofd"] = () => Gridded(2_000),
        ["stretched ofd"] = () => new TinyOfd().Raw($"<ofd:TextObject ID=\"5\" Boundary=\"1 9 9 9\" Size=\"3\"><ofd:TextCode X=\"0\" Y=\"3\" DeltaX=\"{Repeat("g 2000000000 1 ", 1000)}\">{Repeat("甲 ", 200_000)}</ofd:TextCode></ofd:TextObject>").Bytes(),
        ["deep json"] = () => Utf8("{\"statements\":" + Repeat("[", 1_000_000)),
        ["deep json values"] = () => Utf8("{\"x\":" + Repeat("{\"a\":", 1_000_000)),
        ["long line"] = () => Utf8(Repeat("甲", 5_000_000)),
        ["many lines"] = () => Utf8(Repeat("1\n", 3_000_000)),
        ["many cells"] = () => Utf8(Repeat("1\t", 2_000_000)),
        ["many short rows"] = () => Utf8(Repeat("a\tb\n", 1_000_000)),
        ["torn rows"] = () => Utf8(Repeat("a\tb\nc\nd\te\tf\n", 100_000)),
        ["figures"] = () => Utf8("支出总表\n单位：万元\n" + Repeat("2080505 机关支出 1 2 3 4 5 6 7 8 9 10\n", 20_000)),
        ["one long row of figures"] = () => Utf8("支出总表\n单位：万元\n科目编码 合计 基本支出 项目支出\n" + Repeat("1.5 ", 100_000)),
        ["bars"] = () => Utf8("|---|---|\n" + Repeat("|", 1_000_000)),
        ["markdown table"] = () => Utf8("# 甲\n" + Repeat("| a ", 3000) + "|\n" + Repeat("|---", 3000) + "|\n" + Repeat(Repeat("| 1 ", 3000) + "|\n", 100)),
        ["quotes"] = () => Utf8("# 甲\n" + Repeat(">", 300_000) + Repeat("[", 300_000) + Repeat("*_", 300_000)),
        ["headings"] = () => Utf8(Repeat("# 一、甲\n", 200_000)),
        ["brackets"] = () => Utf8(Repeat("（", 200_000) + "增加1万元" + Repeat("）", 200_000) + "。"),
        ["sentence without end"] = () => Utf8("一、收入情况\n" + Repeat("其中：甲支出1.5万元，比上年增加2万元，增长3%，主要原因是乙；", 20_000)),
        ["deep pdf"] = () => Pdf("1 0 obj\n" + Repeat("[", 200_000) + "\nendobj"),
        ["pdf bomb"] = PdfBomb,
    };

    public static TheoryData<string> Names { get; } = [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_file_ends_soon_within_bounds(string name)
    {
        var content = Files[name]();
        var started = Process.GetCurrentProcess().TotalProcessorTime;
        using var memory = new MemoryWatch();
        // A file that takes for ever must fail the test, not hang it.
        var reading = Task.Run(() => Read(content), TestContext.Current.CancellationToken);
        var read = await reading.WaitAsync(Hang, TestContext.Current.CancellationToken);
        var took = Process.GetCurrentProcess().TotalProcessorTime - started;
        if (read.IsRead)
            DisclosureJson.Write(Stream.Null, read.Value);
        else
            Assert.Matches(@"^f[^\n]*[：][^\n]*。$", read.Error);
        TestContext.Current.TestOutputHelper?.WriteLine($"{took.TotalSeconds:F2} s, {memory.PeakMiB} MiB, {read.Error}");
        Assert.True(took < Longest, $"{took.TotalSeconds:F1} s");
        Assert.True(memory.PeakMiB < 500, $"{memory.PeakMiB} MiB");
        Assert.False(File.Exists(Traversed));
    }

    [Fact]
    public void A_PDF_of_ten_thousand_pages_is_read_in_part_and_says_so()
    {
        Assert.SkipUnless(TinyPdf.CanRead, "pdftotext or qpdf is not here");
        var pdf = new TinyPdf();
        for (var i = 0; i < 10_000; i++)
            pdf.Text(50, 100, "收支总表").Grid([50, 150, 250], [120, 140, 160]).Text(60, 134, "教育").EndPage();
        var content = pdf.Bytes();
        var started = Process.GetCurrentProcess().TotalProcessorTime;
        var read = Read(content);
        Assert.True(read.IsRead, read.Error);
        Assert.Contains("只读取了前", Assert.Single(read.Value.NotRead), StringComparison.Ordinal);
        var took = Process.GetCurrentProcess().TotalProcessorTime - started;
        Assert.True(took < Longest, $"{took.TotalSeconds:F1} s");
    }

    [Fact]
    public void An_OFD_of_ten_thousand_pages_ends_soon()
    {
        var ofd = new TinyOfd();
        for (var i = 0; i < 10_000; i++)
            ofd.Text(50, 100, "收支总表").Grid([50, 90, 120], [120, 140, 160]).Text(60, 134, "教育").EndPage();
        var content = ofd.Bytes();
        var started = Process.GetCurrentProcess().TotalProcessorTime;
        var read = Read(content);
        Assert.True(read.IsRead, read.Error);
        var took = Process.GetCurrentProcess().TotalProcessorTime - started;
        Assert.True(took < Longest, $"{took.TotalSeconds:F1} s");
    }

    [Fact]
    public void The_name_of_a_file_decides_nothing()
    {
        var xlsx = Publishing.SampleDisclosure.Publish(Publishing.SampleDisclosure.Of("hanyang-2023"), "xlsx");
        Assert.True(Shared.Read("某局.pdf", xlsx).IsRead);
        Assert.True(Shared.Read("某局.docx", Utf8("收支总表\n项目\t金额\n教育\t1.50\n")).IsRead);
    }

    private static ReadResult<Disclosure> Read(byte[] content) => DisclosureJson.Recognises(content)
        ? DisclosureJson.Read("f", content)
        : DisclosureReader.Read("f", content, Publishing.Samples.Context.Editions, Publishing.Samples.Data.Catalogue);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Docx(string body) => TinyOfd.Zip([("word/document.xml", Utf8($"<w:document {W}><w:body>{body}"))]);

    private static byte[] Bomb(string part, string start, char filling, int megabytes)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
                types.Write(Utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            stream.Write(Utf8(start));
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)filling);
            for (var i = 0; i < megabytes; i++)
                stream.Write(block);
        }

        return memory.ToArray();
    }

    private static byte[] Gridded(int lines)
    {
        var places = Enumerable.Range(0, lines).Select(i => i * 5.0).ToArray();
        return new TinyOfd(10_000, 10_000).Grid(places, places).Text(7, 8, "甲").Bytes();
    }

    private static byte[] Pdf(string objects) => Utf8($"%PDF-1.5\n{objects}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

    // A page whose content unpacks to a gigabyte.
    private static byte[] PdfBomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < 1024; i++)
                zlib.Write(block);
        }

        return
        [
            .. Utf8("%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n"
                + $"4 0 obj\n<< /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"),
            .. packed.ToArray(),
            .. Utf8("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"),
        ];
    }

    /// <summary>Watches how much memory is in use beyond what was before.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
        private readonly Timer _timer;
        private long _peak;

        public MemoryWatch() => _timer = new Timer(_ => Look(), null, 0, 10);

        public long PeakMiB
        {
            get
            {
                Look();
                return Interlocked.Read(ref _peak) / 1024 / 1024;
            }
        }

        public void Dispose() => _timer.Dispose();

        private void Look()
        {
            var now = GC.GetTotalMemory(forceFullCollection: false) - _before;
            if (now > Interlocked.Read(ref _peak))
                Interlocked.Exchange(ref _peak, now);
        }
    }
}

/// <summary>Runs alone: it watches the memory of the whole process.</summary>
[CollectionDefinition("hostile", DisableParallelization = true)]
public static class HostileRun;
