using System.Collections.Concurrent;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Execution;

/// <summary>What a year's execution is read and shown by: units, projects, names.</summary>
/// <param name="Units">The units of the department.</param>
/// <param name="UnitNames">Their names by code.</param>
/// <param name="Projects">Names of the projects by code.</param>
/// <param name="FunctionNames">功能分类 by code.</param>
/// <param name="EconomicNames">经济分类 by code.</param>
/// <param name="Codes">The codes a line may have.</param>
internal sealed record ExecutionFacts(
    IReadOnlyList<BudgetUnit> Units, IReadOnlyDictionary<string, string> UnitNames, IReadOnlyDictionary<string, string> Projects, IReadOnlyDictionary<string, string> FunctionNames,
    IReadOnlyDictionary<string, string> EconomicNames, EntryCodes Codes)
{
    /// <summary>Whether only one unit keeps accounts, so that naming it says nothing.</summary>
    public bool HasOneUnit { get; } = Units.Count(u => Units.All(x => x.ParentCode != u.Code)) <= 1;

    /// <summary>A line in words.</summary>
    public string Words(LineKey line) => string.Join(" · ", new[]
    {
        HasOneUnit ? "" : UnitNames.GetValueOrDefault(line.UnitCode, line.UnitCode), Projects.GetValueOrDefault(line.ProjectCode, line.ProjectCode), $"{line.FunctionCode} {FunctionNames.GetValueOrDefault(line.FunctionCode, line.FunctionCode)}",
        line.EconomicCode.Length > 0 ? $"{line.EconomicCode} {EconomicNames.GetValueOrDefault(line.EconomicCode, line.EconomicCode)}" : "", line.Fund, line.Year == MoneyYear.Carried ? line.Year.ChineseName() : "",
    }.Where(w => w.Trim().Length > 0));
}

/// <summary>Gathers it (执行的底数): units from the office, projects from the year's budget, codes from the classifications.</summary>
internal sealed class ExecutionContexts(OfficeDesk desk, DataFolder data)
{
    private const int FunctionLevel = 3, EconomicLevel = 2;

    private readonly ConcurrentDictionary<(string, int), IReadOnlyDictionary<string, string>> _names = new();

    /// <summary>The facts of a year.</summary>
    public async Task<ExecutionFacts> FactsAsync(Department department, int year, CancellationToken cancellation)
    {
        var budgeted = await desk.Drafts.SheetAsync(department.Id, year, Stage.Budget, "单位", cancellation).ConfigureAwait(false);
        var registered = await desk.Register.UnitsAsync(department.Id, cancellation).ConfigureAwait(false);
        // The year's budget says which units it was made for; the register may have changed since.
        IReadOnlyList<BudgetUnit> units = budgeted.Count == 0 ? registered : [.. budgeted.Select(u => new BudgetUnit(u["代码"], u["名称"], u["上级代码"].Length > 0 ? u["上级代码"] : null, u["性质"].Length > 0 ? u["性质"] : null)).DistinctBy(u => u.Code)];
        var projects = await desk.Drafts.SheetAsync(department.Id, year, Stage.Budget, "项目", cancellation).ConfigureAwait(false);
        var functions = Names(ClassificationCatalogue.Function, year, FunctionLevel);
        var economics = Names(ClassificationCatalogue.Economic, year, EconomicLevel);
        return new ExecutionFacts(
            units,
            units.ToDictionary(u => u.Code, u => u.Name, StringComparer.Ordinal),
            projects.Where(p => p["编码"].Length > 0).GroupBy(p => p["编码"], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()["名称"], StringComparer.Ordinal),
            functions, economics,
            new EntryCodes(
                functions.Keys.ToHashSet(StringComparer.Ordinal), economics.Keys.ToHashSet(StringComparer.Ordinal),
                Names(ClassificationCatalogue.Fund, year, null).Keys.ToHashSet(StringComparer.Ordinal), Names(ClassificationCatalogue.Category, year, null).Keys.ToHashSet(StringComparer.Ordinal)));
    }

    /// <summary>What rows are read against.</summary>
    public async Task<EntryContext> EntriesAsync(ExecutionInfo books, ExecutionFacts facts, IReadOnlyDictionary<string, string> remembered, CancellationToken cancellation)
    {
        var lines = await desk.Execution.LinesAsync(books.Id, null, cancellation).ConfigureAwait(false);
        return new EntryContext(books.Year, facts.Units, new ExecutionBook(books.Year, books.IsClosed, facts.Units.Select(u => u.Code), lines), facts.Projects, data.EntryExports, remembered, facts.Codes);
    }

    /// <summary>The lines of a draft's budget; null while it has mistakes.</summary>
    public IReadOnlyList<LedgerLine>? Budget(Department department, DraftInfo draft, IReadOnlyList<DraftRecord> records) =>
        LedgerSheets.Load(Drafting.DraftWorks.Settings(department, draft), [.. records.Select(r => new SheetRecord(r.Sheet, r.Cells))], data.Catalogue).Ledger?.Lines;

    // Thousands of codes, the same for every request of a year.
    private IReadOnlyDictionary<string, string> Names(string classification, int year, int? level) => _names.GetOrAdd((classification, year), _ =>
        (data.Catalogue.Find(classification, year)?.Items ?? []).Where(i => level is { } wanted ? i.Level == wanted : !i.IsSummary)
            .GroupBy(i => i.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal));
}
