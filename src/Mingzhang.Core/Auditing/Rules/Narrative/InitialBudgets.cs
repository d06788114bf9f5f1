using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>各项级科目的年初预算之和等于总的年初预算：决算数逐项列全的，年初预算也应逐项相加得到合计。</summary>
internal sealed class InitialBudgets : IDisclosureRule
{
    private const int FewestItems = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0105", "逐项列全的项级科目，年初预算之和应等于总的年初预算", null, DisclosureKind.Final);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        var paragraphs = narrative.Paragraphs;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            if (Pair(paragraphs[p], isItem: false) is not var (budget, outturn))
                continue;
            // The items stand in the paragraphs behind, until another total begins.
            var items = new List<(StatingParagraph Paragraph, AmountClaim Budget, AmountClaim Outturn)>();
            for (var next = p + 1; next < paragraphs.Count && Pair(paragraphs[next], isItem: false) is null && Chapter(paragraphs[next]) == Chapter(paragraphs[p]); next++)
            {
                if (Pair(paragraphs[next], isItem: true) is var (itemBudget, itemOutturn))
                    items.Add((paragraphs[next], itemBudget, itemOutturn));
            }

            if (items.Count < FewestItems || !Agree(narrative, outturn, items.Select(i => i.Outturn)) || Agree(narrative, budget, items.Select(i => i.Budget)))
                continue;
            var sum = items.Sum(i => Meant(narrative, i.Budget).Value);
            var printed = narrative.Printed(budget).Value;
            yield return this.At(
                paragraphs[p], budget.Span, Severity.Error, FindingKind.Sum,
                $"所列 {SentenceFinding.Text(items.Count)} 个项级科目的决算数之和与合计相符，年初预算之和却是 {SentenceFinding.WanYuan(sum)} 万元，与文中的年初预算 {SentenceFinding.WanYuan(printed)} 万元相差 {SentenceFinding.WanYuan(Math.Abs(sum - printed))} 万元。",
                paragraphs[p].Words(budget.Amount), SentenceFinding.WanYuan(sum),
                $"{string.Join(" + ", items.Select(i => SentenceFinding.WanYuan(Meant(narrative, i.Budget).Value)))} = {SentenceFinding.WanYuan(sum)}") with
            { Row = budget.Subject };
        }
    }

    private static string Chapter(StatingParagraph paragraph) => string.Join('/', paragraph.Source.Section.Split('/').Take(2));

    // 年初预算 and 支出决算 of one thing in a paragraph: an item is written out as 类, 款, 项.
    private static (AmountClaim Budget, AmountClaim Outturn)? Pair(StatingParagraph paragraph, bool isItem)
    {
        if (paragraph.Parsed.Codes.Exists(c => c.Item is not null) != isItem)
            return null;
        var budget = paragraph.Parsed.Amounts.Find(a => a is { Role: AmountRole.InitialBudget, IsAside: false });
        var outturn = budget is null ? null : paragraph.Parsed.Amounts.Find(a => a is { Role: AmountRole.Outturn, IsAside: false } && a.Subject == budget.Subject);
        if (budget is null || outturn is null || (!isItem && !budget.Subject.Contains("财政拨款支出", StringComparison.Ordinal)))
            return null;
        return (budget, outturn);
    }

    // An item in 元 among items in 万元 is a slip that is told by itself.
    private static Approximate Meant(NarrativeFacts narrative, AmountClaim claim) =>
        claim.Amount.Unit == QuantityUnit.Yuan ? narrative.AsWanYuan(claim) : narrative.Printed(claim);

    private static bool Agree(NarrativeFacts narrative, AmountClaim total, IEnumerable<AmountClaim> parts)
    {
        var printed = parts.Select(p => Meant(narrative, p)).ToList();
        var whole = narrative.Printed(total);
        return Math.Abs(whole.Value - printed.Sum(p => p.Value)) <= whole.Slack + printed.Sum(p => p.Slack);
    }
}
