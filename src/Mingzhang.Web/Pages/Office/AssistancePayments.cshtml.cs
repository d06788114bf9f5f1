using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>What is to be paid, and the batches (付款).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistancePaymentsModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    /// <summary>Payables a page lists.</summary>
    public const int Most = 100;

    public IReadOnlyList<StoredPayable> Open { get; private set; } = [];

    public IReadOnlyList<StoredPayment> Payments { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("付款", "/payments", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        var (payment, left, refusal) = await Desk.Assistance.Payments.MakeAsync(Actor, DepartmentId, cancellation).ConfigureAwait(false);
        if (payment is null)
        {
            Problems = [refusal!];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = left > 0 ? $"已编批次 {payment}；{left} 笔没有收款账号，没有编进去。" : $"已编批次 {payment}。";
        return LocalRedirect($"{Root}/payments/{payment}");
    }

    public async Task<IActionResult> OnPostAgainAsync(int payable, string? note, CancellationToken cancellation)
    {
        if (!await FindAsync("付款", "/payments", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        if (await Desk.Assistance.Payments.PayAgainAsync(Actor, DepartmentId, payable, note ?? "", cancellation).ConfigureAwait(false) is { } refusal)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = "可以编进下一批次了。";
        return LocalRedirect($"{Root}/payments");
    }

    public async Task<IActionResult> OnPostRecoverAsync(int payable, string? note, CancellationToken cancellation)
    {
        if (!await FindAsync("付款", "/payments", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        var refusal = await Desk.Assistance.Payments.RecoverAsync(Actor, DepartmentId, payable, note ?? "", cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = "已登记追回。";
        return LocalRedirect($"{Root}/payments");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("付款", "/payments", cancellation).ConfigureAwait(false))
            return NotFound();
        Open = await Desk.Assistance.Payments.PayablesAsync(DepartmentId, null, Most, cancellation).ConfigureAwait(false);
        Payments = await Desk.Assistance.Payments.ListAsync(DepartmentId, cancellation).ConfigureAwait(false);
        return Page();
    }
}
