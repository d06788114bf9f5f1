namespace Mingzhang.Core.Screening.Kinds;

/// <summary>住院重叠: a person is in two hospitals, or twice in one, at a time. One may leave one and enter the next on the same day.</summary>
/// <param name="Head">What every rule has.</param>
public sealed record OverlappingStays(RuleHead Head) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        Stay? longest = null;
        foreach (var stay in Stay.Of(own))
        {
            if (longest is not null && longest.First.To > stay.First.From)
            {
                yield return Hit(
                    [longest.First, stay.First], stay.Amount,
                    $"住院 {Words.Day(stay.First.From)} 至 {Words.Day(stay.First.To)}（结算 {stay.First.SettlementId}，机构 {stay.First.Institution}）与 {Words.Day(longest.First.From)} 至 {Words.Day(longest.First.To)}（结算 {longest.First.SettlementId}，机构 {longest.First.Institution}）重叠，请核对。");
            }

            if (longest is null || stay.First.To > longest.First.To)
                longest = stay;
        }
    }
}

/// <summary>再次入院: a person comes back to the same institution within some days.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Days">天数: so many days or fewer from leaving to coming back.</param>
public sealed record Readmission(RuleHead Head, int Days) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        foreach (var stays in Stay.Of(own).GroupBy(s => s.First.Institution, StringComparer.Ordinal))
        {
            foreach (var (before, after) in stays.Zip(stays.Skip(1)))
            {
                var between = after.First.From.DayNumber - before.First.To.DayNumber;
                if (between >= 0 && between <= Days)
                {
                    yield return Hit(
                        [before.First, after.First], after.Amount,
                        $"{Words.Day(before.First.To)} 出院（结算 {before.First.SettlementId}）后 {between} 天又住进同一机构 {after.First.Institution}（结算 {after.First.SettlementId}），请核对是否分解住院。");
                }
            }
        }
    }
}

/// <summary>期间外: a stay is charged for a day before it began or after it ended.</summary>
/// <param name="Head">What every rule has.</param>
public sealed record OutsideStay(RuleHead Head) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        ArgumentNullException.ThrowIfNull(own);
        foreach (var outside in own.Where(c => c.IsStay && c.Quantity > 0m && (c.Day < c.From || c.Day > c.To)).GroupBy(c => c.SettlementId, StringComparer.Ordinal))
        {
            var first = outside.First();
            yield return Hit(
                outside, outside.Sum(c => c.Amount),
                $"住院 {Words.Day(first.From)} 至 {Words.Day(first.To)}，{Words.Items(outside)}的费用日期 {Words.Day(first.Day)} 不在住院期间，请核对。");
        }
    }
}

/// <summary>住院期间门诊: a person is treated outside while lying in hospital; days of coming and going do not count.</summary>
/// <param name="Head">What every rule has.</param>
public sealed record OutpatientDuringStay(RuleHead Head) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        ArgumentNullException.ThrowIfNull(own);
        var stays = Stay.Of(all);
        if (stays.Count == 0)
            yield break;
        foreach (var visit in own.Where(c => !c.IsStay && c.Quantity > 0m).GroupBy(c => c.SettlementId, StringComparer.Ordinal))
        {
            var first = visit.First();
            if (stays.Find(s => s.First.From < first.Day && first.Day < s.First.To) is { } stay)
            {
                yield return Hit(
                    visit.Prepend(stay.First), visit.Sum(c => c.Amount),
                    $"{Words.Day(first.Day)} 的{first.Care}（结算 {first.SettlementId}，{Words.Items(visit)}）发生在住院 {Words.Day(stay.First.From)} 至 {Words.Day(stay.First.To)}（结算 {stay.First.SettlementId}）期间，请核对是否冒名或挂床。");
            }
        }
    }
}

/// <summary>频次: more settlements of a person in a period than may be.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Per">期间.</param>
/// <param name="Most">最多 so many settlements.</param>
public sealed record TooManySettlements(RuleHead Head, Period Per, int Most) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        foreach (var (name, claims) in Per.Split(own))
        {
            var settlements = claims.GroupBy(c => c.SettlementId, StringComparer.Ordinal).Where(s => s.Sum(c => c.Amount) > 0m).ToList();
            if (settlements.Count > Most)
            {
                yield return Hit(
                    settlements.Select(s => s.First()), settlements.Skip(Most).Sum(s => s.Sum(c => c.Amount)),
                    $"{name}有{string.Join('、', Head.Care)}结算 {settlements.Count} 次，超过 {Most} 次，请核对。");
            }
        }
    }
}
