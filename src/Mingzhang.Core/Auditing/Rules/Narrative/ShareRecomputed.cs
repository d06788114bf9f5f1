using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>占比复算：“占……的百分之几”等于文中（表中）两个数之比。</summary>
internal sealed class ShareRecomputed : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0201", "占比应等于该项金额除以所占的总额");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var narrative = context.Narrative;
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var share in paragraph.Parsed.Shares)
            {
                if (share.Part is not { IsAside: false } part || Wholes(narrative, paragraph, share) is not { Count: > 0 } wholes)
                    continue;
                var fits = narrative.Readings(part).SelectMany(p => wholes.Select(w => Ratio.Share(p, w.Amount, share.Rate))).ToList();
                if (fits.Exists(f => f is null or Fit.Holds))
                    continue;
                // Where the text does not say the whole and no table shows the part, the share may be of something else.
                var isCertain = wholes[0].IsStated || narrative.LinkOf(part) is { Cells.Count: > 0 };
                yield return Report(paragraph, share, part, wholes[0], (!isCertain && !wholes.TrueForAll(w => IsLarger(part, w.Amount))) || fits.Exists(f => f == Fit.Coarse) ? Severity.Warning : Severity.Error);
            }
        }
    }

    // By more than rounding: no share of anything.
    private static bool IsLarger(AmountClaim part, Approximate whole) => (part.Amount.Value * part.Amount.InYuan) - whole.Value > 10 * whole.Slack;

    private Finding Report(StatingParagraph paragraph, ShareClaim share, AmountClaim part, ShareWhole whole, Severity severity)
    {
        var printed = part.Amount.Value * part.Amount.InYuan;
        var right = Ratio.Percent(printed, whole.Amount.Value, share.Rate.Decimals);
        var expected = right is null ? null : SentenceFinding.Percent(right.Value, share.Rate.Decimals);
        // A part larger than its whole: it is the amounts that do not belong together, whatever the rate.
        if (printed > whole.Amount.Value && whole.Amount.Value > 0m && share.Rate.Value <= 100m && severity == Severity.Error)
        {
            return this.At(
                paragraph, part.Span.To(share.Span), severity, FindingKind.TextVsTable,
                $"“{part.Subject}”{paragraph.Words(part.Amount)}大于所占的{whole.Words} {SentenceFinding.WanYuan(whole.Amount.Value)} 万元，金额或口径有误。",
                paragraph.Words(part.Amount), SentenceFinding.WanYuan(whole.Amount.Value), $"{SentenceFinding.WanYuan(printed)} > {SentenceFinding.WanYuan(whole.Amount.Value)}") with
            { Row = part.Subject };
        }

        var arithmetic = $"{SentenceFinding.WanYuan(printed)} ÷ {SentenceFinding.WanYuan(whole.Amount.Value)} = {expected}";
        return this.At(
            paragraph, part.Span.To(share.Span), severity, FindingKind.Percentage,
            $"“{part.Subject}”{paragraph.Words(part.Amount)}占{whole.Words} {SentenceFinding.WanYuan(whole.Amount.Value)} 万元的 {expected}，文中写 {paragraph.Words(share.Rate)}。",
            paragraph.Words(share.Rate), expected, arithmetic, expected) with
        { Row = part.Subject };
    }

    // The total of the list, or what the words name: an amount of the paragraph, else a cell.
    private static List<ShareWhole> Wholes(NarrativeFacts narrative, StatingParagraph paragraph, ShareClaim share)
    {
        if (share.Whole.Length == 0)
            return share.Part!.Parent is { } parent && !ReferenceEquals(parent, share.Part) ? [.. narrative.Readings(parent).Select(r => new ShareWhole(r, $"“{parent.Subject}”", true))] : [];
        var name = SubjectText.Of(share.Whole).Name;
        var stated = paragraph.Parsed.Amounts.LastOrDefault(a => !a.IsAside && !ReferenceEquals(a, share.Part) && IsNamed(a.Subject, name));
        if (stated is not null)
            return [.. narrative.Readings(stated).Select(r => new ShareWhole(r, $"“{stated.Subject}”", true))];
        return narrative.LinkOf(name, paragraph, budget: false) is { Cells.Count: > 0 } link ? [.. link.Cells.Select(c => new ShareWhole(c.Amount, c.Words, false))] : [];
    }

    // 本年支出 for 本年支出合计; 政府采购支出总额 behind the agency's name.
    private static bool IsNamed(string subject, string name) =>
        name.Length > 1 && (subject == name || subject.EndsWith(name, StringComparison.Ordinal) || subject == name + "合计" || subject + "合计" == name || "本年" + subject == name + "合计");

    // What a share may be a share of; whether the text states its amount.
    private sealed record ShareWhole(Approximate Amount, string Words, bool IsStated);
}
