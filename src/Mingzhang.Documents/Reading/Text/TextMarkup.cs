using System.Text;
using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>Takes away what a converter to Markdown or HTML left in a text, so that only what was printed remains.</summary>
internal static partial class TextMarkup
{
    /// <summary>A line outside tables: heading signs, list signs and everything <see cref="Clean"/> takes.</summary>
    public static string CleanLine(string line) => Clean(LineSigns().Replace(line, ""));

    /// <summary>Tags, bold signs, TeX formulas and escapes; the result is trimmed.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny("<*\\$&") >= 0)
        {
            text = CheckBox().Replace(text, m => m.Value.Contains("checked", StringComparison.OrdinalIgnoreCase) ? "☑" : "□");
            text = Tag().Replace(text, "");
            text = text.Replace("**", "", StringComparison.Ordinal);
            text = Formula().Replace(text, "$1");
            text = TexSign().Replace(text, m => Signs[m.Groups[1].Value]);
            text = Escape().Replace(text, "$1");
            text = Entities(text);
        }

        return text.Trim().Trim('\u001A', '\uFEFF').Trim();
    }

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["geq"] = "≥",
        ["ge"] = "≥",
        ["leq"] = "≤",
        ["le"] = "≤",
        ["times"] = "×",
        ["pm"] = "±",
        ["sim"] = "~",
        ["neq"] = "≠",
    };

    private static string Entities(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return text;
        return new StringBuilder(text)
            .Replace("&nbsp;", " ").Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&amp;", "&")
            .ToString();
    }

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+|>\s+|[-*+]\s+(?=\S))")]
    private static partial Regex LineSigns();

    [GeneratedRegex(@"<input\b[^<>]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex CheckBox();

    // Only tags a converter writes: a text may hold "<" for "less than".
    [GeneratedRegex(@"</?(?:p|br|b|i|u|strong|em|span|div|sup|sub|table|thead|tbody|tr|td|th|font|center|hr)\b[^<>]{0,300}>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\$([^$\n]{1,200})\$")]
    private static partial Regex Formula();

    [GeneratedRegex(@"\\(geq|ge|leq|le|times|pm|sim|neq)(?![A-Za-z])\s*")]
    private static partial Regex TexSign();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!%$&|<>~])")]
    private static partial Regex Escape();
}
