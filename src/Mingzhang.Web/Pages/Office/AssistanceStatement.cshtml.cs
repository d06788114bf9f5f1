using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Assistance.Statements;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The statement of a decision, from what was known when it was made (计算书).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistanceStatementModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    [BindProperty(SupportsGet = true, Name = "decision")]
    public int DecisionId { get; set; }

    public StoredDecision Decision { get; private set; } = null!;

    public CalculationStatement? Statement { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("计算书", "/persons", cancellation).ConfigureAwait(false) || Policies is null
            || await Desk.Assistance.Decisions.StatementAsync(DepartmentId, DecisionId, Policies, cancellation).ConfigureAwait(false) is not { } found)
            return NotFound();
        (Decision, Statement) = found;
        return Page();
    }
}
