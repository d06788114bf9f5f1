namespace Mingzhang.Core.Ledgers;

/// <summary>Settings of a ledger (台账设置).</summary>
/// <param name="Agency">Full name, e.g. 某市某区医疗保障局.</param>
/// <param name="ShortName">Name used in titles; the full name where there is none.</param>
/// <param name="Year">年度.</param>
/// <param name="BudgetEdition">Edition of the budget; null when the ledger holds none.</param>
/// <param name="FinalEdition">Edition of the final accounts; null when the ledger holds none.</param>
/// <param name="IsDepartment">True for 部门 (with its units), false for a single 单位.</param>
/// <param name="DeviationPercent">Final accounts that differ from the budget by more than this many percent must say why; null where every difference must.</param>
public sealed record LedgerSettings(string Agency, string ShortName, int Year, string? BudgetEdition, string? FinalEdition, bool IsDepartment, decimal? DeviationPercent = null)
{
    /// <summary>Whether a final figure differs from its budget so much that the reason must be said.</summary>
    /// <param name="budget">Budget.</param>
    /// <param name="final">Final figure in the same unit.</param>
    public bool NeedsReason(decimal budget, decimal final) =>
        budget != final && (DeviationPercent is not { } percent || budget == 0m || Math.Abs(final - budget) * 100m > percent * Math.Abs(budget));
}
