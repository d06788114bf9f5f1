using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>文字与表相符：情况说明中的金额等于报表中同一项目的金额。</summary>
internal sealed class AmountAgainstTable : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0101", "情况说明中的金额应与报表中同一项目的金额一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        foreach (var paragraph in narrative.Paragraphs)
        {
            var said = new HashSet<(string?, string?, string?)>();
            foreach (var claim in paragraph.Parsed.Amounts)
            {
                if (narrative.LinkOf(claim) is { Cells.Count: > 0 } link && Judge(context, paragraph, claim, link) is { } finding
                    && said.Add((finding.Row, finding.Printed, finding.Arithmetic)))
                {
                    yield return finding;
                }
            }
        }
    }

    private Finding? Judge(RuleContext context, StatingParagraph paragraph, AmountClaim claim, WordingLink link)
    {
        var printed = context.Narrative.Printed(claim);
        var fit = link.Cells.Min(c => Approximate.Compare(printed, c.Amount));
        // A wrong unit, and a wrong cell that the relations of the tables have named, are reported by themselves.
        if (fit == Fit.Holds || (fit == Fit.Coarse && IsUsual(paragraph, claim)) || UnitSlip.IsOne(context.Narrative, claim) || link.Cells.Any(c => IsKnown(context, c, printed)))
            return null;
        // What names a whole list of codes alike may mean another of them.
        var cell = link.Cells.MinBy(c => Math.Abs(c.Amount.Value - printed.Value))!;
        var unit = claim.Amount.InYuan;
        var expected = Core.Figures.FigureText.Format(cell.Amount.Value / unit, Math.Max(claim.Amount.Decimals, 2));
        var words = paragraph.Words(claim.Amount);
        var severity = fit == Fit.Coarse || IsLastPlace(printed, cell.Amount) ? Severity.Warning : Severity.Error;
        var advice = fit == Fit.Broken && IsCutOff(printed, cell.Amount) ? "尾数被舍去，没有四舍五入" : "两者不一致，请核对";
        return this.At(
            paragraph, claim.Span, severity, FindingKind.TextVsTable,
            $"文中“{link.Wording.Name}”为 {words}，{cell.Words}为 {cell.Cell.Text}{cell.UnitName}，{advice}。",
            words, expected + paragraph.Parsed.Text.Slice(new TextSpan(claim.Amount.Number.End, claim.Amount.Span.End)),
            $"{words} ≠ {cell.Cell.Text}{cell.UnitName}") with
        { Row = claim.Subject };
    }

    // One unit in the last place apart; or the rest was cut off instead of rounded.
    private static bool IsLastPlace(Approximate left, Approximate right) =>
        Math.Abs(left.Value - right.Value) <= 2 * Math.Max(left.Slack, right.Slack) || IsCutOff(left, right);

    private static bool IsCutOff(Approximate text, Approximate table) =>
        Math.Abs(text.Value) < Math.Abs(table.Value) && Math.Abs(table.Value - text.Value) < 2 * text.OwnSlack;

    // Most amounts of the paragraph are rounded to as few decimals: that is how it is written.
    private static bool IsUsual(StatingParagraph paragraph, AmountClaim claim)
    {
        var amounts = paragraph.Parsed.Amounts.Where(a => a.Amount is { Unit: QuantityUnit.WanYuan, Value: not 0m }).ToList();
        return amounts.Count >= 3 && amounts.Count(a => a.Amount.Decimals <= claim.Amount.Decimals) * 2 > amounts.Count;
    }

    // The table's cell is known to be wrong, and the text agrees with what it should be, or nothing says what it should be.
    private static bool IsKnown(RuleContext context, LinkedCell cell, Approximate text) => context.FigureFindings.Any(f =>
        f.Severity != Severity.Hint && ((f.Statement == cell.Name.Statement && f.Row == cell.Name.Row && Equals(f.Column, cell.Name.Column))
            || f.Alternatives.Any(a => a.Statement == cell.Name.Statement && a.Row == cell.Name.Row && a.Column.Equals(cell.Name.Column)))
        && (Core.Figures.FigureText.Parse(f.Expected) is not { } expected
            || Math.Abs((expected.Value * Unit(cell)) - text.Value) <= text.Slack + cell.Amount.Slack || f.Alternatives.Count > 0));

    private static decimal Unit(LinkedCell cell) => cell.UnitName == "元" ? 1m : 10_000m;
}
