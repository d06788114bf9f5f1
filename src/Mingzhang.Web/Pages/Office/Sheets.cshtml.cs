using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Workbench;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Api;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The grid of one sheet, whichever it is (录入): what it shows comes from data/workbench/录入.yaml.</summary>
[Requires(Act.See)]
internal sealed class SheetsModel(CurrentActor current, OfficeDesk desk, DraftWorks works, DataFolder data) : DraftPage(current, desk, works)
{
    private ILookup<string, DraftRecord> _counts = null!;

    [BindProperty(SupportsGet = true, Name = "sheet")]
    public string? SheetName { get; set; }

    public SheetDescription Sheet { get; private set; } = null!;

    /// <summary>Whether the sheet has a library to choose from.</summary>
    public bool HasLibrary => MayEdit && Sheet.Name == SheetApi.Indicators;

    public IReadOnlyList<SheetDescription> All => [.. data.Sheets.Where(s => s.IsFor(Draft.Stage))];

    /// <summary>Number of records of a sheet.</summary>
    public int Count(string sheet) => _counts[sheet].Count();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(SheetName ?? "录入", cancellation).ConfigureAwait(false) || All.FirstOrDefault(s => s.Name == (SheetName ?? $"{Draft.Stage.ChineseName()}支出")) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        _counts = SheetRights.Visible(Actor, Work).ToLookup(r => r.Sheet, StringComparer.Ordinal);
        return Page();
    }
}
