using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>增减说明原因：写了增减，就写原因。</summary>
internal sealed class ReasonMissing : IDisclosureRule
{
    private const int MostQuoted = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0401", "增减变化应说明原因", "《地方预决算公开操作规程》（财预〔2016〕143号）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        var explained = new List<decimal>();
        var open = new List<OpenChange>();
        for (var i = 0; i < narrative.Paragraphs.Count; i++)
        {
            var paragraph = narrative.Paragraphs[i];
            // The reason may open the next paragraph of the same section.
            var next = i + 1 < narrative.Paragraphs.Count && narrative.Paragraphs[i + 1].Source.Section == paragraph.Source.Section ? narrative.Paragraphs[i + 1] : null;
            foreach (var change in paragraph.Parsed.Changes.Where(c => c is { IsAside: false, Delta.Value: not 0m, Now: not null }))
            {
                if (paragraph.Parsed.Reasons.Exists(r => r.Start > change.Span.Start) || next?.Parsed.Reasons.Exists(r => r.Start < 20) == true)
                    explained.Add(change.Delta!.Value);
                else
                    open.Add(new OpenChange(paragraph, change));
            }
        }

        // One reason serves wherever the same change is stated again.
        open.RemoveAll(o => explained.Contains(o.Change.Delta!.Value));
        if (open.Count == 0)
            yield break;
        var (first, shown) = open[0];
        var others = open.Count == 1 ? "" : $"（共 {SentenceFinding.Text(open.Count)} 处：{string.Join('；', open.Take(MostQuoted).Select(o => o.Paragraph.Quote(o.Change.Span)))}{(open.Count > MostQuoted ? "……" : "")}）";
        yield return this.At(first, shown.Span, Severity.Warning, FindingKind.Missing, $"写了增减而没有说明原因{others}，请补充。");
    }

    private sealed record OpenChange(StatingParagraph Paragraph, ChangeClaim Change);
}
