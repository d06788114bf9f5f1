using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Assistance;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;
using Mingzhang.Web.Workbench.Importing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Settlements brought in and computed (结算导入与核定).</summary>
[Requires(Act.SeeWork)]
[RequestSizeLimit(UploadReader.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadReader.Largest)]
internal sealed class AssistanceSettlementsModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    private const string Prefix = "救助结算·";

    private const int BatchesShown = 20;

    public IReadOnlyList<(int Id, string Source, int Count, string At, string Account)> Batches { get; private set; } = [];

    public OpenColumns? Open { get; private set; }

    public IReadOnlyList<IntakeMistake> Mistakes { get; private set; } = [];

    public SettlementOutcome? Outcome { get; private set; }

    public RunOutcome? Run { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (!await FindAsync("结算与核定", "/settlements", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        var (sheet, columns, problem) = await AssistanceSheet.ReadAsync(Desk, DepartmentId, Prefix, Data.SettlementExports, file, cancellation).ConfigureAwait(false);
        Open = sheet is null ? null : AssistanceIntake.Open(sheet, columns, ExportColumns.NeededOfSettlements);
        if (sheet is null || Open is not null)
        {
            Problems = problem is null ? [] : [problem];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        var mistakes = new List<IntakeMistake>();
        var rows = AssistanceIntake.Settlements(sheet, columns, mistakes);
        Outcome = await Desk.Assistance.Settlements.StoreAsync(Actor, DepartmentId, sheet.File, [.. rows.Select(r => new IncomingSettlement(r.Row, r.Person, r.Value))], cancellation).ConfigureAwait(false);
        Mistakes = [.. mistakes, .. Outcome.Refused.Select(r => new IntakeMistake(sheet.File, sheet.Name, r.Row, r.Field, r.Number, r.Reason))];
        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostRunAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("结算与核定", "/settlements", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        if (Policies is { } policies)
            Run = await Desk.Assistance.Decisions.RunAsync(Actor, DepartmentId, policies, cancellation).ConfigureAwait(false);
        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostColumnsAsync(string[] header, CancellationToken cancellation)
    {
        if (!await FindAsync("结算与核定", "/settlements", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        Done = await AssistanceSheet.RememberAsync(Desk, Actor, DepartmentId, Prefix, Data.SettlementExports, header, cancellation).ConfigureAwait(false) ? "已记住。请再上传一次文件。" : null;
        return LocalRedirect($"{Root}/settlements");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("结算与核定", "/settlements", cancellation).ConfigureAwait(false))
            return NotFound();
        Batches = await Desk.Assistance.Settlements.BatchesAsync(DepartmentId, BatchesShown, cancellation).ConfigureAwait(false);
        return Page();
    }
}
