using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers.Performance;
using Mingzhang.Data.Ledgers.Records;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>Reads a ledger folder (台账文件夹), whose format docs/ledger-format.md describes. Everything is checked; all of it is loaded, or nothing.</summary>
public static class LedgerLoader
{
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

        return Load(LedgerFiles.In(folder), catalogue);
    }

    /// <summary>Reads the files of a ledger, wherever they are.</summary>
    /// <param name="files">The files.</param>
    /// <param name="catalogue">The classifications that its codes must belong to.</param>
    /// <exception cref="IOException">A file is there but cannot be read, e.g. because another program holds it.</exception>
    public static LedgerLoad Load(LedgerFiles files, ClassificationCatalogue catalogue)
    {
        var mistakes = new MistakeList();
        FolderCheck.Check(files, mistakes);
        var (settings, year) = ReadSettings(files, mistakes);
        CheckYear(catalogue, year, mistakes);
        CheckEditions(files, settings, mistakes);
        var lookups = new LedgerLookups(catalogue, year);
        var units = UnitReader.Read(files, lookups, mistakes);
        var projects = ProjectReader.Read(files, units.Lookup, mistakes);
        var lines = new LineReader(files, lookups, units.Lookup, projects.Lookup, mistakes);
        lines.ReadIncome(LedgerForm.BudgetIncome, Stage.Budget);
        lines.ReadExpenditure(LedgerForm.BudgetExpenditure, Stage.Budget);
        lines.ReadIncome(LedgerForm.FinalIncome, Stage.Final);
        lines.ReadExpenditure(LedgerForm.FinalExpenditure, Stage.Final);
        lines.ReadBalances();
        var procurements = ProcurementReader.ReadProcurements(files, lookups, units.Lookup, mistakes);
        var threePublic = ProcurementReader.ReadThreePublic(files, lookups, mistakes);
        var performance = PerformanceFiles.Load(files, projects.Lookup, mistakes);
        var narrative = NarrativeFiles.Load(files, new RecordLookups(lookups, units.Lookup, projects.Lookup), mistakes);
        return mistakes.Count > 0
            ? new LedgerLoad(null, mistakes.All)
            : new LedgerLoad(new Ledger(settings!, units.Units, projects.Projects, lines.Lines, procurements, threePublic) { Narrative = narrative, Performance = performance }, []);
    }

    private static (LedgerSettings? Settings, int? Year) ReadSettings(LedgerFiles files, MistakeList mistakes) =>
        files.Has(LedgerForm.SettingsFile) ? SettingsReader.Read(files, mistakes) : (null, null);

    private static void CheckYear(ClassificationCatalogue catalogue, int? year, MistakeList mistakes)
    {
        if (year is null)
            return;
        string[] names = [ClassificationCatalogue.Function, ClassificationCatalogue.Economic, ClassificationCatalogue.Fund, ClassificationCatalogue.Category];
        var missing = names.Where(name => catalogue.Find(name, year.Value) is null).ToList();
        if (missing.Count > 0)
        {
            var message = $"没有{year}年的{string.Join('、', missing)}：请在 data/classifications/ 中增加，做法见该目录的 README.md。";
            mistakes.Add(LedgerForm.SettingsFile, null, SettingsReader.Year, $"{year}", message);
        }
    }

    // What a stage's lines are compiled into must be known, and an edition without lines is a forgotten file.
    private static void CheckEditions(LedgerFiles files, LedgerSettings? settings, MistakeList mistakes)
    {
        if (settings is null)
            return;
        Check(LedgerForm.BudgetExpenditure, SettingsReader.BudgetEdition, settings.BudgetEdition);
        Check(LedgerForm.FinalExpenditure, SettingsReader.FinalEdition, settings.FinalEdition);

        void Check(LedgerForm form, string field, string? edition)
        {
            var isPresent = files.Has(form.File);
            if (isPresent && edition is null)
                mistakes.Add(LedgerForm.SettingsFile, null, field, null, $"未填：有 {form.File} 就要填{field}。");
            // Where there is no expenditure at all, that has been said already.
            if (!isPresent && edition is not null && LedgerForm.Expenditures.Any(each => files.Has(each.File)))
                mistakes.Add(form.File, null, null, null, $"缺少这个文件：{LedgerForm.SettingsFile} 填了{field}；没有的话请删去那一项。");
        }
    }
}
