using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>All departments of the office (部门).</summary>
[Requires(Act.Manage)]
internal sealed class DepartmentsModel(CurrentActor current, OfficeDesk desk) : WorkbenchPage(current)
{
    public IReadOnlyList<Department> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title("部门");
        All = await desk.Register.DepartmentsAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? shortName, string? scope, string? code, CancellationToken cancellation)
    {
        var full = name?.Trim() ?? "";
        var isDepartment = scope != "单位";
        if (full.Length == 0 || string.IsNullOrWhiteSpace(code) || !code.Trim().All(char.IsAsciiLetterOrDigit))
        {
            Problems = ["全称和代码都要填，代码只用数字和字母。"];
        }
        else
        {
            var (id, refusal) = await desk.Register.SaveAsync(Actor, new Department(0, full, string.IsNullOrWhiteSpace(shortName) ? full : shortName.Trim(), isDepartment, "", ""), cancellation).ConfigureAwait(false);
            if (refusal is null)
            {
                // The department itself is the first unit; a single unit has no kind-less head above it.
                await desk.Register.SaveUnitsAsync(Actor, id, [new BudgetUnit(code.Trim(), full, null, isDepartment ? null : BudgetUnit.Natures[0])], cancellation).ConfigureAwait(false);
                Done = $"已建立“{full}”。接着登记所属单位。";
                return LocalRedirect($"/office/{id}/settings");
            }

            Problems = [refusal];
        }

        await OnGetAsync(cancellation).ConfigureAwait(false);
        return Page();
    }
}
