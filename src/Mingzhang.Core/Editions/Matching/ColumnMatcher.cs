using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Editions.Matching;

/// <summary>Finds for the printed columns of a table the columns of a form that they are (栏目对应).</summary>
public static partial class ColumnMatcher
{
    private const int Enough = 620;

    private static readonly ConditionalWeakTable<FormSide, ColumnHeader[]> Known = [];

    /// <summary>The match of printed headers with the amount and text columns of one side.</summary>
    /// <param name="printed">Header paths in printed order.</param>
    /// <param name="side">The side of the form.</param>
    /// <returns>For each printed header its column, or null; and the sum of likeness (0–1000 each).</returns>
    public static (FormColumn?[] Columns, int Score) Match(IReadOnlyList<ColumnPath> printed, FormSide side)
    {
        var columns = Known.GetValue(side, static s => [.. s.Columns.Select(ColumnHeader.Of)]);
        var pairs = new List<Pair>();
        for (var p = 0; p < printed.Count; p++)
        {
            var plain = PrintedHeader.Of(printed[p].Parts);
            PrintedHeader? undated = null;
            for (var c = 0; c < columns.Length; c++)
            {
                var header = columns[c].IsDated ? undated ??= PrintedHeader.Of([.. printed[p].Parts.Select(Undated)]) : plain;
                var score = Likeness(header, columns[c]);
                if (score >= Enough)
                    pairs.Add(new Pair(score, p, c));
            }
        }

        var result = new FormColumn?[printed.Count];
        var taken = new bool[columns.Length];
        var sum = 0;
        // The best pairs first; among equals those that keep the printed order closest to the form's.
        pairs.Sort(static (x, y) => y.Score != x.Score ? y.Score.CompareTo(x.Score)
            : x.Distance != y.Distance ? x.Distance.CompareTo(y.Distance)
            : x.Printed != y.Printed ? x.Printed.CompareTo(y.Printed) : x.Column.CompareTo(y.Column));
        foreach (var pair in pairs)
        {
            if (result[pair.Printed] is not null || taken[pair.Column])
                continue;
            result[pair.Printed] = side.Columns[pair.Column];
            taken[pair.Column] = true;
            sum += pair.Score;
        }

        return (result, sum);
    }

    // Likeness of a printed header path and a column, 0 to 1000.
    private static int Likeness(PrintedHeader printed, ColumnHeader column)
    {
        // A header broken over lines has more parts than the form's: whole texts are compared.
        if (printed.Whole == column.Whole || printed.Text == column.Id)
            return 1000;
        // A group's name in front tells equal innermost headers apart (本年收入/小计, 上年结转结余/小计).
        var above = printed.Above.Length == 0 || column.Above.Length == 0
            ? printed.Above.Length == column.Above.Length ? 1000 : 600
            : NameText.Likeness(printed.Above, column.Above);
        var leaf = printed.Leaf;
        var best = 0;
        foreach (var name in column.Leaves)
        {
            var same = NameText.Likeness(leaf, name);
            if (same < 700 && (leaf.Length > 3 && name.Length > 3) && (leaf.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(leaf, StringComparison.Ordinal)))
                same = 760;
            best = Math.Max(best, ((same * 7) + (above * 3)) / 10);
        }

        return Math.Min(best, 990);
    }

    private static string Undated(string header) => Year().Replace(header, "");

    // “一般公共预算5=6+7” and “合计1” carry column numbers.
    private static string Bare(string header) => header.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '=');

    private static string AboveOf(IReadOnlyList<string> parts) => NameText.Normal(string.Concat(parts.Take(parts.Count - 1)));

    [GeneratedRegex("(\\{年\\}|20[0-9]{2})年度?")]
    private static partial Regex Year();

    private sealed record Pair(int Score, int Printed, int Column)
    {
        public int Distance => Math.Abs(Printed - Column);
    }

    // A printed header reduced to what is compared.
    private sealed record PrintedHeader(string Text, string Whole, string Leaf, string Above)
    {
        public static PrintedHeader Of(IReadOnlyList<string> parts) =>
            new(string.Join('/', parts), NameText.Normal(Bare(string.Concat(parts))), NameText.Normal(Bare(parts[^1])), AboveOf(parts));
    }

    // A column of a form reduced to what is compared. “{年}年预算” stands for the same words with any year.
    private sealed record ColumnHeader(bool IsDated, string Id, string Whole, List<string> Leaves, string Above)
    {
        public static ColumnHeader Of(FormColumn column)
        {
            var dated = column.Header.Text.Contains("{年}", StringComparison.Ordinal);
            IReadOnlyList<string> parts = dated ? [.. column.Header.Parts.Select(Undated)] : column.Header.Parts;
            List<string> leaves = [NameText.Normal(parts[^1]), .. column.Aliases.Select(NameText.Normal)];
            return new ColumnHeader(dated, column.Id, NameText.Normal(string.Concat(parts)), leaves, AboveOf(parts));
        }
    }
}
