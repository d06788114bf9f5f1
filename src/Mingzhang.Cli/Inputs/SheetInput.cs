using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Workbooks;

namespace Mingzhang.Cli.Inputs;

/// <summary>Reads the workbooks and CSV files of a folder as plain sheets (文件夹里的表).</summary>
internal static class SheetInput
{
    /// <summary>All sheets, by the names of the files.</summary>
    /// <returns>The sheets, or in Chinese what could not be read, a line each.</returns>
    public static ReadResult<IReadOnlyList<RawSheet>> Read(string folder)
    {
        if (!Directory.Exists(folder))
            return ReadResult<IReadOnlyList<RawSheet>>.Failed($"{folder}：找不到这个文件夹。");
        var sheets = new List<RawSheet>();
        var problems = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var content = File.ReadAllBytes(path);
            if (WorkbookSheets.Is(content))
            {
                var read = WorkbookSheets.Read(name, content);
                if (read.IsRead)
                    sheets.AddRange(read.Value);
                else
                    problems.Add(read.Error);
            }
            else if (Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                var (sheet, problem) = CsvSheets.Read(name, content);
                if (sheet is not null)
                    sheets.Add(sheet);
                else
                    problems.Add(problem!);
            }
        }

        return problems.Count > 0 ? ReadResult<IReadOnlyList<RawSheet>>.Failed(string.Join('\n', problems)) : ReadResult<IReadOnlyList<RawSheet>>.Of(sheets);
    }
}
