using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Registers;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Registers;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The registers of a department, and the ready-made ones it may take (台账).</summary>
[Requires(Act.SeeWork)]
internal sealed class RegistersModel(CurrentActor current, OfficeDesk desk, DataFolder data) : DepartmentPage(current, desk)
{
    /// <summary>Its registers.</summary>
    public IReadOnlyList<RegisterInfo> All { get; private set; } = [];

    /// <summary>Ready-made ones that it has not.</summary>
    public IReadOnlyList<RegisterDefinition> Ready { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string[] names, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Compile))
            return Forbid();
        var problems = new List<string>();
        var taken = (await Desk.Sources.OfAsync(DepartmentId, cancellation).ConfigureAwait(false)).Select(s => s.Name).ToList();
        foreach (var definition in Ready.Where(r => names.Contains(r.Name)))
            problems.AddRange((await Desk.Registers.DefineAsync(Actor, DepartmentId, 0, definition, 0, taken, cancellation).ConfigureAwait(false)).Problems);
        if (names.Length == 0)
            problems.Add("没有选台账。");
        Problems = problems;
        if (problems.Count > 0)
            return Page();
        Done = $"已取用 {names.Length} 个台账。";
        return RedirectToPage();
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || !SeesAll)
            return false;
        All = await Desk.Registers.ListAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Ready = [.. data.Registers.Where(r => All.All(a => a.Definition.Name != r.Name))];
        Title("台账");
        return true;
    }
}
