using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>没有留下未选的选项：“增加（减少）”“下降（增长）”只留其一。</summary>
public sealed partial class OpenChoices : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0201", "样表中“增加（减少）”“下降（增长）”一类选项只留其一");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var (section, text, at) in PrintedWords.Passages(context.Disclosure))
        {
            foreach (Match match in Choice().Matches(text))
            {
                // With nothing to choose between (0 万元) it may be left on purpose.
                var nothing = Zero().IsMatch(text[(match.Index + match.Length)..]);
                var finding = nothing ? this.Warning(FindingKind.Placeholder, "") : this.Error(FindingKind.Placeholder, "");
                yield return finding with
                {
                    Message = $"“{match.Value}”是样表的选项，没有选定其一。",
                    Section = section,
                    Quote = PrintedWords.Around(text, match.Index, match.Length),
                    Printed = match.Value,
                    Expected = Direction(text[..match.Index]) is { } said && match.Value.Contains(said, StringComparison.Ordinal) ? said : null,
                    At = PrintedWords.PlaceOf(context.Disclosure, match.Value, at),
                };
            }
        }
    }

    // 减少 0.15 万元，下降（增长）: what is said before decides which word stays.
    private static string? Direction(string before)
    {
        var up = Math.Max(before.LastIndexOf("增加", StringComparison.Ordinal), before.LastIndexOf("增长", StringComparison.Ordinal));
        var down = Math.Max(before.LastIndexOf("减少", StringComparison.Ordinal), before.LastIndexOf("下降", StringComparison.Ordinal));
        return up == down ? null : up > down ? "增长" : "下降";
    }

    [GeneratedRegex("(增加|增长|上升|提高)[（(/](减少|下降|降低)[）)]?|(减少|下降|降低)[（(/](增加|增长|上升|提高)[）)]?|持平[（(/](增加|减少|增长|下降)[）)]?|(大于|等于|小于)[（(/](大于|等于|小于)[）)]?|大小于|小大于|减增加|增减少|减增长")]
    private static partial Regex Choice();

    [GeneratedRegex("^0(\\.0+)?(万?元|%)")]
    private static partial Regex Zero();
}
