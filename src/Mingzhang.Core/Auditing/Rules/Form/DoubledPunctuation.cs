using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>标点不重复：没有“。，”“，，”“。。”。</summary>
public sealed partial class DoubledPunctuation : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0302", "标点不重复（。，、，，、。。）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var (section, text, at) in PrintedWords.Passages(context.Disclosure))
        {
            foreach (Match match in Doubled().Matches(text))
            {
                yield return this.Warning(FindingKind.Other, $"标点重复：“{match.Value}”。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, match.Index, match.Length, 20),
                    Printed = match.Value,
                    Expected = match.Value[..1],
                    At = at,
                };
            }
        }
    }

    [GeneratedRegex("[。；，、：][，、；：]|，，|[，；、：]。|(?<!。)。。(?!。)")]
    private static partial Regex Doubled();
}
