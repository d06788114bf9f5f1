namespace Mingzhang.Data.Sheets;

/// <summary>A column that a sheet may have.</summary>
/// <param name="Name">Header.</param>
/// <param name="Required">Whether the column must be there and every cell filled; otherwise both may be missing.</param>
internal sealed record SheetColumn(string Name, bool Required = true);
