using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>What stands above and below a table: its title, number, unit, notes.</summary>
/// <param name="Title">Title without agency, year and number.</param>
/// <param name="Number">Printed number; null when none is printed.</param>
/// <param name="Unit">Unit printed outside the table; null when none is.</param>
/// <param name="Notes">Notes below the table.</param>
/// <param name="At">Where the title stands.</param>
internal sealed record TableHeading(string Title, string? Number, string? Unit, IReadOnlyList<string> Notes, Place At)
{
    /// <summary>The title as printed, agency, year and number included.</summary>
    public string Printed { get; init; } = Title;
}
