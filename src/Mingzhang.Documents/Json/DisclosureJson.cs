using System.Text.Json;
using System.Text.Unicode;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Json;

/// <summary>Disclosures as JSON (公开数据 JSON), as docs and outside programs know it. What is written reads back the same.</summary>
public static class DisclosureJson
{
    /// <summary>Writes a disclosure as one JSON object.</summary>
    public static void Write(Stream stream, Disclosure disclosure)
    {
        using var json = new Utf8JsonWriter(stream, JsonParts.Options);
        Write(json, disclosure);
    }

    /// <summary>Writes a disclosure as one JSON object.</summary>
    public static void Write(Utf8JsonWriter json, Disclosure disclosure) => DisclosureJsonWriter.Write(json, disclosure);

    /// <summary>Writes one table as a JSON object, as it stands in a disclosure.</summary>
    public static void Write(Utf8JsonWriter json, Statement statement) => DisclosureJsonWriter.Statement(json, statement);

    /// <summary>Whether the content looks like JSON: its first sign is a brace or a bracket.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content)
    {
        var start = WithoutMark(content).TrimStart(" \t\r\n"u8);
        // A text may open with “[1] …”; an array of disclosures holds objects.
        return start.StartsWith("{"u8) || (start.StartsWith("["u8) && start[1..].TrimStart(" \t\r\n"u8).StartsWith("{"u8));
    }

    /// <summary>Reads one disclosure. Keys it does not know are passed over; a mistake is told with line and column.</summary>
    /// <param name="file">Name for messages, and of the document when it names none itself.</param>
    /// <param name="content">The JSON text in UTF-8.</param>
    public static ReadResult<Disclosure> Read(string file, ReadOnlySpan<byte> content)
    {
        var text = WithoutMark(content);
        if (!Utf8.IsValid(text))
            return ReadResult<Disclosure>.Failed($"{file}：不是 UTF-8 编码的 JSON。请另存为 UTF-8 再试。");
        try
        {
            var cursor = new JsonCursor(text);
            var disclosure = DisclosureJsonReader.Read(ref cursor);
            return ReadResult<Disclosure>.Of(
                disclosure.Facts.File is null ? disclosure with { Facts = disclosure.Facts with { File = file } } : disclosure);
        }
        catch (JsonFault fault)
        {
            return ReadResult<Disclosure>.Failed($"{file} {JsonFault.Where(text, fault.Offset)}：{fault.Message}");
        }
        catch (JsonException fault)
        {
            var offset = JsonFault.OffsetOf(text, fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
            var what = offset >= text.TrimEnd(" \t\r\n"u8).Length
                ? "内容到这里就断了，文件不完整。"
                : "不合 JSON 的写法，请检查这里和前面的逗号、引号和括号。";
            return ReadResult<Disclosure>.Failed($"{file} {JsonFault.Where(text, offset)}：{what}");
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) =>
        content.StartsWith("\uFEFF"u8) ? content[3..] : content;
}
