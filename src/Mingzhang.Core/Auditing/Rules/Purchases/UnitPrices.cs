using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Purchases;

/// <summary>采购、资产明细的单价不相加，计量单位是单位而不是数。</summary>
public sealed class UnitPrices : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0541", "采购、资产明细表的合计行不填单价（单价不能相加），计量单位栏填写计量单位");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var statement in context.Disclosure.Statements)
        {
            var price = statement.Columns.FirstOrDefault(c => c.Leaf.StartsWith("单价", StringComparison.Ordinal));
            if (price is not null && Summed(statement, price) is { } summed)
                yield return summed;
            var unit = statement.Columns.FirstOrDefault(c => c.Leaf is "计量单位" or "单位计量");
            var numbers = unit is null ? [] : statement.Rows.SelectMany(r => r.Cells.Where(c => c.Column.Equals(unit) && c.Text is { } text && FigureText.Parse(text) is not null).Select(c => (Row: r, Cell: c))).ToList();
            if (numbers.Count > 0)
            {
                yield return About(statement, numbers[0].Row, unit!, numbers[0].Cell, this.Error(
                    FindingKind.Unit, $"《{statement.Title}》“计量单位”栏{(numbers.Count > 1 ? $"{numbers.Count}行" : "")}印作“{numbers[0].Cell.Text}”，不是计量单位。"), "件、项、次等");
            }
        }
    }

    // The total row has the sum of the prices of its lines: two lines at least, or their sum would be a price.
    private Finding? Summed(Statement statement, ColumnPath price)
    {
        var most = statement.Rows.Select(Texts).DefaultIfEmpty().Max();
        var lines = statement.Rows.Where(r => !IsTotal(r, most)).Select(r => Value(r, price)).OfType<decimal>().ToList();
        var sum = lines.Sum();
        if (lines.Count < 2 || sum == 0m)
            return null;
        var totals = statement.Rows.Where(r => IsTotal(r, most) && Value(r, price) == sum).ToList();
        if (totals.Count == 0)
            return null;
        var cell = totals[0].Cells.First(c => c.Column.Equals(price));
        var quantity = statement.Columns.FirstOrDefault(c => c.Leaf.EndsWith("数量", StringComparison.Ordinal));
        return About(statement, totals[0], price, cell, this.Error(
            FindingKind.Sum, $"《{statement.Title}》{(totals.Count > 1 ? $"{totals.Count}个合计行" : $"“{totals[0].Name}”行")}的单价 {cell.Text} 是{lines.Count}行单价相加：单价不能相加，合计行应空白。"), null) with
        {
            Quote = string.Join(' ', totals[0].Cells.Where(c => c.Figure is not null).Select(c => c.Text)),
            Arithmetic = quantity is not null && totals[0].Cells.FirstOrDefault(c => c.Column.Equals(quantity))?.Text is { } number ? $"{number} × {cell.Text} ≠ 合计金额" : null,
        };
    }

    // A row whose first word is 合计, or under which other rows stand: it names no goods.
    private static bool IsTotal(StatementRow row, int most) => most >= 3 && Texts(row) <= 1;

    private static int Texts(StatementRow row) => row.Cells.Count(c => c.Figure is null && c.Text is { Length: > 0 });

    private static decimal? Value(StatementRow row, ColumnPath column) => row.Cells.FirstOrDefault(c => c.Column.Equals(column))?.Figure?.Value;

    private static Finding About(Statement statement, StatementRow row, ColumnPath column, Cell cell, Finding finding, string? expected) => finding with
    {
        Statement = statement.Title,
        Row = row.Key,
        Column = column,
        Quote = string.Join(' ', row.Cells.Where(c => c.Text is { Length: > 0 } && c.Column.Text.Length > 0).SkipWhile(c => c.Figure is null && row.Cells.Count > 8 && c != cell && !c.Column.Leaf.Contains("性质", StringComparison.Ordinal)).Select(c => c.Text)),
        Printed = cell.Text,
        Expected = expected,
        At = cell.At,
    };
}
