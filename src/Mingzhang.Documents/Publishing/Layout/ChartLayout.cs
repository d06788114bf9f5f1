using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>
/// The charts of final accounts, drawn from their tables: what income and expenditure are made of, and the appropriations.
/// Charts of a change on last year need last year's totals, which a disclosure alone does not hold; they are left out.
/// </summary>
public static class ChartLayout
{
    /// <summary>The charts of a disclosure; none for a budget and for what has no figures.</summary>
    public static IEnumerable<PrintedChart> Of(Disclosure disclosure)
    {
        if (disclosure.Facts.Kind != DisclosureKind.Final)
            return [];
        return new[]
        {
            Parts(disclosure, "收入决算表", "收入决算结构", "收入决算情况说明"),
            Parts(disclosure, "支出决算表", "支出决算结构", "支出决算情况说明"),
            Appropriations(disclosure),
        }.OfType<PrintedChart>();
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

    private static PrintedChart? Appropriations(Disclosure disclosure)
    {
        var statement = disclosure.Statements.FirstOrDefault(s => s.Title == "财政拨款收入支出决算总表");
        var sums = statement?.Rows.FirstOrDefault(r => r.Key == "支出/本年支出合计")?.Cells.Where(c => c.Figure is not null).Skip(1).ToList();
        if (sums is null or [])
            return null;
        var names = sums.Select(c => c.Column.Leaf).ToList();
        var income = names.Select(n => statement!.Rows.FirstOrDefault(r => r.Key == "收入/" + n)?.Cells.FirstOrDefault(c => c.Figure is not null)?.Figure?.Value ?? 0m).ToList();
        return new PrintedChart(
            "财政拨款收入、支出决算", "财政拨款收入支出决算总体情况说明", ChartKind.Column, statement!.Unit ?? "", names,
            [new ChartSeries("本年收入", income), new ChartSeries("本年支出", [.. sums.Select(c => c.Figure!.Value.Value)])]);
    }
}
