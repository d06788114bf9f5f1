namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>Turns header paths into rows of header cells: equal neighbours merge, short paths reach down.</summary>
internal static class HeaderLayout
{
    public static IReadOnlyList<IReadOnlyList<HeaderCell>> Rows(IReadOnlyList<IReadOnlyList<string>> paths)
    {
        var depth = paths.Max(p => p.Count);
        var rows = Enumerable.Range(0, depth).Select(_ => new List<HeaderCell>()).ToList();
        Fill(paths, 0, paths.Count, 0, depth, rows);
        return rows;
    }

    // Columns from..to share their first `level` headers.
    private static void Fill(IReadOnlyList<IReadOnlyList<string>> paths, int from, int to, int level, int depth, List<List<HeaderCell>> rows)
    {
        for (var start = from; start < to;)
        {
            var end = start + 1;
            var isLeaf = paths[start].Count == level + 1;
            while (!isLeaf && end < to && paths[end].Count > level + 1 && paths[end][level] == paths[start][level])
                end++;
            rows[level].Add(new HeaderCell(paths[start][level], start, end - start, isLeaf ? depth - level : 1));
            if (!isLeaf)
                Fill(paths, start, end, level + 1, depth, rows);
            start = end;
        }
    }
}
