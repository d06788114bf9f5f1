using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Comparing;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Reviewing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Two versions of a document (版本比较): which findings went, stayed and came, which cells changed.</summary>
[Requires(Act.See)]
internal sealed class ReviewCompareModel(CurrentActor current, OfficeDesk desk, ReviewWorks works, DataFolder data) : ReviewPage(current, desk, works)
{
    /// <summary>Differing cells that the page lists.</summary>
    public const int Most = 500;

    /// <summary>The other document; null for the version before.</summary>
    [BindProperty(SupportsGet = true, Name = "with")]
    public int? With { get; set; }

    /// <summary>The documents it may be compared with, those of the same agency, year and kind first.</summary>
    public IReadOnlyList<ReviewInfo> Others { get; private set; } = [];

    public ReviewInfo? Other { get; private set; }

    public IReadOnlyList<PlacedFinding> Went { get; private set; } = [];

    public IReadOnlyList<JudgedFinding> Stayed { get; private set; } = [];

    public IReadOnlyList<JudgedFinding> Came { get; private set; } = [];

    public DisclosureComparison? Cells { get; private set; }

    /// <summary>Whether another document is a version of this one.</summary>
    public bool IsVersion(ReviewInfo other) => other.Summary.Agency is not null && (other.Summary.Agency, other.Summary.Year, other.Summary.Kind) == (Info.Summary.Agency, Info.Summary.Year, Info.Summary.Kind);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !await FindAsync("与另一版比较", cancellation).ConfigureAwait(false))
            return NotFound();
        if (Work is not { } work)
            return Page();
        Others = [.. (await Desk.Reviews.ListAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(r => r.Id != ReviewId && r.State == AuditState.Done).OrderByDescending(IsVersion).ThenByDescending(r => r.Id)];
        Other = With is { } id ? Others.FirstOrDefault(o => o.Id == id) : Others.FirstOrDefault(o => IsVersion(o) && o.Id < ReviewId) ?? Others.FirstOrDefault(IsVersion);
        if (With is not null && Other is null)
            return NotFound();
        if (Other is null || await Works.GetAsync(Other, cancellation).ConfigureAwait(false) is not { IsRead: true } read)
            return Page();
        var before = read.Value;
        var there = before.Findings.Select(f => f.Identity.Key).ToHashSet(StringComparer.Ordinal);
        var here = work.Findings.Select(f => f.Identity.Key).ToHashSet(StringComparer.Ordinal);
        Went = [.. before.Findings.Where(f => !here.Contains(f.Identity.Key))];
        Stayed = [.. All.Where(j => there.Contains(j.Placed.Identity.Key))];
        Came = [.. All.Where(j => !there.Contains(j.Placed.Identity.Key))];
        Cells = DisclosureComparer.Compare(before.Disclosure, work.Disclosure, [.. data.Editions.Editions]);
        return Page();
    }
}
