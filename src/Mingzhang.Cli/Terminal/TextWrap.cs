using System.Text;

namespace Mingzhang.Cli.Terminal;

/// <summary>Breaks texts into lines of a width (折行). Chinese may break anywhere, words and figures only between them.</summary>
internal static class TextWrap
{
    // Signs that do not open a line (GB/T 15834).
    private const string NotFirst = "，。；：、？！）》”’】…%％,.;:)/";

    // Signs that do not close one.
    private const string NotLast = "（《“‘【(";

    /// <summary>The lines, each at most as wide as asked unless a single word is wider.</summary>
    /// <param name="text">The text; its own line breaks stay.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            var used = 0;
            foreach (var piece in Pieces(paragraph.TrimEnd('\r')))
            {
                var size = TextWidth.Of(piece);
                if (used > 0 && used + TextWidth.Of(piece.TrimEnd()) > width)
                {
                    lines.Add(line.ToString().TrimEnd());
                    line.Clear();
                    used = 0;
                }

                line.Append(piece);
                used += size;
            }

            lines.Add(line.ToString().TrimEnd());
        }

        return lines;
    }

    /// <summary>Writes the text with every line indented, the first after the given head.</summary>
    public static void Write(TextWriter output, string head, string text, int width = 80)
    {
        var indent = TextWidth.Of(head);
        var first = true;
        foreach (var line in Lines(text, width - indent))
        {
            output.WriteLine((first ? head : new string(' ', indent)) + line);
            first = false;
        }
    }

    // What must stay together: a word of Latin letters or digits, or one Chinese character, with the signs that follow it.
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var lastIsWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var sign = rune.ToString();
            var isWord = TextWidth.Of(sign) == 1;
            var stays = piece.Length > 0 && (NotFirst.Contains(sign, StringComparison.Ordinal) || rune.Value == ' ' || NotLast.Contains(piece[^1], StringComparison.Ordinal) || (isWord && lastIsWord && piece[^1] != ' '));
            if (!stays && piece.Length > 0)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(sign);
            lastIsWord = isWord;
        }

        if (piece.Length > 0)
            yield return piece.ToString();
    }
}
