using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Where a person begins (工作台首页).</summary>
[Requires(Act.SignedIn)]
internal sealed class OfficeModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : WorkbenchPage(current)
{
    public IReadOnlyList<(Department Department, IReadOnlyList<Role> Roles)> Mine { get; private set; } = [];

    public bool IsAdministrator => Core.Office.Access.May(Actor.Assignments, Act.Manage, null);

    public int Departments { get; private set; }

    public int Accounts { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title("首页");
        var all = await desk.Register.DepartmentsAsync(cancellation).ConfigureAwait(false);
        Mine = [.. all.Select(d => (d, Core.Office.Access.Roles(Actor.Assignments, d.Id))).Where(m => m.Item2.Count > 0)];
        if (!IsAdministrator)
            return;
        Departments = all.Count;
        Accounts = (await desk.Register.AccountsAsync(clock.GetUtcNow(), cancellation).ConfigureAwait(false)).Count;
    }
}
