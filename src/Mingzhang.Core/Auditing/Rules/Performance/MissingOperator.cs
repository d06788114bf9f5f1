using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>指标值有比较符号：其他满意度指标都写“≥”的，不单写百分数。</summary>
public sealed partial class MissingOperator : IDisclosureRule
{
    // So many brothers must have the sign before its lack is a slip.
    private const int Brothers = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0203", "满意度等指标值带比较符号（≥95%），与同类指标写法一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var all = context.Disclosure.Performance.SelectMany(f => f.Indicators.Where(i => i.Level2?.Contains("满意", StringComparison.Ordinal) ?? false).Select(i => new { Form = f, Indicator = i, Target = IndicatorWords.Target(i) ?? "" })).ToList();
        var signed = all.Count(a => a.Target.Length > 0 && "≥＞>".Contains(a.Target[0], StringComparison.Ordinal));
        var bare = all.Where(a => Bare().IsMatch(a.Target)).ToList();
        // 100% is its own bound.
        if (signed < Brothers || signed < 3 * bare.Count)
            yield break;
        foreach (var each in bare)
        {
            var (form, indicator, target) = (each.Form, each.Indicator, each.Target);
            yield return this.Warning(FindingKind.Logic, $"“{indicator.Level3}”的指标值“{target}”缺比较符号，其他{signed}个满意度指标都写“≥”。") with
            {
                Statement = form.Form,
                Row = $"{indicator.Goal}/{indicator.Level3}",
                Column = new Disclosures.ColumnPath("指标值"),
                Quote = $"{indicator.Level3} {string.Join(" ", indicator.Values.Select(v => v.Value))}",
                Printed = target,
                Expected = "≥" + target,
                At = indicator.At,
            };
        }
    }

    [GeneratedRegex("^(?!100(\\.0+)?%)[0-9]{1,2}(\\.[0-9]+)?%$")]
    private static partial Regex Bare();
}
