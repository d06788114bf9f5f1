using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>A raw line of a text file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its line break.</param>
internal sealed partial record RawLine(int Number, string Text)
{
    /// <summary>Whether nothing is printed on it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Most lines that are read; real documents have some thousand.</summary>
    private const int Most = 100_000;

    /// <summary>Most signs of a line that are read; a row of a table may have many.</summary>
    private const int Longest = 16_000;

    /// <summary>
    /// Cuts a text into lines; CR LF, LF and CR all end a line, and so does a new page. What programs print between pages
    /// (-- 3 of 29 --) is taken for the form feed it stands for.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="notes">Is told what was left out.</param>
    public static List<RawLine> Cut(string text, List<string> notes)
    {
        var lines = Paged(Cut(text));
        if (lines.Count > Most)
        {
            notes.Add($"文件超过 {Most} 行，其余没有读取。");
            lines.RemoveRange(Most, lines.Count - Most);
        }

        if (!lines.Exists(l => l.Text.Length > Longest))
            return lines;
        notes.Add($"有的行超过 {Longest} 字，只读取了开头。");
        return [.. lines.Select(l => l.Text.Length > Longest ? l with { Text = l.Text[..Longest] } : l)];
    }

    private static List<RawLine> Paged(List<RawLine> lines)
    {
        if (!lines.Exists(l => PageMark().IsMatch(l.Text)))
            return lines;
        var result = new List<RawLine>(lines.Count);
        var isNewPage = false;
        foreach (var line in lines)
        {
            if (PageMark().IsMatch(line.Text))
            {
                isNewPage = true;
                continue;
            }

            result.Add(isNewPage && !line.IsBlank ? line with { Text = '\f' + line.Text } : line);
            isNewPage &= line.IsBlank;
        }

        return result;
    }

    private static List<RawLine> Cut(string text)
    {
        var lines = new List<RawLine>();
        var (start, number) = (0, 1);
        for (var i = 0; i < text.Length && lines.Count <= Most; i++)
        {
            // A page may begin in the middle of a line: what stands before its mark is the end of the page before.
            var isNewPage = text[i] == '\f' && !text.AsSpan(start, i - start).IsWhiteSpace();
            if (text[i] is not ('\n' or '\r') && !isNewPage)
                continue;
            lines.Add(new RawLine(number, text[start..i]));
            start = i;
            if (isNewPage)
                continue;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            (start, number) = (i + 1, number + 1);
        }

        if (start < text.Length && lines.Count <= Most)
            lines.Add(new RawLine(number, text[start..]));
        return lines;
    }

    [GeneratedRegex(@"^\s*-{2,}\s*(?:[0-9]{1,4} of [0-9]{1,4}|PAGE[ _]?BREAK)\s*-{2,}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageMark();
}
