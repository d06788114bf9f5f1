using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>年度用语完整：“上一年度”不写成“上一度”。</summary>
public sealed partial class YearWords : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0401", "年度用语完整、不重复（上一年度、本年度）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var seen = new HashSet<(Figures.Place, string)>();
        foreach (var (section, text, at) in PrintedWords.Passages(context.Disclosure).Concat(PrintedWords.Headings(context.Disclosure).Select(h => new Passage(h.Text, h.Text, h.At))))
        {
            foreach (Match match in Incomplete().Matches(text))
            {
                var found = this.Error(FindingKind.Year, $"“{match.Value}”的年份少了一位。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, match.Index, match.Length),
                    Printed = match.Value,
                    Expected = context.Disclosure.Facts.Year is { } year ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year}{match.Value[3..]}") : null,
                    At = PrintedWords.PlaceOf(context.Disclosure, match.Value, at),
                };
                if (seen.Add((found.At, match.Value)))
                    yield return found;
            }

            if (section == text)
                continue;
            foreach (Match match in Wrong().Matches(text))
            {
                yield return this.Warning(FindingKind.Year, $"“{match.Value}”用语有误。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, match.Index, match.Length),
                    Printed = match.Value,
                    Expected = match.Value.StartsWith("20", StringComparison.Ordinal) ? match.Value[..5] + "度" : match.Value.StartsWith('上') ? "上一年度" : "年度",
                    At = PrintedWords.PlaceOf(context.Disclosure, match.Value, at),
                };
            }
        }
    }

    [GeneratedRegex("(?<![0-9.,])20[0-9](?:年度|年(?=预算|决算|部门|单位))")]
    private static partial Regex Incomplete();

    [GeneratedRegex("上一?度(?=增|减|下|上|决|预|的|相|末|，)|年年度|20[0-9]{2}年年(?![均终末初])|(?<!20)(?<![0-9])20[0-9]{3}年|年度年度")]
    private static partial Regex Wrong();
}
