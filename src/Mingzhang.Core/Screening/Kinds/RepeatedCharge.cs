namespace Mingzhang.Core.Screening.Kinds;

/// <summary>重复: lines that agree in some fields come more often than they may; a line that was taken back does not count.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Key">相同: the fields.</param>
/// <param name="Most">最多 so many lines.</param>
public sealed record RepeatedCharge(RuleHead Head, ClaimKey Key, int Most) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.Count <= Most)
            yield break;
        foreach (var same in own.GroupBy(Key.Of, StringComparer.Ordinal))
        {
            var standing = Standing(same);
            if (standing.Count <= Most)
                continue;
            var extra = standing.Skip(Most).ToList();
            yield return Hit(
                standing, extra.Sum(c => c.Amount),
                $"{Words.Items(standing)}的{string.Join('、', Key.Names.Where(n => n is not ("人员编号" or "项目")))}都相同的有 {standing.Count} 行，最多 {Most} 行；多出的 {Words.Yuan(extra.Sum(c => c.Amount))}请核对是否重复收费。");
        }
    }

    // Each line below zero takes back one of the same amount.
    private static List<Claim> Standing(IEnumerable<Claim> claims)
    {
        var standing = new List<Claim>();
        var back = new List<Claim>();
        foreach (var claim in claims)
            (claim.Quantity < 0m || claim.Amount < 0m ? back : standing).Add(claim);
        foreach (var claim in back)
        {
            var at = standing.FindLastIndex(s => s.Amount == -claim.Amount);
            if (at >= 0)
                standing.RemoveAt(at);
        }

        return standing;
    }
}
