using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Rules.Narrative;
using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Related;

/// <summary>文字与对照文件相符：年初预算数等于当年公开的预算，上年数（本年数减增减额）等于上年公开的数。</summary>
internal sealed class RelatedAmounts : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("DZ-2001", "情况说明中的年初预算数、上年数应与当时公开的预算、决算一致（审核时给出对照文件）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var related in context.Related.Where(r => r.Role != RelatedRole.Department))
        {
            // Summary and chapter say the same sentence: the contradiction is told where it stands first.
            var told = new HashSet<(string? Expected, string? Printed)>();
            foreach (var finding in Compare(context, related).Where(f => told.Add((f.Expected, f.Printed))))
                yield return finding with { Against = related.Name };
        }
    }

    private IEnumerable<Finding> Compare(RuleContext context, RelatedDocument related)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts.Where(a => !a.IsAside && IsOf(a, context, related)))
            {
                if (Judge(context, related, paragraph, claim, context.Narrative.Printed(claim), claim.Span, claim.Amount) is { } stated)
                    yield return stated;
            }

            foreach (var change in paragraph.Parsed.Changes)
            {
                if (change is { IsAside: false, Delta: { } delta, Now: { } now } && Compares(change, context, related)
                    && Judge(context, related, paragraph, now, Before(context.Narrative, paragraph, change, now, delta), now.Span.To(change.Span), null) is { } compared)
                {
                    yield return compared;
                }
            }
        }
    }

    // Whether the sentence states the figure of the related document itself.
    private static bool IsOf(AmountClaim claim, RuleContext context, RelatedDocument related) => related.Role switch
    {
        RelatedRole.SameBudget => claim.Role == AmountRole.InitialBudget && (claim.Year is not { } year || year == context.Disclosure.Facts.Year),
        RelatedRole.LastBudget => claim.Year == related.Disclosure.Facts.Year && claim.Role is AmountRole.Stated or AmountRole.InitialBudget,
        // In a budget, what is said of last year is its budget unless it is called final.
        _ => claim.Year == related.Disclosure.Facts.Year && (claim.Role == AmountRole.Outturn || (claim.Role == AmountRole.Stated && context.Narrative.Kind == DisclosureKind.Final)),
    };

    // Whether the comparison is with the related document.
    private static bool Compares(ChangeClaim change, RuleContext context, RelatedDocument related)
    {
        var basis = change.Base ?? "";
        var isLast = change.BaseYear is { } year ? year == related.Disclosure.Facts.Year : basis.Contains("上年", StringComparison.Ordinal) || basis.Contains("去年", StringComparison.Ordinal);
        var saysFinal = basis.Contains("决算", StringComparison.Ordinal) || basis.Contains("执行", StringComparison.Ordinal);
        var saysBudget = basis.Contains("预算", StringComparison.Ordinal);
        return isLast && change.Now is { Role: AmountRole.Stated or AmountRole.Outturn } && related.Role switch
        {
            RelatedRole.LastBudget => !saysFinal,
            RelatedRole.LastFinal => context.Narrative.Kind == DisclosureKind.Final ? !saysBudget : saysFinal,
            _ => false,
        };
    }

    private static Approximate Before(NarrativeFacts narrative, StatingParagraph paragraph, ChangeClaim change, AmountClaim now, Quantity delta)
    {
        var (left, step) = (narrative.Printed(now), NarrativeFacts.Printed(delta, paragraph));
        return new Approximate(left.Value - ((int)change.Direction * step.Value), left.Slack + step.Slack, left.OwnSlack + step.OwnSlack);
    }

    private Finding? Judge(RuleContext context, RelatedDocument related, StatingParagraph paragraph, AmountClaim claim, Approximate said, TextSpan span, Quantity? printed)
    {
        var cells = related.Context.Narrative.LinkFrom(claim, paragraph.Source.Section)?.Cells ?? [];
        if (cells.Count == 0 || said.Value < 0m)
            return null;
        var fit = cells.Min(c => Approximate.Compare(said, c.Amount));
        if (fit == Fit.Holds)
            return null;
        var cell = cells.MinBy(c => Math.Abs(c.Amount.Value - said.Value))!;
        // A wrong unit is reported by itself; figures of last year may have been restated, those of a published budget not.
        if (UnitSlip.IsOne(context.Narrative, claim))
            return null;
        var severity = printed is not null && related.Role == RelatedRole.SameBudget && fit == Fit.Broken ? Severity.Error : Severity.Warning;
        var words = printed is null ? SentenceFinding.WanYuan(said.Value) + "万元" : paragraph.Words(printed);
        var expected = SentenceFinding.WanYuan(cell.Amount.Value) + "万元";
        return this.At(
            paragraph, span, severity, printed is null ? FindingKind.Change : FindingKind.TextVsTable,
            printed is null
                ? $"按文中的增减额推算，“{claim.Subject}”的上年数是 {words}，{related.Words}{cell.Words}为 {cell.Cell.Text}{cell.UnitName}，两者不一致，请核对。"
                : $"文中“{claim.Subject}”为 {words}，{related.Words}{cell.Words}为 {cell.Cell.Text}{cell.UnitName}，两者不一致，请核对。",
            words, expected, $"{words} ≠ {expected}") with
        { Row = claim.Subject };
    }
}
