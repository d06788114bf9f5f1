using System.Text;

namespace Mingzhang.Documents.Json;

/// <summary>A mistake in a JSON text (数据文件的错误), carried from where it is seen to where reading returns.</summary>
internal sealed class JsonFault : Exception
{
    public JsonFault()
    {
    }

    public JsonFault(string message)
        : base(message)
    {
    }

    public JsonFault(string message, Exception inner)
        : base(message, inner)
    {
    }

    public JsonFault(long offset, string message)
        : base(message) => Offset = offset;

    /// <summary>Byte of the content at which it stands.</summary>
    public long Offset { get; }

    /// <summary>Line and column from 1, in characters as an editor counts them.</summary>
    public static string Where(ReadOnlySpan<byte> content, long offset)
    {
        var before = content[..(int)Math.Clamp(offset, 0, content.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return $"第 {line} 行第 {column} 列";
    }

    /// <summary>The byte that a line and a byte within it, both from 0, stand for.</summary>
    public static long OffsetOf(ReadOnlySpan<byte> content, long line, long byteInLine)
    {
        long start = 0;
        for (; line > 0; line--)
        {
            var end = content[(int)start..].IndexOf((byte)'\n');
            if (end < 0)
                break;
            start += end + 1;
        }

        return start + byteInLine;
    }
}
