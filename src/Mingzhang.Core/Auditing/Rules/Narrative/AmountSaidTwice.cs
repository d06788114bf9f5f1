using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>同一个数前后一致：表中没有的数，文中几处说法相同。</summary>
internal sealed class AmountSaidTwice : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0102", "同一个数在文中各处应当一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        var said = new Dictionary<(string Wording, bool Budget, string Context), AmountClaim>();
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts)
            {
                // What a table shows is compared with the table.
                if (narrative.LinkOf(claim) is not { Cells.Count: 0, Wording: { Variable: WordingVariable.None, Contexts.Count: 0 } wording } || claim.Parent is not null)
                    continue;
                var key = (wording.Name, claim.Role is AmountRole.InitialBudget or AmountRole.AdjustedBudget, "");
                if (said.TryAdd(key, claim))
                    continue;
                var before = said[key];
                if (Approximate.Compare(narrative.Printed(before), narrative.Printed(claim)) != Fit.Broken)
                    continue;
                var words = paragraph.Words(claim.Amount);
                var earlier = narrative.ParagraphOf(before).Words(before.Amount);
                yield return this.At(
                    paragraph, claim.Span, Severity.Warning, FindingKind.TextVsTable,
                    $"“{wording.Name}”此处为 {words}，前面（{LastHeading(narrative.ParagraphOf(before))}）为 {earlier}，请核对。", words, earlier) with
                { Row = claim.Subject };
            }
        }
    }

    private static string LastHeading(StatingParagraph paragraph) => paragraph.Source.Section.Split('/')[^1];
}
