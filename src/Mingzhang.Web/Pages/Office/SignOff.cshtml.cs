using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The sign-off sheet of a publication, made to be printed (公开审签单).</summary>
[Requires(Act.See)]
internal sealed class SignOffModel(CurrentActor current, OfficeDesk desk, DraftWorks works) : DraftPage(current, desk, works)
{
    // The steps that somebody answers for.
    private static readonly string[] Signed = ["送审", "审核通过", "签发", "签发更正", "批复", "公开"];

    /// <summary>Which publication, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    public PublishingSheet Sheet { get; private set; } = null!;

    public DraftVersion Version { get; private set; } = null!;

    /// <summary>The last time each step was taken before this publication.</summary>
    public IReadOnlyList<TrailEntry> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !await FindAsync("公开审签单", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!SeesAll)
            return Forbid();
        if ((await Desk.Drafts.Versions.PublishedAsync(DraftId, cancellation).ConfigureAwait(false)).FirstOrDefault(p => p.Number == Number) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        Version = (await Desk.Drafts.Versions.OfAsync(DraftId, cancellation).ConfigureAwait(false)).First(v => v.Number == sheet.Version);
        // The newest entry stands first.
        var trail = (await Desk.Trail.ActsAsync(Draft, Signed, cancellation).ConfigureAwait(false)).Where(e => string.CompareOrdinal(e.At, Version.At) <= 0).ToList();
        Steps = [.. Signed.Select(s => trail.Find(e => e.Act == s)).OfType<TrailEntry>().OrderBy(e => e.Sequence)];
        return Page();
    }
}
