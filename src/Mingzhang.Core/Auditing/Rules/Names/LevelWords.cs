using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>名词解释的级次与本部门相符：区县部门不照抄“市级财政”“市直部门”。</summary>
public sealed partial class LevelWords : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0504", "名词解释中的财政级次、部门级次与本部门相符，区县部门不照抄上级的“市级财政”“市直部门”");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        // Only a county or district tells its level by its name.
        if (AgencyName.Read(context.Disclosure.Facts.Agency) is not { } agency || !(agency.Seat.EndsWith('区') || agency.Seat.EndsWith('县') || agency.Seat.EndsWith('旗')))
            yield break;
        var passages = PrintedWords.Passages(context.Disclosure).Where(p => p.Section.Contains("名词解释", StringComparison.Ordinal)).SelectMany(p => Higher().Matches(p.Text).Select(m => new { p.Section, p.Text, p.At, Match = m }));
        foreach (var group in passages.GroupBy(p => p.Match.Value))
        {
            var first = group.First();
            // 某级财政 may be the payer of a transfer; 某直部门 is said of the agency itself.
            var isAgency = first.Match.Groups["agency"].Success;
            var right = "区县"[agency.Seat.EndsWith('区') ? 0 : 1] + first.Match.Value[first.Match.Groups["level"].Length..];
            var message = $"“{group.Key}”的级次与本部门（{agency.Seat}）不符{(group.Count() > 1 ? $"，共{group.Count()}处" : "")}，应是照抄上级样表。";
            yield return (isAgency ? this.Error(FindingKind.Name, message) : this.Warning(FindingKind.Name, message)) with
            {
                Section = first.Section,
                Row = group.Key,
                Quote = PrintedWords.Around(first.Text, first.Match.Index, first.Match.Length),
                Printed = group.Key,
                Expected = right,
                At = PrintedWords.PlaceOf(context.Disclosure, PrintedWords.Around(first.Text, first.Match.Index, first.Match.Length, 4), first.At),
            };
        }
    }

    [GeneratedRegex("(?<=指|是|纳入|由)(?<level>市|省|中央)(?:级财政(?!专户)|(?<agency>直(?:部门|单位|机关)|级(?:部门|单位)))")]
    private static partial Regex Higher();
}
