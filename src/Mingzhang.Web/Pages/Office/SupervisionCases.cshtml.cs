using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Cases (案件).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionCasesModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    /// <summary>Cases that the page lists.</summary>
    public const int Most = 300;

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    public IReadOnlyList<CaseInfo> Found { get; private set; } = [];

    /// <summary>The next deadline of a case; null for none.</summary>
    public (CaseStep To, DateOnly Due)? Next(CaseInfo found) => CaseProcess.Due(found.Done, data.Supervision.Deadlines) is [var first, ..] ? (first.Deadline.To, first.Due) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await StopAsync("案件", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        Found = [.. (await Supervised.Cases.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(c => State switch
        {
            "在办" => c.Step != CaseStep.Closed,
            "等我办" => CaseProcess.Open(c.Step, c.Handler == Actor.UserName, May).Count > 0,
            "结案" => c.Step == CaseStep.Closed,
            _ => true,
        })];
        return Page();
    }
}
