using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Editions.Matching;

/// <summary>Finds for the printed columns of a table the columns of a form that they are (栏目对应).</summary>
public static partial class ColumnMatcher
{
    private const int Enough = 620;

    /// <summary>The match of printed headers with the amount and text columns of one side.</summary>
    /// <param name="printed">Header paths in printed order.</param>
    /// <param name="side">The side of the form.</param>
    /// <returns>For each printed header its column, or null; and the sum of likeness (0–1000 each).</returns>
    public static (FormColumn?[] Columns, int Score) Match(IReadOnlyList<ColumnPath> printed, FormSide side)
    {
        var pairs = new List<(int Score, int Printed, int Column)>();
        for (var p = 0; p < printed.Count; p++)
        {
            for (var c = 0; c < side.Columns.Count; c++)
            {
                var score = Likeness(printed[p], side.Columns[c]);
                if (score >= Enough)
                    pairs.Add((score, p, c));
            }
        }

        var result = new FormColumn?[printed.Count];
        var taken = new bool[side.Columns.Count];
        var sum = 0;
        // The best pairs first; among equals those that keep the printed order closest to the form's.
        foreach (var (score, p, c) in pairs.OrderByDescending(x => x.Score).ThenBy(x => Math.Abs(x.Printed - x.Column)).ThenBy(x => x.Printed))
        {
            if (result[p] is not null || taken[c])
                continue;
            result[p] = side.Columns[c];
            taken[c] = true;
            sum += score;
        }

        return (result, sum);
    }

    /// <summary>Likeness of a printed header path and a column, 0 to 1000.</summary>
    public static int Likeness(ColumnPath printed, FormColumn column)
    {
        // “{年}年预算” stands for the same words with any year.
        if (column.Header.Text.Contains("{年}", StringComparison.Ordinal))
            return Likeness(new ColumnPath([.. printed.Parts.Select(Undated)]), column with { Header = new ColumnPath([.. column.Header.Parts.Select(Undated)]) });
        // A header broken over lines has more parts than the form's: whole texts are compared.
        var whole = NameText.Normal(Bare(string.Concat(printed.Parts)));
        if (whole == NameText.Normal(string.Concat(column.Header.Parts)) || printed.Text == column.Id)
            return 1000;
        var leaf = NameText.Normal(Bare(printed.Leaf));
        var leaves = new List<string>(column.Aliases.Count + 1) { NameText.Normal(column.Header.Leaf) };
        leaves.AddRange(column.Aliases.Select(NameText.Normal));
        var best = 0;
        foreach (var name in leaves)
        {
            // A group's name in front tells equal innermost headers apart (本年收入/小计, 上年结转结余/小计).
            var above = Above(printed, column);
            var same = NameText.Likeness(leaf, name);
            if (same < 700 && (leaf.Length > 3 && name.Length > 3) && (leaf.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(leaf, StringComparison.Ordinal)))
                same = 760;
            best = Math.Max(best, ((same * 7) + (above * 3)) / 10);
        }

        return Math.Min(best, 990);
    }

    private static int Above(ColumnPath printed, FormColumn column)
    {
        var left = NameText.Normal(string.Concat(printed.Parts.SkipLast(1)));
        var right = NameText.Normal(string.Concat(column.Header.Parts.SkipLast(1)));
        if (left.Length == 0 || right.Length == 0)
            return left.Length == right.Length ? 1000 : 600;
        return NameText.Likeness(left, right);
    }

    private static string Undated(string header) => Year().Replace(header, "");

    // “一般公共预算5=6+7” and “合计1” carry column numbers.
    private static string Bare(string header) => header.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '=');

    [GeneratedRegex("(\\{年\\}|20[0-9]{2})年度?")]
    private static partial Regex Year();
}
