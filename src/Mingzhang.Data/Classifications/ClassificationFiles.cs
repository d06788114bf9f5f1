using System.Globalization;
using Mingzhang.Core.Classifications;
using Mingzhang.Data.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Classifications;

/// <summary>What reading a folder of classifications gave: the catalogue, or the mistakes that hinder it.</summary>
/// <param name="Catalogue">The classifications; null when there are mistakes.</param>
/// <param name="Mistakes">All mistakes, empty when there are none.</param>
public sealed record ClassificationLoad(ClassificationCatalogue? Catalogue, IReadOnlyList<LedgerMistake> Mistakes);

/// <summary>Reads the classifications of data/classifications: one CSV file each, named by its first year (功能分类-2022.csv).</summary>
public static class ClassificationFiles
{
    private const int Code = 0, Name = 1, Parent = 2, Aliases = 3, Summary = 4, Source = 5;

    private static readonly SheetColumn[] Columns =
    [
        new("编码", Required: false), new("名称"), new("上级", Required: false), new("别名", Required: false), new("汇总", Required: false), new("来源", Required: false),
    ];

    /// <summary>Reads all CSV files of a folder.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    public static ClassificationLoad Load(string folder)
    {
        var mistakes = new MistakeList();
        var files = Directory.GetFiles(folder, "*.csv")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)
            .Select(stem => new VersionFile(stem, NameOf(stem), YearOf(stem)))
            .ToList();
        var all = new List<Classification>(files.Count);
        foreach (var file in files)
        {
            // A file is valid until the year before its next version; versions of one name stand in the order of their years.
            var next = files.Find(other => other.Name == file.Name && other.Year > file.Year);
            if (Read(folder, file.Stem + ".csv", mistakes) is { } entries)
                all.Add(new Classification(file.Name, file.Year, next?.Year - 1, entries));
        }

        return mistakes.Count == 0 ? new ClassificationLoad(new ClassificationCatalogue(all), []) : new ClassificationLoad(null, mistakes.All);
    }

    private static string NameOf(string stem) => YearOf(stem) == 0 ? stem : stem[..^5];

    // 行政区划-武汉 ends in no year and is valid in all.
    private static int YearOf(string stem) =>
        stem.Length > 5 && stem[^5] == '-' && int.TryParse(stem.AsSpan(stem.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    private static List<ClassificationEntry>? Read(string folder, string file, MistakeList mistakes)
    {
        var before = mistakes.Count;
        using var sheet = Sheet.Open(LedgerFiles.In(folder), file, Columns, mistakes);
        if (sheet is null)
            return null;
        var entries = new List<ClassificationEntry>();
        var rows = new List<int>();
        while (sheet.Read())
        {
            var name = sheet.RequiredText(Name);
            var summary = sheet.Text(Summary);
            if (summary is not ("" or "是" or "否"))
                sheet.Fault(Summary, "“汇总”列只填“是”或“否”，也可空着。");
            var aliases = sheet.Text(Aliases).Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            entries.Add(new ClassificationEntry(
                sheet.OptionalText(Code) ?? name, name, sheet.OptionalText(Parent), aliases, summary == "是", sheet.OptionalText(Source)));
            rows.Add(sheet.Row);
        }

        foreach (var (entry, message) in Classification.Faults(entries))
            mistakes.Add(file, rows[entry], null, entries[entry].Code, message);
        return mistakes.Count == before ? entries : null;
    }

    // A class, not a tuple: what every call does at its start must not wait for the just-in-time compiler.
    private sealed record VersionFile(string Stem, string Name, int Year);
}
