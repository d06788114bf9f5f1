using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>比较词与数相符：“决算数小于预算数”“持平”与所列的两个数一致。</summary>
internal sealed class ComparisonWords : IDisclosureRule
{
    private static readonly string[] Signs = ["小于", "等于", "大于"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0206", "“大于”“小于”“持平”等比较词应与预算数、决算数一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var comparison in paragraph.Parsed.Comparisons.Where(c => IsAboutBudget(c)))
            {
                var before = paragraph.Parsed.Amounts.Where(a => !a.IsAside && a.Span.End <= comparison.Span.Start).ToList();
                // The top of the paragraph is meant, not a part of it, wherever both figures of it stand.
                var outturn = before.LastOrDefault(a => a.Role == AmountRole.Outturn && a.Parent is null) ?? before.LastOrDefault(a => a.Role == AmountRole.Outturn);
                if (outturn is null || Budget(before, outturn, comparison.Base) is not { } budget)
                    continue;
                var sign = Math.Sign((outturn.Amount.Value * outturn.Amount.InYuan) - (budget.Amount.Value * budget.Amount.InYuan));
                if (sign == comparison.Sign || UnitSlip.IsOne(narrative, outturn) || UnitSlip.IsOne(narrative, budget))
                    continue;
                var right = Signs[sign + 1];
                yield return this.At(
                    paragraph, comparison.Span, Severity.Error, FindingKind.Change,
                    $"决算数 {paragraph.Words(outturn.Amount)} {right}预算数 {paragraph.Words(budget.Amount)}，文中写“{comparison.Word}”。", comparison.Word, right);
            }
        }
    }

    private static bool IsAboutBudget(ComparisonClaim comparison) =>
        comparison.Base.Contains("预算", StringComparison.Ordinal) && !ParagraphWords.Year().IsMatch(comparison.Base)
        && (comparison.Subject.Length == 0 || comparison.Subject.EndsWith("决算", StringComparison.Ordinal) || comparison.Subject.EndsWith("支出", StringComparison.Ordinal) || comparison.Subject.EndsWith("经费", StringComparison.Ordinal));

    private static AmountClaim? Budget(List<AmountClaim> before, AmountClaim outturn, string basis) => before.LastOrDefault(a => a.Subject == outturn.Subject
        && (basis.Contains("年初", StringComparison.Ordinal) ? a.Role == AmountRole.InitialBudget
            : basis.Contains("全年", StringComparison.Ordinal) || basis.Contains("调整", StringComparison.Ordinal) ? a.Role == AmountRole.AdjustedBudget
            : a.Role is AmountRole.InitialBudget or AmountRole.AdjustedBudget));
}
