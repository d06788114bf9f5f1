using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Packages;

namespace Mingzhang.Documents.Workbooks;

/// <summary>Reads workbooks as plain rows of texts (导入用的工作簿): numbers as they are stored, not as they are shown, because amounts are computed with them.</summary>
public static class WorkbookSheets
{
    private const long LargestUnpacked = 150 * 1024 * 1024;

    private const int MostRows = 60_000, MostColumns = 200;

    static WorkbookSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether it is a workbook by its content, whatever it is called.</summary>
    public static bool Is(ReadOnlySpan<byte> content) =>
        ZipPackage.Lists(content, "xl/"u8) || (CompoundFile.Is(content) && (CompoundFile.Has(content, "Workbook") || CompoundFile.Has(content, "Book")));

    /// <summary>Reads every visible sheet.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="content">Its bytes.</param>
    public static ReadResult<IReadOnlyList<RawSheet>> Read(string file, ReadOnlyMemory<byte> content)
    {
        try
        {
            if (!CompoundFile.Is(content.Span))
            {
                using var package = ZipPackage.Open(content);
                package.Check(LargestUnpacked);
            }

            using var reader = ExcelReaderFactory.CreateReader(ContentStream.Of(content));
            var sheets = new List<RawSheet>();
            do
            {
                if (reader.VisibleState == "visible")
                    sheets.Add(Sheet(file, reader));
            }
            while (reader.NextResult());
            return ReadResult<IReadOnlyList<RawSheet>>.Of(sheets);
        }
        catch (InvalidPasswordException)
        {
            return ReadResult<IReadOnlyList<RawSheet>>.Failed($"{file}：文件有密码，打不开。请去掉密码另存后再试。");
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or System.Xml.XmlException or IOException or NotSupportedException or ArgumentException or FormatException
            or OverflowException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or InvalidCastException)
        {
            return ReadResult<IReadOnlyList<RawSheet>>.Failed($"{file}：Excel 文件已损坏或过大，读不下去。请用 Excel 或 WPS 打开并另存为 .xlsx 再试。");
        }
    }

    private static RawSheet Sheet(string file, IExcelDataReader reader)
    {
        var rows = new List<RawRow>();
        var number = 0;
        while (reader.Read())
        {
            number++;
            var cells = new string[Math.Min(reader.FieldCount, MostColumns)];
            for (var c = 0; c < cells.Length; c++)
                cells[c] = Text(reader.GetValue(c));
            if (cells.Any(c => c.Length > 0))
                rows.Add(new RawRow(number, cells));
            if (rows.Count > MostRows)
                throw new InvalidDataException("工作表过大");
        }

        return new RawSheet(file, reader.Name.Trim(), rows);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim(),
        bool flag => flag ? "是" : "否",
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IConvertible number => Number(number),
        _ => "",
    };

    // Workbooks keep binary fractions: the change to decimal keeps the 15 digits that are meant.
    private static string Number(IConvertible number)
    {
        try
        {
            return number.ToDecimal(CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }
    }
}
