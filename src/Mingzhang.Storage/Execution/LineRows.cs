using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Storage.Execution;

/// <summary>Lines between their rows and the books.</summary>
internal static class LineRows
{
    private static readonly Dictionary<string, Flow> Flows = Enum.GetValues<Flow>().ToDictionary(f => f.ChineseName(), StringComparer.Ordinal);

    public static LineKey Key(ExecutionLineRow r) => new(
        Flows[r.Flow], r.UnitCode, r.ProjectCode, r.Category, r.FunctionCode, r.EconomicCode, r.Fund, r.MoneyYear == MoneyYear.Carried.ChineseName() ? MoneyYear.Carried : MoneyYear.Current);

    public static LineBalance Balance(ExecutionLineRow r) => new(Key(r))
    {
        Id = r.Id,
        BudgetFen = r.BudgetFen,
        AdjustedFen = r.AdjustedFen,
        DoneFen = r.DoneFen,
        Entries = r.Entries,
        Months = [r.M1, r.M2, r.M3, r.M4, r.M5, r.M6, r.M7, r.M8, r.M9, r.M10, r.M11, r.M12],
    };

    public static ExecutionLineRow Row(int execution, LineBalance b) => new()
    {
        Id = b.Id,
        ExecutionId = execution,
        Flow = b.Key.Flow.ChineseName(),
        UnitCode = b.Key.UnitCode,
        ProjectCode = b.Key.ProjectCode,
        Category = b.Key.Category,
        FunctionCode = b.Key.FunctionCode,
        EconomicCode = b.Key.EconomicCode,
        Fund = b.Key.Fund,
        MoneyYear = b.Key.Year.ChineseName(),
        BudgetFen = b.BudgetFen,
        AdjustedFen = b.AdjustedFen,
        DoneFen = b.DoneFen,
        Entries = b.Entries,
        M1 = b.Months[0],
        M2 = b.Months[1],
        M3 = b.Months[2],
        M4 = b.Months[3],
        M5 = b.Months[4],
        M6 = b.Months[5],
        M7 = b.Months[6],
        M8 = b.Months[7],
        M9 = b.Months[8],
        M10 = b.Months[9],
        M11 = b.Months[10],
        M12 = b.Months[11],
    };
}
