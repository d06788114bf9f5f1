using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>词语不重复：没有连写两遍的词。</summary>
public sealed partial class RepeatedWords : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0303", "没有误写两遍的词语");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var (section, text, at) in PrintedWords.Passages(context.Disclosure))
        {
            foreach (Match match in Twice().Matches(text))
            {
                yield return this.Warning(FindingKind.Duplicate, $"“{match.Groups["word"].Value}”连写了两遍。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, match.Index, match.Length),
                    Printed = match.Value,
                    Expected = match.Groups["word"].Value,
                    At = at,
                };
            }
        }
    }

    [GeneratedRegex("(?<word>[\\u4e00-\\u9fff]{3,12})\\k<word>|(?<word>万元|主要|用于|支出|预算|决算|项目|单位|部门|增加|减少|原因|其中)\\k<word>|(?<word>的)\\k<word>(?!士)|(?<word>主要原因是|主要原因为)主要(是因为|是由于|原因是|是|因为|由于)")]
    private static partial Regex Twice();
}
