using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Review by a second person, and what is stopped (复核与停付).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistanceReviewModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    /// <summary>Decisions a page lists.</summary>
    public const int Most = 100;

    public IReadOnlyList<StoredDecision> Decisions { get; private set; } = [];

    public int Count { get; private set; }

    public long Fen { get; private set; }

    public IReadOnlyList<StoredConcern> Stopped { get; private set; } = [];

    /// <summary>Whether the person entered or computed it, and so may not review it.</summary>
    public bool IsOwn(StoredDecision decision) => decision.MadeBy == Actor.UserName || decision.EnteredBy == Actor.UserName;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostReviewAsync(int[] decision, bool passes, bool all, string? note, CancellationToken cancellation)
    {
        if (!await FindAsync("复核", "/review", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Review))
            return Forbid();
        var (done, refused) = await Desk.Assistance.Reviews.ReviewAsync(Actor, DepartmentId, all ? null : decision, passes, note, cancellation).ConfigureAwait(false);
        return await ToldAsync(refused, done > 0 ? $"{(passes ? "复核通过" : "退回")} {done} 笔。" : null, cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostReleaseAsync(int settlement, string? reason, CancellationToken cancellation)
    {
        if (!await FindAsync("复核", "/review", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Review) || Policies is null)
            return Forbid();
        var refusal = await Desk.Assistance.Decisions.ReleaseAsync(Actor, DepartmentId, Policies, settlement, reason ?? "", cancellation).ConfigureAwait(false);
        return await ToldAsync(refusal is null ? [] : [refusal], refusal is null ? "已放行并核定，请再由别人复核。" : null, cancellation).ConfigureAwait(false);
    }

    private async Task<IActionResult> ToldAsync(IReadOnlyList<string> problems, string? done, CancellationToken cancellation)
    {
        (Problems, Done) = (problems, done);
        if (problems.Count == 0)
            return LocalRedirect($"{Root}/review");
        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("复核", "/review", cancellation).ConfigureAwait(false))
            return NotFound();
        (Decisions, Count, Fen) = await Desk.Assistance.Decisions.ListAsync(DepartmentId, DecisionDesk.ToReview, onlyDoubtful: false, Most, cancellation).ConfigureAwait(false);
        Stopped = [.. (await Desk.Assistance.Decisions.ConcernsAsync(DepartmentId, Most, cancellation).ConfigureAwait(false)).Where(c => c.Concern.Stops)];
        return Page();
    }
}
