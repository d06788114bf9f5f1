using System.Text;

namespace Mingzhang.Architecture.Tests;

/// <summary>Tells the code of a C# file from what it only says: comments and the insides of strings become spaces.</summary>
public static class CSharpText
{
    /// <summary>The text with comments and string contents blanked; lines keep their numbers.</summary>
    public static string CodeOf(string text)
    {
        var code = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var end = EndOfSilence(text, i);
            if (end == i)
            {
                code.Append(text[i++]);
                continue;
            }

            for (; i < end; i++)
                code.Append(text[i] == '\n' ? '\n' : ' ');
        }

        return code.ToString();
    }

    // Where the comment or literal that begins at i ends; i itself where none begins.
    private static int EndOfSilence(string text, int i)
    {
        var rest = text.AsSpan(i);
        if (rest.StartsWith("//"))
            return After(text, "\n", i, -1);
        if (rest.StartsWith("/*"))
            return After(text, "*/", i + 2, 0);
        if (rest.StartsWith("\"\"\""))
        {
            var quotes = rest.IndexOfAnyExcept('"');
            return quotes < 0 ? text.Length : After(text, new string('"', quotes), i + quotes, 0);
        }

        if (rest.StartsWith("@\"") || rest.StartsWith("$@\"") || rest.StartsWith("@$\""))
            return EndOfVerbatim(text, text.IndexOf('"', i) + 1);
        if (text[i] == '"')
            return EndOfPlain(text, i + 1, '"');
        return text[i] == '\'' ? EndOfPlain(text, i + 1, '\'') : i;
    }

    private static int After(string text, string mark, int from, int shift)
    {
        var at = text.IndexOf(mark, from, StringComparison.Ordinal);
        return at < 0 ? text.Length : at + mark.Length + shift;
    }

    private static int EndOfVerbatim(string text, int i)
    {
        while (i < text.Length)
        {
            if (text[i] != '"')
                i++;
            else if (i + 1 < text.Length && text[i + 1] == '"')
                i += 2;
            else
                return i + 1;
        }

        return i;
    }

    private static int EndOfPlain(string text, int i, char quote)
    {
        for (; i < text.Length && text[i] != quote && text[i] != '\n'; i++)
        {
            if (text[i] == '\\')
                i++;
        }

        return Math.Min(i + 1, text.Length);
    }
}
