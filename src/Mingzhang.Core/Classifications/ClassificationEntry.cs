namespace Mingzhang.Core.Classifications;

/// <summary>One row of a classification file (分类表的一行), before the tree is built.</summary>
/// <param name="Code">编码; the name itself where the classification has no official codes.</param>
/// <param name="Name">名称, the official full name.</param>
/// <param name="ParentCode">编码 of the item above; null for a top item.</param>
/// <param name="Aliases">Other names that documents print for the same item.</param>
/// <param name="IsSummary">Whether it only sums up others (汇总项), so that no ledger line may carry it.</param>
/// <param name="Source">Where the row comes from, e.g. 财政部科目, 公开文件; null when not said.</param>
public sealed record ClassificationEntry(
    string Code,
    string Name,
    string? ParentCode = null,
    IReadOnlyList<string>? Aliases = null,
    bool IsSummary = false,
    string? Source = null);
