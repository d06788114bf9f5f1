namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>机关运行经费的口径：只有行政单位和参照公务员法管理的事业单位列示，其他事业单位不列示。</summary>
internal sealed class RunningCosts : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0601", "机关运行经费应只由行政单位和参公事业单位列示");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var names = context.Document.Figures.Statements.SelectMany(s => s.Rows).Where(r => r.Code is { Length: 7 }).Select(r => r.Row.Name.Trim()).ToHashSet(StringComparer.Ordinal);
        // An institution spends under 事业运行; one managed like the civil service under 行政运行, or the text says so.
        if (!names.Contains("事业运行") || names.Contains("行政运行")
            || context.Disclosure.Narrative.Any(p => !p.Section.Contains("名词解释", StringComparison.Ordinal) && p.Text.Contains("参照公务员", StringComparison.Ordinal)))
        {
            yield break;
        }

        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts.Where(a => a.Amount.Value > 0m && context.Narrative.LinkOf(a)?.Wording.Name == "机关运行经费"))
            {
                yield return this.At(
                    paragraph, claim.Span, Severity.Warning, FindingKind.Logic,
                    $"本单位用事业运行科目，没有行政运行科目，不是行政单位；机关运行经费 {paragraph.Words(claim.Amount)} 不适用，应称日常公用经费，除非本单位参照公务员法管理。",
                    paragraph.Words(claim.Amount)) with
                { Row = "机关运行经费" };
            }
        }
    }
}
