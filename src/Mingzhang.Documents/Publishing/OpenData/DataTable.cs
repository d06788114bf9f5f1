using System.Globalization;
using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Publishing.OpenData;

/// <summary>A statement as a flat table: key, name and level of each row, then its columns, each named by its header path.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Ordinal">Its place in the document from 1.</param>
internal sealed record DataTable(Statement Statement, int Ordinal)
{
    /// <summary>Headers of the first three columns.</summary>
    public static IReadOnlyList<string> Fixed { get; } = ["行标识", "行名", "级次"];

    /// <summary>File name; the ordinal in front keeps the order of the document.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"{Ordinal:00}-{string.Concat(Statement.Title.Where(c => c > ' ' && !"<>:\"/\\|?*".Contains(c, StringComparison.Ordinal)))}.csv");

    /// <summary>Whether a column holds figures only, so that a program may read it as numbers.</summary>
    public bool IsNumber(ColumnPath column) =>
        Statement.Rows.SelectMany(r => r.Cells).Where(c => c.Column.Equals(column)).All(c => c.Figure is not null);

    /// <summary>Header of a column; a column that would be named like one of the first three gets a mark.</summary>
    public static string Name(ColumnPath column) => Fixed.Contains(column.Text) ? column.Text + "（栏）" : column.Text;

    /// <summary>The file: UTF-8 with mark, as spreadsheet programs need it, lines ended by CR LF (RFC 4180).</summary>
    public byte[] Csv()
    {
        var text = new StringBuilder(CsvText.Mark);
        CsvText.Line(text, [.. Fixed, .. Statement.Columns.Select(Name)]);
        foreach (var row in Statement.Rows)
        {
            var cells = Statement.Columns.Select(c => row.Cells.FirstOrDefault(x => x.Column.Equals(c)) is { } cell ? Field(cell) : "");
            CsvText.Line(text, [row.Key, row.Name, row.Level.ToString(CultureInfo.InvariantCulture), .. cells]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Field(Cell cell) => cell.Figure is { } figure ? FigureText.Format(figure.Value, figure.Decimals) : cell.Text ?? "";
}
