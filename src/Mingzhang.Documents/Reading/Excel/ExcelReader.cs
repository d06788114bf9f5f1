using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Mingzhang.Documents.Reading.Packages;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Excel;

/// <summary>Reads workbooks (XLSX, XLS): every visible sheet as its title lines, its table and its notes.</summary>
public sealed class ExcelReader : ISourceReader
{
    private const long LargestUnpacked = 150 * 1024 * 1024;

    static ExcelReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public string Format => "Excel（XLSX、XLS）";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) =>
        ZipPackage.Lists(content, "xl/"u8) || (CompoundFile.Is(content) && (CompoundFile.Has(content, "Workbook") || CompoundFile.Has(content, "Book")));

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
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

            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content.ToArray(), writable: false));
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
            return ReadResult<SourceDocument>.Failed($"{file}：Excel 文件已损坏，读不下去（{e.Message}）。请用 Excel 或 WPS 打开并另存为 .xlsx 再试。");
        }
    }

    // How the reading of damaged bytes ends, in the library and below it.
    private static bool IsDamage(Exception e) => e is ExcelReaderException or InvalidDataException or XmlException or IOException or NotSupportedException
        or ArgumentException or FormatException or OverflowException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException
        or KeyNotFoundException or InvalidCastException or ArithmeticException;
}
