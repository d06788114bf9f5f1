using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution.Closing;

/// <summary>Takes out what the units of a department paid to each other (内部往来抵销), where both sides say the same.</summary>
internal static class InternalTransfers
{
    /// <summary>What is to be taken off each line of the merged accounts, in 分.</summary>
    public static IReadOnlyDictionary<LedgerLine, long> TakeOut(
        IReadOnlyList<ExecutionEntry> between, Func<string, bool> isFiscal, Func<string, string> fundOf, List<string> problems, List<string> notes)
    {
        var taken = new Dictionary<LedgerLine, long>();
        var total = 0L;
        var pairs = between.Where(e => e.Counterpart is not null && !e.Kind.ChangesBudget())
            .GroupBy(e => e.Kind.Flow() == Flow.Expenditure ? (From: e.Line.UnitCode, To: e.Counterpart!) : (From: e.Counterpart!, To: e.Line.UnitCode));
        foreach (var pair in pairs)
        {
            var (paid, received) = (Sum(pair, Flow.Expenditure), Sum(pair, Flow.Income));
            if (paid != received)
            {
                problems.Add($"内部往来没有抵销：单位 {pair.Key.From} 记了付给 {pair.Key.To} {FenText.Format(paid)} 元，{pair.Key.To} 记了收到 {FenText.Format(received)} 元，相差 {FenText.Format(Math.Abs(paid - received))} 元；请两边核对。");
                continue;
            }

            if (pair.FirstOrDefault(e => e.Kind.Flow() == Flow.Expenditure && isFiscal(fundOf(e.Line.Fund))) is { } fiscal)
                problems.Add($"单位 {pair.Key.From} 用{fiscal.Line.Fund}付给所属的 {pair.Key.To}：财政拨款应当直接下达到用款单位，抵销后它的财政拨款收支会不平。");
            foreach (var entry in pair)
            {
                var line = FinalAccounts.Line(entry.Line, 0, fundOf);
                taken[line] = taken.GetValueOrDefault(line) + entry.SignedFen;
            }

            total += paid;
        }

        if (total != 0)
            notes.Add($"单位之间的收付 {FenText.Format(total)} 元已经抵销，不计入部门的收入和支出。");
        return taken;
    }

    private static long Sum(IEnumerable<ExecutionEntry> entries, Flow flow) => entries.Where(e => e.Kind.Flow() == flow).Sum(e => e.SignedFen);
}
