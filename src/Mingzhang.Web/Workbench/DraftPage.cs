using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench;

/// <summary>A page about a draft; its address names department and draft.</summary>
internal abstract class DraftPage(CurrentActor current, OfficeDesk desk, DraftWorks works) : DepartmentPage(current, desk)
{
    /// <summary>Number in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "draft")]
    public int DraftId { get; set; }

    /// <summary>The draft, compiled and audited.</summary>
    public DraftWork Work { get; private set; } = null!;

    /// <summary>The draft.</summary>
    public DraftInfo Draft => Work.Draft;

    /// <summary>Where its pages lie.</summary>
    public string Root => FormattableString.Invariant($"/office/{DepartmentId}/drafts/{DraftId}");

    /// <summary>Whether records may be changed, and this person may.</summary>
    public bool MayEdit => DraftProcess.MayChange(Draft.State) && May(Act.Edit);

    /// <summary>Finds the draft; false when the department has none of the number.</summary>
    protected async Task<bool> FindAsync(string title, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || await works.GetAsync(DepartmentId, DraftId, cancellation).ConfigureAwait(false) is not { } work)
            return false;
        Work = work;
        ViewData["Draft"] = this;
        Title($"{work.Draft.Title} · {title}");
        return true;
    }
}
