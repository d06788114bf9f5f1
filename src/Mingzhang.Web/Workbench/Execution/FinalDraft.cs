using Mingzhang.Core.Classifications;
using Mingzhang.Core.Execution.Closing;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Execution;

/// <summary>Final accounts as a draft of the workbench (决算编报的起点): figures from the books, everything else from the year's budget.</summary>
internal sealed class FinalDraft(OfficeDesk desk, Store store, FinalSources sources, DataFolder data)
{
    private const string Fiscal = "财政拨款", StageColumn = "阶段";

    // What was true of the budget only, or is made anew.
    private static readonly string[] NotTaken = ["结转结余", "上年数", "年初预算", "三公经费", "公务接待"];

    private static readonly string[] FromBooks = ["决算收入", "决算支出", "结转结余", "三公经费", "政府采购", "车辆", "国有资产", "上年数"];

    /// <summary>What the books give.</summary>
    public async Task<FinalAccountsOutcome> MakeAsync(Department department, ExecutionInfo books, CancellationToken cancellation)
    {
        var lines = await desk.Execution.LinesAsync(books.Id, null, cancellation).ConfigureAwait(false);
        var between = await desk.Execution.InternalAsync(books.Id, cancellation).ConfigureAwait(false);
        var (closed, note) = await ClosedAsync(department, books.Year, cancellation).ConfigureAwait(false);
        var thresholds = await MonitoringWork.ThresholdsAsync(desk, data, department.Id, cancellation).ConfigureAwait(false);
        var funds = data.Catalogue.Find(ClassificationCatalogue.Fund, books.Year);
        var made = FinalAccounts.Make(lines, between, closed, f => Printed(funds?.Find(f))?.Name ?? f, f => IsFiscal(funds?.Find(f)), thresholds[MonitoringThresholds.Deviation]);
        return note is null ? made : made with { Notes = [note, .. made.Notes] };
    }

    /// <summary>What the office's records give beside the books.</summary>
    public Task<FinalRecords> RecordsAsync(Department department, ExecutionInfo books, CancellationToken cancellation)
    {
        var funds = data.Catalogue.Find(ClassificationCatalogue.Fund, books.Year);
        return sources.GatherAsync(department, books, f => Printed(funds?.Find(f))?.Name ?? f, cancellation);
    }

    /// <summary>The records of the draft, sheet by sheet.</summary>
    public async Task<Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>> SheetsAsync(Department department, ExecutionInfo books, FinalAccountsOutcome made, FinalRecords others, CancellationToken cancellation)
    {
        var sheets = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal);
        var drafts = await desk.Drafts.ListAsync(department.Id, cancellation).ConfigureAwait(false);
        var budget = drafts.FirstOrDefault(d => d.Year == books.Year && d.Stage == Stage.Budget);
        var records = budget is null ? [] : (await desk.Drafts.LoadAsync(budget.Id, cancellation).ConfigureAwait(false))!.Value.Records;
        foreach (var sheet in data.Sheets.Where(s => s.IsFor(Stage.Final) && s.Stage is null && !NotTaken.Contains(s.Name)))
            sheets[sheet.Name] = [.. records.Where(r => r.Sheet == sheet.Name).Select(r => AtStage(r.Cells))];
        var settings = new LedgerSettings(department.Name, department.ShortName, books.Year, null, "-", department.IsDepartment);
        var ledger = new Ledger(settings, [], [], made.Lines, others.Procurements ?? [], made.ThreePublic)
        {
            Narrative = NarrativeRecords.None with { Vehicles = others.Assets?.Vehicles ?? [], Assets = others.Assets?.Assets ?? [], Comparatives = others.Comparatives },
        };
        foreach (var group in LedgerSheets.Of(ledger).GroupBy(r => r.Sheet, StringComparer.Ordinal).Where(g => FromBooks.Contains(g.Key)))
            sheets[group.Key] = [.. group.Select(r => r.Cells)];
        sheets["年初预算"] = [.. made.Deviations.Select(d => new Dictionary<string, string>(StringComparer.Ordinal) { ["功能科目"] = d.FunctionCode, ["年初预算(元)"] = FenText.Format(d.BudgetFen) })];
        var adjusted = Performance.AdjustedBudgets.Of(await desk.Execution.LinesAsync(books.Id, null, cancellation).ConfigureAwait(false), books.Year, records);
        sheets[Performance.AdjustedBudgets.Sheet] = [.. sheets.GetValueOrDefault(Performance.AdjustedBudgets.Sheet) ?? [], .. adjusted];
        return sheets;
    }

    // Sheets of both stages name theirs in a column.
    private static IReadOnlyDictionary<string, string> AtStage(IReadOnlyDictionary<string, string> cells) =>
        cells.ContainsKey(StageColumn) ? new Dictionary<string, string>(cells, StringComparer.Ordinal) { [StageColumn] = Stage.Final.ChineseName() } : cells;

    // How last year closed: by its draft, else by its ledger, else by what this year's budget carried over.
    private async Task<(IReadOnlyList<LedgerLine> Lines, string? Note)> ClosedAsync(Department department, int year, CancellationToken cancellation)
    {
        var drafted = Closings(await desk.Drafts.SheetAsync(department.Id, year - 1, Stage.Final, "结转结余", cancellation).ConfigureAwait(false), Stage.Final, Flow.Closing);
        if (drafted.Count > 0)
            return (drafted, null);
        var ledgers = await store.ListAsync(cancellation).ConfigureAwait(false);
        if (ledgers.FirstOrDefault(l => l.Agency == department.Name && l.Year == year - 1 && l.FinalEdition is not null) is { } stored && await store.LoadAsync(stored.Id, cancellation).ConfigureAwait(false) is { } ledger)
            return (ledger.Lines, null);
        var carried = Closings(await desk.Drafts.SheetAsync(department.Id, year, Stage.Budget, "结转结余", cancellation).ConfigureAwait(false), Stage.Budget, Flow.Opening);
        return (carried, carried.Count > 0 ? $"没有 {year - 1} 年的决算，年初结转按 {year} 年预算里的上年结转：请核对。" : $"没有 {year - 1} 年的决算，年初结转按 0：有结转的请先补上。");
    }

    private static List<LedgerLine> Closings(IEnumerable<DraftRecord> records, Stage stage, Flow flow) =>
    [
        .. from r in records
           where r[StageColumn] == stage.ChineseName() && r["事项"] == flow.ChineseName() && FenText.TryParse(r["金额(元)"], out _, out _)
           select new LedgerLine(Stage.Final, Flow.Closing, r["单位代码"], null, null, r["功能科目"].Length > 0 ? r["功能科目"] : null, null, r["资金来源"], MoneyYear.Current, FenText.TryParse(r["金额(元)"], out var fen, out _) ? fen : 0),
    ];

    private static bool IsFiscal(ClassificationItem? fund) => fund?.AncestorsOrSelf[0].Name == Fiscal;

    // Final accounts know the three budgets, not what these are made of.
    private static ClassificationItem? Printed(ClassificationItem? fund) => IsFiscal(fund) && fund!.Level > 1 ? fund.AncestorsOrSelf[1] : fund;
}
