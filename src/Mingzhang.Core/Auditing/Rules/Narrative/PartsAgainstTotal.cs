using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>列举与合计相符：“其中”“包括”列出的各项之和等于合计，至少不超过它。</summary>
internal sealed class PartsAgainstTotal : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0103", "“其中”“包括”所列各项之和应与合计相符");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var whole in paragraph.Parsed.Amounts.Where(a => !a.IsAside))
            {
                foreach (var parts in whole.MoreParts.Prepend(whole.Parts).Where(p => p.Count > 0))
                {
                    if (Judge(context.Narrative, paragraph, whole, parts) is { } finding)
                        yield return finding;
                }
            }
        }
    }

    private Finding? Judge(NarrativeFacts narrative, StatingParagraph paragraph, AmountClaim whole, List<AmountClaim> parts)
    {
        var total = narrative.Readings(whole);
        var sum = parts.Sum(p => narrative.Printed(p).Value);
        var slack = parts.Sum(p => narrative.Printed(p).Slack);
        if (parts.Exists(p => p.Subject == whole.Subject || IsRateOfOne(p)) || total.Any(t => Math.Abs(t.Value - sum) <= slack + t.Slack)
            || AnotherReadingHolds(narrative, total, parts, sum, slack))
        {
            return null;
        }

        var more = sum > total.Max(t => t.Value);
        // Parts of an item of a list: where the inner list ends is not always said.
        var isInner = whole.Parent is not null && whole.PartsBy != ListKind.Bracket && ReferenceEquals(narrative.ParagraphOf(parts[0]), paragraph);
        if (!more && (parts.Count < 2 || whole.PartsBy == ListKind.Mainly || isInner))
            return null;
        var swallowed = parts.SelectMany(p => p.Parts).ToList();
        if (!more && swallowed.Count > 0 && total.Any(t => Math.Abs(t.Value - sum - swallowed.Sum(p => narrative.Printed(p).Value)) <= slack + t.Slack))
            return null;
        var coarse = parts.Sum(p => narrative.Printed(p).OwnSlack);
        var severity = more && !isInner && Math.Abs(total[0].Value - sum) > coarse + total[0].OwnSlack ? Severity.Error : Severity.Warning;
        return Report(narrative, paragraph, whole, parts, sum, more, severity);
    }

    // 每人, 单价 and the like are no parts.
    private static bool IsRateOfOne(AmountClaim part) => part.Subject.Contains('每') || part.Subject.Contains("人均", StringComparison.Ordinal)
        || part.Subject.Contains("单价", StringComparison.Ordinal) || part.Subject.Contains("标准", StringComparison.Ordinal);

    // A part in 元 that was meant in 万元, or a part the table prints otherwise, is reported by itself.
    private static bool AnotherReadingHolds(NarrativeFacts narrative, IReadOnlyList<Approximate> total, List<AmountClaim> parts, decimal sum, decimal slack) =>
        parts.Any(p => narrative.Readings(p).Skip(1).Any(r => total.Any(t => Math.Abs(t.Value - (sum - narrative.Printed(p).Value + r.Value)) <= slack + t.Slack)));

    private Finding Report(NarrativeFacts narrative, StatingParagraph paragraph, AmountClaim whole, List<AmountClaim> parts, decimal sum, bool more, Severity severity)
    {
        var printed = narrative.Printed(whole).Value;
        var addends = string.Join(" + ", parts.Select(p => SentenceFinding.WanYuan(narrative.Printed(p).Value)));
        var difference = SentenceFinding.WanYuan(Math.Abs(sum - printed));
        var here = ReferenceEquals(narrative.ParagraphOf(parts[^1]), paragraph);
        var advice = more ? "各项之和超过合计，请核对。" : "如只列举一部分，请写明；否则有遗漏。";
        return this.At(
            paragraph, here ? whole.Span.To(parts[^1].Span) : whole.Span, severity, FindingKind.Sum,
            $"“{whole.Subject}”{paragraph.Words(whole.Amount)}所列各项之和为 {SentenceFinding.WanYuan(sum)} 万元，相差 {difference} 万元。{advice}",
            paragraph.Words(whole.Amount), SentenceFinding.WanYuan(sum), $"{addends} = {SentenceFinding.WanYuan(sum)}") with
        { Row = whole.Subject };
    }
}
