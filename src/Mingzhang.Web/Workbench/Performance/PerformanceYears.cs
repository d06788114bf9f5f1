using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench.Performance;

/// <summary>A year's performance as pages show it (一年的绩效).</summary>
/// <param name="Ledger">The records, with the execution that the books hold.</param>
/// <param name="Evaluator">Evaluates them; null where no scheme is for the year.</param>
internal sealed record PerformanceYear(Ledger Ledger, SelfEvaluator? Evaluator);

/// <summary>Gathers performance from drafts, books and stored ledgers, and stores what is filled in on its pages (绩效的数据).</summary>
internal sealed class PerformanceYears(OfficeDesk desk, DraftWorks works, Store store, DataFolder data)
{
    private const int FirstMonths = 6;

    /// <summary>The year of a draft; null while its records have mistakes.</summary>
    public async Task<PerformanceYear?> OfAsync(DraftWork work, CancellationToken cancellation)
    {
        var ledger = LedgerSheets.Load(DraftWorks.Settings(work.Department, work.Draft), [.. work.Records.Select(r => new SheetRecord(r.Sheet, r.Cells))], data.Catalogue).Ledger;
        return ledger is null ? null : Year(await WithBooksAsync(ledger, work.Department.Id, cancellation).ConfigureAwait(false));
    }

    /// <summary>The same with the records of some units only: what is computed for a person who keeps these must not tell of others.</summary>
    public async Task<PerformanceYear?> OfAsync(DraftWork work, IReadOnlyList<string>? units, CancellationToken cancellation)
    {
        if (units is null || await OfAsync(work, cancellation).ConfigureAwait(false) is not { Ledger: var all })
            return await OfAsync(work, cancellation).ConfigureAwait(false);
        var projects = all.Projects.Where(p => units.Contains(p.UnitCode)).ToList();
        return Year(all with
        {
            Projects = projects,
            Lines = [.. all.Lines.Where(l => units.Contains(l.UnitCode))],
            Procurements = [.. all.Procurements.Where(p => units.Contains(p.UnitCode))],
            Narrative = all.Narrative with { Receptions = [], Headcounts = [.. all.Narrative.Headcounts.Where(h => units.Contains(h.UnitCode))] },
        });
    }

    /// <summary>The year before: of its final accounts in the workbench, else its budget, else of the ledger in the database; null when nothing is known of it.</summary>
    public async Task<PerformanceYear?> BeforeAsync(DraftWork work, CancellationToken cancellation)
    {
        var (department, year) = (work.Department, work.Draft.Year - 1);
        var drafts = await desk.Drafts.ListAsync(department.Id, cancellation).ConfigureAwait(false);
        foreach (var draft in drafts.Where(d => d.Year == year).OrderByDescending(d => d.Stage))
        {
            if (await works.GetAsync(department.Id, draft.Id, cancellation).ConfigureAwait(false) is { } last && await OfAsync(last, cancellation).ConfigureAwait(false) is { Evaluator.Projects.Count: > 0 } found)
                return found;
        }

        var ledgers = await store.ListAsync(cancellation).ConfigureAwait(false);
        foreach (var stored in ledgers.Where(l => l.Agency == department.Name && l.Year == year).OrderByDescending(l => l.FinalEdition is not null))
        {
            if (await store.LoadAsync(stored.Id, cancellation).ConfigureAwait(false) is { } ledger && Year(ledger) is { Evaluator.Projects.Count: > 0 } found)
                return found;
        }

        return null;
    }

    /// <summary>Stores a record of a sheet: the one whose key is the same is changed, else one is added.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="work">The draft.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="key">Columns that tell the record apart, with their texts.</param>
    /// <param name="cells">Other columns with their new texts.</param>
    /// <param name="seen">Revision of the record the person saw; null where there was none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why nothing was stored; empty when it was.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(
        Actor actor, DraftWork work, string sheet, IReadOnlyDictionary<string, string> key, IReadOnlyDictionary<string, string> cells, int? seen, CancellationToken cancellation)
    {
        var old = work.Records.FirstOrDefault(r => r.Sheet == sheet && key.All(k => r[k.Key] == k.Value));
        if (old?.Revision != seen)
            return ["这条记录刚才有人改过：请核对现在的内容，再保存一次。"];
        var wanted = key.Concat(cells).ToDictionary(c => c.Key, c => c.Value.Trim(), StringComparer.Ordinal);
        // What the sheet's own reader would not take is not stored from a form.
        var records = work.Records.Where(r => r != old).Select(r => new SheetRecord(r.Sheet, r.Cells)).ToList();
        records.Add(new SheetRecord(sheet, wanted.Where(c => c.Value.Length > 0).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal)));
        var mistakes = LedgerSheets.Load(DraftWorks.Settings(work.Department, work.Draft), records, data.Catalogue).Mistakes.Where(m => m.Record == records.Count - 1).ToList();
        if (mistakes.Count > 0)
            return [.. mistakes.Select(m => m.Column is null ? m.Message : $"{m.Column}：{m.Message}")];
        var edit = old is null
            ? new SheetEdit(sheet, [], [new NewRecord("new", wanted)], [])
            : new SheetEdit(sheet, [.. wanted.Where(c => old[c.Key] != c.Value).Select(c => new CellEdit(old.Id, c.Key, old[c.Key], c.Value))], [], []);
        var outcome = await desk.Drafts.EditAsync(actor, work.Department.Id, work.Draft.Id, edit, cancellation).ConfigureAwait(false);
        return outcome.Refusal is { } why ? [why] : outcome.Conflicts.Count > 0 ? ["这条记录刚才有人改过：请核对现在的内容，再保存一次。"] : [];
    }

    private PerformanceYear Year(Ledger ledger) => new(ledger, data.Schemes.Of(ledger) is { } scheme ? new SelfEvaluator(ledger, scheme) : null);

    // Where the year's books are open, budget after adjustment and execution are theirs; what a person recorded goes before.
    private async Task<Ledger> WithBooksAsync(Ledger ledger, int department, CancellationToken cancellation)
    {
        var year = ledger.Settings.Year;
        if (await desk.Execution.FindAsync(department, year, cancellation).ConfigureAwait(false) is not { } books)
            return ledger;
        var lines = (await desk.Execution.LinesAsync(books.Id, null, cancellation).ConfigureAwait(false)).Where(l => l.Key.Flow == Flow.Expenditure).ToList();
        var money = new List<PerformanceMoney>();
        foreach (var group in lines.GroupBy(l => (string?)l.Key.ProjectCode).Append(lines.GroupBy(_ => (string?)null).FirstOrDefault()))
        {
            if (group is null || group.Key?.Length == 0)
                continue;
            var (whole, done) = (group.Sum(l => l.WholeFen), group.Sum(l => l.DoneFen));
            money.Add(new PerformanceMoney(group.Key, null, year, whole, done) { From = books.IsClosed ? "执行账，已关账" : "执行账，未关账" });
            money.Add(new PerformanceMoney(group.Key, ExecutionFigures.MidYear, year, whole, group.Sum(l => l.Months.Take(FirstMonths).Sum())) { From = "执行账，1至6月" });
        }

        var recorded = ledger.Performance.Money;
        var added = money.Where(m => !recorded.Any(r => r.ProjectCode == m.ProjectCode && r.Item == m.Item && r.Year == m.Year));
        return ledger with { Performance = ledger.Performance with { Money = [.. recorded, .. added] } };
    }
}
