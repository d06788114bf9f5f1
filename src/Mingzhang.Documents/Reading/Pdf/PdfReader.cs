using Mingzhang.Documents.Reading.Layout;
using Mingzhang.Documents.Reading.Scans;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>Reads PDF: words from poppler, tables from the ruled lines of the page content; scanned pages by recognition.</summary>
public sealed class PdfReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "PDF";

    // Readers accept the mark anywhere in the first kilobyte (ISO 32000-1, annex H).
    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) => content[..Math.Min(1024, content.Length)].IndexOf("%PDF-"u8) >= 0;

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var parts = PdfTools.Take(file, content, cancellation);
        if (!parts.IsRead)
            return ReadResult<SourceDocument>.Failed(parts.Error);
        var pages = new List<IReadOnlyList<PageBlock>>();
        var check = new PageCheck();
        var pictures = Enumerable.Range(0, parts.Value.Words.Count).Where(i => parts.Value.Words[i].Words.Count == 0 && Drawing(i) is { HasImage: true }).Select(i => i + 1).ToList();
        var scanned = pictures.Count == 0 ? [] : ScannedPages.Recognise(content, pictures, cancellation);
        for (var i = 0; i < parts.Value.Words.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = parts.Value.Words[i];
            var (words, rules) = scanned?.GetValueOrDefault(i + 1) is { Words.Count: > 0 } scan ? (scan.Words, scan.Rules) : (page.Words, Drawing(i)?.Rules ?? []);
            pages.Add(check.Take(i + 1, words, Drawing(i)?.HasImage ?? false) ? PageLayout.Read(i + 1, page.Height, words, rules) : []);
        }

        var recognised = scanned?.Where(s => s.Value.Words.Count > 0).Select(s => s.Key).Order().ToList() ?? [];
        return check.Fault() is { } fault
            ? ReadResult<SourceDocument>.Failed($"{file}：PDF {fault}{(scanned is null ? Missing : "")}")
            : ReadResult<SourceDocument>.Of(new SourceDocument(file, pages.Count, PageJoin.Join(pages))
            {
                Recognised = recognised.ToHashSet(),
                Notes =
                [
                    .. parts.Value.Notes, .. check.Notes(), .. scanned is null ? [Missing] : Array.Empty<string>(),
                    .. recognised.Count > 0 ? [$"{PageCheck.Numbers(recognised)}是扫描图片，由文字识别（OCR）读出：有勾稽关系证实的数才算读准，其余存疑，请对照原页。"] : Array.Empty<string>(),
                ],
            });

        PdfDrawing? Drawing(int page) => page < parts.Value.Drawings.Count ? parts.Value.Drawings[page] : null;
    }

    private const string Missing = "装有文字识别程序的机器会自动识别扫描页：apt-get install tesseract-ocr tesseract-ocr-chi-sim。";
}
