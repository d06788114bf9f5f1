using System.IO.Compression;
using System.Text;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Documents.Reporting;
using Mingzhang.Documents.Tests.Reading;

namespace Mingzhang.Documents.Tests.Reporting;

public class ReportTests
{
    private static readonly ColumnPath Amount = new("支出", "合计");

    [Fact]
    public void The_web_page_marks_the_figure_shows_the_sum_and_needs_nothing_from_elsewhere()
    {
        var html = HtmlReport.Write(File(Wrong(new Place(Page: 1)), default), withHints: false, TestContext.Current.CancellationToken);
        Assert.Contains("<td class=\"number error\">12.40<ins>12.30</ins><a class=\"ref\" href=\"#f1\">1</a></td>", html, StringComparison.Ordinal);
        Assert.Contains("10.00 + 2.30 = 12.30", html, StringComparison.Ordinal);
        Assert.Contains("错误 1", html, StringComparison.Ordinal);
        Assert.Contains("未读取：第3页只有图片。", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_document_cannot_become_markup() =>
        Assert.DoesNotContain("<script", HtmlReport.Write(File(Wrong(Place.Unknown) with { Quote = "<script>alert(1)</script>", Message = "a\"><script>" }, default), false, TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public void The_page_of_a_PDF_is_shown_with_the_figure_boxed()
    {
        Assert.SkipUnless(TinyPdf.CanRead && TinyPdf.OnPath("pdftoppm"), "poppler is not here");
        var html = HtmlReport.Write(File(Wrong(new Place(Page: 1, Box: [59.5, 84.2, 119, 168.4])), Pdf()), false, TestContext.Current.CancellationToken);
        Assert.Contains("data:image/png;base64,", html, StringComparison.Ordinal);
        Assert.Matches("class=\"box error\" href=\"#f1\"[^>]*left:(9\\.9|10\\.0)\\d%;top:(9\\.9|10\\.0)\\d%;width:(9\\.9|10\\.0)\\d%;height:(9\\.9|10\\.0)\\d%", html);
    }

    [Fact]
    public void A_PDF_gets_a_highlight_with_its_note_and_stays_the_same()
    {
        Assert.SkipUnless(TinyPdf.CanRead, "pdftotext or qpdf is not here");
        var pdf = Pdf();
        var made = Annotator.Write(File(Wrong(new Place(Page: 1, Box: [150, 120, 250, 140])), pdf), false, TestContext.Current.CancellationToken);
        Assert.True(made.IsRead, made.Error);
        var text = Encoding.Latin1.GetString(made.Value);
        Assert.Contains("/Highlight", text, StringComparison.Ordinal);
        // From the bottom left: 842 - 140 and 842 - 120.
        Assert.Matches(@"/Rect \[ 150 702 250 722 \]", text);
        Assert.Equal(Texts(pdf), Texts(made.Value));
    }

    [Fact]
    public void A_Word_document_gets_a_comment_at_the_cell_and_stays_the_same()
    {
        var docx = Publishing.SampleDisclosure.Publish(Publishing.SampleDisclosure.Of("hanyang-2023"), "docx");
        var cell = Shared.Must(Shared.Read("x.docx", docx)).Blocks.OfType<SourceGrid>().SelectMany(g => g.Rows).SelectMany(r => r.Cells).First(c => c.Text.Contains('.', StringComparison.Ordinal));
        var made = Annotator.Write(File(Wrong(cell.At), docx), false, TestContext.Current.CancellationToken);
        Assert.True(made.IsRead, made.Error);
        using var zip = new ZipArchive(new MemoryStream(made.Value));
        Assert.Contains("合计不等于各项之和", Part(zip, "word/comments.xml"), StringComparison.Ordinal);
        var body = Part(zip, "word/document.xml");
        var marked = body[body.IndexOf("commentRangeStart", StringComparison.Ordinal)..body.IndexOf("commentRangeEnd", StringComparison.Ordinal)];
        Assert.Contains($">{cell.Text}<", marked, StringComparison.Ordinal);
        Assert.Equal(Texts(docx), Texts(made.Value));
    }

    [Fact]
    public void Other_formats_say_what_to_do_instead() =>
        Assert.Contains("--html", Annotator.Write(File(Wrong(Place.Unknown), Encoding.UTF8.GetBytes("收支总表")), false, TestContext.Current.CancellationToken).Error, StringComparison.Ordinal);

    [Fact]
    public void The_list_has_a_row_for_each_finding_shown()
    {
        var list = new FindingsWorkbook();
        list.Add(File(Wrong(new Place(Page: 4)), default), withHints: false);
        list.Add(File(Wrong(Place.Unknown) with { Severity = Severity.Hint }, default), withHints: false);
        var grid = Assert.IsType<SourceGrid>(Assert.Single(Shared.Must(Shared.Read("x.xlsx", list.ToBytes())).Blocks));
        Assert.Equal(2, grid.Rows.Count);
        Assert.Equal(["1", "x.pdf", "某局", "2024", "错误", "BG-0001", "支出总表", "2080505", "支出/合计", "4", "12.40", "12.30"], grid.Rows[1].Cells.Take(12).Select(c => c.Text));
    }

    private static Finding Wrong(Place at) => new()
    {
        Rule = "BG-0001",
        Severity = Severity.Error,
        Kind = FindingKind.Sum,
        Statement = "支出总表",
        Row = "2080505",
        Column = Amount,
        At = at,
        Printed = "12.40",
        Expected = "12.30",
        Message = "合计不等于各项之和。",
        Arithmetic = "10.00 + 2.30 = 12.30",
    };

    private static AuditedFile File(Finding finding, ReadOnlyMemory<byte> content)
    {
        var facts = new DocumentFacts("x.pdf", DisclosureKind.Budget, "某局", 2024, null, 3);
        var cell = new Cell(Amount, "12.40", new Figure(12.40m, 2), true, Place.Unknown);
        var statement = new Statement("支出总表", "表3", "万元", [Amount], [new StatementRow("2080505", "养老保险缴费支出", 3, [cell])], null, Place.Unknown);
        return new AuditedFile(new Disclosure(facts, [statement], [], []), new AuditReport(facts, [finding], 1, 1, [], [], []) { NotRead = ["第3页只有图片。"] }, content);
    }

    private static byte[] Pdf() => new TinyPdf().Text(60, 60, "支出总表").Grid([50, 150, 250], [100, 120, 140]).Text(60, 134, "养老").Text(160, 134, "12.40").Bytes();

    private static IEnumerable<string> Texts(byte[] content) => Shared.Must(Shared.Read("x", content)).Blocks.SelectMany(b => b is TextLine line ? [line.Text] : ((SourceGrid)b).Rows.SelectMany(r => r.Cells).Select(c => c.Text));

    private static string Part(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
