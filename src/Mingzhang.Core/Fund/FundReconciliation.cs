namespace Mingzhang.Core.Fund;

/// <summary>One side of the reconciliation: money that the department's execution says was transferred, or that the fund says came by its budget.</summary>
/// <param name="Key">What names it for good, e.g. the voucher or the number of the entry.</param>
/// <param name="On">Day.</param>
/// <param name="Voucher">凭证号.</param>
/// <param name="Fen">Amount in 分.</param>
/// <param name="Summary">摘要.</param>
public sealed record FundTransfer(string Key, DateOnly On, string Voucher, long Fen, string Summary);

/// <summary>A difference between both (对账差异).</summary>
/// <param name="Key">What names it for good: a reason given for it stays with it.</param>
/// <param name="Kind">拨出未到账, 到账无拨款 or 金额不符.</param>
/// <param name="Transferred">By the execution; null where it has nothing.</param>
/// <param name="Received">By the fund; null where it has nothing.</param>
public sealed record FundDifference(string Key, string Kind, FundTransfer? Transferred, FundTransfer? Received)
{
    /// <summary>Transferred less received, in 分.</summary>
    public long Fen => (Transferred?.Fen ?? 0) - (Received?.Fen ?? 0);
}

/// <summary>
/// The execution of the assistance projects against the fund at the end of a month (部门执行与基金账对账). Both stay as they are: what agrees is paired,
/// what does not is listed.
/// </summary>
/// <param name="Until">Last day that is looked at.</param>
/// <param name="TransferredFen">Transferred in the year to that day, by the execution.</param>
/// <param name="ReceivedFen">Received by the department's budget in the year to that day, by the fund.</param>
/// <param name="Paired">Pairs that agree.</param>
/// <param name="Differences">Differences.</param>
public sealed record FundReconciliation(DateOnly Until, long TransferredFen, long ReceivedFen, int Paired, IReadOnlyList<FundDifference> Differences)
{
    /// <summary>Pairs both sides: first by voucher, then by equal amounts of which the money arrived last of all on the earliest day it could.</summary>
    /// <param name="until">Last day that is looked at.</param>
    /// <param name="transferred">Transfers of the year, refunds below zero.</param>
    /// <param name="received">Receipts of the year, corrections below zero.</param>
    public static FundReconciliation Of(DateOnly until, IEnumerable<FundTransfer> transferred, IEnumerable<FundTransfer> received)
    {
        var outgoing = transferred.Where(t => t.On <= until).OrderBy(t => t.On).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();
        var incoming = received.Where(t => t.On <= until).OrderBy(t => t.On).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();
        var (sent, came) = (outgoing.Sum(t => t.Fen), incoming.Sum(t => t.Fen));
        var differences = new List<FundDifference>();
        var paired = Cancelled(outgoing) + Cancelled(incoming);
        foreach (var transfer in outgoing.ToList())
        {
            if (incoming.Find(r => r.Voucher == transfer.Voucher) is not { } same)
                continue;
            outgoing.Remove(transfer);
            incoming.Remove(same);
            if (transfer.Fen == same.Fen)
                paired++;
            else
                differences.Add(new FundDifference($"不符 {transfer.Key} {same.Key}", "金额不符", transfer, same));
        }

        foreach (var transfer in outgoing.ToList())
        {
            if (incoming.Find(r => r.Fen == transfer.Fen && r.On >= transfer.On) is not { } same)
                continue;
            outgoing.Remove(transfer);
            incoming.Remove(same);
            paired++;
        }

        differences.AddRange(outgoing.Select(t => new FundDifference("拨出 " + t.Key, "拨出未到账", t, null)));
        differences.AddRange(incoming.Select(r => new FundDifference("到账 " + r.Key, "到账无拨款", null, r)));
        return new FundReconciliation(until, sent, came, paired, differences);
    }

    // What was booked back on one side does not wait for the other.
    private static int Cancelled(List<FundTransfer> side)
    {
        var count = 0;
        foreach (var back in side.Where(t => t.Fen < 0).ToList())
        {
            if (side.Find(t => t.Fen == -back.Fen && t.Voucher == back.Voucher) is not { } first)
                continue;
            side.Remove(back);
            side.Remove(first);
            count++;
        }

        return count;
    }
}

/// <summary>What is due beside what is there (应付与结余). Money that lacks is told; nothing is held back for it.</summary>
/// <param name="BalanceFen">结余, in 分.</param>
/// <param name="Due">What is due, in the order in which it became due: number, payee, amount.</param>
public sealed record FundStanding(long BalanceFen, IReadOnlyList<(int Id, string Payee, long Fen)> Due)
{
    /// <summary>应付未付.</summary>
    public long DueFen => Due.Sum(d => d.Fen);

    /// <summary>What lacks; 0 when there is enough.</summary>
    public long LackFen => Math.Max(0, DueFen - BalanceFen);

    /// <summary>What is due beyond the balance: flagged, never blocked.</summary>
    public IReadOnlyList<(int Id, string Payee, long Fen)> Flagged
    {
        get
        {
            var sum = 0L;
            return [.. Due.Where(d => (sum += d.Fen) > BalanceFen)];
        }
    }
}
