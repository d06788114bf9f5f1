using Microsoft.AspNetCore.Mvc;
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
    private const string First = "预算支出";

    private ILookup<string, DraftRecord> _counts = null!;

    [BindProperty(SupportsGet = true, Name = "sheet")]
    public string? SheetName { get; set; }

    public SheetDescription Sheet { get; private set; } = null!;

    public IReadOnlyList<SheetDescription> All => data.Sheets;

    /// <summary>Number of records of a sheet.</summary>
    public int Count(string sheet) => _counts[sheet].Count();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (data.Sheets.FirstOrDefault(s => s.Name == (SheetName ?? First)) is not { } sheet || !await FindAsync(sheet.Name, cancellation).ConfigureAwait(false))
            return NotFound();
        Sheet = sheet;
        _counts = SheetRights.Visible(Actor, Work).ToLookup(r => r.Sheet, StringComparer.Ordinal);
        return Page();
    }
}
