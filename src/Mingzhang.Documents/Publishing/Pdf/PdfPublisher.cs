using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing.Html;
using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Publishing.Pdf;

/// <summary>Publishes a PDF: the web page printed by a browser, twice, as the contents need page numbers that only a print tells.</summary>
public sealed partial class PdfPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public ReadResult<IReadOnlyList<PublishedFile>> Publish(Disclosure disclosure, PublishContext context, CancellationToken cancellation)
    {
        if (Browser.Find() is not { } browser)
            return Failed(Browser.Missing);
        var document = DocumentLayout.Of(disclosure, context.Editions);
        try
        {
            var folder = Directory.CreateTempSubdirectory("mingzhang-print-");
            try
            {
                return Print(document, browser, folder.FullName, cancellation);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed($"生成 PDF 时无法使用临时文件夹（{e.Message}）。请检查磁盘空间和权限。");
        }
    }

    private static ReadResult<IReadOnlyList<PublishedFile>> Print(PrintedDocument document, string browser, string folder, CancellationToken cancellation)
    {
        var page = Path.Combine(folder, "page.html");
        var file = Path.Combine(folder, "page.pdf");
        File.WriteAllText(page, HtmlPage.Write(document), new UTF8Encoding(false));
        var pdf = Array.Empty<byte>();
        var error = BrowserPool.Run(browser, Twice, cancellation);
        return error is not null ? Failed(error) : ReadResult<IReadOnlyList<PublishedFile>>.Of([new PublishedFile(document.FileName + ".pdf", pdf)]);

        string? Twice(BrowserSession session)
        {
            if (session.Open(page) is { } closed)
                return closed;
            // What is not seen has its place on the page and needs no type in the file.
            session.Change("document.body.style.visibility = 'hidden'");
            if (session.Print(isFinal: false, out pdf) is { } first)
                return first;
            File.WriteAllBytes(file, pdf);
            var run = ExternalProgram.Run("pdfinfo", ["-dests", file], cancellation);
            if (run.End == ProgramEnd.Missing)
                return "目录页码需要 pdfinfo 程序，这台机器上没有。请安装：apt-get install poppler-utils。";
            var pages = JsonSerializer.Serialize(Pages(document, Encoding.UTF8.GetString(run.Output)));
            session.Change($"document.querySelectorAll('{HtmlContents.PagePlaces}').forEach((place, i) => place.textContent = {pages}[i] ?? ''); document.body.style.visibility = ''");
            return session.Print(isFinal: true, out pdf);
        }
    }

    /// <summary>The page of each line of the contents; the ids it leads to are the destinations of the PDF.</summary>
    private static List<int?> Pages(PrintedDocument document, string destinations)
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match match in Destination().Matches(destinations))
            pages.TryAdd(match.Groups[2].Value, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        return [.. HtmlContents.Of(document).Select(e => pages.TryGetValue(e.Id, out var page) ? page : (int?)null)];
    }

    private static ReadResult<IReadOnlyList<PublishedFile>> Failed(string error) => ReadResult<IReadOnlyList<PublishedFile>>.Failed(error);

    [GeneratedRegex("^ *([0-9]+) +\\[.*\\] +\"(b[0-9]+)\"", RegexOptions.Multiline)]
    private static partial Regex Destination();
}
