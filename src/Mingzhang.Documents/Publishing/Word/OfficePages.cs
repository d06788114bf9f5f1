using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Finds the pages that the contents list by letting LibreOffice lay the document out (页码实测), as a separate program within bounds of time.</summary>
internal static partial class OfficePages
{
    private const string Bookmarks = "{\"ExportBookmarksToPDFDestination\":{\"type\":\"boolean\",\"value\":\"true\"}}";

    /// <summary>Page of each bookmark of the contents, counted as the pages are numbered: from 1 where the text begins.</summary>
    /// <param name="word">The document.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null where LibreOffice or poppler is missing or cannot do it: the estimate then stands.</returns>
    public static IReadOnlyList<int>? Find(byte[] word, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("mingzhang-pages-");
        try
        {
            var document = Path.Combine(folder.FullName, "x.docx");
            File.WriteAllBytes(document, word);
            // A profile of its own, since LibreOffice serves one call a profile at a time.
            string[] arguments =
            [
                "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri, "--headless", "--norestore",
                "--convert-to", "pdf:writer_pdf_Export:" + Bookmarks, "--outdir", folder.FullName, document,
            ];
            var pdf = Path.ChangeExtension(document, ".pdf");
            if (ExternalProgram.Run("soffice", arguments, cancellation).End != ProgramEnd.Exited || !File.Exists(pdf))
                return null;
            var listed = ExternalProgram.Run("pdfinfo", ["-dests", pdf], cancellation);
            return listed.End == ProgramEnd.Exited ? Pages(Encoding.UTF8.GetString(listed.Output)) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads the list of destinations that pdfinfo prints.</summary>
    internal static IReadOnlyList<int>? Pages(string destinations)
    {
        var pages = new SortedDictionary<int, int>();
        foreach (Match match in Destination().Matches(destinations))
            pages[int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)] = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        if (pages.Count == 0 || pages.Last().Key != pages.Count)
            return null;
        // The first entry stands on the first numbered page; cover and contents before it bear no number.
        var before = pages.First().Value - 1;
        return [.. pages.Values.Select(p => p - before)];
    }

    // LibreOffice writes the underscore of a bookmark as its code.
    [GeneratedRegex("^ *([0-9]+) +\\[.*\\] +\"[^\"]*Toc([0-9]+)\"", RegexOptions.Multiline)]
    private static partial Regex Destination();
}
