using CsvHelper;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Data.Sheets;

/// <summary>Reads a CSV file row by row; blank rows and rows that start with # are passed over.</summary>
internal sealed class Sheet : IDisposable
{
    private readonly string file;
    private readonly IReadOnlyList<SheetColumn> columns;
    private readonly MistakeList mistakes;
    private readonly CsvReader reader;
    private readonly int[] positions;
    private bool badQuotes;

    private Sheet(string file, ReadOnlyMemory<byte> utf8, IReadOnlyList<SheetColumn> columns, MistakeList mistakes)
    {
        this.file = file;
        this.columns = columns;
        this.mistakes = mistakes;
        positions = new int[columns.Count];
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            CommentPrefix = '#',
            // A line is a row, so that one lost quote cannot swallow the rest of the file.
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = _ => badQuotes = true,
        };
        reader = CsvReader.Create(utf8, options);
    }

    /// <summary>Whether no fault was found in the row so far.</summary>
    public bool IsSound { get; private set; }

    /// <summary>The row's number as a spreadsheet shows it.</summary>
    public int Row => (int)reader.LineNumber;

    /// <summary>Opens a file of a folder and reads its header.</summary>
    /// <returns>Null when it cannot be read; the mistakes then say why.</returns>
    public static Sheet? Open(LedgerFiles files, string file, IReadOnlyList<SheetColumn> columns, MistakeList mistakes)
    {
        var (utf8, problem) = TextFile.Read(files.Read(file));
        if (utf8 is null)
        {
            mistakes.Add(file, null, null, null, problem!);
            return null;
        }

        var sheet = new Sheet(file, utf8.Value, columns, mistakes);
        if (sheet.ReadHeader())
            return sheet;
        sheet.Dispose();
        return null;
    }

    /// <summary>Opens a file that need not be there; null when it is not, or cannot be read.</summary>
    public static Sheet? OpenOptional(LedgerFiles files, string file, IReadOnlyList<SheetColumn> columns, MistakeList mistakes) =>
        files.Has(file) ? Open(files, file, columns, mistakes) : null;

    /// <summary>Goes to the next row that holds something; false at the end.</summary>
    public bool Read()
    {
        while (NextRecord())
        {
            if (IsPassedOver())
                continue;
            IsSound = true;
            if (badQuotes)
            {
                // Its cells are cut at the wrong places, so there is no sense in judging them.
                Fault(null, null, "引号不成对，或单元格里有换行：含逗号或引号的内容要用英文双引号括起，内容里的双引号写两个，换行须去掉。");
                continue;
            }

            for (var i = HeaderLength; i < reader.FieldCount; i++)
            {
                if (Cell(i).Length > 0)
                    Fault(null, Cell(i), $"第{i + 1}格没有对应的表头：请检查是否多了逗号，数字中的千分位逗号须去掉或用双引号括起。");
            }

            return true;
        }

        return false;
    }

    /// <summary>Text of a cell without spaces around it; empty when there is none.</summary>
    public string Text(int column)
    {
        var position = positions[column];
        return position < 0 || position >= reader.FieldCount ? "" : Cell(position);
    }

    /// <summary>Text of a cell that must be filled.</summary>
    public string RequiredText(int column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Fault(column, "未填，此项必填。");
        return text;
    }

    /// <summary>Text of a cell; null when it is empty.</summary>
    public string? OptionalText(int column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>Meaning of a cell that must be filled; a default value when the row is not sound.</summary>
    public T Find<T>(int column, Lookup<T> lookup)
    {
        var text = RequiredText(column);
        return text.Length == 0 ? default! : Judge(column, lookup.Find(text));
    }

    /// <summary>Meaning of a cell that may be empty; a default value when it is, or when the row is not sound.</summary>
    public T? FindOptional<T>(int column, Lookup<T> lookup)
    {
        var text = Text(column);
        return text.Length == 0 ? default : Judge(column, lookup.Find(text));
    }

    /// <summary>Amount of a cell that must be filled, written in 元, in 分; 0 when the row is not sound.</summary>
    public long Fen(int column)
    {
        var text = RequiredText(column);
        if (text.Length == 0)
            return 0;
        if (!FenText.TryParse(text, out var fen, out var reason))
            Fault(column, reason);
        return fen;
    }

    /// <summary>Notes a mistake at a cell of this row.</summary>
    public void Fault(int column, string message) => Fault(columns[column].Name, Text(column), message);

    /// <summary>Notes a mistake of this row.</summary>
    public void Fault(string? field, string? value, string message)
    {
        IsSound = false;
        mistakes.Add(file, Row, field, value, message);
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private int HeaderLength { get; set; }

    private T Judge<T>(int column, Answer<T> answer)
    {
        if (answer.Fault is not null)
            Fault(column, answer.Fault);
        if (!answer.IsKnown)
            IsSound = false;
        return answer.Value;
    }

    private bool NextRecord()
    {
        badQuotes = false;
        return reader.Read();
    }

    // A comment that a spreadsheet put into quotes is still one.
    private bool IsPassedOver()
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (Cell(i) is { Length: > 0 } text)
                return text[0] == '#';
        }

        return true;
    }

    private string Cell(int position) => reader.GetString(position).Trim();

    private bool ReadHeader()
    {
        do
        {
            if (!NextRecord())
            {
                mistakes.Add(file, null, null, null, $"文件是空的：第一行应是表头，各列为{Expected()}。");
                return false;
            }
        }
        while (IsPassedOver());

        var before = mistakes.Count;
        Array.Fill(positions, -1);
        HeaderLength = reader.FieldCount;
        for (var i = 0; i < reader.FieldCount; i++)
            PlaceColumn(Cell(i), i);
        for (var column = 0; column < columns.Count; column++)
        {
            if (positions[column] < 0 && columns[column].Required)
                Fault(columns[column].Name, null, $"缺少“{columns[column].Name}”列：表头应有{Expected()}。");
        }

        return mistakes.Count == before;
    }

    private void PlaceColumn(string header, int position)
    {
        if (header.Length == 0)
            return;
        var column = columns.ToList().FindIndex(each => each.Name == header);
        if (column < 0)
            Fault(header, null, $"不认识“{header}”列：表头应为{Expected()}，请改名或删去此列。");
        else if (positions[column] >= 0)
            Fault(header, null, $"“{header}”列出现两次：请删去一列。");
        else
            positions[column] = position;
    }

    private string Expected() => string.Join('、', columns.Select(column => column.Required ? column.Name : $"{column.Name}（可缺）"));
}
