namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>本年数写本年：与报表相符的金额，句中写的年度是本文件的年度。</summary>
internal sealed class StatedYear : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0502", "情况说明中本年金额前的年度应是本年度");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        if (narrative.Year is not { } year)
            yield break;
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts)
            {
                // Last year's figure is often given beside this year's; it is wrong only where it is this year's to the last place.
                if (claim.Year is not { } other || other == year || claim.IsAside || claim.Amount.Value == 0m
                    || paragraph.Parsed.Amounts.Exists(a => a.Year == year)
                    || narrative.LinkIgnoringYear(claim) is not { Cells.Count: > 0 } link || !link.Cells.Any(c => c.Amount.Value == narrative.Printed(claim).Value))
                {
                    continue;
                }

                yield return this.At(
                    paragraph, claim.Span, Severity.Error, FindingKind.Year,
                    $"{paragraph.Words(claim.Amount)} 与本年报表相符，句中却写 {SentenceFinding.Text(other)} 年，应为 {SentenceFinding.Text(year)} 年。",
                    SentenceFinding.Text(other), SentenceFinding.Text(year), null, SentenceFinding.Text(year));
            }
        }
    }
}
