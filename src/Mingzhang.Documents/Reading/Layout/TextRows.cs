using System.Text;

namespace Mingzhang.Documents.Reading.Layout;

/// <summary>Puts words that stand on one printed line together again.</summary>
internal static class TextRows
{
    /// <summary>The words by printed line, from the top; within a line from the left.</summary>
    public static List<List<PlacedText>> Split(IEnumerable<PlacedText> words)
    {
        var lines = new List<List<PlacedText>>();
        var (middles, lowest) = (0.0, 0.0);
        foreach (var word in words.OrderBy(w => w.MiddleY).ThenBy(w => w.Left))
        {
            // A word belongs to the line whose middle is near its own; heights of a line's words differ little.
            if (lines.Count > 0 && word.MiddleY - (middles / lines[^1].Count) <= 0.4 * Math.Min(word.Height, lowest))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
                (middles, lowest) = (0, word.Height);
            }

            middles += word.MiddleY;
            lowest = Math.Min(lowest, word.Height);
        }

        foreach (var line in lines)
            line.Sort((a, b) => a.Left.CompareTo(b.Left));
        return lines;
    }

    /// <summary>
    /// The text of a line. Fonts leave a gap between Chinese and digits that is no space; a space is put only between
    /// Latin words and numbers that are apart, and where the gap is wide.
    /// </summary>
    public static string Text(IReadOnlyList<PlacedText> line)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            if (i > 0)
            {
                var em = Math.Min(line[i - 1].Height, line[i].Height);
                var gap = line[i].Left - line[i - 1].Right;
                var narrow = char.IsAscii(line[i - 1].Text[^1]) && char.IsAscii(line[i].Text[0]);
                if (gap > (narrow ? 0.1 : 0.8) * em)
                    builder.Append(' ');
            }

            builder.Append(line[i].Text);
        }

        return builder.ToString();
    }
}
