namespace Mingzhang.Core.Supervision.Cases;

/// <summary>An instalment of a recovery plan (退款计划的一期).</summary>
/// <param name="DueOn">期限.</param>
/// <param name="Fen">Amount in 分.</param>
public sealed record Instalment(DateOnly DueOn, long Fen);

/// <summary>How far money came back (追回进度).</summary>
/// <param name="DueFen">应退 in 分.</param>
/// <param name="ReceivedFen">已退 in 分.</param>
/// <param name="OverdueFen">What should have come by now and did not, in 分.</param>
/// <param name="NextOn">When the next unpaid instalment is due; null for none.</param>
public sealed record RecoveryStanding(long DueFen, long ReceivedFen, long OverdueFen, DateOnly? NextOn)
{
    /// <summary>What is still to come, in 分.</summary>
    public long OutstandingFen => DueFen - ReceivedFen;

    /// <summary>Looks at a plan. Money received pays the earliest instalments first.</summary>
    /// <param name="dueFen">All that is to come back, in 分.</param>
    /// <param name="plan">The plan; may be empty.</param>
    /// <param name="receivedFen">All that came, in 分.</param>
    /// <param name="today">The day.</param>
    public static RecoveryStanding Of(long dueFen, IReadOnlyList<Instalment> plan, long receivedFen, DateOnly today)
    {
        var (sum, overdue, next) = (0L, 0L, (DateOnly?)null);
        foreach (var each in plan.OrderBy(i => i.DueOn))
        {
            sum += each.Fen;
            if (sum <= receivedFen)
                continue;
            if (each.DueOn < today)
                overdue = sum - receivedFen;
            else
                next ??= each.DueOn;
        }

        return new RecoveryStanding(dueFen, receivedFen, overdue, next);
    }

    /// <summary>In Chinese what is wrong with a plan; null for nothing.</summary>
    public static string? Refusal(long dueFen, IReadOnlyList<Instalment> plan)
    {
        if (plan.Any(i => i.Fen <= 0))
            return "每期金额要大于 0。";
        return plan.Count > 0 && plan.Sum(i => i.Fen) != dueFen
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"各期合计 {plan.Sum(i => i.Fen) / 100m:#,##0.00} 元，应等于认定金额 {dueFen / 100m:#,##0.00} 元。")
            : null;
    }
}
