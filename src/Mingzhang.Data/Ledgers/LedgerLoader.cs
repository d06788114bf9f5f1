using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>Reads a ledger folder (台账文件夹), whose format docs/ledger-format.md describes. Everything is checked; all of it is loaded, or nothing.</summary>
public static class LedgerLoader
{
    private static readonly LedgerForm[] Expenditures = [LedgerForm.BudgetExpenditure, LedgerForm.FinalExpenditure];

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Path of the folder; that it is missing is a mistake like any other.</param>
    /// <param name="catalogue">The classifications that its codes must belong to.</param>
    /// <exception cref="IOException">A file is there but cannot be read, e.g. because another program holds it.</exception>
    public static LedgerLoad Load(string folder, ClassificationCatalogue catalogue)
    {
        var mistakes = new MistakeList();
        if (!Directory.Exists(folder))
        {
            mistakes.Add(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), null, null, null, "找不到这个台账文件夹：请检查路径。");
            return new LedgerLoad(null, mistakes.All);
        }

        CheckFiles(folder, mistakes);
        var (settings, year) = ReadSettings(folder, mistakes);
        CheckYear(catalogue, year, mistakes);
        CheckEditions(folder, settings, mistakes);
        var lookups = new LedgerLookups(catalogue, year);
        var units = UnitReader.Read(folder, lookups, mistakes);
        var projects = ProjectReader.Read(folder, units.Lookup, mistakes);
        var lines = new LineReader(folder, lookups, units.Lookup, projects.Lookup, mistakes);
        lines.ReadIncome(LedgerForm.BudgetIncome, Stage.Budget);
        lines.ReadExpenditure(LedgerForm.BudgetExpenditure, Stage.Budget);
        lines.ReadIncome(LedgerForm.FinalIncome, Stage.Final);
        lines.ReadExpenditure(LedgerForm.FinalExpenditure, Stage.Final);
        lines.ReadBalances();
        var procurements = ProcurementReader.ReadProcurements(folder, lookups, units.Lookup, mistakes);
        var threePublic = ProcurementReader.ReadThreePublic(folder, lookups, mistakes);
        return mistakes.Count > 0
            ? new LedgerLoad(null, mistakes.All)
            : new LedgerLoad(new Ledger(settings!, units.Units, projects.Projects, lines.Lines, procurements, threePublic), []);
    }

    // A file with a mistyped name would otherwise be passed over in silence.
    private static void CheckFiles(string folder, MistakeList mistakes)
    {
        var expected = LedgerForm.All.Select(form => form.File).Prepend(LedgerForm.SettingsFile).ToList();
        var present = Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        foreach (var file in present)
        {
            if (expected.Contains(file) || file.StartsWith('~') || Path.GetExtension(file).ToLowerInvariant() is not (".csv" or ".yaml" or ".yml" or ".xlsx" or ".xls" or ".et"))
                continue;
            var near = Nearest.Word(expected, file) is { } word ? $"，是否应为“{word}”" : "";
            mistakes.Add(file, null, null, null, $"不认识这个文件{near}：台账文件夹里应为{string.Join('、', expected)}，其他文件请移走。");
        }

        foreach (var file in (string[])[LedgerForm.SettingsFile, LedgerForm.Units.File])
        {
            if (!present.Contains(file))
                mistakes.Add(file, null, null, null, "缺少这个文件，必须有。");
        }

        if (!Expenditures.Any(form => present.Contains(form.File)))
            mistakes.Add(LedgerForm.BudgetExpenditure.File, null, null, null, $"{LedgerForm.BudgetExpenditure.File} 和 {LedgerForm.FinalExpenditure.File} 至少要有一个。");
    }

    private static (LedgerSettings? Settings, int? Year) ReadSettings(string folder, MistakeList mistakes) =>
        File.Exists(Path.Combine(folder, LedgerForm.SettingsFile)) ? SettingsReader.Read(folder, mistakes) : (null, null);

    private static void CheckYear(ClassificationCatalogue catalogue, int? year, MistakeList mistakes)
    {
        foreach (var name in (string[])[ClassificationCatalogue.Function, ClassificationCatalogue.Economic, ClassificationCatalogue.Fund, ClassificationCatalogue.Category])
        {
            if (year is not null && catalogue.Find(name, year.Value) is null)
                mistakes.Add(LedgerForm.SettingsFile, null, SettingsReader.Year, $"{year}", $"没有{year}年的{name}：请在 data/classifications/ 中增加，做法见该目录的 README.md。");
        }
    }

    // What a stage's lines are compiled into must be known, and an edition without lines is a forgotten file.
    private static void CheckEditions(string folder, LedgerSettings? settings, MistakeList mistakes)
    {
        if (settings is null)
            return;
        Check(LedgerForm.BudgetExpenditure, SettingsReader.BudgetEdition, settings.BudgetEdition);
        Check(LedgerForm.FinalExpenditure, SettingsReader.FinalEdition, settings.FinalEdition);

        void Check(LedgerForm form, string field, string? edition)
        {
            var isPresent = File.Exists(Path.Combine(folder, form.File));
            if (isPresent && edition is null)
                mistakes.Add(LedgerForm.SettingsFile, null, field, null, $"未填：有 {form.File} 就要填{field}，例如 wuhan-{settings.Year}-{(form == LedgerForm.BudgetExpenditure ? "budget" : "final")}。");
            if (!isPresent && edition is not null)
                mistakes.Add(form.File, null, null, null, $"缺少这个文件：{LedgerForm.SettingsFile} 填了{field}；没有的话请删去那一项。");
        }
    }
}
