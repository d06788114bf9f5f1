using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>没有金额的不写用途：“某项 0 万元，主要用于：……”是样表的语句，应删去用途。</summary>
internal sealed class UsesOfNothing : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0405", "金额为零的项目不写用途（样表的语句应删去）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts.Where(a => a is { IsAside: false, Amount.Value: 0m, Subject.Length: > 1 }))
            {
                // A bracket between them closes an aside: the use is that of the amount before it.
                var use = paragraph.Parsed.Uses.Find(u => u.Start >= claim.Amount.Span.End && paragraph.Parsed.Text.Slice(new TextSpan(claim.Amount.Span.End, u.Start)) is "" or "，");
                if (use is null)
                    continue;
                yield return this.At(
                    paragraph, claim.Span.To(use), Severity.Warning, FindingKind.Placeholder,
                    $"“{claim.Subject}”金额为 0，后面却写了用途，是样表留下的语句，请删去；如有支出，请填写金额。", paragraph.Words(claim.Amount)) with
                { Row = claim.Subject };
            }
        }
    }
}
