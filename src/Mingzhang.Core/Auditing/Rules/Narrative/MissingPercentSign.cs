using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>百分比有百分号：增长、下降、占比、完成率的数字后面写“%”。</summary>
internal sealed class MissingPercentSign : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0303", "增减幅度、占比、完成率的数字后面应有百分号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            var rates = paragraph.Parsed.Changes.Where(c => c.Rate is not null).Select(c => new { Rate = c.Rate!, c.Span })
                .Concat(paragraph.Parsed.Shares.Select(s => new { s.Rate, s.Span }))
                .Concat(paragraph.Parsed.Completions.Select(c => new { c.Rate, c.Span }));
            foreach (var bare in rates.Where(r => r.Rate.Unit == QuantityUnit.None))
            {
                var figure = paragraph.Parsed.Text.Slice(bare.Rate.Number);
                yield return this.At(
                    paragraph, bare.Span, Severity.Error, FindingKind.Unit, $"“{figure}”是百分比，后面缺少百分号，应为“{figure}%”。", figure, figure + "%", null, figure + "%");
            }
        }
    }
}
