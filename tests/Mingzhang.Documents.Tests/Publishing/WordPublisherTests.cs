using System.Diagnostics;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Documents.Publishing.Word;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Tests.Publishing;

public partial class WordPublisherTests
{
    private const string Final = "dongxihu-2024";
    private const string Budget = "hanyang-2023";

    [Theory]
    [InlineData(Final)]
    [InlineData(Budget)]
    public void The_validator_finds_nothing(string sample)
    {
        using var word = Open(SampleDisclosure.Whole(sample));
        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken);
        Assert.Empty(faults.Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
    }

    [Fact]
    public void The_page_is_that_of_GB_T_9704()
    {
        using var word = Open(SampleDisclosure.Whole(Final));
        var portrait = word.MainDocumentPart!.Document.Descendants<SectionProperties>().First();
        Assert.Equal((11906u, 16838u), (portrait.GetFirstChild<PageSize>()!.Width!.Value, portrait.GetFirstChild<PageSize>()!.Height!.Value));
        Assert.Equal((2098, 1984), (portrait.GetFirstChild<PageMargin>()!.Top!.Value, portrait.GetFirstChild<PageMargin>()!.Bottom!.Value));
        Assert.Contains(word.MainDocumentPart.Document.Descendants<PageSize>(), p => p.Orient?.Value == PageOrientationValues.Landscape);
    }

    [Fact]
    public void Only_styles_format_paragraphs()
    {
        using var word = Open(SampleDisclosure.Whole(Final));
        var styles = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet(StringComparer.Ordinal);
        Assert.All(word.MainDocumentPart.Document.Descendants<ParagraphProperties>(), p =>
        {
            Assert.Contains(p.ParagraphStyleId!.Val!.Value!, styles);
            Assert.DoesNotContain(p.ChildElements, c => c is not (ParagraphStyleId or SectionProperties));
        });
    }

    [Fact]
    public void Headers_of_tables_repeat_and_their_rows_stay_whole()
    {
        var disclosure = SampleDisclosure.Of(Final);
        using var word = Open(disclosure);
        foreach (var (table, i) in word.MainDocumentPart!.Document.Descendants<Table>().Select((t, i) => (t, i)))
        {
            // Performance forms follow the tables; they have no header of their own.
            Assert.Equal(i < disclosure.Statements.Count, table.Elements<TableRow>().First().Descendants<TableHeader>().Any());
            Assert.All(table.Elements<TableRow>(), r => Assert.NotEmpty(r.Descendants<CantSplit>()));
        }
    }

    [Fact]
    public void Every_entry_of_the_contents_points_at_a_bookmark()
    {
        using var word = Open(SampleDisclosure.Whole(Budget));
        var body = word.MainDocumentPart!.Document.Body!;
        var bookmarks = body.Descendants<BookmarkStart>().Select(b => b.Name!.Value!).ToHashSet(StringComparer.Ordinal);
        var entries = body.Descendants<Hyperlink>().Select(h => h.Anchor!.Value!).ToList();
        Assert.True(entries.Count > 10);
        Assert.All(entries, e => Assert.Contains(e, bookmarks));
    }

    [Fact]
    public void Final_accounts_carry_charts_with_their_data()
    {
        using var word = Open(Samples.Whole(Final));
        var charts = word.MainDocumentPart!.ChartParts.ToList();
        Assert.Equal(4, charts.Count);
        foreach (var chart in charts)
        {
            using var data = chart.EmbeddedPackagePart!.GetStream();
            using var workbook = SpreadsheetDocument.Open(data, isEditable: false);
            Assert.Equal("数据", workbook.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value);
        }
    }

    [Fact]
    public void Digits_are_set_in_a_Latin_font_and_language_so_that_numbers_are_never_broken()
    {
        using var word = Open(SampleDisclosure.Of(Final));
        var styles = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!;
        Assert.Equal("en-US", styles.Descendants<Languages>().First().Val!.Value);
        Assert.All(styles.Descendants<RunFonts>(), f => Assert.Equal("Times New Roman", f.Ascii!.Value));
        Assert.Contains(styles.Descendants<RunFonts>(), f => f.EastAsia!.Value == "仿宋_GB2312");
    }

    [Theory]
    [InlineData("caidian-2025")]
    [InlineData("dongxihu-2024")]
    public void A_project_form_stands_on_one_page(string sample)
    {
        Office.Need("soffice", "pdftotext");
        var folder = Directory.CreateTempSubdirectory("mz-word-");
        try
        {
            var disclosure = Samples.Whole(sample);
            var path = Path.Combine(folder.FullName, "x.docx");
            File.WriteAllBytes(path, SampleDisclosure.Publish(disclosure, "docx"));
            var pages = Office.Run("pdftotext", Office.Convert(path, "pdf"), "-").Split('\f');
            foreach (var form in disclosure.Performance.Where(f => f.Project is not null))
            {
                var page = Assert.Single(pages, p => !p.Contains("·····", StringComparison.Ordinal) && Squeezed(p).Contains(form.Project + form.Form, StringComparison.Ordinal));
                Assert.Contains(Squeezed(form.Indicators[^1].Level3!)[..4], Squeezed(page), StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void A_budget_carries_no_chart()
    {
        using var word = Open(SampleDisclosure.Of(Budget));
        Assert.Empty(word.MainDocumentPart!.ChartParts);
    }

    [Fact]
    public void The_properties_name_title_agency_and_language()
    {
        using var word = Open(SampleDisclosure.Of(Budget));
        Assert.Equal("zh-CN", word.PackageProperties.Language);
        Assert.EndsWith("2023年部门预算", word.PackageProperties.Title, StringComparison.Ordinal);
        Assert.Equal(SampleDisclosure.Of(Budget).Facts.Agency, word.ExtendedFilePropertiesPart!.Properties.Company!.Text);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void Narrative_and_forms_are_read_back(string format)
    {
        var disclosure = SampleDisclosure.Whole(Budget);
        var read = DisclosureReader.Read("x." + format, SampleDisclosure.Publish(disclosure, format), SampleDisclosure.Editions, SampleDisclosure.Data.Catalogue).Value!;
        Assert.Equal(disclosure.Narrative.Select(p => (p.Section, p.Text)), read.Narrative.Select(p => (p.Section, p.Text)));
        var (form, own) = (Assert.Single(read.Performance), disclosure.Performance[0]);
        Assert.Equal(own.Form, form.Form);
        Assert.Equal(own.Fields, form.Fields);
        Assert.Equal(own.Indicators.Select(i => (i.Level1, i.Level2, i.Level3, i.Values[0])), form.Indicators.Select(i => (i.Level1, i.Level2, i.Level3, i.Values[0])));
    }

    [Fact]
    public void Page_numbers_of_the_contents_are_those_LibreOffice_finds()
    {
        var (found, shown) = Pages(SampleDisclosure.Whole(Final));
        Assert.True(found.Count > 10);
        Assert.Equal(found, shown);
    }

    [Theory]
    [InlineData("jiangan-2024")]
    [InlineData("hanyang-2023")]
    [InlineData("qingshan-2022")]
    [InlineData("caidian-2025")]
    [InlineData("dongxihu-2024")]
    public void Without_LibreOffice_the_page_numbers_are_counted_right_for_the_samples(string sample)
    {
        Assert.SkipUnless(Exists("soffice") && Exists("pdfinfo"), "LibreOffice or poppler is not installed");
        var content = SampleDisclosure.Publish(SampleDisclosure.Of(sample), "docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        var shown = word.MainDocumentPart!.Document.Descendants<Hyperlink>().Select(h => int.Parse(h.Descendants<Text>().Last().Text));
        Assert.Equal(OfficePages.Find(content, TestContext.Current.CancellationToken), shown);
    }

    // What the fields show when LibreOffice has laid the document out, and what stood in them.
    private static (IReadOnlyList<int> Found, IReadOnlyList<int> Shown) Pages(Core.Disclosures.Disclosure disclosure)
    {
        Assert.SkipUnless(Exists("soffice") && Exists("pdftotext"), "LibreOffice or poppler is not installed");
        var folder = Directory.CreateTempSubdirectory("mz-word-");
        try
        {
            var path = Path.Combine(folder.FullName, "x.docx");
            var content = SampleDisclosure.Publish(disclosure, "docx", findsPages: true);
            File.WriteAllBytes(path, content);
            Run("soffice", $"-env:UserInstallation={new Uri(folder.FullName)}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, path);
            var text = Run("pdftotext", "-f", "2", "-l", "2", "-layout", Path.Combine(folder.FullName, "x.pdf"), "-");
            using var word = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
            return ([.. Entry().Matches(text).Select(m => int.Parse(m.Groups[1].Value))],
                [.. word.MainDocumentPart!.Document.Descendants<Hyperlink>().Select(h => int.Parse(h.Descendants<Text>().Last().Text))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, program)));

    private static WordprocessingDocument Open(Core.Disclosures.Disclosure disclosure) =>
        WordprocessingDocument.Open(new MemoryStream(SampleDisclosure.Publish(disclosure, "docx")), isEditable: false);

    [GeneratedRegex(@"[·. ]{4,} *(\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
