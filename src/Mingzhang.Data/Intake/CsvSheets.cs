using CsvHelper;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Intake;

/// <summary>Reads a CSV file as plain rows of texts (导入用的文本表).</summary>
public static class CsvSheets
{
    /// <summary>Reads it; otherwise says in Chinese what is wrong.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="content">Its bytes.</param>
    public static (RawSheet? Sheet, string? Problem) Read(string file, ReadOnlyMemory<byte> content)
    {
        var (utf8, problem) = TextFile.Read(content);
        if (utf8 is null)
            return (null, $"{file}：{problem}");
        var bad = 0;
        using var reader = CsvReader.Create(utf8.Value, new CsvReaderOptions { Separator = ',', HasHeader = false, CommentPrefix = '#', AllowLineBreaksInQuotes = false, TrackLineNumbers = true, OnMalformedRecord = _ => bad++ });
        var rows = new List<RawRow>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim()).ToList();
            if (bad > 0)
                return (null, $"{file} 第 {reader.LineNumber} 行：引号不成对，或单元格里有换行。");
            // A comment that a spreadsheet put into quotes is still one.
            if (cells.FirstOrDefault(c => c.Length > 0) is { } first && first[0] != '#')
                rows.Add(new RawRow((int)reader.LineNumber, cells));
        }

        return (new RawSheet(file, Path.GetFileNameWithoutExtension(file), rows), null);
    }

    /// <summary>Reads a large file row by row, so that it need not be in memory twice; otherwise says in Chinese what is wrong.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="malformed">Is told the numbers of rows whose quotes do not pair; their cells are as they came.</param>
    public static (IEnumerable<RawRow>? Rows, string? Problem) Stream(string file, ReadOnlyMemory<byte> content, ICollection<int> malformed)
    {
        var (utf8, problem) = TextFile.Read(content);
        return utf8 is null ? (null, $"{file}：{problem}") : (Rows(utf8.Value, malformed), null);
    }

    private static IEnumerable<RawRow> Rows(ReadOnlyMemory<byte> utf8, ICollection<int> malformed)
    {
        var bad = 0;
        using var reader = CsvReader.Create(
            utf8, new CsvReaderOptions { Separator = ',', HasHeader = false, CommentPrefix = '#', AllowLineBreaksInQuotes = false, TrackLineNumbers = true, PoolStrings = true, OnMalformedRecord = _ => bad++ });
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            var isFilled = false;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i).Trim();
                isFilled |= cells[i].Length > 0;
            }

            var row = (int)reader.LineNumber;
            if (bad > 0)
                malformed.Add(row);
            bad = 0;
            if (isFilled)
                yield return new RawRow(row, cells);
        }
    }
}
