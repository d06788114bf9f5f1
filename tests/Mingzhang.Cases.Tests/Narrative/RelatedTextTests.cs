using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Cases.Tests.Narrative;

/// <summary>What the text says of the budget of the year and of last year, against the documents published then.</summary>
public class RelatedTextTests
{
    [Fact]
    public void The_opening_budget_in_the_text_is_that_of_the_published_budget() =>
        Assert.Equal([], OfFinal("2026年度一般公共预算财政拨款支出年初预算为%合计%万元，支出决算为890万元。"));

    [Fact]
    public void An_opening_budget_that_was_not_published_is_an_error() =>
        Assert.Equal(["DZ-2001 错误 %合计%万元"], OfFinal("2026年度一般公共预算财政拨款支出年初预算为777.77万元，支出决算为890万元。"));

    [Fact]
    public void The_opening_budget_of_an_item_is_that_of_its_row() =>
        Assert.Equal([], OfFinal("农林水支出（类）水利（款）行政运行（项）。年初预算为%2130301%万元，支出决算为510万元。"));

    [Fact]
    public void What_a_change_gives_for_last_year_is_what_was_published_then() =>
        Assert.Equal([], OfFinal("2026年度支出合计900万元，与2025年度相比，支出合计增加100万元，增长12.5%，主要原因是项目增加。", LastYear(800m)));

    [Fact]
    public void What_a_change_gives_for_last_year_and_was_not_published_is_a_warning_once() =>
        Assert.Equal(
            ["DZ-2001 疑点 820.00万元"],
            OfFinal("2026年度支出合计900万元，与2025年度相比，支出合计增加100万元，增长12.5%，主要原因是项目增加。2026年度支出合计900万元，与2025年度相比，支出合计增加100万元。", LastYear(820m)));

    [Fact]
    public void A_change_of_the_budget_is_not_compared_with_last_years_final_accounts() =>
        Assert.Equal([], OfFinal("2026年度支出预算900万元，比2025年度预算增加100万元。", LastYear(820m)));

    private static IReadOnlyList<string> OfFinal(string sentence, Disclosure? other = null)
    {
        var budget = NarratedDocument.Read("national-budget", "一、总体情况", "云岭县水利局2026年收支情况如下。");
        var against = other ?? budget;
        var own = NarratedDocument.Read("national-final", "一、支出决算情况说明", Filled(sentence, budget));
        var report = Auditor.Audit(
            own, [Product.Data.Editions.Find("national-budget")!, Product.Data.Editions.Find("national-final")!], Product.Data.Rules, Product.Data.Catalogue, Product.Data.Wordings, [against]);
        Assert.Empty(report.FailedRules);
        Assert.Empty(report.NotRead);
        var total = Filled("%合计%", budget);
        return
        [
            .. report.Findings.Where(f => f.Rule.StartsWith("DZ-", StringComparison.Ordinal))
                .Select(f => $"{f.Rule} {(f.Severity == Severity.Error ? "错误" : "疑点")} {f.Expected?.Replace(total + "万元", "%合计%万元", StringComparison.Ordinal)}"),
        ];
    }

    // %行% is the budget's 合计 in that row of its general budget table.
    private static string Filled(string sentence, Disclosure budget)
    {
        var table = budget.Statements.First(s => s.Title == "一般公共预算支出表");
        foreach (var row in table.Rows)
        {
            var name = row.Level == 0 ? "合计" : row.Key;
            sentence = sentence.Replace($"%{name}%", FigureText.Format(row.Cells.First(c => c.Figure is not null).Figure!.Value.Value, 2), StringComparison.Ordinal);
        }

        return sentence;
    }

    // Last year's final accounts: the same tables, with another total.
    private static Disclosure LastYear(decimal total)
    {
        var read = NarratedDocument.Read("national-final", "一、支出决算情况说明", "本年度收支情况如下。");
        return read with
        {
            Facts = read.Facts with { Year = 2025 },
            Statements =
            [
                .. read.Statements.Select(s => s.Title != "支出决算表" ? s : s with
                {
                    Rows = [.. s.Rows.Select(r => r.Level != 0 ? r : r with { Cells = [.. r.Cells.Select(c => c.Column.Leaf == "本年支出合计" ? c with { Figure = new Figure(total, 2), Text = FigureText.Format(total, 2) } : c)] })],
                }),
            ],
        };
    }
}
