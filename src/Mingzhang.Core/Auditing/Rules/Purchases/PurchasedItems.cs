using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Purchases;

/// <summary>同一采购品目列入同一经济科目。</summary>
public sealed partial class PurchasedItems : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0542", "采购明细表中同一采购品目列入同一部门经济科目");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var statement in context.Disclosure.Statements)
        {
            if (statement.Columns.FirstOrDefault(c => c.Leaf.Contains("采购品目", StringComparison.Ordinal)) is not { } item
                || statement.Columns.FirstOrDefault(c => c.Leaf.Contains("经济分类", StringComparison.Ordinal) || c.Leaf.Contains("经济科目", StringComparison.Ordinal)) is not { } economic)
            {
                continue;
            }

            // What is called 其他 may be anything.
            var rows = statement.Rows.Select(r => (Row: r, Item: Text(r, item) ?? "", Economic: Text(r, economic) ?? "")).Where(r => r.Item.Length > 0 && r.Economic.Length > 0 && !Other().IsMatch(r.Item)).ToList();
            foreach (var group in rows.GroupBy(r => r.Item))
            {
                var codes = group.CountBy(r => Code(r.Economic)).OrderByDescending(c => c.Value).ToList();
                if (codes.Count < 2)
                    continue;
                var odd = group.First(r => Code(r.Economic) == codes[^1].Key);
                yield return this.Warning(FindingKind.Column, $"同一采购品目“{group.Key}”列入不同的经济科目：{string.Join('、', codes.Select(c => group.First(r => Code(r.Economic) == c.Key).Economic))}，请核对。") with
                {
                    Statement = statement.Title,
                    Row = odd.Row.Key,
                    Column = economic,
                    Quote = string.Join(' ', odd.Row.Cells.Where(c => c.Figure is null).Select(c => c.Text)),
                    Printed = odd.Economic,
                    Expected = group.First(r => Code(r.Economic) == codes[0].Key).Economic,
                    At = odd.Row.Cells[0].At,
                };
            }
        }
    }

    // [30201]办公费: the code tells, however its name is shortened.
    private static string Code(string economic) => Digits().Match(economic) is { Success: true } code ? code.Value : economic;

    private static string? Text(StatementRow row, ColumnPath column) => row.Cells.FirstOrDefault(c => c.Column.Equals(column))?.Text is { Length: > 0 } text ? Editions.Labels.WithoutSpaces(text) : null;

    [GeneratedRegex("[0-9]{5}")]
    private static partial Regex Digits();

    [GeneratedRegex("其他(服务|货物|工程)")]
    private static partial Regex Other();
}
