using System.Globalization;
using System.Text.Json;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Tests.Reading.Loose;

public class LooseSeedTests
{
    [Fact]
    public void Every_amount_of_the_statements_of_a_seed_stands_where_the_gold_has_it_and_none_is_invented()
    {
        var statements = LooseLines.ReadAll(Shared.Read("seeds/jiangan-2024-budget.txt"));
        var cells = statements
            .SelectMany(s => s.Rows.SelectMany(r => r.Cells.Where(c => c.Figure is not null)
                .Select(c => (Table: s.Number, Row: Bare(r.Key), Name: Bare(r.Name), Column: Bare(c.Column.Leaf), c.Figure!.Value.Value))))
            .ToList();
        using var gold = JsonDocument.Parse(File.ReadAllText(Shared.File("gold/jiangan-2024.facts.json")));
        var (all, right) = (0, 0);
        foreach (var fact in gold.RootElement.EnumerateArray())
        {
            var table = fact.GetProperty("table").GetString()!;
            if (table.Contains("绩效", StringComparison.Ordinal) || !fact.TryGetProperty("value", out var printed) || FigureText.Parse(printed.GetString()) is not { } figure)
                continue;
            all++;
            var row = Bare(fact.GetProperty("row").GetString()!);
            var column = Bare(fact.GetProperty("col").GetString()!.Split('/')[^1]);
            var hit = cells.FindIndex(c => c.Table == fact.GetProperty("no").GetString() && c.Value == figure.Value && c.Column == column && (c.Row == row || c.Row.EndsWith("/" + row, StringComparison.Ordinal)));
            if (hit < 0)
                continue;
            right++;
            cells.RemoveAt(hit);
        }

        Assert.Empty(cells);
        Assert.True(right * 100 >= all * 98, string.Create(CultureInfo.InvariantCulture, $"{right} of {all}"));
    }

    [Fact]
    public void The_tables_of_a_seed_with_blanks_in_its_numbers_are_whole_and_their_sums_hold()
    {
        var statements = LooseLines.ReadAll(Shared.Read("seeds/hanyang-2023-budget.txt"));
        Assert.Equal([39, 36, 23, 14], new[] { "表1", "表4", "表5", "表10" }.Select(n => statements.Single(s => s.Number == n).Rows.Count));
        Assert.Equal(115, statements.Single(s => s.Number == "表5").Rows.Sum(r => r.Cells.Count));
        var edition = LooseLines.Edition("wuhan-2023-budget");
        List<BoundStatement> bound =
            [.. statements.Select(s => StatementBinder.Bind(s, edition.Find(new TitleMatcher([edition]).Forms(s.Title)[0])!))];
        var builder = new RelationBuilder(bound);
        var mistakes = new List<FormulaMistake>();
        foreach (var form in edition.Forms)
        {
            foreach (var source in form.Calculations)
                builder.Apply(FormulaParser.Parse(source, form.Id, mistakes)!);
        }

        var evaluation = builder.Build().Evaluate();
        Assert.NotEmpty(evaluation.System.Relations);
        Assert.Empty(evaluation.Broken);
    }

    private static string Bare(string text) =>
        string.Join('/', text.Split('/').Select(p => NameText.Normal(Core.Editions.Labels.Bare(p))));
}
