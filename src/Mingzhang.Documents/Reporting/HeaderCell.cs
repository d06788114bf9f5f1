using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Reporting;

/// <summary>A header of a table that was read (表头格).</summary>
/// <param name="Text">Its text.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many header rows it covers.</param>
public sealed record HeaderCell(string Text, int ColumnSpan, int RowSpan)
{
    /// <summary>One header row for each level; a header that ends early reaches down, equal neighbours under one header are one.</summary>
    /// <param name="columns">The columns, at least one.</param>
    public static IReadOnlyList<IReadOnlyList<HeaderCell>> Rows(IReadOnlyList<ColumnPath> columns)
    {
        var depth = columns.Max(c => c.Parts.Count);
        var rows = new List<IReadOnlyList<HeaderCell>>();
        for (var level = 0; level < depth; level++)
        {
            var row = new List<HeaderCell>();
            for (var c = 0; c < columns.Count;)
            {
                var parts = columns[c].Parts;
                if (parts.Count <= level)
                {
                    c++;
                    continue;
                }

                var end = c + 1;
                var isLast = parts.Count == level + 1;
                while (!isLast && end < columns.Count && columns[end].Parts.Count > level + 1 && columns[end].Parts.Take(level + 1).SequenceEqual(parts.Take(level + 1), StringComparer.Ordinal))
                    end++;
                row.Add(new HeaderCell(parts[level], end - c, isLast ? depth - level : 1));
                c = end;
            }

            rows.Add(row);
        }

        return rows;
    }
}
