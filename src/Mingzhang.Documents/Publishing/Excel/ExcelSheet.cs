namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>A worksheet before it is written.</summary>
internal sealed class ExcelSheet(string name)
{
    /// <summary>Its name, unique in the workbook.</summary>
    public string Name { get; } = name;

    /// <summary>Its rows from the top, each with its cells from the left.</summary>
    public List<List<ExcelCell>> Rows { get; } = [];

    /// <summary>Merged areas: first row, first column, last row, last column, from 0.</summary>
    public List<(int Row, int Column, int LastRow, int LastColumn)> Merges { get; } = [];

    /// <summary>Widths of its columns in characters of the standard type.</summary>
    public List<decimal> Widths { get; } = [];

    /// <summary>Heights of rows in points, by row; what is not there is left to the program.</summary>
    public Dictionary<int, decimal> Heights { get; } = [];

    /// <summary>Links to other sheets: cell and name of the sheet.</summary>
    public List<(int Row, int Column, string Sheet)> Links { get; } = [];

    /// <summary>Whether it prints on landscape pages.</summary>
    public bool IsWide { get; init; }

    /// <summary>Rows and columns that stay in view.</summary>
    public (int Rows, int Columns) Frozen { get; set; }

    /// <summary>Rows that repeat on each page, first and last from 0; null for none.</summary>
    public (int First, int Last)? Titles { get; set; }

    /// <summary>Number of columns.</summary>
    public int Width => Math.Max(Widths.Count, 1);

    /// <summary>Merges an area unless it is a single cell.</summary>
    public void Merge(int row, int column, int rows, int columns)
    {
        if (rows > 1 || columns > 1)
            Merges.Add((row, column, row + rows - 1, column + columns - 1));
    }

    /// <summary>Reference of a cell: B7.</summary>
    public static string At(int row, int column) => Column(column) + (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Letters of a column: A, Z, AA.</summary>
    public static string Column(int column) => column < 26 ? ((char)('A' + column)).ToString() : Column((column / 26) - 1) + (char)('A' + (column % 26));
}

/// <summary>A cell of a worksheet: a text, or a number with perhaps the formula that gives it, or neither.</summary>
/// <param name="Column">Its column from 0.</param>
/// <param name="Look">How it looks.</param>
internal readonly record struct ExcelCell(int Column, ExcelLook Look)
{
    public string? Text { get; init; }

    public decimal? Number { get; init; }

    public string? Formula { get; init; }
}

/// <summary>How a cell looks.</summary>
/// <param name="Align">left, center or right.</param>
/// <param name="Kind">Which type it is set in.</param>
/// <param name="Border">Whether it has lines around it.</param>
/// <param name="Indent">Steps of indent.</param>
/// <param name="Format">Number format; empty for the general one.</param>
/// <param name="HalfPoints">Type size in half points; titles and links have their own.</param>
internal readonly record struct ExcelLook(string Align, ExcelType Kind = ExcelType.Plain, bool Border = true, int Indent = 0, string Format = "", int HalfPoints = ExcelLook.Standard)
{
    /// <summary>The standard size, in half points: 11 points.</summary>
    public const int Standard = 22;
}

/// <summary>Types of a workbook.</summary>
internal enum ExcelType
{
    Plain,
    Strong,
    Title,
    Link,
}
