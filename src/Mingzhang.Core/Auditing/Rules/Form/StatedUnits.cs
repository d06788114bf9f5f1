using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>报表写明计量单位：有金额的表在表头写“单位：万元”（或“元”）。</summary>
public sealed class StatedUnits : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0105", "有金额的报表在表题或表头写明计量单位（单位：万元）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var amounts = context.Document.Figures.Statements.Where(s => s.Form is not null && s.Rows.Any(r => r.Row.Cells.Any(c => c.Figure is not null))).Select(s => s.Statement).ToList();
        var without = amounts.Where(s => Units.Parse(s.Unit ?? "") is null).ToList();
        // Said once for all tables, at the head of the first or in a note, it is said.
        if (without.Count == 0 || context.Disclosure.Texts.Count == 0 || (without.Count < amounts.Count && without.Count * 2 > amounts.Count)
            || context.Disclosure.Texts.Any(t => Editions.Labels.WithoutSpaces(t.Text) is var text && text.Contains("单位", StringComparison.Ordinal) && text.Contains("万元", StringComparison.Ordinal) && text.Contains("各表", StringComparison.Ordinal)))
        {
            yield break;
        }

        yield return this.Warning(FindingKind.Unit, $"{(without.Count == amounts.Count ? "各表" : string.Join("、", without.Select(s => $"《{s.Title}》")))}没有写明计量单位，金额是元还是万元不清楚。") with
        {
            Statement = without[0].Title,
            Quote = string.Join(" | ", without.Select(s => s.Title)),
            Printed = "（没有单位）",
            Expected = "单位：万元",
            At = without[0].At,
        };
    }
}
