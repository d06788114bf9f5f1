using System.Xml;
using Mingzhang.Documents.Reading.Packages;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Word;

/// <summary>Reads Word documents (DOCX). Tracked changes are taken as accepted; contents, headers, footers and pictures are left out.</summary>
public sealed class WordReader : ISourceReader
{
    private const int LargestText = 40 * 1024 * 1024;
    private const int LargestStyles = 8 * 1024 * 1024;
    private const string DocumentRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    private const string StrictDocumentRelation = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";

    /// <inheritdoc/>
    public string Format => "Word（DOCX）";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) => ZipPackage.Lists(content, "word/"u8);

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            using var package = ZipPackage.Open(content);
            var name = MainPart(package);
            var folder = name[..(name.LastIndexOf('/') + 1)];
            var body = package.Xml(name, LargestText)?.Elements().FirstOrDefault(e => e.Name.LocalName == "body");
            if (body is null)
                return ReadResult<SourceDocument>.Failed($"{file}：Word 文件里没有正文。请用 Word 或 WPS 打开后另存为 .docx 再试。");
            var styles = WordStyleNames.Read(package.Xml(folder + "styles.xml", LargestStyles));
            var numbering = new WordNumbering(package.Xml(folder + "numbering.xml", LargestStyles), styles);
            var blocks = new WordBlocks(styles, numbering, cancellation).Read(body);
            return blocks.Count == 0
                ? ReadResult<SourceDocument>.Failed($"{file}：文件里没有文字，可能全是图片。请提供文字版。")
                : ReadResult<SourceDocument>.Of(new SourceDocument(file, null, blocks) { Edition = PackageEdition.Of(package) });
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return ReadResult<SourceDocument>.Failed($"{file}：Word 文件已损坏，读不下去（{e.Message}）。请用 Word 或 WPS 打开并另存为 .docx 再试。");
        }
    }

    private static string MainPart(ZipPackage package)
    {
        var target = package.Xml("_rels/.rels", LargestStyles)?.Elements()
            .FirstOrDefault(r => (string?)r.Attribute("Type") is DocumentRelation or StrictDocumentRelation)?.Attribute("Target")?.Value;
        return target is null ? "word/document.xml" : target.TrimStart('/');
    }
}
