using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data.Intake;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Rows that were refused: corrected, removed, or booked by decision (待更正).</summary>
[Requires(Act.See)]
internal sealed class ExecutionPendingModel(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts) : EntryFormPage(current, desk, contexts)
{
    /// <summary>Rows a page shows.</summary>
    public const int Most = 100;

    private const int LongestReason = 300;

    [BindProperty(SupportsGet = true, Name = "correct")]
    public int? Correct { get; set; }

    public IReadOnlyList<PendingEntry> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false);

    public async Task<IActionResult> OnPostBookAsync(Dictionary<string, string?> cells, int? line, int? into, int pending, CancellationToken cancellation)
    {
        if (!await FindAsync("待更正", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Book))
            return Forbid();
        var (problems, _) = await BookAsync(cells, line, into, pending, cancellation).ConfigureAwait(false);
        if (problems.Count > 0)
        {
            (Problems, Correct) = (problems, pending);
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = "已更正并记账。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(int pending, CancellationToken cancellation)
    {
        if (!await FindAsync("待更正", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Book))
            return Forbid();
        Done = await SeenAsync(pending, cancellation).ConfigureAwait(false) is not null && await Desk.Execution.Posting.RemoveAsync(Actor, DepartmentId, Books.Id, pending, cancellation).ConfigureAwait(false) ? "已删去。" : "这一行已经办过了。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDecideAsync(int pending, string? reason, CancellationToken cancellation)
    {
        if (!await FindAsync("待更正", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Decide))
            return Forbid();
        if (await SeenAsync(pending, cancellation).ConfigureAwait(false) is not { } row)
            Problems = ["这一行已经办过了。"];
        else
        {
            var (entry, problem) = EntryIntake.Read(row.Cells, await ContextAsync(cancellation).ConfigureAwait(false));
            var words = (reason ?? "").Trim();
            problem ??= await Desk.Execution.Posting.DecideAsync(Actor, DepartmentId, Year, pending, entry!, words[..Math.Min(words.Length, LongestReason)], cancellation).ConfigureAwait(false);
            Problems = problem is null ? [] : [problem];
        }

        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        Done = "已按决定记账。";
        return RedirectToPage();
    }

    private async Task<PendingEntry?> SeenAsync(int pending, CancellationToken cancellation) =>
        (await Desk.Execution.Posting.PendingAsync(Books.Id, Units, cancellation).ConfigureAwait(false)).FirstOrDefault(p => p.Id == pending);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("待更正", cancellation).ConfigureAwait(false))
            return NotFound();
        All = await Desk.Execution.Posting.PendingAsync(Books.Id, Units, cancellation).ConfigureAwait(false);
        if (All.FirstOrDefault(p => p.Id == Correct) is { } row && May(Act.Book))
        {
            Corrected = row.Id;
            var (entry, _) = EntryIntake.Read(row.Cells, await ContextAsync(cancellation).ConfigureAwait(false));
            var lines = await Desk.Execution.LinesAsync(Books.Id, Units, cancellation).ConfigureAwait(false);
            await FillAsync(row.Cells, entry is null ? null : lines.FirstOrDefault(l => l.Key == entry.Line)?.Id, cancellation).ConfigureAwait(false);
        }

        return Page();
    }
}
