using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Documents.Reporting;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The quarterly report as a page, in Word and in Excel (季度报告).</summary>
[Requires(Act.See)]
internal sealed class MonitoringReportModel(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts, DataFolder data, TimeProvider clock) : ExecutionPage(current, desk, contexts)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty(SupportsGet = true, Name = "quarter")]
    public int? Quarter { get; set; }

    public ReportPaper Paper { get; private set; } = null!;

    public int Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await MakeAsync(cancellation).ConfigureAwait(false) ?? Page();

    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation) =>
        await MakeAsync(cancellation).ConfigureAwait(false) ?? File(PaperWord.Write(Paper), Word, Paper.Title.Replace(" ", "", StringComparison.Ordinal) + ".docx");

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellation) =>
        await MakeAsync(cancellation).ConfigureAwait(false) ?? File(PaperExcel.Write(Paper), Excel, Paper.Title.Replace(" ", "", StringComparison.Ordinal) + ".xlsx");

    // What stands in the way; null when the report is made.
    private async Task<IActionResult?> MakeAsync(CancellationToken cancellation)
    {
        if (Quarter is < 1 or > 4 || !await FindAsync("季度报告", cancellation).ConfigureAwait(false))
            return NotFound();
        // The report is about all units.
        if (!SeesAll)
            return Forbid();
        var month = Quarter is { } quarter ? quarter * MonitoringWork.MonthsOfQuarter : (int?)null;
        var work = await MonitoringWork.LookAsync(Desk, data, Books, null, month, cancellation).ConfigureAwait(false);
        if (month is null && work.Report.Month % MonitoringWork.MonthsOfQuarter != 0)
            work = await MonitoringWork.LookAsync(Desk, data, Books, null, MonitoringWork.Quarter(work.Report.Month) * MonitoringWork.MonthsOfQuarter, cancellation).ConfigureAwait(false);
        Shown = MonitoringWork.Quarter(work.Report.Month);
        Paper = QuarterReport.Of(Department, work, Facts, Clock.Today(clock));
        return null;
    }
}
