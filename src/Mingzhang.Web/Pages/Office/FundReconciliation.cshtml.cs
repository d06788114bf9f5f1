using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Fund;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Fund;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The execution of the assistance projects against the fund, month by month (对账).</summary>
[Requires(Act.SeeWork)]
internal sealed class FundReconciliationModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : FundPage(current, desk, clock)
{
    private const int MonthsOfYear = 12;

    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    /// <summary>The month that is shown.</summary>
    public int Shown { get; private set; }

    public FundReconciliation Result { get; private set; } = null!;

    public IReadOnlyDictionary<string, FundReason> Reasons { get; private set; } = new Dictionary<string, FundReason>();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(string? difference, string? reason, CancellationToken cancellation)
    {
        var shown = await ShowAsync(cancellation).ConfigureAwait(false);
        if (shown is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
            return shown;
        if (!May(Act.Work))
            return Forbid();
        if (Result.Differences.All(d => d.Key != difference))
            Problems = ["这处差异已经没有了，不必再说明。"];
        else if (await Desk.Fund.ExplainAsync(Actor, DepartmentId, difference!, reason, cancellation).ConfigureAwait(false) is { } refusal)
            Problems = [refusal];
        if (Problems.Count > 0)
            return shown;
        Done = "原因已记下。";
        return LocalRedirect($"{Root}/reconciliation?Month={Shown}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } answer)
            return answer;
        Shown = Month is >= 1 and <= MonthsOfYear ? Month.Value : Year == Today.Year ? Today.Month : MonthsOfYear;
        (Result, Reasons) = await Desk.Fund.ReconcileAsync(DepartmentId, Year, Shown, cancellation).ConfigureAwait(false);
        return Page();
    }
}
