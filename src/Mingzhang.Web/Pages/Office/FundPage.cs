using Microsoft.AspNetCore.Mvc;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A page about the assistance fund of a year; the fund is the department's as a whole.</summary>
internal abstract class FundPage(CurrentActor current, OfficeDesk desk, TimeProvider clock) : DepartmentPage(current, desk)
{
    /// <summary>Year in the address; 0 for none.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int Year { get; set; }

    /// <summary>Years to choose from, the newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Today in China.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>Where the page is without the tab.</summary>
    protected string Root => FormattableString.Invariant($"/office/{DepartmentId}/fund/{Year}");

    /// <summary>Finds department and years; what the page answers instead, null to go on.</summary>
    protected async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        // The fund belongs to no unit: whoever keeps only some does not see it.
        if (!SeesAll)
            return Forbid();
        var known = await Desk.Fund.YearsAsync(DepartmentId, cancellation).ConfigureAwait(false);
        if (Year == 0)
            Year = known.Count > 0 ? known[0] : Today.Year;
        if (Year is < 2000 or > 2100)
            return NotFound();
        Years = [.. known.Append(Year).Append(Today.Year).Distinct().OrderDescending()];
        Title($"医疗救助基金账 {Year} 年");
        return null;
    }
}
