using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>金额有单位：不漏写“万元”，也不把“万元”写成“万”。</summary>
internal sealed class MissingUnit : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0301", "文中的金额应写全单位“万元”");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts.Where(a => !a.IsAside))
            {
                if (Judge(paragraph, claim.Amount, claim.Span, paragraph.Parsed.Amounts) is { } finding)
                    yield return finding;
            }

            foreach (var change in paragraph.Parsed.Changes.Where(c => c.Delta is not null))
            {
                if (Judge(paragraph, change.Delta!, change.Span, paragraph.Parsed.Amounts) is { } finding)
                    yield return finding;
            }
        }
    }

    private Finding? Judge(StatingParagraph paragraph, Quantity number, TextSpan span, List<AmountClaim> around)
    {
        // “0.39万” is a slip where its neighbours are in 万元; in reports of work 万 is a usual short form.
        if (number.Unit is not (QuantityUnit.None or QuantityUnit.Wan) || !around.Exists(a => a.Amount.Unit == QuantityUnit.WanYuan))
            return null;
        var words = paragraph.Words(number);
        var figure = paragraph.Parsed.Text.Slice(number.Number);
        return number.Unit == QuantityUnit.Wan
            ? this.At(paragraph, span, Severity.Error, FindingKind.Unit, $"“{words}”的单位不全，应为“{figure}万元”。", words, figure + "万元", null, figure + "万元")
            : this.At(paragraph, span, Severity.Warning, FindingKind.Unit, $"“{figure}”后面没有单位，应为“{figure}万元”。", figure, figure + "万元", null, figure + "万元");
    }
}
