using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>年份已填：“截止  年”“20  年”一类不留空白。</summary>
public sealed partial class EmptyDates : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0203", "表和文字中的年份都已填写（“截止　年”“20　年”不留空）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var printed in context.Disclosure.Texts)
        {
            var text = Labels.WithoutSpaces(printed.Text);
            var match = Blank().Match(text);
            if (!match.Success)
                continue;
            yield return this.Error(FindingKind.Placeholder, $"“{printed.Text.Trim()}”中的年份没有填写。") with
            {
                Statement = PrintedWords.FormAt(context.Disclosure, printed.At),
                Row = text.Length <= 30 ? text[..match.Index].TrimEnd('（', '(') : null,
                Quote = PrintedWords.Around(text, match.Index, match.Length),
                Printed = match.Value,
                Expected = "填写年份",
                At = printed.At,
            };
        }
    }

    // 签名：　年　月　日 is filled in by hand and stays.
    [GeneratedRegex("截[止至](?=年(?!末|底|初|月|终))年|(?<![0-9])20(?=年(?!月))年度?(?!来|间|前|后|以|内|左|多|的)(?=部门|单位|预算|决算)")]
    private static partial Regex Blank();
}
