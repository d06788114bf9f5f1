using Mingzhang.Documents.Reading.Packages;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Documents.Reading.Word;

namespace Mingzhang.Documents.Reading.Office;

/// <summary>Reads old Word and WPS documents (DOC、WPS) and RTF by way of LibreOffice.</summary>
public sealed class OldWordReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "DOC、WPS、RTF（需装 LibreOffice）";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) => content.StartsWith("{\\rtf"u8) || (CompoundFile.Is(content) && CompoundFile.Has(content, "WordDocument"));

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var converted = LibreOffice.Convert(content, CompoundFile.Is(content.Span) ? "doc" : "rtf", "docx", cancellation);
        return converted.IsRead ? new WordReader().Read(file, converted.Value, cancellation) : ReadResult<SourceDocument>.Failed($"{file}：{converted.Error}");
    }
}
