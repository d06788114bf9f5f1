namespace Mingzhang.Core.Ledgers;

/// <summary>A unit (预算单位). The department itself is the row without a parent.</summary>
/// <param name="Code">Unit code, e.g. 202001.</param>
/// <param name="Name">Full name.</param>
/// <param name="ParentCode">Code of the unit above; null for the department.</param>
/// <param name="Nature">One of <see cref="Natures"/>; null for the department.</param>
public sealed record BudgetUnit(string Code, string Name, string? ParentCode, string? Nature)
{
    /// <summary>What kinds of unit there are (单位性质): they decide 机关运行经费 and 行政/事业运行.</summary>
    public static IReadOnlyList<string> Natures { get; } = ["行政", "参公", "事业"];
}
