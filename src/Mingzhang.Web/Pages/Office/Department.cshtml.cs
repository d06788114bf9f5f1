using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A department: its drafts year by year (部门首页).</summary>
[Requires(Act.See)]
internal sealed class DepartmentModel(CurrentActor current, OfficeDesk desk, LastYear lastYear, ExecutionContexts contexts, DataFolder data, IEnumerable<IReminderSource> reminders, TimeProvider clock) : DepartmentPage(current, desk)
{
    private const int Shown = 12, DaysAhead = 14;

    public IReadOnlyList<DraftInfo> Drafts { get; private set; } = [];

    public IReadOnlyList<ExecutionInfo> Years { get; private set; } = [];

    public IReadOnlyList<string> Editions => [.. data.Editions.Editions.Where(e => e.Kind == DisclosureKind.Budget).Select(e => e.Id)];

    public string? Edition { get; private set; }

    public int NextYear { get; private set; }

    public bool HasLast { get; private set; }

    public IReadOnlyList<TrailHead> Trail { get; private set; } = [];

    /// <summary>The businesses this person may open.</summary>
    public IReadOnlyList<WorkModule> Modules => SeesAll ? [.. WorkModules.All.Where(m => May(m.Act))] : [];

    /// <summary>What is overdue or due soon, the first first; at most a dozen.</summary>
    public IReadOnlyList<Reminder> Due { get; private set; } = [];

    /// <summary>How much more is due.</summary>
    public int MoreDue { get; private set; }

    public DateOnly Today => Clock.Today(clock);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        Title(Department.ShortName);
        Drafts = await Desk.Drafts.ListAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Years = await Desk.Execution.ListAsync(DepartmentId, cancellation).ConfigureAwait(false);
        var newest = Drafts.FirstOrDefault(d => d.Stage == Stage.Budget);
        NextYear = newest is null ? Today.Year : newest.Year + 1;
        Edition = newest?.Edition ?? Editions[^1];
        HasLast = May(Act.Compile) && await lastYear.IsKnownAsync(Department, Drafts, NextYear, cancellation).ConfigureAwait(false);
        if (SeesAll)
        {
            var due = new List<Reminder>();
            foreach (var source in reminders.Where(r => May(r.See)))
                due.AddRange((await source.OfAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(r => r.Due <= Today.AddDays(DaysAhead)));
            // One's own first, as nobody else will do it.
            Due = [.. due.OrderByDescending(r => May(r.Act)).ThenBy(r => r.Due).Take(Shown)];
            MoreDue = due.Count - Due.Count;
        }

        if (May(Act.ReadTrail) && SeesAll)
            Trail = await Desk.Trail.HeadsAsync(DepartmentId, null, Shown, cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(int draft, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Book) || !SeesAll)
            return Forbid();
        if (await Desk.Drafts.FindAsync(DepartmentId, draft, cancellation).ConfigureAwait(false) is not { Stage: Stage.Budget, State: DraftState.Approved or DraftState.Published } info)
            return BadRequest();
        var loaded = (await Desk.Drafts.LoadAsync(draft, cancellation).ConfigureAwait(false))!.Value;
        var budget = contexts.Budget(Department, info, loaded.Records);
        var refusal = budget is null ? "预算里有填报错误，先改正再开账。" : await Desk.Execution.OpenAsync(Actor, DepartmentId, info.Year, budget, cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return await OnGetAsync(cancellation).ConfigureAwait(false);
        }

        Done = $"{info.Year} 年执行账已开，年初预算已带入。";
        return LocalRedirect($"/office/{DepartmentId}/execution/{info.Year}");
    }

    public async Task<IActionResult> OnPostBeginAsync(int year, string? edition, string? start, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Compile))
            return Forbid();
        if (edition is null || !Editions.Contains(edition) || year is < 2015 or > 2035)
            return BadRequest();
        var units = await Desk.Register.UnitsAsync(DepartmentId, cancellation).ConfigureAwait(false);
        var last = start == "last" ? await lastYear.RecordsAsync(Department, year, cancellation).ConfigureAwait(false) : [];
        var (id, refusal) = await Desk.Drafts.BeginAsync(Actor, DepartmentId, year, edition, Beginning.Sheets(units, last, [.. data.Sheets.Where(s => s.IsFor(Stage.Budget))]), cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return await OnGetAsync(cancellation).ConfigureAwait(false);
        }

        Done = last.Count > 0 ? "已建立，上年的记录已带过来。" : "已建立。可以先“导入”，也可以直接“录入”。";
        return LocalRedirect($"/office/{DepartmentId}/drafts/{id}");
    }
}
