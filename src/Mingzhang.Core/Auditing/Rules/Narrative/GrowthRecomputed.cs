using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>增减幅度复算：增减额除以上年数（本年数减增加额、加减少额）等于文中的百分比。</summary>
internal sealed class GrowthRecomputed : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0202", "增减幅度应等于增减额除以上年数");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var change in paragraph.Parsed.Changes)
            {
                if (change is not { Delta: { } delta, Rate: { Unit: not QuantityUnit.Count } rate, IsAside: false } || Nows(narrative, paragraph, change) is not { Count: > 0 } nows)
                    continue;
                var by = NarrativeFacts.Printed(delta, paragraph);
                var fits = nows.Select(n => Ratio.Growth(n, by, change.Direction, rate)).ToList();
                // Equal to nothing at all: a rate of nothing is another rule's business.
                if (fits.Exists(f => f is null or Fit.Holds))
                    continue;
                yield return Report(paragraph, change, nows[0].Value, by.Value, fits.Exists(f => f == Fit.Coarse) ? Severity.Warning : Severity.Error);
            }
        }
    }

    /// <summary>The amounts after a change: of the paragraph, else of the table.</summary>
    internal static IReadOnlyList<Approximate> Nows(NarrativeFacts narrative, StatingParagraph paragraph, ChangeClaim change) =>
        change.Now is { } now ? narrative.Readings(now)
        : change.Subject.Length > 0 && narrative.LinkOf(change.Subject, paragraph, budget: false) is { Cells.Count: > 0 } link ? [.. link.Cells.Select(c => c.Amount)]
        : [];

    private Finding Report(StatingParagraph paragraph, ChangeClaim change, decimal now, decimal by, Severity severity)
    {
        var rate = change.Rate!;
        var before = now - ((int)change.Direction * by);
        var right = Ratio.Percent(by, before, rate.Decimals);
        var expected = right is null ? null : SentenceFinding.Percent(right.Value, rate.Decimals);
        var sign = change.Direction == Direction.Up ? "-" : "+";
        var arithmetic = $"{SentenceFinding.WanYuan(now)} {sign} {SentenceFinding.WanYuan(by)} = {SentenceFinding.WanYuan(before)}；{SentenceFinding.WanYuan(by)} ÷ {SentenceFinding.WanYuan(before)} = {expected}";
        // Amount or rate: without a third figure arithmetic cannot tell which of them is wrong.
        var other = rate.Value > 0m && rate.Value < 100_000m
            ? $"；如幅度无误，{(change.Direction == Direction.Up ? "增加" : "减少")}额约为 {SentenceFinding.WanYuan(100m * Precision.Round(now * rate.Value / (100m + ((int)change.Direction * rate.Value)) / 100m, 0))} 万元"
            : "";
        // Some divide by the amount after the change.
        var slip = Ratio.Percent(by, now, rate.Decimals) == Math.Abs(rate.Value) ? "（疑以本年数作基数）" : "";
        var subject = change.Subject.Length > 0 ? change.Subject : change.Now?.Subject;
        var from = change.Now is { } stated && change.Span.Start - stated.Span.Start is > 0 and < 120 ? stated.Span.To(change.Span) : change.Span;
        return this.At(
            paragraph, from, severity, FindingKind.Percentage,
            $"“{subject}”{change.Word} {SentenceFinding.WanYuan(by)} 万元，上年为 {SentenceFinding.WanYuan(before)} 万元，幅度应为 {expected}，文中写 {paragraph.Words(rate)}{slip}{other}。",
            paragraph.Words(rate), expected, arithmetic, expected, isSure: false) with
        {
            Row = subject,
            Doubt = new DoubtfulFigures(
                [change.Now?.Amount.Value ?? now, change.Delta!.Value, rate.Value],
                n => Ratio.Percent(n[1] * change.Delta.InYuan, (n[0] * (change.Now?.Amount.InYuan ?? 1m)) - ((int)change.Direction * n[1] * change.Delta.InYuan), rate.Decimals) == n[2]),
        };
    }
}
