using Mingzhang.Core.Auditing.Sentences;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>用途不漏：一组项目逐项说明用途的，每一项都说明。</summary>
internal sealed class UseMissing : IDisclosureRule
{
    private const int FewestItems = 4;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0402", "逐项说明用途的一组项目，每一项都应说明用途");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var group in Groups(context.Narrative.Paragraphs))
        {
            var items = group.Where(p => p.Parsed.Amounts.Count > 0).ToList();
            var without = items.Where(p => p.Parsed.Uses.Count == 0).ToList();
            // One or two among many: where more lack it, the office does not give uses.
            if (items.Count < FewestItems || without.Count == 0 || without.Count * 4 > items.Count)
                continue;
            foreach (var item in without)
            {
                var claim = item.Parsed.Amounts[0];
                yield return this.At(
                    item, claim.Span, Severity.Warning, FindingKind.Missing, $"同组其他各项都写了用途（主要用于……），“{claim.Subject}”没有写，请补充。") with
                { Row = claim.Subject };
            }
        }
    }

    private static IEnumerable<List<StatingParagraph>> Groups(IReadOnlyList<StatingParagraph> paragraphs)
    {
        var group = new List<StatingParagraph>();
        foreach (var paragraph in paragraphs)
        {
            if (group.Count > 0 && (paragraph.Parsed.Ordinal != group[0].Parsed.Ordinal || paragraph.Source.Section != group[0].Source.Section))
            {
                yield return group;
                group = [];
            }

            if (paragraph.Parsed.Ordinal.Length > 0)
                group.Add(paragraph);
        }

        yield return group;
    }
}
