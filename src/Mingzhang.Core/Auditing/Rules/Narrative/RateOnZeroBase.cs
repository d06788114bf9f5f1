using Mingzhang.Core.Auditing.Sentences;
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
                if (change is { Delta: { Value: > 0m } whole, Rate.Value: 100m, Direction: Direction.Up, Now: null, IsAside: false } && Now(narrative, paragraph, change.Subject) == whole.Value * whole.InYuan)
                {
                    yield return this.At(
                        paragraph, change.Span, Severity.Warning, FindingKind.Percentage,
                        $"“{change.Subject}”本年数与增加额都是 {paragraph.Words(whole)}，上年为零，增长率没有意义，不应写 {paragraph.Words(change.Rate!)}。", paragraph.Words(change.Rate!));
                }

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

    // What the same section says the subject came to this year, in 元; null when it says nothing or several things.
    private static decimal? Now(NarrativeFacts narrative, StatingParagraph paragraph, string subject)
    {
        var name = Core(subject);
        var section = paragraph.Source.Section.Split('/')[0..^1];
        var values = name.Length == 0 ? [] : narrative.Paragraphs
            .Where(p => p.Source.Section.StartsWith(string.Join('/', section), StringComparison.Ordinal))
            .SelectMany(p => p.Parsed.Amounts)
            .Where(a => a is { IsAside: false, Role: AmountRole.Outturn or AmountRole.Stated } && Core(a.Subject) == name)
            .Select(a => a.Amount.Value * a.Amount.InYuan).Distinct().ToList();
        return values.Count == 1 ? values[0] : null;
    }

    private static string Core(string subject)
    {
        foreach (var ending in (string[])["支出决算数", "支出决算", "决算数", "决算", "支出"])
        {
            if (subject.EndsWith(ending, StringComparison.Ordinal))
                return subject[..^ending.Length];
        }

        return subject;
    }
}
