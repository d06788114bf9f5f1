using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution.Closing;

/// <summary>A line whose final figure differs from the budget of the beginning (决算差异).</summary>
/// <param name="FunctionCode">功能分类 项.</param>
/// <param name="BudgetFen">年初预算, in 分, of fiscal funds.</param>
/// <param name="FinalFen">决算, in 分, of fiscal funds.</param>
/// <param name="NeedsReason">Whether the difference is beyond the office's threshold, so that the reason must be written.</param>
public sealed record FinalDeviation(string FunctionCode, long BudgetFen, long FinalFen, bool NeedsReason);

/// <summary>What making final accounts gave (决算数).</summary>
/// <param name="Lines">Lines of the ledger: receipts, payments, opening and closing balances, reserves.</param>
/// <param name="ThreePublic">“三公”经费 budget of the whole year, from fiscal funds.</param>
/// <param name="Deviations">Budget against final figure by functional code.</param>
/// <param name="Problems">What must be looked at, in Chinese; the lines stand nevertheless.</param>
/// <param name="Notes">What was done, in Chinese.</param>
public sealed record FinalAccountsOutcome(
    IReadOnlyList<LedgerLine> Lines, IReadOnlyList<ThreePublicBudget> ThreePublic, IReadOnlyList<FinalDeviation> Deviations, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes);

/// <summary>
/// Makes final accounts of a year's books (编制决算): receipts and payments as they were, the opening as last year closed, what the units paid
/// to each other taken out, the closing as what remains.
/// </summary>
public static class FinalAccounts
{
    private const decimal Hundred = 100m;

    /// <summary>Makes them.</summary>
    /// <param name="balances">The lines of the books.</param>
    /// <param name="between">Payments and receipts between units of the department.</param>
    /// <param name="closed">Lines of last year's final accounts; none where they are not known.</param>
    /// <param name="fundOf">The fund source that final accounts print for one of the budget.</param>
    /// <param name="isFiscal">Whether a fund source is of fiscal appropriations (财政拨款).</param>
    /// <param name="threshold">Deviation from the budget that needs a reason, in percent.</param>
    public static FinalAccountsOutcome Make(
        IReadOnlyCollection<LineBalance> balances, IReadOnlyList<ExecutionEntry> between, IEnumerable<LedgerLine> closed, Func<string, string> fundOf, Func<string, bool> isFiscal, decimal threshold)
    {
        ArgumentNullException.ThrowIfNull(balances);
        ArgumentNullException.ThrowIfNull(fundOf);
        ArgumentNullException.ThrowIfNull(isFiscal);
        var (problems, notes) = (new List<string>(), new List<string>());
        var opening = closed.Where(l => l is { Stage: Stage.Final, Flow: Flow.Closing }).Select(l => l with { Flow = Flow.Opening, Year = MoneyYear.Carried, Fund = fundOf(l.Fund) }).ToList();
        var lines = balances.Where(b => b.DoneFen != 0).Select(b => Line(b, fundOf)).ToList();
        lines.AddRange(ReceivedByPayment(lines, isFiscal, notes));
        var closing = Balances(opening, lines, problems);
        var taken = InternalTransfers.TakeOut(between, isFiscal, fundOf, problems, notes);
        var all = Sum(lines).Select(l => taken.TryGetValue(l with { Fen = 0 }, out var fen) ? l with { Fen = l.Fen - fen } : l).Concat(Sum(opening)).Concat(closing).Where(l => l.Fen != 0).ToList();
        return new FinalAccountsOutcome(all, ThreePublic(balances, isFiscal), Deviations(balances, isFiscal, threshold), problems, notes);
    }

    /// <summary>The line of final accounts that a balance gives.</summary>
    internal static LedgerLine Line(LineKey key, long fen, Func<string, string> fundOf) => new(
        Stage.Final, key.Flow, key.UnitCode, Null(key.ProjectCode), Null(key.Category), Null(key.FunctionCode), Null(key.EconomicCode), fundOf(key.Fund), key.Year, fen);

    private static LedgerLine Line(LineBalance balance, Func<string, string> fundOf) => Line(balance.Key, balance.DoneFen, fundOf);

    // Under centralised payment a fiscal appropriation arrives by being paid out; books that record only payments say so.
    private static List<LedgerLine> ReceivedByPayment(List<LedgerLine> lines, Func<string, bool> isFiscal, List<string> notes)
    {
        var recorded = lines.Where(l => l.Flow == Flow.Income).Select(l => (l.UnitCode, l.Fund)).ToHashSet();
        var made = lines.Where(l => l is { Flow: Flow.Expenditure, Year: MoneyYear.Current } && isFiscal(l.Fund) && !recorded.Contains((l.UnitCode, l.Fund)))
            .GroupBy(l => (l.UnitCode, l.FunctionCode, l.Fund))
            .Select(g => new LedgerLine(Stage.Final, Flow.Income, g.Key.UnitCode, null, null, g.Key.FunctionCode, null, g.Key.Fund, MoneyYear.Current, g.Sum(l => l.Fen))).ToList();
        if (made.Count > 0)
            notes.Add($"账上没有登记财政拨款到账的（{string.Join('、', made.Select(l => l.Fund).Distinct(StringComparer.Ordinal))}），按国库集中支付以支付数为收入，共 {FenText.Format(made.Sum(l => l.Fen))} 元。");
        return made;
    }

    private static List<LedgerLine> Balances(List<LedgerLine> opening, List<LedgerLine> lines, List<string> problems)
    {
        var rest = new Dictionary<(string Unit, string? Function, string Fund), long>();
        foreach (var line in opening.Concat(lines))
        {
            var key = (line.UnitCode, line.FunctionCode, line.Fund);
            rest[key] = rest.GetValueOrDefault(key) + (line.Flow is Flow.Expenditure or Flow.SurplusDistributed ? -line.Fen : line.Fen);
        }

        foreach (var ((unit, fund), fen) in rest.GroupBy(r => (r.Key.Unit, r.Key.Fund)).Select(g => (g.Key, g.Sum(r => r.Value))).Where(g => g.Item2 < 0))
            problems.Add($"单位 {unit} 的{fund}支出比来源多 {FenText.Format(-fen)} 元：请核对收入是否登记齐、年初结转是否有。");
        return [.. rest.OrderBy(r => r.Key.Unit, StringComparer.Ordinal).ThenBy(r => r.Key.Function, StringComparer.Ordinal).ThenBy(r => r.Key.Fund, StringComparer.Ordinal)
            .Select(r => new LedgerLine(Stage.Final, Flow.Closing, r.Key.Unit, null, null, r.Key.Function, null, r.Key.Fund, MoneyYear.Current, r.Value))];
    }

    // Funds of the budget that final accounts print as one become one line.
    private static IEnumerable<LedgerLine> Sum(IEnumerable<LedgerLine> lines)
    {
        var sums = new Dictionary<LedgerLine, long>();
        foreach (var line in lines)
        {
            var key = line with { Fen = 0 };
            sums[key] = sums.GetValueOrDefault(key) + line.Fen;
        }

        return sums.Select(s => s.Key with { Fen = s.Value });
    }

    private static List<ThreePublicBudget> ThreePublic(IReadOnlyCollection<LineBalance> balances, Func<string, bool> isFiscal) =>
        [.. ThreePublicBudget.EconomicCodes.Select(code => new ThreePublicBudget(code, balances.Where(b => b.Key.Flow == Flow.Expenditure && b.Key.EconomicCode == code && isFiscal(b.Key.Fund)).Sum(b => b.WholeFen))).Where(b => b.Fen != 0)];

    private static List<FinalDeviation> Deviations(IReadOnlyCollection<LineBalance> balances, Func<string, bool> isFiscal, decimal threshold) =>
        [.. balances.Where(b => b.Key.Flow == Flow.Expenditure && isFiscal(b.Key.Fund)).GroupBy(b => b.Key.FunctionCode, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Budget: g.Sum(b => b.BudgetFen), Final: g.Sum(b => b.DoneFen))).Where(d => d.Budget != 0 || d.Final != 0)
            .Select(d => new FinalDeviation(d.Key, d.Budget, d.Final, d.Budget == 0 ? d.Final != 0 : Math.Abs(d.Final - d.Budget) * Hundred > threshold * Math.Abs(d.Budget)))];

    private static string? Null(string text) => text.Length == 0 ? null : text;
}
