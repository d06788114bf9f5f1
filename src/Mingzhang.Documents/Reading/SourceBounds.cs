using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading;

/// <summary>
/// Keeps a layout within what any real disclosure has, many times over: what goes beyond is left out and told, so that no
/// file can make the work on it grow without end.
/// </summary>
internal static class SourceBounds
{
    /// <summary>Most lines and tables. Real disclosures have some thousand.</summary>
    public const int MostBlocks = 60_000;

    /// <summary>Most signs of one line or cell. The longest real paragraphs have some two thousand.</summary>
    public const int LongestLine = 8_000;

    /// <summary>Most columns of a table.</summary>
    private const int WidestTable = 400;

    /// <summary>Most rows of a table.</summary>
    private const int MostRows = 30_000;

    /// <summary>Most cells of all tables together: a department of two thousand units with twelve columns has a tenth of it.</summary>
    private const int MostCells = 400_000;

    /// <summary>The layout within the bounds.</summary>
    public static SourceDocument Apply(SourceDocument source)
    {
        var cells = 0;
        var (isLong, isWide, hasMore) = (false, false, false);
        var blocks = new List<SourceBlock>(Math.Min(source.Blocks.Count, MostBlocks));
        foreach (var block in source.Blocks)
        {
            if (blocks.Count >= MostBlocks)
            {
                hasMore = true;
                break;
            }

            if (block is TextLine line)
            {
                isLong |= line.Text.Length > LongestLine;
                blocks.Add(line.Text.Length > LongestLine ? line with { Text = Cut(line.Text) } : line);
            }
            else if (block is SourceGrid grid)
            {
                var size = grid.Rows.Sum(r => r.Cells.Count);
                if (size > MostCells - cells || grid.Rows.Count > MostRows)
                {
                    hasMore = true;
                    continue;
                }

                cells += size;
                if (grid.Rows.Any(r => r.Cells.Count > WidestTable))
                    isWide = true;
                else
                    blocks.Add(Short(grid, ref isLong));
            }
        }

        if (!isLong && !isWide && !hasMore)
            return source;
        var notes = source.Notes.ToList();
        if (isLong)
            notes.Add($"有的行或单元格超过 {LongestLine} 字，只读取了开头。");
        if (isWide)
            notes.Add($"超过 {WidestTable} 栏的表没有读取。");
        if (hasMore)
            notes.Add("文件太长，只读取了前面的部分。");
        return source with { Blocks = blocks, Notes = notes };
    }

    private static SourceGrid Short(SourceGrid grid, ref bool isLong)
    {
        if (!grid.Rows.Any(r => r.Cells.Any(c => c.Text.Length > LongestLine)))
            return grid;
        isLong = true;
        return grid with { Rows = [.. grid.Rows.Select(r => new SourceRow([.. r.Cells.Select(c => c.Text.Length > LongestLine ? c with { Text = Cut(c.Text) } : c)]))] };
    }

    private static string Cut(string text) => text[..LongestLine].TrimEnd();
}
