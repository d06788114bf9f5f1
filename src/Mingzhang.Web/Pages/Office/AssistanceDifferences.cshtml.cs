using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Differences from what was granted; each is decided by a person (重算).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistanceDifferencesModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    /// <summary>Differences a page lists.</summary>
    public const int Most = 200;

    public IReadOnlyList<StoredDifference> Differences { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(int[] difference, CancellationToken cancellation)
    {
        if (!await FindAsync("重算", "/differences", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work) || Policies is null)
            return Forbid();
        var (made, refused) = await Desk.Assistance.Decisions.AcceptAsync(Actor, DepartmentId, Policies, difference, cancellation).ConfigureAwait(false);
        Done = made > 0 ? $"{made} 笔差异已列为补付或追回，送复核。" : null;
        Problems = refused;
        if (refused.Count == 0)
            return LocalRedirect($"{Root}/differences");
        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("重算", "/differences", cancellation).ConfigureAwait(false))
            return NotFound();
        Differences = await Desk.Assistance.Decisions.DifferencesAsync(DepartmentId, Most, cancellation).ConfigureAwait(false);
        return Page();
    }
}
