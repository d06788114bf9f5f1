namespace Mingzhang.Core.Screening.Kinds;

/// <summary>性别: an item that only one sex can need. Lines that do not tell the sex are not judged.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Right">应为: the sex the item is for.</param>
public sealed record WrongSex(RuleHead Head, Sex Right) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        ArgumentNullException.ThrowIfNull(own);
        foreach (var wrong in own.Where(c => c.Sex is { } sex && sex != Right && c.Quantity > 0m).GroupBy(c => c.SettlementId, StringComparer.Ordinal))
        {
            yield return Hit(
                wrong, wrong.Sum(c => c.Amount),
                $"{Words.Items(wrong)}只用于{(Right == Sex.Male ? "男" : "女")}性，结算 {wrong.Key} 的患者登记为{(Right == Sex.Male ? "女" : "男")}性，请核对是否串换项目或冒名。");
        }
    }
}

/// <summary>年龄: an item for an age. Lines that do not tell the day of birth are not judged.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Youngest">最小 whole years; null for none.</param>
/// <param name="Oldest">最大 whole years; null for none.</param>
public sealed record WrongAge(RuleHead Head, int? Youngest, int? Oldest) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        ArgumentNullException.ThrowIfNull(own);
        foreach (var wrong in own.Where(c => c.Quantity > 0m && (c.Age < Youngest || c.Age > Oldest)).GroupBy(c => c.SettlementId, StringComparer.Ordinal))
        {
            yield return Hit(
                wrong, wrong.Sum(c => c.Amount),
                $"{Words.Items(wrong)}用于{Span}，结算 {wrong.Key} 的患者当时 {wrong.First().Age} 岁，请核对。");
        }
    }

    private string Span => (Youngest, Oldest) switch
    {
        ({ } from, { } to) => $" {from} 至 {to} 岁",
        ({ } from, null) => $" {from} 岁以上",
        (null, { } to) => $" {to} 岁以下（含）",
        _ => "各年龄",
    };
}
