using Mingzhang.Documents.Reading.Layout;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>Reads PDF: words from poppler, tables from the ruled lines of the page content.</summary>
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
        for (var i = 0; i < parts.Value.Words.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = parts.Value.Words[i];
            var drawing = i < parts.Value.Drawings.Count ? parts.Value.Drawings[i] : null;
            pages.Add(check.Take(i + 1, page.Words, drawing?.HasImage ?? false) ? PageLayout.Read(i + 1, page.Height, page.Words, drawing?.Rules ?? []) : []);
        }

        return check.Fault() is { } fault
            ? ReadResult<SourceDocument>.Failed($"{file}：PDF {fault}")
            : ReadResult<SourceDocument>.Of(new SourceDocument(file, pages.Count, PageJoin.Join(pages)) { Notes = [.. parts.Value.Notes, .. check.Notes()] });
    }
}
