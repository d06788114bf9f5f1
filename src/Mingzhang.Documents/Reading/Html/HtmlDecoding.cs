using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Documents.Reading.Text;

namespace Mingzhang.Documents.Reading.Html;

/// <summary>Bytes of a page to text. Pages often carry a broken byte or declare a wrong encoding: what decodes without a fault wins, then what is declared.</summary>
internal static partial class HtmlDecoding
{
    /// <summary>How far into the page its declarations are looked for.</summary>
    private const int Head = 4096;

    private static readonly string[] Starts = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<title"];

    static HtmlDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether the content begins as a page does.</summary>
    public static bool IsHtml(ReadOnlySpan<byte> content)
    {
        var start = Declarations().Replace(Beginning(content), "").TrimStart('\ufeff', '\0', ' ', '\t', '\r', '\n');
        return Starts.Any(s => start.StartsWith(s, StringComparison.OrdinalIgnoreCase) && (start.Length == s.Length || !char.IsAsciiLetterOrDigit(start[s.Length])));
    }

    /// <summary>The text of the page.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        var declared = Declared(content);
        // What has a mark, or decodes as UTF-8 or GB18030 without a fault, is that, whatever the page says; save where it names a third.
        if (declared is null or 65001 or 936 or 54936 && TextDecoding.Decode(content) is { } text)
            return text;
        return (declared is { } page ? Encoding.GetEncoding(page) : Encoding.UTF8).GetString(content);
    }

    // Code page the page names; null when it names none that is known.
    private static int? Declared(ReadOnlySpan<byte> content)
    {
        var match = Charset().Match(Beginning(content));
        if (!match.Success)
            return null;
        var name = match.Groups[1].Value.ToLowerInvariant();
        if (name is "gb2312" or "gbk" or "gb18030")
            return 54936;
        try
        {
            return Encoding.GetEncoding(name).CodePage;
        }
        catch (ArgumentException)
        {
            // No encoding of that name: as if it had named none.
            return null;
        }
    }

    // Declarations are ASCII; in UTF-16 every second byte is zero.
    private static string Beginning(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, Head)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.Latin1.GetString(head[2..]).Replace("\0", "", StringComparison.Ordinal);
        return Encoding.Latin1.GetString(head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head);
    }

    [GeneratedRegex(@"^\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*){1,9}", RegexOptions.Singleline)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([A-Za-z0-9_\-]{3,20})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
