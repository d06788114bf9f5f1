using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>What there is and what is to be done (医疗救助概况).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistanceModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    private const int DueShown = 20;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    public int Year { get; private set; }

    public AssistanceSummary Summary { get; private set; } = null!;

    /// <summary>What waits for somebody, the next due first.</summary>
    public IReadOnlyList<AssistanceTask> Due { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Asked is < 2015 or > 2100 || !await FindAsync("概况", "", cancellation).ConfigureAwait(false))
            return NotFound();
        Year = Asked ?? await Desk.Assistance.NewestYearAsync(DepartmentId, cancellation).ConfigureAwait(false) ?? Today.Year;
        Summary = await Desk.Assistance.SummaryAsync(DepartmentId, Year, cancellation).ConfigureAwait(false);
        Due = [.. (await Desk.Assistance.TasksAsync(DepartmentId, Data.Calendar, cancellation).ConfigureAwait(false)).Take(DueShown)];
        return Page();
    }
}
