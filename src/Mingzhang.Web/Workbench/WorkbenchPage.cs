using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench;

/// <summary>What the pages of the workbench share.</summary>
internal abstract class WorkbenchPage(CurrentActor current) : PageModel
{
    /// <summary>Who asks.</summary>
    public Actor Actor => current.Actor;

    /// <summary>What went wrong, in Chinese, shown above the form.</summary>
    public IReadOnlyList<string> Problems { get; protected set; } = [];

    /// <summary>What was done, shown once after it.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Sets the title of the page.</summary>
    protected void Title(string title) => ViewData["Title"] = title;
}

/// <summary>A page about a department; its address names it.</summary>
internal abstract class DepartmentPage(CurrentActor current, OfficeDesk desk) : WorkbenchPage(current)
{
    /// <summary>Number in the address.</summary>
    [BindProperty(SupportsGet = true, Name = RequiresHandler.Department)]
    public int DepartmentId { get; set; }

    /// <summary>The department.</summary>
    public Department Department { get; private set; } = null!;

    /// <summary>The database of the workbench.</summary>
    protected OfficeDesk Desk => desk;

    /// <summary>Whether the person may do it in this department.</summary>
    public bool May(Act act) => Core.Office.Access.May(Actor.Assignments, act, DepartmentId);

    /// <summary>Whether the person sees all units, and so what sums them up.</summary>
    public bool SeesAll => Core.Office.Access.Units(Actor.Assignments, DepartmentId) is null;

    /// <summary>Finds the department; false when there is none.</summary>
    protected async Task<bool> FindDepartmentAsync(CancellationToken cancellation)
    {
        if (await desk.Register.DepartmentAsync(DepartmentId, cancellation).ConfigureAwait(false) is not { } found)
            return false;
        Department = found;
        ViewData["Department"] = found;
        return true;
    }
}
