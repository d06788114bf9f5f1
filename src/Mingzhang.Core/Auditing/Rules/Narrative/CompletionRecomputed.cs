using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>完成率复算：决算数（执行数）除以预算数等于文中的百分比。</summary>
internal sealed class CompletionRecomputed : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0203", "完成率（执行率）应等于决算数除以预算数");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var completion in paragraph.Parsed.Completions)
            {
                if (completion.Outturn is not { } outturn || Budgets(narrative, paragraph, completion) is not { Count: > 0 } budgets)
                    continue;
                var fits = (from o in narrative.Readings(outturn) from b in budgets select Ratio.Share(o, b, completion.Rate)).ToList();
                if (fits.Exists(f => f is null or Fit.Holds))
                    continue;
                yield return Report(paragraph, completion, outturn, budgets[0].Value, fits.Exists(f => f == Fit.Coarse) ? Severity.Warning : Severity.Error);
            }
        }
    }

    private Finding Report(StatingParagraph paragraph, CompletionClaim completion, AmountClaim outturn, decimal budget, Severity severity)
    {
        var spent = outturn.Amount.Value * outturn.Amount.InYuan;
        var right = Ratio.Percent(spent, budget, completion.Rate.Decimals);
        var expected = right is null ? null : SentenceFinding.Percent(right.Value, completion.Rate.Decimals);
        var from = completion.Budget is { } stated ? stated.Span.To(completion.Span) : outturn.Span.To(completion.Span);
        return this.At(
            paragraph, from, severity, FindingKind.Percentage,
            $"{SentenceFinding.WanYuan(spent)} 万元除以{(completion.Base.Length > 0 ? completion.Base : "预算数")} {SentenceFinding.WanYuan(budget)} 万元是 {expected}，文中写 {paragraph.Words(completion.Rate)}；预算数、决算数、百分比中有一个有误。",
            paragraph.Words(completion.Rate), expected, $"{SentenceFinding.WanYuan(spent)} ÷ {SentenceFinding.WanYuan(budget)} = {expected}", expected, isSure: false) with
        {
            Row = outturn.Subject,
            Doubt = new DoubtfulFigures(
                [outturn.Amount.Value, completion.Budget?.Amount.Value ?? budget, completion.Rate.Value],
                n => Ratio.Percent(n[0] * outturn.Amount.InYuan, n[1] * (completion.Budget?.Amount.InYuan ?? 1m), completion.Rate.Decimals) == n[2]),
        };
    }

    private static IReadOnlyList<Approximate> Budgets(NarrativeFacts narrative, StatingParagraph paragraph, CompletionClaim completion)
    {
        if (completion.Budget is { } budget)
            return narrative.Readings(budget);
        var asked = new AmountClaim
        {
            Subject = completion.Outturn!.Subject,
            FullSubject = completion.Outturn.FullSubject,
            SubjectSpan = completion.Outturn.SubjectSpan,
            Role = AmountRole.AdjustedBudget,
            Amount = completion.Outturn.Amount,
            Sentence = completion.Sentence,
        };
        asked.Parent = completion.Outturn.Parent;
        return narrative.Kind == Core.Disclosures.DisclosureKind.Final && narrative.LinkBudget(asked, paragraph) is { Cells.Count: > 0 } link
            ? [.. link.Cells.Select(c => c.Amount)]
            : [];
    }
}
