using System.IO.Compression;
using System.Text;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Documents.Workbooks;

namespace Mingzhang.Web.Workbench.Importing;

/// <summary>Reads uploaded files as sheets (上传的文件): workbooks, CSV files, and archives of these. What a file is is told by its content, not by its name.</summary>
internal static class UploadReader
{
    /// <summary>Largest upload in bytes.</summary>
    public const long Largest = 20 * 1024 * 1024;

    private const int MostEntries = 60;

    private const long LargestUnpacked = 60 * 1024 * 1024;

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    /// <summary>The sheets of all files, and in Chinese what could not be read.</summary>
    public static (IReadOnlyList<RawSheet> Sheets, IReadOnlyList<string> Problems) Read(IEnumerable<(string Name, byte[] Content)> files)
    {
        var sheets = new List<RawSheet>();
        var problems = new List<string>();
        foreach (var (name, content) in files)
            File(Path.GetFileName(name), content, sheets, problems, isInside: false);
        return (sheets, problems);
    }

    private static void File(string name, byte[] content, List<RawSheet> sheets, List<string> problems, bool isInside)
    {
        if (content.Length == 0)
            problems.Add($"{name}：文件是空的。");
        else if (WorkbookSheets.Is(content))
        {
            var read = WorkbookSheets.Read(name, content);
            if (read.IsRead)
                sheets.AddRange(read.Value);
            else
                problems.Add(read.Error);
        }
        else if (content.AsSpan().StartsWith(Zip))
        {
            if (isInside)
                problems.Add($"{name}：压缩包里不能再有压缩包。");
            else
                Archive(name, content, sheets, problems);
        }
        else if (Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase) || Path.GetExtension(name).Equals(".txt", StringComparison.OrdinalIgnoreCase))
        {
            var (sheet, problem) = CsvSheets.Read(name, content);
            if (sheet is not null)
                sheets.Add(sheet);
            else
                problems.Add(problem!);
        }
        else if (!isInside)
            problems.Add($"{name}：不是 Excel 工作簿、CSV 或它们的压缩包，不能导入。");
    }

    // Names within an archive are never used as paths: nothing is written.
    private static void Archive(string name, byte[] content, List<RawSheet> sheets, List<string> problems)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            if (archive.Entries.Count > MostEntries)
            {
                problems.Add($"{name}：压缩包里的文件超过 {MostEntries} 个。");
                return;
            }

            var unpacked = 0L;
            foreach (var entry in archive.Entries.Where(e => e.Name.Length > 0 && e.Name[0] is not ('.' or '~')))
            {
                using var stream = entry.Open();
                using var memory = new MemoryStream();
                // What the archive says of its sizes may be untrue: it is counted.
                var buffer = new byte[81920];
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    unpacked += read;
                    if (unpacked > LargestUnpacked)
                    {
                        problems.Add($"{name}：解开后超过 {LargestUnpacked / 1024 / 1024} MB。");
                        return;
                    }

                    memory.Write(buffer, 0, read);
                }

                File(entry.Name, memory.ToArray(), sheets, problems, isInside: true);
            }
        }
        catch (InvalidDataException)
        {
            problems.Add($"{name}：压缩包已损坏，打不开。");
        }
    }
}
