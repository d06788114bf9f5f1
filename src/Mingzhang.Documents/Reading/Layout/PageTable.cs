using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Layout;

/// <summary>Something on a page: a printed line or a table.</summary>
internal abstract record PageBlock(double Top);

/// <summary>A printed line.</summary>
internal sealed record PageLine(string Text, Place At, double Top) : PageBlock(Top);

/// <summary>A table on one page: positions of its column borders and its cells.</summary>
/// <param name="Borders">x of every column border from the left, one more than there are columns.</param>
/// <param name="Cells">Cells by row and column.</param>
/// <param name="At">Page and box of the table.</param>
/// <param name="Top">y of its upper border.</param>
internal sealed record PageTable(IReadOnlyList<double> Borders, IReadOnlyList<PageCell> Cells, Place At, double Top) : PageBlock(Top);

/// <summary>A cell of a page's table; columns and rows from 0, the ends not included.</summary>
internal sealed record PageCell(int Row, int RowEnd, int Column, int ColumnEnd, string Text, Place At);
