using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Plan of a project: how much is to be paid by the end of each quarter (用款计划).</summary>
[Requires(Act.See)]
internal sealed class MonitoringPlanModel(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts) : ExecutionPage(current, desk, contexts)
{
    private const int QuartersOfYear = 4, Whole = 100;

    [BindProperty(SupportsGet = true, Name = "project")]
    public string? ProjectCode { get; set; }

    public IReadOnlyList<int> Quarters { get; private set; } = [25, 50, 75, Whole];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(null, cancellation);

    public async Task<IActionResult> OnPostAsync(int[] quarters, CancellationToken cancellation)
    {
        if (quarters.Length != QuartersOfYear || quarters.Any(q => q is < 0 or > Whole) || quarters.Zip(quarters.Skip(1)).Any(p => p.First > p.Second))
        {
            Problems = ["用款计划是累计的百分比：0 到 100，逐季不减。"];
            return await ShowAsync(quarters.Length == QuartersOfYear ? quarters : null, cancellation).ConfigureAwait(false);
        }

        if (await ShowAsync(quarters, cancellation).ConfigureAwait(false) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
            return NotFound();
        if (!May(Act.Answer))
            return Forbid();
        await Desk.Execution.Monitoring.PlanAsync(Actor, DepartmentId, Books.Id, ProjectCode!, quarters, cancellation).ConfigureAwait(false);
        Done = "用款计划已存。";
        return LocalRedirect($"{Root}/monitoring");
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<int>? quarters, CancellationToken cancellation)
    {
        if (!await FindAsync("用款计划", cancellation).ConfigureAwait(false))
            return NotFound();
        var lines = await Desk.Execution.LinesAsync(Books.Id, Units, cancellation).ConfigureAwait(false);
        if (string.IsNullOrEmpty(ProjectCode) || !lines.Any(l => l.Key.ProjectCode == ProjectCode))
            return NotFound();
        Quarters = quarters ?? (await Desk.Execution.Monitoring.PlansAsync(Books.Id, cancellation).ConfigureAwait(false)).GetValueOrDefault(ProjectCode) ?? Quarters;
        return Page();
    }
}
