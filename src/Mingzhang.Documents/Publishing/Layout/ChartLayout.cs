using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>
/// The four charts of final accounts (决算公开的四张图): the totals beside last year's, what income and expenditure are made of,
/// the totals of appropriations beside last year's. Parts are taken from the tables; last year's totals, which no table prints,
/// follow from the change that the narrative states. A chart whose figures are missing is left out.
/// </summary>
public static class ChartLayout
{
    private const string Totals = "收入支出决算总体情况说明";
    private const string Appropriations = "财政拨款收入支出决算总体情况说明";

    /// <summary>The charts of a disclosure, numbered in order; none for a budget and for what has no figures.</summary>
    public static IEnumerable<PrintedChart> Of(Disclosure disclosure)
    {
        if (disclosure.Facts.Kind != DisclosureKind.Final)
            return [];
        return new[]
        {
            Change(disclosure, "收、支决算总计变动情况", "收入支出总计", Totals),
            Parts(disclosure, "收入决算表", "收入决算结构", "收入决算情况说明"),
            Parts(disclosure, "支出决算表", "支出决算结构", "支出决算情况说明"),
            Change(disclosure, "财政拨款收、支决算总计变动情况", "财政拨款收入支出总计", Appropriations),
        }.OfType<PrintedChart>().Select((c, i) => c with { Number = i + 1 });
    }

    /// <summary>Whether a section is the one that a chart explains: its last heading without ordinal.</summary>
    internal static bool StandsUnder(PrintedChart chart, string section)
    {
        var heading = section[(section.LastIndexOf('/') + 1)..];
        return heading[(heading.IndexOf('、', StringComparison.Ordinal) + 1)..].Trim() == chart.Section;
    }

    // The columns of the total row, the total itself aside.
    private static PrintedChart? Parts(Disclosure disclosure, string table, string title, string section)
    {
        var statement = disclosure.Statements.FirstOrDefault(s => s.Title == table);
        var total = statement?.Rows.FirstOrDefault(r => r.Key == "合计");
        var parts = total?.Cells.Skip(1).Where(c => c.Figure is { Value: > 0 }).ToList();
        return parts is null or [] ? null : new PrintedChart(
            title, section, ChartKind.Pie, statement!.Unit ?? "", [.. parts.Select(p => p.Column.Leaf)], [new ChartSeries(title, [.. parts.Select(p => p.Figure!.Value.Value)])]);
    }

    private static PrintedChart? Change(Disclosure disclosure, string title, string series, string section)
    {
        foreach (var paragraph in disclosure.Narrative)
        {
            var chart = new PrintedChart(title, section, ChartKind.Column, "", [], []);
            if (!StandsUnder(chart, paragraph.Section))
                continue;
            var parsed = ParagraphParser.Parse(paragraph.Text);
            if (parsed.Amounts.FirstOrDefault() is not { Amount: { IsMoney: true } now })
                return null;
            return Before(parsed, now, disclosure.Facts.Year) is not var (year, before) ? null : chart with
            {
                Unit = now.Unit == QuantityUnit.Yuan ? "元" : "万元",
                Categories = [Year(year), Year(year + 1)],
                Series = [new ChartSeries(series, [before, now.Value])],
            };
        }

        return null;
    }

    // Last year and its amount: by the change in the same unit, or the same amount where the paragraph says that it is equal.
    private static (int Year, decimal Amount)? Before(ParsedParagraph parsed, Quantity now, int? year)
    {
        if (parsed.Changes.FirstOrDefault(c => !c.IsAside) is { } change)
        {
            return change.Delta is { } delta && delta.Unit == now.Unit && (change.BaseYear ?? year - 1) is { } last
                ? (last, now.Value - ((int)change.Direction * delta.Value))
                : null;
        }

        return parsed.Comparisons.FirstOrDefault(c => c.Sign == 0) is not null && year is { } own ? (own - 1, now.Value) : null;
    }

    private static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}年度");
}
