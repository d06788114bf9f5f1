using System.Globalization;
using Mingzhang.Core.Assistance.Policies;

namespace Mingzhang.Core.Assistance.Settlements;

/// <summary>What stops a settlement, or sends it to review, before anything is computed (结算审查).</summary>
public static class SettlementChecks
{
    /// <summary>Stays in one month that are unusual for one person (异常频次).</summary>
    public const int UnusualStaysInMonth = 3;

    /// <summary>Looks at one settlement by itself.</summary>
    /// <param name="settlement">The settlement.</param>
    public static IEnumerable<Concern> Alone(Settlement settlement)
    {
        if (settlement.To < settlement.From)
            yield return Stop(settlement, $"结束日期 {Day(settlement.To)} 早于开始日期 {Day(settlement.From)}，请与医疗机构核对。");
        if (settlement.SettledOn < settlement.To)
            yield return Stop(settlement, $"结算日期 {Day(settlement.SettledOn)} 早于结束日期 {Day(settlement.To)}，请与医疗机构核对。");
        foreach (var (name, amount) in Amounts(settlement))
        {
            if (decimal.Round(amount, 2) != amount)
                yield return Stop(settlement, $"“{name}”{amount} 元的小数超过两位，请核对。");
            if (amount < 0m && settlement.Reverses is null)
                yield return Stop(settlement, $"“{name}”是负数，却没有写明冲正哪一笔结算。退费请先冲正原结算，再报正确的一笔。");
            if (amount > 0m && settlement.Reverses is not null)
                yield return Stop(settlement, $"冲正记录的“{name}”应是负数或零，请核对。");
        }

        if (settlement.Reverses is not null)
            yield break;
        if (settlement.InScope > settlement.Total)
            yield return Stop(settlement, $"政策范围内费用 {Yuan(settlement.InScope)} 元大于总费用 {Yuan(settlement.Total)} 元，请核对。");
        if (settlement.PaidByOthers + settlement.PaidAtSettlement > settlement.Total)
            yield return Stop(settlement, $"各方支付合计 {Yuan(settlement.PaidByOthers + settlement.PaidAtSettlement)} 元大于总费用 {Yuan(settlement.Total)} 元，请核对。");
        else if (settlement.PaidByOthers > settlement.InScope)
            yield return Review(settlement, $"各方支付合计 {Yuan(settlement.PaidByOthers)} 元大于政策范围内费用 {Yuan(settlement.InScope)} 元，没有可救助的费用；请核对其他补助是否登记重复。");
    }

    /// <summary>Looks at all settlements of one person together.</summary>
    /// <param name="settlements">The person's settlements, in any order.</param>
    public static IEnumerable<Concern> Together(IReadOnlyList<Settlement> settlements)
    {
        var byId = settlements.GroupBy(s => s.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var same in byId.Values.Where(g => g.Count > 1))
            yield return Stop(same[1], $"结算编号 {same[0].Id} 出现了 {same.Count} 次，只能登记一次。");
        foreach (var reversal in settlements.Where(s => s.Reverses is not null))
        {
            if (!byId.TryGetValue(reversal.Reverses!, out var found))
                yield return Stop(reversal, $"要冲正的结算 {reversal.Reverses} 没有登记，请先登记原结算。");
            else if (found[0].Reverses is not null)
                yield return Stop(reversal, $"{reversal.Reverses} 本身是冲正记录，不能再冲正；请重新报送正确的结算。");
            else if (found[0].Total != -reversal.Total)
                yield return Stop(reversal, $"冲正金额 {Yuan(reversal.Total)} 元与原结算 {Yuan(found[0].Total)} 元不相抵，冲正必须整笔。");
        }

        foreach (var twice in settlements.Where(s => s.Reverses is not null).GroupBy(s => s.Reverses, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return Stop(twice.Last(), $"结算 {twice.Key} 已经冲正过，不能再冲正一次。");

        foreach (var concern in InForce(Calculation.PersonYear.InForce(settlements)))
            yield return concern;
    }

    private static IEnumerable<Concern> InForce(IReadOnlyList<Settlement> settlements)
    {
        var stays = settlements.Where(s => s.Care == CareKind.Inpatient).OrderBy(s => s.From).ThenBy(s => s.To).ToList();
        for (var i = 0; i < settlements.Count; i++)
        {
            if (settlements.Take(i).FirstOrDefault(o => IsSameBill(o, settlements[i])) is { } other)
                yield return Stop(settlements[i], $"与结算 {other.Id} 的机构、日期、类别和金额完全相同，像是同一张票据报了两次；确是两笔的，请附票据说明后由复核人放行。") with { MayBeReleased = true };
        }

        for (var i = 1; i < stays.Count; i++)
        {
            // One may leave one hospital and enter the next on the same day.
            if (stays.Take(i).FirstOrDefault(o => o.To > stays[i].From) is { } other && !IsSameBill(other, stays[i]))
                yield return Review(stays[i], $"住院 {Day(stays[i].From)} 至 {Day(stays[i].To)} 与结算 {other.Id} 的 {Day(other.From)} 至 {Day(other.To)} 重叠，请核对。");
        }

        foreach (var month in stays.GroupBy(s => (s.From.Year, s.From.Month)).Where(g => g.Count() >= UnusualStaysInMonth))
            yield return Review(month.Last(), $"{month.Key.Year} 年 {month.Key.Month} 月住院 {month.Count()} 次，请核对是否分解住院。");
    }

    private static bool IsSameBill(Settlement first, Settlement second) =>
        first.Institution == second.Institution && first.Care == second.Care && first.From == second.From && first.To == second.To
        && first.Total == second.Total && first.InScope == second.InScope;

    private static IEnumerable<(string Name, decimal Amount)> Amounts(Settlement settlement) =>
    [
        ("医疗总费用", settlement.Total), ("政策范围内费用", settlement.InScope), ("基本医保支付", settlement.Basic),
        ("大病保险支付", settlement.MajorIllness), ("大额医疗补助", settlement.LargeSum), ("公务员医疗补助", settlement.CivilServant),
        ("其他补助", settlement.OtherSubsidies), ("医疗救助支付", settlement.PaidAtSettlement),
    ];

    private static Concern Stop(Settlement settlement, string message) => new(settlement.Id, Stops: true, message);

    private static Concern Review(Settlement settlement, string message) => new(settlement.Id, Stops: false, message);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Yuan(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
