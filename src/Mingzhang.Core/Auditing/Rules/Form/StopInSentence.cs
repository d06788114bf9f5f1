using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>句号不误作逗号：同样的句式，别处用逗号，此处用句号。</summary>
public sealed partial class StopInSentence : IDisclosureRule
{
    // So often must the same words be joined by a comma elsewhere.
    private const int Often = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0304", "同样的句式标点相同，句号不误作逗号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var passages = PrintedWords.Passages(context.Disclosure).ToList();
        var commas = passages.SelectMany(p => Joint().Matches(p.Text)).Where(m => m.Groups["mark"].Value == "，").CountBy(Frame).ToDictionary(StringComparer.Ordinal);
        var stops = passages.SelectMany(p => Joint().Matches(p.Text)).Where(m => m.Groups["mark"].Value == "。").CountBy(Frame).ToDictionary(StringComparer.Ordinal);
        foreach (var (section, text, at) in passages)
        {
            foreach (Match match in Joint().Matches(text))
            {
                if (match.Groups["mark"].Value != "。" || commas.GetValueOrDefault(Frame(match)) < Often * stops[Frame(match)])
                    continue;
                yield return this.Warning(FindingKind.Other, $"“{match.Value}”中的句号应为逗号：同样的句式别处都用逗号。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, match.Index, match.Length),
                    Printed = match.Value,
                    Expected = match.Value.Replace('。', '，'),
                    At = PrintedWords.PlaceOf(context.Disclosure, match.Value, at),
                };
            }
        }
    }

    private static string Frame(Match match) => $"{match.Groups["left"].Value}|{match.Groups["right"].Value}";

    [GeneratedRegex("(?<left>万元|[0-9]%)(?<mark>[，。])(?=(?<right>完成|增长|增加|减少|下降|占))")]
    private static partial Regex Joint();
}
