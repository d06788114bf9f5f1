using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mingzhang.Bench.Accuracy;

/// <summary>Cells of a read document against those a person wrote down (读取准确率): right, in a wrong place, missing, invented.</summary>
/// <param name="Cells">Numeric cells of the gold.</param>
/// <param name="Right">Found in their table, row and column.</param>
/// <param name="Unsure">Of these, marked as unsure.</param>
/// <param name="Misplaced">Found in their table, elsewhere.</param>
/// <param name="Missing">Not found.</param>
/// <param name="Invented">Read in tables of the gold, not in the gold.</param>
internal sealed partial record ReadingScore(int Cells, int Right, int Unsure, int Misplaced, int Missing, int Invented)
{
    private sealed record ReadCell(string Table, string Row, string Name, string Column, decimal Value, bool Sure);

    /// <summary>Scores contract JSON against facts.</summary>
    public static ReadingScore Of(JsonNode read, JsonArray gold)
    {
        var facts = gold.Where(g => g!["value"] is { } v && Number().IsMatch(Text(v).Trim())).ToList();
        var cells = CellsOf(read);
        var used = new bool[cells.Count];
        var marks = PerformanceNumbers(read);
        var (right, unsure, misplaced, missing, invented) = (0, 0, 0, 0, 0);
        foreach (var table in facts.GroupBy(g => Title(Text(g!["table"]))))
        {
            if (Performance().IsMatch(table.Key))
            {
                foreach (var value in table.Select(g => Value(g!["value"])!.Value))
                {
                    if (marks.GetValueOrDefault(value) > 0)
                    {
                        marks[value]--;
                        right++;
                    }
                    else
                    {
                        missing++;
                    }
                }

                continue;
            }

            var exact = Enumerable.Range(0, cells.Count).Where(i => cells[i].Table == table.Key).ToList();
            var own = exact.Count > 0 ? exact : Enumerable.Range(0, cells.Count).Where(i => Like(cells[i].Table, table.Key)).ToList();
            var left = new List<decimal>();
            foreach (var fact in table)
            {
                var value = Value(fact!["value"])!.Value;
                var hit = own.FindIndex(i => !used[i] && cells[i].Value == value && SameRow(Text(fact["row"]), Text(fact["name"]), cells[i]) && SameColumn(Text(fact["col"]), cells[i].Column));
                if (hit < 0)
                {
                    left.Add(value);
                    continue;
                }

                used[own[hit]] = true;
                right++;
                unsure += cells[own[hit]].Sure ? 0 : 1;
            }

            foreach (var value in left)
            {
                var hit = own.FindIndex(i => !used[i] && cells[i].Value == value);
                if (hit < 0)
                {
                    missing++;
                    continue;
                }

                used[own[hit]] = true;
                misplaced++;
            }

            invented += own.Count(i => !used[i]);
        }

        return new ReadingScore(facts.Count, right, unsure, misplaced, missing, invented);
    }

    private static List<ReadCell> CellsOf(JsonNode read)
    {
        var cells = new List<ReadCell>();
        foreach (var statement in read["statements"]?.AsArray() ?? [])
        {
            foreach (var row in statement!["rows"]!.AsArray())
            {
                foreach (var cell in row!["cells"]!.AsArray())
                {
                    var value = cell!["value"] is { } v ? Value(v) : Number().IsMatch(Text(cell["text"]).Trim()) ? Value(cell["text"]) : null;
                    if (value is { } number)
                        cells.Add(new ReadCell(Title(Text(statement["title"])), Text(row["key"]), Text(row["name"]), string.Join('/', cell["column"]!.AsArray().Select(Text)), number, cell["sure"]?.GetValue<bool>() ?? true));
                }
            }
        }

        return cells;
    }

    // Figures of performance forms have no fixed place: each counts once wherever it stands.
    private static Dictionary<decimal, int> PerformanceNumbers(JsonNode read)
    {
        var text = Thousands().Replace((read["performance"] ?? new JsonArray()).ToJsonString(Output.Compact), "");
        return Numbers().Matches(text).Select(m => decimal.Parse(m.Value, CultureInfo.InvariantCulture)).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());
    }

    private static bool Like(string a, string b) => Similarity.Ratio(a, b) > 0.72 || a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);

    private static bool SameColumn(string a, string b)
    {
        var (x, y) = (Parts(a), Parts(b));
        return x.Count == 0 || y.Count == 0 || x[^1] == y[^1] || Similarity.Ratio(string.Concat(x), string.Concat(y)) > 0.7 || Similarity.Ratio(x[^1], y[^1]) > 0.75;
    }

    private static bool SameRow(string row, string name, ReadCell cell)
    {
        var (a, b) = (string.Join('/', Parts(row)), string.Join('/', Parts(cell.Row)));
        if (a == b)
            return true;
        var (x, y) = (a[(a.LastIndexOf('/') + 1)..], b[(b.LastIndexOf('/') + 1)..]);
        return (x.Length > 0 && x == y) || (Normal(name).Length > 0 && Normal(name) == Normal(cell.Name))
            || (Math.Min(x.Length, y.Length) >= 4 && (x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal)));
    }

    private static List<string> Parts(string text) => [.. text.Split('/').Select(Normal).Where(p => p.Length > 0)];

    private static string Title(string text) => Office().Replace(Normal(text), "");

    private static string Normal(string text)
    {
        var clean = Space().Replace(text, "").Replace('（', '(').Replace('）', ')').Replace('“', '"').Replace('”', '"');
        return Bracketed().Replace(Ordinal().Replace(clean, ""), "");
    }

    private static decimal? Value(JsonNode? node) =>
        FirstNumber().Match(Space().Replace(Text(node), "")) is { Success: true } match ? decimal.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : null;

    internal static string Text(JsonNode? node) => node is null ? "" : node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString(Output.Compact);

    [GeneratedRegex(@"^-?[\d,]*\.?\d+$")]
    private static partial Regex Number();

    [GeneratedRegex(@"-?\d[\d,]*(?:\.\d+)?")]
    private static partial Regex FirstNumber();

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\s　]+")]
    private static partial Regex Space();

    [GeneratedRegex("^(表)?[一二三四五六七八九十廿]+[、.]")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^\([一二三四五六七八九十廿]+\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex("^(部门|单位)")]
    private static partial Regex Office();

    [GeneratedRegex("绩效|申报|指标")]
    private static partial Regex Performance();
}
