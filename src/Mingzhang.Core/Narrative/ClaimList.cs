using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Narrative;

/// <summary>What a paragraph states as the contract lists it (claims): amounts, changes, rates, shares, degrees of completion in order.</summary>
public static class ClaimList
{
    /// <summary>The claims of a paragraph.</summary>
    public static IReadOnlyList<Claim> Of(string paragraph)
    {
        var parsed = ParagraphParser.Parse(paragraph);
        var found = new List<(TextSpan At, string Subject, Quantity Number)>();
        foreach (var amount in parsed.Amounts)
            found.Add((amount.Amount.Span, Amount(amount), amount.Amount));
        foreach (var change in parsed.Changes)
        {
            var subject = change.Subject.Length > 0 ? change.Subject : change.Now?.Subject ?? "";
            var compared = change.Base is { } basis ? "比" + basis : "";
            if (change.Delta is { } delta)
                found.Add((delta.Span, subject + compared + change.Word, delta));
            if (change.Rate is { } rate)
                found.Add((rate.Span, subject + compared + change.RateWord, rate));
        }

        foreach (var share in parsed.Shares)
            found.Add((share.Rate.Span, (share.Part?.Subject ?? "") + "占" + (share.Whole.Length > 0 ? share.Whole : share.Part?.Parent?.Subject), share.Rate));
        foreach (var completion in parsed.Completions)
            found.Add((completion.Rate.Span, (completion.Outturn?.Subject ?? "") + "完成" + (completion.Base.Length > 0 ? completion.Base : "预算"), completion.Rate));
        return [.. found.OrderBy(f => f.At.Start).Select(f => new Claim(f.Subject, f.Number.Value, Unit(parsed.Text, f.Number), parsed.Text.Quote(f.At)))];
    }

    private static string Amount(AmountClaim amount) => amount.Role switch
    {
        AmountRole.InitialBudget => amount.Subject + "年初预算",
        AmountRole.AdjustedBudget => amount.Subject + "预算",
        _ => amount.Subject,
    };

    private static string Unit(CompactText text, Quantity number) => text.Slice(new TextSpan(number.Number.End, number.Span.End));
}
