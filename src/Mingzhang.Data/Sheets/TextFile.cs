using System.Text;
using System.Text.Unicode;

namespace Mingzhang.Data.Sheets;

/// <summary>Reads text as offices save it: UTF-8 (with or without a mark at the front) or GB18030, which includes GBK.</summary>
internal static class TextFile
{
    /// <summary>Reads the content of a file.</summary>
    /// <returns>The text in UTF-8 without a mark, or null and in Chinese why it is not readable as text.</returns>
    public static (ReadOnlyMemory<byte>? Utf8, string? Problem) Read(ReadOnlyMemory<byte> memory)
    {
        var bytes = memory.Span;
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return (null, "这是 Excel 工作簿，不是文本文件：请用“另存为”选“CSV UTF-8（逗号分隔）”。");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.Contains((byte)0))
            return (null, "文件编码是 UTF-16（“Unicode 文本”）或不是文本：请另存为 UTF-8 或 GB18030（GBK）编码。");
        if (Utf8.IsValid(bytes))
            return (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? memory[3..] : memory, null);
        try
        {
            return (Encoding.UTF8.GetBytes(Gb18030().GetString(bytes)), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "文件编码既不是 UTF-8，也不是 GB18030（GBK）：请另存为 UTF-8 编码。");
        }
    }

    private static Encoding Gb18030()
    {
        var encoding = (Encoding)CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.Clone();
        encoding.DecoderFallback = DecoderFallback.ExceptionFallback;
        return encoding;
    }
}
