using System.Buffers.Binary;
using System.Text;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>Bytes to text in the encodings Chinese offices use: UTF-8, UTF-16 and UTF-32 with a mark, GB18030. Strict: a wrong byte is a failure, never a replacement character.</summary>
internal static class TextDecoding
{
    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Why bytes are no text, and what to do.</summary>
    public const string Fault = "不是文本，或编码不是 UTF-8、UTF-16、GB18030 之一。请用记事本打开并另存为 UTF-8。";

    /// <summary>Signatures of formats that are no text even where their bytes would decode.</summary>
    private static readonly byte[][] Binary =
    [
        "%PDF-"u8.ToArray(),
        "PK\u0003\u0004"u8.ToArray(),
        [0xD0, 0xCF, 0x11, 0xE0],
        "{\\rtf"u8.ToArray(),
        "\u0089PNG"u8.ToArray(),
        "GIF8"u8.ToArray(),
        [0xFF, 0xD8, 0xFF],
        [0x1F, 0x8B],
        "Rar!"u8.ToArray(),
    ];

    /// <summary>The text, without byte order mark; null when the bytes are no text in any of the encodings.</summary>
    public static string? Decode(ReadOnlySpan<byte> content)
    {
        foreach (var signature in Binary)
        {
            if (content.StartsWith(signature))
                return null;
        }

        foreach (var (encoding, skip) in Candidates(content))
        {
            if (Try(encoding, content[skip..]) is { } text && IsText(text))
                return text;
        }

        return null;
    }

    private static IReadOnlyList<(Encoding Encoding, int Skip)> Candidates(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return [(new UTF8Encoding(false, throwOnInvalidBytes: true), 3)];
        if (content.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(content) == 0xFEFF)
            return [(new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), 4)];
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return [(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2)];
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return [(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2)];
        return
        [
            (new UTF8Encoding(false, throwOnInvalidBytes: true), 0),
            (Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), 0),
        ];
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // UTF-16 and UTF-32 report a lone half this way.
            return null;
        }
    }

    // Control characters other than breaks and tabs never stand in a text file; the old end-of-file mark does.
    private static bool IsText(string text)
    {
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A'))
                return false;
        }

        return true;
    }
}
