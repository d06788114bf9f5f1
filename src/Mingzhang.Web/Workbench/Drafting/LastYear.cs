using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;
using Mingzhang.Data.Workbench;
using Mingzhang.Storage;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>Last year's records of a department (上年数据): of its draft in the workbench, else of the ledger in the database.</summary>
internal sealed class LastYear(OfficeDesk desk, DraftWorks works, Store store)
{
    /// <summary>All records of the year before; empty when nothing is known of it.</summary>
    public async Task<IReadOnlyList<SheetRecord>> RecordsAsync(Department department, int year, CancellationToken cancellation)
    {
        var found = await FoundAsync(department, year, cancellation).ConfigureAwait(false);
        var renamed = found.Count > 0 ? await desk.Drafts.RenamedAsync(department.Id, cancellation).ConfigureAwait(false) : new Dictionary<string, string>();
        return renamed.Count == 0 ? found : [.. found.Select(r => Renamed(r, renamed))];
    }

    // What last year called a project by a code that it has no longer.
    private static SheetRecord Renamed(SheetRecord record, IReadOnlyDictionary<string, string> renamed)
    {
        var column = record.Sheet == "项目" ? "编码" : "项目编码";
        return record.Cells.TryGetValue(column, out var code) && renamed.TryGetValue(code, out var now)
            ? record with { Cells = new Dictionary<string, string>(record.Cells, StringComparer.Ordinal) { [column] = now } } : record;
    }

    private async Task<IReadOnlyList<SheetRecord>> FoundAsync(Department department, int year, CancellationToken cancellation)
    {
        var drafts = await desk.Drafts.ListAsync(department.Id, cancellation).ConfigureAwait(false);
        if (drafts.FirstOrDefault(d => d.Year == year - 1 && d.Stage == Stage.Budget) is { } draft && await works.GetAsync(department.Id, draft.Id, cancellation).ConfigureAwait(false) is { } loaded)
            return [.. loaded.Records.Select(r => new SheetRecord(r.Sheet, r.Cells))];
        var ledgers = await store.ListAsync(cancellation).ConfigureAwait(false);
        return ledgers.FirstOrDefault(l => l.Agency == department.Name && l.Year == year - 1 && l.BudgetEdition is not null) is { } stored && await store.LoadAsync(stored.Id, cancellation).ConfigureAwait(false) is { } ledger
            ? [.. LedgerSheets.Of(ledger)]
            : [];
    }

    /// <summary>Whether anything is known of the year before; nothing of it is read.</summary>
    /// <param name="department">The department.</param>
    /// <param name="drafts">Its drafts.</param>
    /// <param name="year">This year.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> IsKnownAsync(Department department, IReadOnlyList<DraftInfo> drafts, int year, CancellationToken cancellation) =>
        drafts.Any(d => d.Year == year - 1 && d.Stage == Stage.Budget)
        || (await store.ListAsync(cancellation).ConfigureAwait(false)).Any(l => l.Agency == department.Name && l.Year == year - 1 && l.BudgetEdition is not null);

    /// <summary>Last year's amounts in 分 of a sheet, by the columns that records of two years are matched by.</summary>
    public static IReadOnlyDictionary<string, long> Amounts(SheetDescription sheet, IEnumerable<SheetRecord> last)
    {
        if (sheet.Matching.Count == 0 || sheet.Fields.FirstOrDefault(f => f.Kind == FieldKind.Amount) is not { } amount)
            return new Dictionary<string, long>();
        return last.Where(r => r.Sheet == sheet.Name)
            .GroupBy(r => string.Join('\n', sheet.Matching.Select(m => r.Cells.GetValueOrDefault(m, ""))), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(r => FenText.TryParse(r.Cells.GetValueOrDefault(amount.Name, ""), out var fen, out _) ? fen : 0), StringComparer.Ordinal);
    }
}
