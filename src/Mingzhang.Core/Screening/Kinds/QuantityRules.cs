namespace Mingzhang.Core.Screening.Kinds;

/// <summary>数量: more of some items in a period than may be; the items of a rule are counted together, what was taken back is subtracted.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Per">期间.</param>
/// <param name="Most">最多 so many.</param>
public sealed record QuantityOverLimit(RuleHead Head, Period Per, decimal Most) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        foreach (var (name, claims) in Per.Split(own))
        {
            var quantity = claims.Sum(c => c.Quantity);
            if (quantity > Most)
            {
                yield return Hit(
                    claims, Excess.Amount(claims, quantity, quantity - Most),
                    $"{name}{Words.Items(claims)}收了 {Words.Number(quantity)}，最多 {Words.Number(Most)}，多 {Words.Number(quantity - Most)}，请核对。");
            }
        }
    }
}

/// <summary>天数: more of some items in a stay than its days allow; a stay of less than a day is one day.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="PerDay">每天 so many.</param>
/// <param name="Grace">宽限: so many more are let pass.</param>
public sealed record QuantityOverDays(RuleHead Head, decimal PerDay, decimal Grace) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        foreach (var (_, claims) in Period.Settlement.Split([.. own.Where(c => c.IsStay)]))
        {
            var (first, quantity) = (claims[0], claims.Sum(c => c.Quantity));
            var days = Math.Max(1, first.To.DayNumber - first.From.DayNumber);
            var most = (days * PerDay) + Grace;
            if (quantity > most)
            {
                yield return Hit(
                    claims, Excess.Amount(claims, quantity, quantity - most),
                    $"住院 {Words.Day(first.From)} 至 {Words.Day(first.To)} 共 {days} 天，{Words.Items(claims)}收了 {Words.Number(quantity)}，按天最多 {Words.Number(most)}，多 {Words.Number(quantity - most)}，请核对。");
            }
        }
    }
}

/// <summary>单价: a price above its ceiling.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Highest">最高, in 元.</param>
public sealed record PriceOverLimit(RuleHead Head, decimal Highest) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        ArgumentNullException.ThrowIfNull(own);
        foreach (var dear in own.Where(c => c.Price > Highest && c.Quantity > 0m).GroupBy(c => c.SettlementId, StringComparer.Ordinal))
        {
            var top = dear.MaxBy(c => c.Price)!;
            yield return Hit(
                dear, dear.Sum(c => (c.Price - Highest) * c.Quantity),
                $"结算 {dear.Key} 的{Words.Items(dear)}单价 {Words.Yuan(top.Price)}，高于最高价 {Words.Yuan(Highest)}，请核对是否超标准收费。");
        }
    }
}

/// <summary>金额: quantity times price is not the amount.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Tolerance">允许差, in 元.</param>
public sealed record AmountMismatch(RuleHead Head, decimal Tolerance) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        ArgumentNullException.ThrowIfNull(own);
        foreach (var claim in own)
        {
            var difference = claim.Amount - (claim.Quantity * claim.Price);
            if (Math.Abs(difference) > Tolerance)
            {
                yield return Hit(
                    [claim], Math.Abs(difference),
                    $"{Words.Items([claim])}数量 {Words.Number(claim.Quantity)} × 单价 {Words.Yuan(claim.Price)} = {Words.Yuan(claim.Quantity * claim.Price)}，金额却是 {Words.Yuan(claim.Amount)}，请核对。");
            }
        }
    }
}

/// <summary>What is in question where too much was charged.</summary>
internal static class Excess
{
    /// <summary>The share of the excess in what was charged, rounded to 分.</summary>
    public static decimal Amount(List<Claim> claims, decimal quantity, decimal excess) => Figures.Precision.Round(claims.Sum(c => c.Amount) * excess / quantity, 2);
}
