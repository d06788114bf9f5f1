using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>同一增减前后一致：同一个数与同一年比较，文中几处的增减额相同。</summary>
internal sealed class ChangeSaidTwice : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0104", "同一个数的增减在文中各处应当一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        var said = new Dictionary<(string Wording, int? Year, decimal Now), (StatingParagraph Paragraph, ChangeClaim Change)>();
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var change in paragraph.Parsed.Changes)
            {
                // Only what is called by one name whatever stands around it.
                if (change is not { Delta: { } delta, BaseYear: { } year, Now: { } now, IsAside: false } || narrative.LinkOf(now) is not { Wording: { Variable: WordingVariable.None } wording })
                    continue;
                var key = (wording.Name, year, narrative.Printed(now).Value);
                if (said.TryAdd(key, (paragraph, change)))
                    continue;
                var (where, before) = said[key];
                var sign = (int)change.Direction * (int)before.Direction;
                var left = NarrativeFacts.Printed(delta, paragraph);
                var right = NarrativeFacts.Printed(before.Delta!, where);
                if (Approximate.Compare(left, right with { Value = sign * right.Value }) != Fit.Broken)
                    continue;
                yield return this.At(
                    paragraph, change.Span, Severity.Warning, FindingKind.Change,
                    $"“{wording.Name}”此处{change.Word} {paragraph.Words(delta)}，前面（{where.Source.Section.Split('/')[^1]}）{before.Word} {where.Words(before.Delta!)}，请核对。",
                    paragraph.Words(delta), where.Words(before.Delta!)) with
                { Row = now.Subject };
            }
        }
    }
}
