namespace Mingzhang.Documents.Reading.Text;

/// <summary>A raw line of a text file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its line break.</param>
internal readonly record struct RawLine(int Number, string Text)
{
    /// <summary>Whether nothing is printed on it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Cuts a text into lines; CR LF, LF and CR all end a line.</summary>
    public static List<RawLine> Cut(string text)
    {
        var lines = new List<RawLine>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                continue;
            lines.Add(new RawLine(lines.Count + 1, text[start..i]));
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            start = i + 1;
        }

        if (start < text.Length)
            lines.Add(new RawLine(lines.Count + 1, text[start..]));
        return lines;
    }
}
