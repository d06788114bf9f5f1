using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Comparing;

/// <summary>How two documents differ in a cell (差异种类).</summary>
public enum DifferenceKind
{
    /// <summary>Both print something, not the same.</summary>
    Different,

    /// <summary>Only the first prints it.</summary>
    OnlyFirst,

    /// <summary>Only the second prints it.</summary>
    OnlySecond,
}

/// <summary>A cell in which two documents differ (差异).</summary>
/// <param name="Kind">How.</param>
/// <param name="Statement">Title of the table, as the first document prints it where it has it.</param>
/// <param name="Row">Key of the row.</param>
/// <param name="Name">Label of the row.</param>
/// <param name="Column">Header path.</param>
/// <param name="First">What the first document prints; null for nothing and for a cell that could not be read.</param>
/// <param name="Second">What the second prints; likewise.</param>
/// <param name="IsWholeTable">Whether one of the documents lacks the whole table.</param>
public sealed record CellDifference(
    DifferenceKind Kind, string Statement, string Row, string Name, ColumnPath Column, string? First, string? Second, bool IsWholeTable);

/// <summary>What comparing two documents gave (比对结果).</summary>
/// <param name="Differences">The differences, in the order of the first document; what only the second has comes last.</param>
/// <param name="Same">Number of cells that agree.</param>
public sealed record DisclosureComparison(IReadOnlyList<CellDifference> Differences, int Same);
