using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The register of designated institutions (定点机构名录).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionInstitutionsModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    public const int PerPage = 50;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<InstitutionInfo> Found { get; private set; } = [];

    public IEnumerable<InstitutionInfo> Shown => Found.Skip((Math.Max(1, Number) - 1) * PerPage).Take(PerPage);

    public int Pages => Math.Max(1, (Found.Count + PerPage - 1) / PerPage);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await StopAsync("定点机构", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        var text = (Text ?? "").Trim();
        Found = [.. (await Supervised.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(i =>
            (string.IsNullOrEmpty(Kind) || i.Facts.Kind.ChineseName() == Kind) && (string.IsNullOrEmpty(State) || i.State.ChineseName() == State)
            && (text.Length == 0 || i.Facts.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || i.Facts.Code.Contains(text, StringComparison.OrdinalIgnoreCase) || i.Facts.Address.Contains(text, StringComparison.OrdinalIgnoreCase)))];
        return Page();
    }
}
