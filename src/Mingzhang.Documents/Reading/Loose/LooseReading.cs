using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>A table put together again from lines whose layout was lost (版面已失的表).</summary>
/// <param name="Statement">The table; cells whose column arithmetic leaves open are not sure.</param>
/// <param name="Form">The form it was read by.</param>
/// <param name="Edition">The edition of that form.</param>
/// <param name="Score">How well the lines agree with the form, 0 to 1000.</param>
public sealed record LooseReading(Statement Statement, Form? Form, Edition? Edition, int Score);

/// <summary>A cell named by what it is in its form: the key of evidence from other tables.</summary>
/// <param name="FormId">Form, see <see cref="Form.Id"/>.</param>
/// <param name="RowKey">Key of the row as in <see cref="StatementRow.Key"/>.</param>
/// <param name="ColumnId">Column, see <see cref="FormColumn.Id"/>.</param>
public readonly record struct FormCellName(string FormId, string RowKey, string ColumnId);

/// <summary>What the rest of the document says and these lines do not (旁证). Everything is optional.</summary>
public sealed record LooseHints
{
    /// <summary>Nothing is known.</summary>
    public static LooseHints None { get; } = new();

    /// <summary>Budget year, for headers that print it; null to take it from the title.</summary>
    public int? Year { get; init; }

    /// <summary>Figures that other tables state, in the unit of the table; they settle columns that these lines leave open.</summary>
    public IReadOnlyDictionary<FormCellName, decimal> Figures { get; init; } = new Dictionary<FormCellName, decimal>();

    /// <summary>Names of codes (功能科目, 经济科目), to tell apart words that stand side by side.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
