using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mingzhang.Bench.Accuracy;

/// <summary>Findings against the defects a careful auditor found by hand (审核准确率). Matched by figures, quote and place, so a person reads what it matched.</summary>
internal sealed partial record AuditScore(int Errors, int ErrorsFound, int Warnings, int WarningsFound, int Claimed, int FalseErrors, int ClaimedWarnings, int UnmatchedWarnings)
{
    private const int Enough = 4;

    /// <summary>Scores contract JSON against defects.</summary>
    public static AuditScore Of(JsonNode audit, JsonArray gold)
    {
        var claims = audit["findings"]!.AsArray().Where(f => Word(f!, "severity") is "error" or "warning").Select(f => f!).ToList();
        var pairs = from i in Enumerable.Range(0, claims.Count)
                    from j in Enumerable.Range(0, gold.Count)
                    let strength = Strength(claims[i], gold[j]!)
                    where strength >= Enough
                    orderby strength descending, i descending, j descending
                    select (i, j);
        var byClaim = new Dictionary<int, int>();
        var byDefect = new Dictionary<int, int>();
        foreach (var (i, j) in pairs)
        {
            byClaim.TryAdd(i, j);
            byDefect.TryAdd(j, i);
        }

        var errors = Defects("error");
        var warnings = Defects("warning");
        var (claimed, wrong) = Claims("error");
        var (doubted, unmatched) = Claims("warning");
        return new AuditScore(errors.Count, errors.Count(byDefect.ContainsKey), warnings.Count, warnings.Count(byDefect.ContainsKey), claimed, wrong, doubted, unmatched);

        List<int> Defects(string severity) => [.. Enumerable.Range(0, gold.Count).Where(j => Word(gold[j]!, "severity") == severity)];

        (int All, int Wrong) Claims(string severity)
        {
            var all = Enumerable.Range(0, claims.Count).Where(i => Word(claims[i], "severity") == severity).ToList();
            return (all.Count, all.Count(i => !byClaim.TryGetValue(i, out var j) || Word(gold[j]!, "severity") is "info" or "hint"));
        }
    }

    private static int Strength(JsonNode claim, JsonNode defect)
    {
        var strength = 0;
        var quote = Signs(Word(defect, "quote"));
        var inQuote = Similarity.Longest(Signs(Word(claim, "quote")), quote);
        if (inQuote >= 8)
            strength += 3;
        else if (inQuote >= 5 || Similarity.Longest(Signs(Word(claim, "message")), quote) >= 8)
            strength += 2;
        var printed = Figures(Word(defect, "printed")).Union(Figures(Word(defect, "quote"))).ToHashSet(StringComparer.Ordinal);
        if (Figures(Word(claim, "printed")).Overlaps(printed))
            strength += 2;
        else if (Figures(Word(claim, "quote")).Overlaps(printed))
            strength += 1;
        if (Figures(Word(claim, "expected")).Overlaps(Figures(Word(defect, "expected"))))
            strength += 2;
        var (row, other) = (Signs(Word(claim, "row")), Signs(Word(defect, "row")));
        if (row.Length > 0 && other.Length > 0 && (row == other || Similarity.Longest(row, other) >= Math.Min(4, Math.Min(row.Length, other.Length))))
            strength += 1;
        if (Similarity.Longest(Signs(Word(claim, "statement") + Word(claim, "section")), Signs(Word(defect, "table_or_section"))) >= 4)
            strength += 1;
        if (Word(claim, "kind") is { Length: > 0 } kind && kind == Word(defect, "kind"))
            strength += 1;
        return strength;
    }

    private static string Word(JsonNode node, string key) => ReadingScore.Text(node[key]);

    private static string Signs(string text) => Marks().Replace(text, "").Replace('．', '.');

    private static HashSet<string> Figures(string text) =>
        [.. Numbers().Matches(Thousands().Replace(Torn().Replace(text, ""), "")).Select(m => m.Value).Where(n => n.Length >= 3 && !Year().IsMatch(n))];

    [GeneratedRegex("""[\s,，。、；;:：（）()\[\]“”"'`*|]+""")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=\d\.) (?=\d)")]
    private static partial Regex Torn();

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^20[12]\d$")]
    private static partial Regex Year();
}
