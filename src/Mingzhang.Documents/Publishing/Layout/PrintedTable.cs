using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>A table as it is laid out on paper, the same for every format (版式).</summary>
/// <param name="Title">Title without agency and year.</param>
/// <param name="Number">Printed number; null when there is none.</param>
/// <param name="Unit">Unit of the amounts; empty when they differ.</param>
/// <param name="Columns">Columns from the left, all sides of the table abreast.</param>
/// <param name="Header">Header rows from the top; a cell that spans stands in its first row and column only.</param>
/// <param name="Body">Rows of the table, each with one cell for each column.</param>
/// <param name="Notes">Notes below the table.</param>
/// <param name="IsEmpty">Whether the table carries no figure.</param>
public sealed record PrintedTable(
    string Title,
    string? Number,
    string Unit,
    IReadOnlyList<PrintedColumn> Columns,
    IReadOnlyList<IReadOnlyList<HeaderCell>> Header,
    IReadOnlyList<PrintedRow> Body,
    IReadOnlyList<string> Notes,
    bool IsEmpty)
{
    /// <summary>Whether the table needs a landscape page (横排): more columns than a portrait page holds readably.</summary>
    public bool IsWide => Columns.Count > 8;
}

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>编码: a code, centred or left.</summary>
    Code,

    /// <summary>名称: the label of the row, left, indented by level.</summary>
    Label,

    /// <summary>Other text, left.</summary>
    Text,

    /// <summary>An amount, right.</summary>
    Amount,
}

/// <summary>A column of a printed table.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Side">Index of the side it belongs to.</param>
/// <param name="Header">The column of the statement it shows; null for code, label and a column that the statement lacks.</param>
public sealed record PrintedColumn(ColumnKind Kind, int Side, ColumnPath? Header = null);

/// <summary>A header cell.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Column">First column it covers.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many header rows it covers.</param>
public sealed record HeaderCell(string Text, int Column, int ColumnSpan, int RowSpan);

/// <summary>A row of a printed table.</summary>
/// <param name="Cells">One cell for each column.</param>
/// <param name="IsTotal">Whether it is a grand total, printed bold.</param>
public sealed record PrintedRow(IReadOnlyList<PrintedCell> Cells, bool IsTotal);

/// <summary>A cell of a printed table.</summary>
/// <param name="Text">Text as printed; compiled amounts have thousands separators. "" for a blank.</param>
/// <param name="Value">Its number; null for text and blanks.</param>
/// <param name="Decimals">Decimals of the number.</param>
/// <param name="Level">Depth of the row, for the indent of a label.</param>
/// <param name="Source">Index of the statement row it comes from; -1 for none.</param>
public sealed record PrintedCell(string Text, decimal? Value, int Decimals, int Level, int Source)
{
    /// <summary>A blank.</summary>
    public static PrintedCell Blank { get; } = new("", null, 0, 0, -1);
}
