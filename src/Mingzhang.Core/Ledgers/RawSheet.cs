namespace Mingzhang.Core.Ledgers;

/// <summary>A sheet of an uploaded file as it stands (原始工作表), before anything is made of it.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Name">Name of the sheet; for a CSV file its name without ending.</param>
/// <param name="Rows">Its rows that hold something.</param>
public sealed record RawSheet(string File, string Name, IReadOnlyList<RawRow> Rows);

/// <summary>A row of it.</summary>
/// <param name="Number">Number as a spreadsheet shows it, from 1.</param>
/// <param name="Cells">Texts from the left, without blanks around them.</param>
public sealed record RawRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Text of a cell; empty beyond the last.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}
