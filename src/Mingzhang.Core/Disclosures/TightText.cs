using System.Text;

namespace Mingzhang.Core.Disclosures;

/// <summary>Text of a performance form as it is compared (紧排文字): layouts put spaces anywhere, so they count only between Latin words and numbers.</summary>
public static class TightText
{
    /// <summary>The text without spaces, save those between Latin words and numbers.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (!text.Any(char.IsWhiteSpace))
            return text;
        var builder = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (space && builder.Length > 0 && char.IsAsciiLetterOrDigit(builder[^1]) && char.IsAsciiLetterOrDigit(c))
                builder.Append(' ');
            builder.Append(c);
            space = false;
        }

        return builder.ToString();
    }
}
