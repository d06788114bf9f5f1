using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Samples.Tests;

/// <summary>The figures that a sample's known-differences.md lists: what was printed, and what the ledger gives.</summary>
internal sealed record KnownDifference(string Table, string Row, string Column, string Printed)
{
    /// <summary>Reads the table under “## 数字”.</summary>
    public static IReadOnlyList<KnownDifference> Read(string path) =>
    [
        .. File.ReadAllLines(path)
            .SkipWhile(l => l != "## 数字").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| 表 |", StringComparison.Ordinal) && !l.StartsWith("| ---", StringComparison.Ordinal))
            .Select(l => l.Split('|').Select(c => c.Trim()).ToArray())
            .Select(c => new KnownDifference(c[1], c[2], c[3], c[4])),
    ];

    /// <summary>Whether it is the figure in this cell of a statement.</summary>
    public bool Is(Statement statement, string row, string name, ColumnPath column) =>
        (Table.Contains(statement.Title, StringComparison.Ordinal) || Table == statement.Number)
        && Row.Split('/')[^1].Split(' ') is var words && (words.Contains(row.Split('/')[^1]) || words.Contains(name) || words.Contains(Labels.Bare(name)))
        && Plain(Column.Split('/')[^1]) == Plain(column.Leaf);

    private static string Plain(string text) => text.Replace('(', '（').Replace(')', '）');

    /// <summary>The printed figure; null for a blank.</summary>
    public decimal? Figure => FigureText.Parse(Printed)?.Value;
}
