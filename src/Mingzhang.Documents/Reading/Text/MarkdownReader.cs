using System.Text.RegularExpressions;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>Reads Markdown: headings, paragraphs, pipe tables, and the HTML tables that converters write into it.</summary>
public sealed partial class MarkdownReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "Markdown";

    // Text with tabs is a table in the shape of plain text, whatever signs its headings carry.
    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) =>
        content.IndexOfAny("|#<"u8) >= 0 && TextDecoding.Decode(content) is { } text && (TableRule().IsMatch(text) || HtmlTable().IsMatch(text) || (!text.Contains('\t', StringComparison.Ordinal) && Heading().IsMatch(text)));

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (TextDecoding.Decode(content.Span) is not { } text)
            return ReadResult<SourceDocument>.Failed($"{file}：{TextDecoding.Fault}");
        var notes = new List<string>();
        if (new MarkdownLayout().Read(RawLine.Cut(text, notes), cancellation) is not { } blocks)
            return ReadResult<SourceDocument>.Failed($"{file}：Markdown 里的表格太大或层层嵌套，读不了。请确认文件没有损坏。");
        return blocks.Count == 0
            ? ReadResult<SourceDocument>.Failed($"{file}：文件里没有文字。请确认内容已保存。")
            : ReadResult<SourceDocument>.Of(new SourceDocument(file, null, blocks) { Notes = notes });
    }

    // The line below the header of a pipe table.
    [GeneratedRegex(@"^ {0,3}\|?[ ]{0,9}:?-{2,200}:?[ ]{0,9}(?:\|[ ]{0,9}:?-{2,200}:?[ ]{0,9}){0,200}\|?[ \r]{0,9}$(?<=\|.*)", RegexOptions.Multiline)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^ {0,3}(?:<html>)?(?:<body>)?<table\b", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlTable();

    [GeneratedRegex(@"^ {0,3}#{1,6} +\S", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
