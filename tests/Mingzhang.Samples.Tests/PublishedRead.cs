using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Samples.Tests;

/// <summary>Real documents are read cell for cell; what is in them was written down by hand (../shared/gold).</summary>
public sealed partial class PublishedRead
{
    [Theory]
    [InlineData("seeds/caidian-2025-budget.txt", "gold/caidian-2025.facts.json", "wuhan-2025-budget")]
    [InlineData("seeds/jiangan-2024-budget.txt", "gold/jiangan-2024.facts.json", "jiangan-2024-budget")]
    [InlineData("real/putuo-guihua-2024-final.pdf", "gold/putuo-guihua-2024.facts.json", "shanghai-2024-final")]
    public void Ninety_eight_of_a_hundred_figures_are_right_and_none_is_invented(string document, string gold, string edition)
    {
        var disclosure = World.Published(document);
        var wanted = Gold(World.Shared(gold));
        var cells = disclosure.Statements
            .SelectMany(s => s.Rows.SelectMany(r => r.Cells.Where(c => c.Figure is not null).Select(c => (s.Title, Row: r, Cell: c))))
            .ToList();

        var left = cells.ToList();
        var missing = new List<string>();
        foreach (var fact in wanted)
        {
            var hit = left.FindIndex(c => c.Cell.Figure!.Value.Value == fact.Value && Same(c.Title, fact.Table) && SameRow(c.Row, fact) && SameColumn(c.Cell.Column, fact.Column));
            if (hit < 0)
                missing.Add($"{fact.Table} {fact.Row} {fact.Column} {fact.Value}");
            else
                left.RemoveAt(hit);
        }

        var tables = wanted.Select(f => f.Table).Distinct().ToList();
        var invented = left.Where(c => tables.Exists(t => Same(c.Title, t))).Select(c => $"{c.Title} {c.Row.Key} {c.Cell.Column} {c.Cell.Text}").ToList();
        Assert.Equal(edition, disclosure.Facts.Edition);
        Assert.True(missing.Count * 50 <= wanted.Count, string.Join('\n', missing));
        Assert.True(invented.Count == 0, string.Join('\n', invented));
    }

    [Fact]
    public void The_two_documents_without_gold_read_into_tables_that_add_up()
    {
        foreach (var document in new[] { "seeds/qingshan-2022-budget.txt", "seeds/hanyang-2023-budget.txt", "seeds/dongxihu-2024-final.txt" })
        {
            var report = World.Audit(World.Published(document));
            Assert.DoesNotContain(report.Findings, f => f.Rule[..2] is "BG" or "FA" && f.Severity == Core.Auditing.Severity.Error);
            Assert.InRange(report.Guarded, 250, int.MaxValue);
        }
    }

    private static List<Fact> Gold(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. json.RootElement.EnumerateArray()
                .Where(e => e.TryGetProperty("value", out var v) && Figure().IsMatch(v.ToString()) && !Performance().IsMatch(e.GetProperty("table").ToString()))
                .Select(e => new Fact(
                    e.GetProperty("table").ToString(), e.GetProperty("row").ToString(), e.TryGetProperty("name", out var n) ? n.ToString() : "",
                    e.GetProperty("col").ToString(), decimal.Parse(e.GetProperty("value").ToString().Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))),
        ];
    }

    private static bool Same(string title, string gold) => Bare(title) == Bare(gold);

    private static string Bare(string title) => Plain(title).Replace("部门", "", StringComparison.Ordinal);

    private static bool SameRow(StatementRow row, Fact fact)
    {
        var (own, other) = (Last(row.Key), Last(fact.Row));
        return own == other || (fact.Name.Length > 0 && Last(row.Name) == Last(fact.Name));
    }

    private static string Last(string key) => Labels.Bare(Plain(key).Split('/')[^1]);

    private static bool SameColumn(ColumnPath column, string gold) => gold.Length == 0 || Plain(column.Leaf) == Plain(gold).Split('/')[^1];

    private static string Plain(string text) => Labels.WithoutSpaces(text).Replace('（', '(').Replace('）', ')').Replace('“', '"').Replace('”', '"');

    private sealed record Fact(string Table, string Row, string Name, string Column, decimal Value);

    [GeneratedRegex(@"^-?[\d,]*\.?\d+$")]
    private static partial Regex Figure();

    [GeneratedRegex("绩效|申报|指标")]
    private static partial Regex Performance();
}
