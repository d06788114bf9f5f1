using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Versions of a draft, compared cell by cell, and what was published (版本).</summary>
[Requires(Act.See)]
internal sealed class VersionsModel(CurrentActor current, OfficeDesk desk, DraftWorks works, DataFolder data) : DraftPage(current, desk, works)
{
    /// <summary>The earlier version.</summary>
    [BindProperty(SupportsGet = true, Name = "a")]
    public int? A { get; set; }

    /// <summary>The later one; 0 for what the draft says now.</summary>
    [BindProperty(SupportsGet = true, Name = "b")]
    public int B { get; set; }

    public IReadOnlyList<DraftVersion> All { get; private set; } = [];

    public IReadOnlyList<PublishingSheet> Published { get; private set; } = [];

    public IReadOnlyList<VersionDifference>? Differences { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !await FindAsync("版本", cancellation).ConfigureAwait(false))
            return NotFound();
        // A version holds the records of all units.
        if (!SeesAll)
            return Forbid();
        All = await Desk.Drafts.Versions.OfAsync(DraftId, cancellation).ConfigureAwait(false);
        Published = await Desk.Drafts.Versions.PublishedAsync(DraftId, cancellation).ConfigureAwait(false);
        if (A is not { } first)
            return Page();
        var before = await Desk.Drafts.Versions.RecordsAsync(DraftId, first, cancellation).ConfigureAwait(false);
        var after = B == 0 ? Work.Records : await Desk.Drafts.Versions.RecordsAsync(DraftId, B, cancellation).ConfigureAwait(false);
        if (before is null || after is null)
            return NotFound();
        Differences = VersionComparison.Between(before, after, data.Sheets);
        return Page();
    }
}
