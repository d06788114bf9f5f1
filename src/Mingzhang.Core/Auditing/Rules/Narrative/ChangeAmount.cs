using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>增减额复算：文中写了上年数（预算数）的，增减额等于两个数之差，方向相符。</summary>
internal sealed class ChangeAmount : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0207", "增减额应等于本年数与所比较的数之差");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var change in paragraph.Parsed.Changes)
            {
                if (change is not { Delta: { } delta, Now: { } now, IsAside: false } || Before(paragraph, change, now) is not { } before)
                    continue;
                var step = NarrativeFacts.Printed(delta, paragraph);
                var fits = from n in narrative.Readings(now) from b in narrative.Readings(before) select Fits(n, b, step, change.Direction);
                if (fits.Min() is var fit && fit == Fit.Holds)
                    continue;
                var difference = narrative.Printed(now).Value - narrative.Printed(before).Value;
                var word = difference < 0m ? "减少" : "增加";
                var expected = $"{word} {SentenceFinding.WanYuan(Math.Abs(difference))} 万元";
                yield return this.At(
                    paragraph, now.Span.To(change.Span), fit == Fit.Coarse ? Severity.Warning : Severity.Error, FindingKind.Change,
                    $"{paragraph.Words(now.Amount)} 与 {paragraph.Words(before.Amount)} 相比应{expected}，文中写“{change.Word}{paragraph.Words(delta)}”。",
                    paragraph.Words(delta), expected,
                    $"{SentenceFinding.WanYuan(narrative.Printed(now).Value)} - {SentenceFinding.WanYuan(narrative.Printed(before).Value)} = {SentenceFinding.WanYuan(difference)}") with
                { Row = now.Subject };
            }
        }
    }

    private static Fit Fits(Approximate now, Approximate before, Approximate step, Direction direction)
    {
        var left = new Approximate(now.Value - before.Value, now.Slack + before.Slack, now.OwnSlack + before.OwnSlack);
        return Approximate.Compare(left, step with { Value = (int)direction * step.Value });
    }

    // The figure compared with, where the paragraph states it of the same thing: of the year named, or the budget.
    private static AmountClaim? Before(StatingParagraph paragraph, ChangeClaim change, AmountClaim now)
    {
        var basis = change.Base ?? "";
        var stated = paragraph.Parsed.Amounts.Where(a => !a.IsAside && !ReferenceEquals(a, now) && a.Subject == now.Subject);
        if (change.BaseYear is { } year)
            return stated.LastOrDefault(a => a.Year == year && a.Role == now.Role);
        return basis.Contains("年初预算", StringComparison.Ordinal) ? stated.LastOrDefault(a => a.Role == AmountRole.InitialBudget)
            : basis.Contains("全年预算", StringComparison.Ordinal) || basis.Contains("调整预算", StringComparison.Ordinal) ? stated.LastOrDefault(a => a.Role == AmountRole.AdjustedBudget)
            : null;
    }
}
