using System.Text.RegularExpressions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>目标表述前后一致：总体目标中列的目标与各目标指标表的标题相同。</summary>
public sealed partial class GoalWording : IDisclosureRule
{
    private const int Alike = 600;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0205", "整体绩效目标中列出的各项目标与其指标表标题的表述相同，每个目标都有指标");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in context.Disclosure.Performance)
        {
            foreach (var kind in new[] { "长期目标", "年度目标" })
            {
                if (form.Fields.FirstOrDefault(f => f.Key == $"整体绩效目标/{kind}").Value is not { } list)
                    continue;
                foreach (Match match in Goal().Matches(list))
                {
                    var number = match.Groups["number"].Value;
                    var text = match.Groups["text"].Value.TrimEnd('；', ';', '。');
                    var title = form.Fields.FirstOrDefault(f => f.Key == kind + number).Value?.TrimEnd('；', ';', '。');
                    var indicators = form.Indicators.Where(i => i.Goal?.StartsWith(kind + number, StringComparison.Ordinal) ?? false).ToList();
                    if (title is null && indicators.Count == 0 && form.Indicators.Any(i => i.Goal?.StartsWith(kind, StringComparison.Ordinal) ?? false))
                    {
                        yield return About(form.Form, kind, this.Warning(FindingKind.Missing, $"{kind}{number}“{text}”没有指标。"), text, null, PrintedWords.PlaceOf(context.Disclosure, text, form.At));
                        continue;
                    }

                    if (title is null || NameText.Normal(title) == NameText.Normal(text) || NameText.Likeness(NameText.Normal(title), NameText.Normal(text)) < Alike)
                        continue;
                    yield return About(form.Form, kind, this.Warning(FindingKind.CrossTable, $"{kind}{number}的表述不一致：总体目标写“{text}”，指标表的标题写“{title}”。"), $"目标{number}：{text}", title, PrintedWords.PlaceOf(context.Disclosure, text, form.At));
                }
            }
        }
    }

    private static Finding About(string form, string kind, Finding finding, string quote, string? expected, Figures.Place at) => finding with
    {
        Statement = form,
        Row = $"整体绩效目标/{kind}",
        Quote = quote,
        Printed = quote,
        Expected = expected,
        At = at,
    };

    [GeneratedRegex("目标(?<number>[0-9]{1,2})[：:](?<text>.+?)(?=目标[0-9]{1,2}[：:]|$)")]
    private static partial Regex Goal();
}
