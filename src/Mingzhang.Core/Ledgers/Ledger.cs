using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Core.Ledgers;

/// <summary>A year's ledger of one department or unit (台账): what its published document is compiled from.</summary>
/// <param name="Settings">Agency, year, editions.</param>
/// <param name="Units">单位, the department first.</param>
/// <param name="Projects">项目.</param>
/// <param name="Lines">Budget and final-accounts lines.</param>
/// <param name="Procurements">政府采购 lines.</param>
/// <param name="ThreePublic">“三公”经费 budget figures that a final account states beside the actual ones.</param>
public sealed record Ledger(
    LedgerSettings Settings,
    IReadOnlyList<BudgetUnit> Units,
    IReadOnlyList<Project> Projects,
    IReadOnlyList<LedgerLine> Lines,
    IReadOnlyList<ProcurementLine> Procurements,
    IReadOnlyList<ThreePublicBudget> ThreePublic)
{
    /// <summary>What the narrative needs beyond the lines.</summary>
    public NarrativeRecords Narrative { get; init; } = NarrativeRecords.None;

    /// <summary>绩效记录: goals, indicators and what else performance forms need.</summary>
    public PerformanceRecords Performance { get; init; } = PerformanceRecords.None;
}
