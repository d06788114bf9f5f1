using System.Runtime.InteropServices;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Generation;

/// <summary>
/// Finds the money for the expenditure (收支平衡): for every unit, function and fund, what comes in, is carried over or drawn from
/// reserves equals what is spent, carried on or distributed; nothing is carried on where the edition prints no such line.
/// </summary>
internal sealed class Balancer(DeterministicRandom random, Stage stage, bool hasClosing)
{
    // Own money may come from reserves and be distributed; appropriations may not.
    private static readonly string[] Own = ["事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"];

    /// <summary>The lines of income and balances that the expenditure asks for.</summary>
    public List<LedgerLine> Lines(List<LedgerLine> expenditure)
    {
        var spent = new Dictionary<(string Unit, string Function, string Fund, MoneyYear Year), long>();
        foreach (var line in expenditure)
            CollectionsMarshal.GetValueRefOrAddDefault(spent, (line.UnitCode, line.FunctionCode!, line.Fund, line.Year), out _) += line.Fen;
        var lines = new Dictionary<LedgerLine, long>();
        foreach (var ((unit, function, fund, year), fen) in spent)
        {
            var left = fen;
            if (random.Chance(10) && hasClosing)
                left += Book(Flow.Closing, random.Fen());
            if (stage == Stage.Final && year == MoneyYear.Current && Own.Contains(fund) && random.Chance(20))
                left += Book(Flow.SurplusDistributed, random.Fen());
            if (stage == Stage.Final && year == MoneyYear.Current && Own.Contains(fund) && left > 1 && random.Chance(20))
                left -= Book(Flow.ReserveUsed, random.PartOf(left));
            Book(year == MoneyYear.Current ? Flow.Income : Flow.Opening, left);

            long Book(Flow flow, long amount)
            {
                var line = new LedgerLine(
                    stage, flow, unit, null, null, function, null, fund, flow == Flow.Opening ? MoneyYear.Carried : MoneyYear.Current, 0);
                CollectionsMarshal.GetValueRefOrAddDefault(lines, line, out _) += amount;
                return amount;
            }
        }

        return [.. lines.Select(l => l.Key with { Fen = l.Value })];
    }
}
