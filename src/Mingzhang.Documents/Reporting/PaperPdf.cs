using System.Text;
using Mingzhang.Documents.Publishing.Pdf;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Reporting;

/// <summary>Writes a report as a PDF: the page printed by a browser.</summary>
public static class PaperPdf
{
    /// <summary>Writes it.</summary>
    /// <param name="paper">The report.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The PDF; or in Chinese why there is none, e.g. that the machine has no browser.</returns>
    public static ReadResult<byte[]> Write(ReportPaper paper, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (Browser.Find() is not { } browser)
            return ReadResult<byte[]>.Failed(Browser.Missing);
        var folder = Directory.CreateTempSubdirectory("mingzhang-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Array.Empty<byte>());
            File.WriteAllText(page, PaperHtml.Write(paper), new UTF8Encoding(false));
            var error = BrowserPool.Run(browser, session => session.Open(page) ?? session.Print(isFinal: true, out pdf), cancellation);
            return error is null ? ReadResult<byte[]>.Of(pdf) : ReadResult<byte[]>.Failed(error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
