namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>比较的年度正确：与上一年度比较，写的就是上一年度。</summary>
internal sealed class BaseYear : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0501", "增减比较的年度应是上一年度");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Narrative.Year is not { } year)
            yield break;
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var change in paragraph.Parsed.Changes)
            {
                // Compared with this year's budget at its beginning is a comparison with this year.
                if (change.BaseYear is not { } other || other == year - 1 || change.IsAside || change.Now is null
                    || (other == year && change.Base!.Contains("预算", StringComparison.Ordinal) && context.Narrative.Kind == Core.Disclosures.DisclosureKind.Final))
                {
                    continue;
                }

                yield return this.At(
                    paragraph, change.Span, Severity.Warning, FindingKind.Year,
                    $"本文件是 {SentenceFinding.Text(year)} 年的，这里与 {SentenceFinding.Text(other)} 年比较，应与 {SentenceFinding.Text(year - 1)} 年比较。",
                    SentenceFinding.Text(other), SentenceFinding.Text(year - 1), null, SentenceFinding.Text(year - 1));
            }
        }
    }
}
