using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>基数为零不写幅度：上年（预算）为零时，增长率、完成率没有意义。</summary>
internal sealed class RateOnZeroBase : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0204", "上年数或预算数为零时不应写增长率、完成率");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var change in paragraph.Parsed.Changes)
            {
                // 0 万元 and 0% together say only that nothing is there: forms print them.
                if (change is not { Delta: { Value: > 0m } delta, Rate: { Value: > 0m } rate, Direction: Direction.Up, Now: { } now, IsAside: false })
                    continue;
                if (now.Amount.Value * now.Amount.InYuan == delta.Value * delta.InYuan)
                {
                    yield return this.At(
                        paragraph, change.Span, Severity.Warning, FindingKind.Percentage,
                        $"本年数与增加额都是 {paragraph.Words(delta)}，上年为零，增长率没有意义，不应写 {paragraph.Words(rate)}。", paragraph.Words(rate));
                }
            }

            foreach (var completion in paragraph.Parsed.Completions)
            {
                if (completion is { Budget.Amount.Value: 0m, Outturn.Amount.Value: > 0m })
                {
                    yield return this.At(
                        paragraph, completion.Budget.Span.To(completion.Span), Severity.Warning, FindingKind.Percentage,
                        $"预算数为零，完成率没有意义，不应写 {paragraph.Words(completion.Rate)}。", paragraph.Words(completion.Rate));
                }
            }
        }
    }
}
