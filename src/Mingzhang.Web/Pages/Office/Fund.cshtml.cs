using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Fund;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Fund;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The assistance fund: what came in by level, what was paid, what is left, what is due (基金收支).</summary>
[Requires(Act.SeeWork)]
internal sealed class FundModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : FundPage(current, desk, clock)
{
    /// <summary>Entries shown on the page.</summary>
    public const int Most = 200;

    public FundYear Book { get; private set; } = null!;

    public FundStanding Standing { get; private set; } = null!;

    public IReadOnlyList<StoredFundEntry> Entries { get; private set; } = [];

    public IReadOnlyList<UnbookedPayment> Unbooked { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAddAsync(DateOnly? on, string? kind, string? level, bool byBudget, string? amount, string? voucher, string? summary, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } answer)
            return answer;
        if (!May(Act.Work))
            return Forbid();
        if (on is not { } day || kind is null || !FundWords.Kinds.TryGetValue(kind, out var what))
            Problems = ["日期和事项都要填。"];
        else if (!FenText.TryParse(amount ?? "", out var fen, out var reason))
            Problems = [$"金额：{reason}"];
        else
        {
            FundLevel? from = level is not null && FundWords.Levels.TryGetValue(level, out var known) ? known : null;
            if (await Desk.Fund.AddAsync(Actor, DepartmentId, new FundEntry(day, what, from, byBudget, fen, voucher ?? "", summary ?? ""), cancellation).ConfigureAwait(false) is { } refusal)
                Problems = [refusal];
            else
            {
                Done = $"已登记：{kind}{level} {ProjectsModel.Yuan(fen)} 元。";
                return LocalRedirect($"/office/{DepartmentId}/fund/{day.Year}");
            }
        }

        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostCorrectAsync(int entry, string? reason, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } answer)
            return answer;
        if (!May(Act.Work))
            return Forbid();
        if (await Desk.Fund.CorrectAsync(Actor, DepartmentId, entry, Today, reason, cancellation).ConfigureAwait(false) is { } refusal)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = "已冲回，请登记正确的一笔。";
        return LocalRedirect(Root);
    }

    public async Task<IActionResult> OnPostBookAsync(int payment, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } answer)
            return answer;
        if (!May(Act.Work))
            return Forbid();
        var open = (await Desk.Fund.UnbookedAsync(DepartmentId, cancellation).ConfigureAwait(false)).FirstOrDefault(u => u.Id == payment);
        var refusal = open is null ? "没有这个待记账的批次。" : await Desk.Fund.AddAsync(Actor, DepartmentId, new FundEntry(open.On, FundKind.Paid, null, false, open.Fen, open.Voucher, $"付款批次 {open.Id}，{open.Count} 笔"), cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = $"付款批次 {payment} 已记入基金账。";
        return LocalRedirect($"/office/{DepartmentId}/fund/{open!.On.Year}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } answer)
            return answer;
        Book = await Desk.Fund.YearAsync(DepartmentId, Year, cancellation).ConfigureAwait(false);
        Standing = await Desk.Fund.StandingAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Entries = await Desk.Fund.ListAsync(DepartmentId, Year, cancellation).ConfigureAwait(false);
        Unbooked = await Desk.Fund.UnbookedAsync(DepartmentId, cancellation).ConfigureAwait(false);
        return Page();
    }
}
