using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Entries of a year and the form of a new one (执行记录).</summary>
[Requires(Act.See)]
internal sealed class ExecutionModel(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts, TimeProvider clock) : EntryFormPage(current, desk, contexts)
{
    private const int PageLength = 50;

    [BindProperty(SupportsGet = true, Name = "voucher")]
    public string? Voucher { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "line")]
    public int? Line { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public int? Before { get; set; }

    public IReadOnlyList<StoredEntry> Entries { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrEmpty(Voucher) || !string.IsNullOrEmpty(Kind) || Line is not null || Before is not null;

    /// <summary>From where the next page goes on; null for the last.</summary>
    public int? Next => Entries.Count == PageLength ? Entries[^1].Id : null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(null, cancellation);

    public async Task<IActionResult> OnPostBookAsync(Dictionary<string, string?> cells, int? line, int? into, CancellationToken cancellation)
    {
        // Here “line” is the line of the form, not a filter.
        Line = null;
        if (!await FindAsync("执行记录", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Book))
            return Forbid();
        var (problems, waits) = await BookAsync(cells, line, into, null, cancellation).ConfigureAwait(false);
        if (problems.Count > 0)
        {
            Problems = waits ? [.. problems, "没有记账，已放在“待更正”，等单位负责人决定。"] : problems;
            return await ShowAsync((cells, line), cancellation).ConfigureAwait(false);
        }

        Done = "已记账。";
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync((Dictionary<string, string?> Cells, int? Line)? form, CancellationToken cancellation)
    {
        if (!await FindAsync("执行记录", cancellation).ConfigureAwait(false))
            return NotFound();
        var filter = new EntryFilter(Units, Voucher, Line, EntryKinds.Parse(Kind), Before, PageLength);
        Entries = await Desk.Execution.Posting.EntriesAsync(Books.Id, filter, cancellation).ConfigureAwait(false);
        var cells = form?.Cells.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!, StringComparer.Ordinal) ?? new Dictionary<string, string>(StringComparer.Ordinal) { [EntryCells.Date] = DefaultDay(Clock.Today(clock)) };
        await FillAsync(cells, form?.Line, cancellation).ConfigureAwait(false);
        return Page();
    }
}
