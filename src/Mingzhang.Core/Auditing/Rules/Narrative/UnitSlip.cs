using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>单位不错：金额的单位与数额相称，不把万元写成元，也不反过来。</summary>
internal sealed class UnitSlip : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0302", "金额的单位应与数额相称：不把万元写成元，也不把元写成万元");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts)
            {
                if (IsOne(context.Narrative, claim))
                    yield return Report(paragraph, claim, claim.Amount.Unit == QuantityUnit.Yuan ? "万元" : "元");
            }
        }
    }

    /// <summary>Whether 元 is printed where only 万元 can be meant: the table, the sum or the degree of completion says so.</summary>
    public static bool IsOne(NarrativeFacts narrative, AmountClaim claim)
    {
        if (claim.IsAside || claim.Amount.Value == 0m)
            return false;
        var printed = narrative.Printed(claim);
        if (claim.Amount.Unit == QuantityUnit.WanYuan)
            return claim.Amount.Value >= 1000m && IsYuan(narrative.LinkOf(claim), printed, Approximate.Of(claim.Amount.Value, claim.Amount.Decimals, 0, 1m));
        if (claim.Amount.Unit != QuantityUnit.Yuan)
            return false;
        var meant = narrative.AsWanYuan(claim);
        if (narrative.LinkOf(claim) is { Cells.Count: > 0 } link)
            return !link.Cells.Any(c => Approximate.Compare(printed, c.Amount) == Fit.Holds) && link.Cells.Any(c => Approximate.Compare(meant, c.Amount) == Fit.Holds);
        return MakesTheSum(narrative, claim, printed, meant) || MakesTheDegree(narrative, claim, printed, meant);
    }

    // 万元 printed behind a number of 元: the table has the ten-thousandth.
    private static bool IsYuan(WordingLink? link, Approximate printed, Approximate meant) =>
        link is { Cells.Count: > 0 } && !link.Cells.Any(c => Approximate.Compare(printed, c.Amount) == Fit.Holds)
        && link.Cells.Any(c => c.Amount.Value != 0m && Approximate.Compare(meant, c.Amount) == Fit.Holds);

    private static bool MakesTheSum(NarrativeFacts narrative, AmountClaim claim, Approximate printed, Approximate meant)
    {
        if (claim.Parent is not { } whole || whole.Amount.Unit == QuantityUnit.Yuan || !whole.Parts.Contains(claim) || whole.Parts.Count < 2)
            return false;
        var others = whole.Parts.Where(p => !ReferenceEquals(p, claim)).Select(narrative.Printed).ToList();
        var rest = narrative.Printed(whole).Value - others.Sum(o => o.Value);
        var slack = narrative.Printed(whole).Slack + others.Sum(o => o.Slack);
        return Math.Abs(rest - printed.Value) > slack + printed.Slack && Math.Abs(rest - meant.Value) <= slack + meant.Slack;
    }

    private static bool MakesTheDegree(NarrativeFacts narrative, AmountClaim claim, Approximate printed, Approximate meant)
    {
        foreach (var completion in narrative.ParagraphOf(claim).Parsed.Completions)
        {
            if (completion.Budget is not { } budget || completion.Outturn is not { } outturn)
                continue;
            var isBudget = ReferenceEquals(budget, claim);
            if (!isBudget && !ReferenceEquals(outturn, claim))
                continue;
            var other = narrative.Printed(isBudget ? outturn : budget);
            var asPrinted = isBudget ? Ratio.Share(other, printed, completion.Rate) : Ratio.Share(printed, other, completion.Rate);
            var asMeant = isBudget ? Ratio.Share(other, meant, completion.Rate) : Ratio.Share(meant, other, completion.Rate);
            if (asPrinted == Fit.Broken && asMeant == Fit.Holds)
                return true;
        }

        return false;
    }

    private Finding Report(StatingParagraph paragraph, AmountClaim claim, string unit)
    {
        var words = paragraph.Words(claim.Amount);
        var number = paragraph.Parsed.Text.Slice(claim.Amount.Number);
        return this.At(
            paragraph, claim.Span, Severity.Error, FindingKind.Unit, $"“{words}”的单位应为{unit}：与表格、合计或完成率对照，只有 {number}{unit} 相符。",
            words, number + unit, null, number + unit);
    }
}
