using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The publicity list, for print: nobody's particulars in full (公示名单).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistancePublicityModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    public IReadOnlyList<StoredApplication> Applications { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("公示名单", "/applications", cancellation).ConfigureAwait(false))
            return NotFound();
        Applications = [.. (await Desk.Assistance.Applications.ListAsync(DepartmentId, Settings, Data.Calendar, cancellation).ConfigureAwait(false)).Where(a => a.State == "公示中").OrderBy(a => a.Id)];
        return Page();
    }
}
