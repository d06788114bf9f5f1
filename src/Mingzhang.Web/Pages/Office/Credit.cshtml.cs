using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Credit;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>An evaluation with its steps, review, publication, objection and correction (信用评价).</summary>
[Requires(Act.SeeWork)]
internal sealed class CreditModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : DepartmentPage(current, desk)
{
    /// <summary>Number in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "credit")]
    public int CreditId { get; set; }

    /// <summary>The evaluation.</summary>
    public CreditEvaluation Evaluation { get; private set; } = null!;

    /// <summary>What it corrects, and what corrects it.</summary>
    public IReadOnlyList<CreditEvaluation> Related { get; private set; } = [];

    /// <summary>Whether the person made it.</summary>
    public bool IsMine => Evaluation.MadeBy == Actor.UserName;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public Task<IActionResult> OnPostReviewAsync(int seen, bool back, CancellationToken cancellation) =>
        DoAsync(Act.Review, () => Desk.Credit.ReviewAsync(Actor, DepartmentId, CreditId, seen, !back, cancellation), back ? "已退回，请重新评价。" : "已审核。", back, cancellation);

    public Task<IActionResult> OnPostPublishAsync(int seen, CancellationToken cancellation) =>
        DoAsync(Act.Approve, () => Desk.Credit.PublishAsync(Actor, DepartmentId, CreditId, seen, Clock.Today(clock), cancellation), "已公布。", false, cancellation);

    public Task<IActionResult> OnPostObjectAsync(int seen, string? text, CancellationToken cancellation) =>
        DoAsync(Act.Work, () => Desk.Credit.ObjectAsync(Actor, DepartmentId, CreditId, seen, text, cancellation), "已记。", false, cancellation);

    private async Task<IActionResult> DoAsync(Act act, Func<Task<string?>> work, string done, bool leaves, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(act))
            return Forbid();
        if (await work().ConfigureAwait(false) is { } problem)
        {
            Problems = [problem];
            return Page();
        }

        Done = done;
        return leaves ? Redirect(FormattableString.Invariant($"/office/{DepartmentId}/credit?year={Evaluation.Year}")) : RedirectToPage();
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || !SeesAll || await Desk.Credit.FindAsync(DepartmentId, CreditId, cancellation).ConfigureAwait(false) is not { } found)
            return false;
        Evaluation = found;
        Related = [.. (await Desk.Credit.ListAsync(DepartmentId, found.Year, cancellation).ConfigureAwait(false)).Where(e => e.Id == found.Corrects || e.Corrects == found.Id)];
        Title($"{found.Institution} · 信用评价");
        return true;
    }
}
