namespace Mingzhang.Core.Screening;

/// <summary>A stay in hospital (一次住院) as its lines tell it.</summary>
/// <param name="First">Its first line.</param>
/// <param name="Amount">Sum of its lines.</param>
internal sealed record Stay(Claim First, decimal Amount)
{
    /// <summary>The stays among the lines, by their first day; what was taken back as a whole is none.</summary>
    public static List<Stay> Of(IReadOnlyList<Claim> claims)
    {
        var stays = new Dictionary<string, Stay>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (!claim.IsStay)
                continue;
            stays[claim.SettlementId] = stays.TryGetValue(claim.SettlementId, out var stay) ? stay with { Amount = stay.Amount + claim.Amount } : new Stay(claim, claim.Amount);
        }

        return [.. stays.Values.Where(s => s.Amount > 0m).OrderBy(s => s.First.From).ThenBy(s => s.First.To).ThenBy(s => s.First.SettlementId, StringComparer.Ordinal)];
    }
}
