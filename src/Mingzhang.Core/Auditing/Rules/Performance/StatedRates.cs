using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>工作任务、目标中写明的比率与同名指标的目标值相符。</summary>
public sealed partial class StatedRates : IDisclosureRule
{
    // A shorter name (合格率) is that of many indicators.
    private const int Shortest = 4;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0215", "年度工作任务、绩效目标中写明的比率与同名绩效指标的目标值相同");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in context.Disclosure.Performance.Where(f => f.Indicators.Count > 0))
        {
            foreach (var (label, text) in form.Fields.Where(f => !f.Key.Contains("情况", StringComparison.Ordinal) && !f.Key.Contains("分析", StringComparison.Ordinal)))
            {
                foreach (Match match in Rate().Matches(FigureText.Compact(text)))
                {
                    var name = NameText.Normal(match.Groups["name"].Value);
                    var stated = decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
                    var twins = form.Indicators.Where(i => i.Level3 is { } level3 && IsNamed(NameText.Normal(level3), name)).ToList();
                    var targets = twins.Select(i => (Indicator: i, Target: IndicatorWords.Target(i))).Where(t => t.Target is not null && IndicatorWords.Percentage(t.Target) is not null).ToList();
                    if (targets.Count == 0 || targets.Exists(t => IndicatorWords.Percentage(t.Target) == stated))
                        continue;
                    var (indicator, target) = targets[0];
                    yield return this.Warning(FindingKind.Logic, $"“{label}”写“{match.Value}”，指标“{indicator.Level3}”的目标值是“{target}”，两处不一致。") with
                    {
                        Statement = form.Form,
                        Row = form.Project is { Length: > 0 } project ? $"{project}/{indicator.Level3}" : indicator.Level3,
                        Column = new ColumnPath("指标值"),
                        Quote = $"{match.Value} {indicator.Level3} {target}",
                        Printed = target,
                        Expected = match.Groups["number"].Value + "%",
                        At = indicator.At,
                    };
                }
            }
        }
    }

    private static bool IsNamed(string indicator, string stated)
    {
        var tail = 0;
        while (tail < indicator.Length && tail < stated.Length && indicator[^(tail + 1)] == stated[^(tail + 1)])
            tail++;
        return tail >= Shortest && (tail >= stated.Length || tail >= indicator.Length || tail >= Shortest + 1);
    }

    [GeneratedRegex("(?<name>[\\u4e00-\\u9fff]{2,14}(?:率|度))(?:达到|达|为|不低于|要?在|[≥>＞=])?(?<number>[0-9]+(?:\\.[0-9]+)?)[%％]")]
    private static partial Regex Rate();
}
