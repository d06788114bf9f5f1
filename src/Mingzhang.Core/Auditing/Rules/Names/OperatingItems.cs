namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>运行科目只列基本支出：行政运行、事业运行下没有项目支出。</summary>
public sealed class OperatingItems : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0532", "“行政运行”“事业运行”科目反映基本支出，其下一般没有项目支出", "当年《政府收支分类科目》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        // All-funds and appropriation tables repeat the same booking: it is told once, at the first of them.
        foreach (var statement in context.Disclosure.Statements)
        {
            var rows = statement.Rows.Where(r => r.Key.Length == 7 && r.Key[0] == '2' && Editions.Labels.WithoutSpaces(r.Name) is "行政运行" or "事业运行")
                .Select(r => new { Row = r, Cell = r.Cells.FirstOrDefault(c => c.Sure && c.Column.Leaf == "项目支出" && c.Figure is { Value: > 0 }) }).Where(r => r.Cell is not null).ToList();
            if (rows.Count == 0)
                continue;
            yield return this.Warning(FindingKind.Code, $"运行科目下列有项目支出：{string.Join("；", rows.Select(r => $"{r.Row.Key} {r.Row.Name} {r.Cell!.Text}"))}。") with
            {
                Statement = statement.Title,
                Row = string.Join(";", rows.Select(r => r.Row.Key)),
                Column = rows[0].Cell!.Column,
                Quote = string.Join(" ", rows.Select(r => $"{r.Row.Key} {r.Row.Name} {string.Join(" ", r.Row.Cells.Select(c => c.Text))}")),
                Printed = string.Join("、", rows.Select(r => r.Cell!.Text)),
                Expected = "0.00",
                At = rows[0].Cell!.At,
            };
            yield break;
        }
    }
}
