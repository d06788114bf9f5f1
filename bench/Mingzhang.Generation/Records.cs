using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Generation;

/// <summary>Makes the records that stand beside the lines: procurement and the budget of the “三公” table.</summary>
internal static class Records
{
    private static readonly (string Item, string Measure)[] Goods =
        [("[A05040101]复印纸", "箱"), ("[C0803]审计服务", "项"), ("[C99000000]其他服务", "批"), ("[A02010105]台式计算机", "台")];

    private static readonly string[] General = ["一般公共预算", "经费拨款(补助)", "专项收入"];

    public static IEnumerable<ProcurementLine> Procurements(DeterministicRandom random, List<LedgerLine> expenditure, List<Project> projects, int count)
    {
        var bought = expenditure.Where(l => l.Fen > 0 && l.EconomicCode!.StartsWith("302", StringComparison.Ordinal) && General.Contains(l.Fund)).ToList();
        if (bought.Count == 0)
            yield break;
        var names = projects.ToDictionary(p => p.Code, p => p.Name);
        for (var i = 0; i < count; i++)
        {
            var line = random.Pick(bought);
            var (item, measure) = random.Pick(Goods);
            var quantity = random.Between(1, 400) / (random.Chance(10) ? 4m : 1m);
            var price = random.PartOf(line.Fen);
            var fen = decimal.ToInt64(decimal.Round(price * quantity));
            var sme = random.Chance(50) ? fen : random.PartOf(fen);
            yield return new ProcurementLine(
                line.UnitCode, names[line.ProjectCode!], item, line.FunctionCode!, line.EconomicCode!, line.Fund, line.Year == MoneyYear.Current ? "年初安排" : "上年结转",
                quantity, price, measure, fen, sme, random.Chance(50) ? sme : 0);
        }
    }

    public static IEnumerable<ThreePublicBudget> ThreePublic(DeterministicRandom random)
    {
        foreach (var code in ThreePublicBudget.EconomicCodes)
        {
            if (random.Chance(40))
                yield return new ThreePublicBudget(code, random.Fen());
        }
    }
}
