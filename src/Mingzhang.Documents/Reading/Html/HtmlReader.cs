using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Html;

/// <summary>Reads web pages (网页): tables with their spans, headings and paragraphs. Scripts, styles and the site's own navigation are passed over.</summary>
public sealed class HtmlReader : ISourceReader
{
    /// <summary>Largest page that is read, in characters; disclosures have less than one million.</summary>
    private const int LargestText = 16 * 1000 * 1000;

    /// <inheritdoc/>
    public string Format => "网页";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) => HtmlDecoding.IsHtml(content);

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var text = HtmlDecoding.Decode(content.Span);
        if (text.Length > LargestText)
            return ReadResult<SourceDocument>.Failed($"{file}：网页超过 {LargestText / 10_000} 万字，不像公开文件。请确认选对了文件。");
        var layout = new HtmlLayout();
        if (!layout.Read(text, cancellation))
            return ReadResult<SourceDocument>.Failed($"{file}：网页里的表格太大或层层嵌套，读不了。请确认文件没有损坏，或在浏览器中打印为 PDF 再试。");
        return layout.Blocks.Count == 0
            ? ReadResult<SourceDocument>.Failed($"{file}：网页里没有文字。内容可能由脚本载入，请在浏览器中打开，打印为 PDF 再试。")
            : ReadResult<SourceDocument>.Of(new SourceDocument(file, null, layout.Blocks) { Titles = layout.Titles, Edition = layout.Edition });
    }
}
