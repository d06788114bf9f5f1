using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A designated institution: its agreement, its history, its inspections (定点机构).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionInstitutionModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public int Id { get; set; }

    public InstitutionInfo Institution { get; private set; } = null!;

    public IReadOnlyList<InspectionInfo> Inspections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await StopAsync("定点机构", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (await Supervised.Institutions.FindAsync(DepartmentId, Id, cancellation).ConfigureAwait(false) is not { } found)
            return NotFound();
        Institution = found;
        Inspections = await Supervised.Inspections.AllAsync(DepartmentId, Id, null, cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnPostAgreementAsync(string? step, DateOnly? on, string? reason, CancellationToken cancellation)
    {
        if (await StopAsync("定点机构", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!May(Act.Work))
            return Forbid();
        if (AgreementHistory.ParseStep(step ?? "") is not { } known || on is not { } day)
            Problems = ["变动和日期都要填。"];
        else if (await Supervised.Institutions.ChangeAsync(Actor, DepartmentId, Id, new AgreementEvent(known, day, Short(reason)), cancellation).ConfigureAwait(false) is { } refusal)
            Problems = [refusal];
        if (Problems.Count > 0)
            return await OnGetAsync(cancellation).ConfigureAwait(false);
        Done = "协议变动已登记。";
        return LocalRedirect($"{Root}/institutions/{Id}");
    }
}
