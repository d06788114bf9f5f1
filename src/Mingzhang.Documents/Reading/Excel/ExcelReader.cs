using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Mingzhang.Documents.Reading.Office;
using Mingzhang.Documents.Reading.Packages;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Excel;

/// <summary>Reads workbooks (XLSX, XLS): every visible sheet as its title lines, its table and its notes.</summary>
public sealed class ExcelReader : ISourceReader
{
    private const long LargestUnpacked = 150 * 1024 * 1024;

    private const string Damaged = "Excel 文件已损坏";

    static ExcelReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public string Format => "Excel（XLSX、XLS、ET）";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) =>
        ZipPackage.Lists(content, "xl/"u8) || (CompoundFile.Is(content) && (CompoundFile.Has(content, "Workbook") || CompoundFile.Has(content, "Book")));

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var read = ReadWorkbook(file, content, cancellation);
        // Old workbooks of other programs (ET among them) that the library cannot read LibreOffice often can.
        if (read.IsRead || !CompoundFile.Is(content.Span) || CompoundFile.IsEncrypted(content.Span) || !read.Error.Contains(Damaged, StringComparison.Ordinal))
            return read;
        var converted = LibreOffice.Convert(content, "xls", "xlsx", cancellation);
        return converted.IsRead ? ReadWorkbook(file, converted.Value, cancellation) : read;
    }

    private static ReadResult<SourceDocument> ReadWorkbook(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            string? edition = null;
            if (!CompoundFile.Is(content.Span))
            {
                using var package = ZipPackage.Open(content);
                package.Check(LargestUnpacked);
                edition = PackageEdition.Of(package);
            }

            using var reader = ExcelReaderFactory.CreateReader(ContentStream.Of(content));
            var blocks = new List<SourceBlock>();
            var notes = new List<string>();
            do
            {
                if (reader.VisibleState != "visible")
                    notes.Add($"工作表“{reader.Name}”是隐藏的，没有读取。");
                else
                    blocks.AddRange(ExcelSheetReader.Read(reader, cancellation));
            }
            while (reader.NextResult());
            return blocks.Count == 0
                ? ReadResult<SourceDocument>.Failed($"{file}：工作簿里没有内容。请确认表格已填好并保存。")
                : ReadResult<SourceDocument>.Of(new SourceDocument(file, null, blocks) { Notes = notes, Edition = edition });
        }
        catch (InvalidPasswordException)
        {
            return ReadResult<SourceDocument>.Failed(EncryptedReader.Message(file));
        }
        catch (Exception e) when (IsDamage(e))
        {
            return ReadResult<SourceDocument>.Failed($"{file}：{Damaged}，读不下去（{e.Message}）。请用 Excel 或 WPS 打开并另存为 .xlsx 再试。");
        }
    }

    // How the reading of damaged bytes ends, in the library and below it.
    private static bool IsDamage(Exception e) => e is ExcelReaderException or InvalidDataException or XmlException or IOException or NotSupportedException
        or ArgumentException or FormatException or OverflowException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException
        or KeyNotFoundException or InvalidCastException or ArithmeticException;
}
