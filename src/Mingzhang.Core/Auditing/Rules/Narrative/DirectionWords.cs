using System.Text.RegularExpressions;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>增减方向一致：金额减少而幅度写增长、数字带负号又写减少，都是矛盾。</summary>
internal sealed partial class DirectionWords : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0205", "增减的用词应与数额的正负一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (Match match in ChangedAndEqual().Matches(paragraph.Parsed.Text.Text))
            {
                yield return this.At(
                    paragraph, new TextSpan(match.Index, match.Index + match.Length), Severity.Warning, FindingKind.Change,
                    $"前面写“{match.Groups["change"].Value}”，后面又写“{match.Groups["equal"].Value}”，自相矛盾，请只留其一。", match.Groups["change"].Value);
            }

            foreach (var change in paragraph.Parsed.Changes)
            {
                if (change is { Delta: { Value: not 0m }, Rate: { Value: not 0m }, RateDirection: { } direction } && direction != change.Direction
                    && Math.Sign(change.Delta.Value) == Math.Sign(change.Rate.Value))
                {
                    yield return this.At(
                        paragraph, change.Span, Severity.Error, FindingKind.Change,
                        $"金额写“{change.Word}”，幅度写“{change.RateWord}”，方向相反，请核对。", change.RateWord, change.Word);
                }

                foreach (var number in new[] { change.Delta, change.Rate })
                {
                    if (number is not { Value: < 0m } || change.Direction != Direction.Down)
                        continue;
                    yield return this.At(
                        paragraph, change.Span, Severity.Warning, FindingKind.Change,
                        $"“{change.Word}”后面的数又带负号（{paragraph.Words(number)}），减少负数就是增加，请去掉负号或改用“增加”。", paragraph.Words(number), paragraph.Words(number).TrimStart('-'));
                }
            }
        }
    }

    [GeneratedRegex("(?<change>(?:减少|增加|下降|增长)为)[0-9,.]+万?元，[与同和较比](?:20[0-9]{2}年度?|上年度?|去年|上一年度)(?:决算数?|预算数?)?(?<equal>持平|相同|一致|相等)")]
    private static partial Regex ChangedAndEqual();
}
