namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Counts the lines of a paragraph (行数): numbers and words are not parted, punctuation that ends a clause hangs at the end of its line.</summary>
internal static class TextLines
{
    private const int Indent = 4;
    private const string Hanging = "，。；：、）》”！？";

    /// <summary>Lines of a paragraph that begins two characters in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="characters">Chinese characters on a line.</param>
    public static int Count(string text, int characters)
    {
        var width = characters * 2;
        var (lines, at) = (1, Indent);
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (IsWord(text[i]) && end < text.Length && IsWord(text[end]))
                end++;
            var own = text[i] < 0x2000 ? end - i : 2;
            if (at + own > width && !(own == 2 && at <= width && Hanging.Contains(text[i], StringComparison.Ordinal)))
            {
                // What is wider than a line is broken all the same.
                lines += 1 + (own / (width + 1));
                at = 0;
            }

            at += own % (width + 1);
            i = end;
        }

        return lines;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '%' or '-' or '/';
}
