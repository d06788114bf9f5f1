using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>
/// 社会保障缴费、住房公积金的两种分类相符：经济分类列有养老保险、医疗保险缴费和住房公积金的，功能分类应有对应的项级科目，不并入“行政运行”。
/// </summary>
public sealed class ContributionCodes : IDisclosureRule
{
    // Economic item, and the functional items it is booked under (《政府收支分类科目》各科目说明).
    private static readonly (string Economic, string[] Functional)[] Pairs =
    [
        ("30108", ["20805"]), ("30109", ["20805"]), ("30110", ["21011"]), ("30111", ["21011"]), ("30113", ["2210201"]),
    ];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0534", "基本支出列有社会保障缴费、住房公积金的，功能科目应有 20805、21011、2210201 等对应科目", "当年《政府收支分类科目》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var rows = context.Document.Figures.Statements.SelectMany(s => s.Rows.Where(r => r.Role is not (RowRole.Node or RowRole.Record)).Select(r => (s.Statement, r.Row, Code: r.Row.Key[(r.Row.Key.LastIndexOf('/') + 1)..])))
            .Where(r => r.Code.Length is 3 or 5 or 7 && r.Code.All(char.IsAsciiDigit)).ToList();
        var functional = rows.Select(r => r.Code).Where(c => c[0] == '2' && c.Length >= 5).ToHashSet(StringComparer.Ordinal);
        // A document whose tables show no item of expenditure, or only a part of them, tells nothing.
        if (!functional.Any(c => c.Length == 7) || context.Document.Figures.Statements.Any(s => s.Statement.IsScattered))
            yield break;
        var spent = rows.Where(r => r.Code[0] == '3' && r.Row.Cells.Any(c => c.Figure is { Value: > 0m }))
            .Where(r => Pairs.Any(p => p.Economic == r.Code && !p.Functional.Any(f => functional.Any(c => c.StartsWith(f, StringComparison.Ordinal))))).DistinctBy(r => r.Code).ToList();
        if (spent.Count == 0)
            yield break;
        var (statement, first, _) = spent[0];
        var amount = first.Cells.First(c => c.Figure is { Value: > 0m });
        yield return this.Warning(FindingKind.Code, $"《{statement.Title}》列有{string.Join("、", spent.Select(r => $"{r.Code}{r.Row.Name} {r.Row.Cells.First(c => c.Figure is { Value: > 0m }).Text}"))}，功能分类却没有对应的科目，疑并入了“行政运行”。") with
        {
            Statement = statement.Title,
            Row = first.Key,
            Column = amount.Column,
            Quote = $"{first.Key} {first.Name} {amount.Text}",
            Printed = amount.Text,
            Expected = string.Join("、", spent.SelectMany(r => Pairs.First(p => p.Economic == r.Code).Functional).Distinct()) + " 的科目",
            At = amount.At,
        };
    }
}
