using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Tests.Publishing;

/// <summary>
/// A published Word file printed to PDF, as offices do: running heads, tables over pages, titles over two lines and the dots of the
/// contents change nothing of what is read and found.
/// </summary>
public class PrintedFromWordTests
{
    [Theory]
    [InlineData("hanyang-2023")]
    [InlineData("caidian-2025")]
    [InlineData("dongxihu-2024")]
    public void What_is_read_and_found_is_that_of_the_Word_file(string sample)
    {
        Office.Need("soffice", "pdftotext");
        var folder = Directory.CreateTempSubdirectory("mingzhang-printed-");
        try
        {
            var word = Path.Combine(folder.FullName, "公开.docx");
            File.WriteAllBytes(word, Samples.Publish("docx", Samples.Whole(sample))[0].Content.ToArray());
            var (written, printed) = (Read(word), Read(Office.Convert(word, "pdf")));
            Assert.Equal(written.Statements.Select(Amounts), printed.Statements.Select(Amounts));
            Assert.Equal(written.Performance.Select(f => (f.Form, f.Project, f.Indicators.Count)), printed.Performance.Select(f => (f.Form, f.Project, f.Indicators.Count)));
            Assert.Equal(Found(written), Found(printed));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Disclosure Read(string path)
    {
        var read = DisclosureReader.Read(Path.GetFileName(path), File.ReadAllBytes(path), Samples.Context.Editions, Samples.Data.Catalogue, () => Samples.Data.Rules);
        Assert.True(read.IsRead, read.Error);
        return read.Value;
    }

    private static string Amounts(Statement statement) =>
        statement.Title + " " + string.Join(' ', statement.Rows.SelectMany(r => r.Cells).Where(c => c.Figure is { Value: not 0m }).Select(c => c.Text));

    private static List<string> Found(Disclosure disclosure)
    {
        var report = Auditor.Audit(disclosure, Samples.Context.Editions, Samples.Data.Rules, Samples.Data.Catalogue, Samples.Data.Wordings);
        Assert.Empty(report.FailedRules);
        return [.. report.Findings.Where(f => f.Severity != Severity.Hint).Select(f => $"{f.Severity} {f.Rule}").Order(StringComparer.Ordinal)];
    }
}
