using System.Text;

namespace Mingzhang.Documents.Reading;

/// <summary>Puts together what line breaks have parted. One mechanism for cells, lines and words of every format.</summary>
public static class TextFlow
{
    /// <summary>Joins the lines of one cell or sentence: a space only where two Latin words would grow together.</summary>
    public static string Join(IEnumerable<string> lines)
    {
        var builder = new StringBuilder();
        foreach (var line in lines)
        {
            var text = line.AsSpan().Trim();
            if (text.IsEmpty)
                continue;
            if (builder.Length > 0 && char.IsAsciiLetter(builder[^1]) && char.IsAsciiLetter(text[0]))
                builder.Append(' ');
            builder.Append(text);
        }

        return builder.ToString();
    }

    /// <summary>The text without any white space, full-width spaces included: how labels are compared.</summary>
    public static string Squeeze(string text)
    {
        if (!text.Any(char.IsWhiteSpace))
            return text;
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }
}
