namespace Mingzhang.Documents.Reading.Text;

/// <summary>
/// Tabs that only stand for gaps between words (以制表符代空白), as some programs write when they pull text out of a PDF: the blanks of a
/// row are lost all the same, and a name that runs over two lines tears its row. Such text is read by its words, not by its cells.
/// </summary>
internal static class GapTabs
{
    // A table exported with its cells has no space before its tabs, or before few.
    private const int Share = 10;

    /// <summary>The lines with a space for each such tab; the lines as they are where their tabs part cells.</summary>
    public static List<RawLine> Spaced(List<RawLine> lines)
    {
        var (all, behindSpace) = (0, 0);
        foreach (var line in lines)
        {
            for (var at = line.Text.IndexOf('\t', StringComparison.Ordinal); at >= 0; at = line.Text.IndexOf('\t', at + 1))
            {
                all++;
                if (at > 0 && line.Text[at - 1] == ' ')
                    behindSpace++;
            }
        }

        return behindSpace == 0 || (all - behindSpace) * Share > all
            ? lines
            : lines.ConvertAll(l => l.Text.Contains('\t', StringComparison.Ordinal) ? l with { Text = l.Text.Replace(" \t", " ", StringComparison.Ordinal).Replace('\t', ' ') } : l);
    }
}
