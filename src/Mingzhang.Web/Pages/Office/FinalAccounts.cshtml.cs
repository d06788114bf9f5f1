using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Execution.Closing;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The end of the year: closing the books and making final accounts of them (年终决算).</summary>
[Requires(Act.See)]
internal sealed class FinalAccountsModel(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts, FinalDraft drafts, DataFolder data) : ExecutionPage(current, desk, contexts)
{
    private const int LongestReason = 300;

    public FinalAccountsOutcome Made { get; private set; } = null!;

    /// <summary>What the office's other records give.</summary>
    public FinalRecords Others { get; private set; } = null!;

    /// <summary>Deviation from the budget that needs a reason, in percent.</summary>
    public decimal Deviation { get; private set; }

    /// <summary>The draft that was made; null before.</summary>
    public DraftInfo? Draft { get; private set; }

    public IReadOnlyList<string> Editions => [.. data.Editions.Editions.Where(e => e.Kind == DisclosureKind.Final).Select(e => e.Id)];

    /// <summary>The edition of the same place as the year's budget, else the first.</summary>
    public string? Edition { get; private set; }

    public long Sum(Flow flow) => Made.Lines.Where(l => l.Flow == flow).Sum(l => l.Fen);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostCloseAsync(bool close, string? reason, CancellationToken cancellation)
    {
        if (!await FindAsync("年终决算", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Decide) || !SeesAll)
            return Forbid();
        var words = (reason ?? "").Trim();
        if (await Desk.Execution.CloseAsync(Actor, DepartmentId, Year, close, words[..Math.Min(words.Length, LongestReason)], cancellation).ConfigureAwait(false) is { } refusal)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = close ? "已关账。可以编制决算了。" : "已重新开账。";
        return LocalRedirect($"{Root}/final");
    }

    public async Task<IActionResult> OnPostMakeAsync(string? edition, CancellationToken cancellation)
    {
        if (await ShowAsync(cancellation).ConfigureAwait(false) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
            return NotFound();
        if (!May(Act.Compile))
            return Forbid();
        if (edition is null || !Editions.Contains(edition))
            return BadRequest();
        if (!Books.IsClosed)
            Problems = ["先关账，再编决算：账还开着，数还会变。"];
        else
        {
            var sheets = await drafts.SheetsAsync(Department, Books, Made, Others, cancellation).ConfigureAwait(false);
            var (id, refusal) = await Desk.Drafts.BeginAsync(Actor, DepartmentId, Year, edition, sheets, cancellation, Stage.Final, Deviation).ConfigureAwait(false);
            if (refusal is null)
            {
                Done = "决算编报已建立：收支、结转由执行账带入，其余按下面的说明带入，请核对，补上原因。";
                return LocalRedirect($"/office/{DepartmentId}/drafts/{id}");
            }

            Problems = [refusal];
        }

        return Page();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("年终决算", cancellation).ConfigureAwait(false))
            return NotFound();
        // Final accounts are about all units.
        if (!SeesAll)
            return Forbid();
        Made = await drafts.MakeAsync(Department, Books, cancellation).ConfigureAwait(false);
        Others = await drafts.RecordsAsync(Department, Books, cancellation).ConfigureAwait(false);
        Deviation = (await MonitoringWork.ThresholdsAsync(Desk, data, DepartmentId, cancellation).ConfigureAwait(false))[MonitoringThresholds.Deviation];
        var all = await Desk.Drafts.ListAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Draft = all.FirstOrDefault(d => d.Year == Year && d.Stage == Stage.Final);
        var place = all.FirstOrDefault(d => d.Year == Year && d.Stage == Stage.Budget)?.Edition.Split('-')[0];
        Edition = Editions.FirstOrDefault(e => e.Split('-')[0] == place) ?? Editions[0];
        return Page();
    }
}
