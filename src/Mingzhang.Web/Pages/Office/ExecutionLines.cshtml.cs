using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Lines of the budget with what they have left (指标余额).</summary>
[Requires(Act.See)]
internal sealed class ExecutionLinesModel(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts) : ExecutionPage(current, desk, contexts)
{
    /// <summary>Rows a page shows.</summary>
    public const int Most = 500;

    [BindProperty(SupportsGet = true, Name = "unit")]
    public string? UnitCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "project")]
    public string? ProjectCode { get; set; }

    /// <summary>Lines of expenditure that the person sees.</summary>
    public IReadOnlyList<LineBalance> All { get; private set; } = [];

    /// <summary>Those that were asked for.</summary>
    public IReadOnlyList<LineBalance> Shown { get; private set; } = [];

    public IReadOnlyList<LineBalance> Incomes { get; private set; } = [];

    public long Sum(Func<LineBalance, long> part) => Shown.Sum(part);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("指标余额", cancellation).ConfigureAwait(false))
            return NotFound();
        var lines = await Desk.Execution.LinesAsync(Books.Id, Units, cancellation).ConfigureAwait(false);
        All = [.. lines.Where(l => l.Key.Flow == Flow.Expenditure)];
        Shown = [.. All.Where(l => (string.IsNullOrEmpty(UnitCode) || l.Key.UnitCode == UnitCode) && (string.IsNullOrEmpty(ProjectCode) || l.Key.ProjectCode == ProjectCode))];
        Incomes = [.. lines.Where(l => l.Key.Flow != Flow.Expenditure && (string.IsNullOrEmpty(UnitCode) || l.Key.UnitCode == UnitCode))];
        return Page();
    }
}
