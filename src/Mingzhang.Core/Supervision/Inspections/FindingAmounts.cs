using System.Globalization;

namespace Mingzhang.Core.Supervision.Inspections;

/// <summary>The amounts of a finding (违规金额), kept apart: what was found, what of it was confirmed, what came back. Each holds the next.</summary>
/// <param name="FoundFen">发现金额 in 分.</param>
/// <param name="ConfirmedFen">认定金额 in 分; null before it is confirmed.</param>
/// <param name="RecoveredFen">追回金额 in 分.</param>
public sealed record FindingAmounts(long FoundFen, long? ConfirmedFen, long RecoveredFen)
{
    /// <summary>What has still to come back, in 分.</summary>
    public long OutstandingFen => (ConfirmedFen ?? 0) - RecoveredFen;

    /// <summary>In Chinese what is wrong with them; null for nothing.</summary>
    public string? Refusal()
    {
        if (FoundFen < 0 || ConfirmedFen < 0 || RecoveredFen < 0)
            return "金额不能是负数。";
        if (ConfirmedFen > FoundFen)
            return $"认定金额 {Yuan(ConfirmedFen.Value)} 元大于发现金额 {Yuan(FoundFen)} 元：多认定的部分请先作为新的问题登记。";
        if (RecoveredFen > (ConfirmedFen ?? 0))
            return $"追回金额 {Yuan(RecoveredFen)} 元大于认定金额 {Yuan(ConfirmedFen ?? 0)} 元：没有认定的不能追回。";
        return null;
    }

    /// <summary>Adds money that came back to findings, the oldest first.</summary>
    /// <param name="findings">Amounts of the findings, the oldest first.</param>
    /// <param name="fen">Money received in 分.</param>
    /// <returns>What each of them gets, in 分; null when it is more than all of them are owed.</returns>
    public static IReadOnlyList<long>? Allocate(IReadOnlyList<FindingAmounts> findings, long fen)
    {
        var shares = new long[findings.Count];
        for (var i = 0; i < findings.Count; i++)
        {
            shares[i] = Math.Min(fen, Math.Max(0, findings[i].OutstandingFen));
            fen -= shares[i];
        }

        return fen == 0 ? shares : null;
    }

    private static string Yuan(long fen) => (fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
