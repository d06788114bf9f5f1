using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Letters;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Documents.Reporting;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Bulletins;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The bulletin of a quarter, to read and as Word (季度简报).</summary>
[Requires(Act.SeeWork)]
internal sealed class BulletinModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : DepartmentPage(current, desk)
{
    private const string Use = "简报", Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int Quarters = 4, MonthsOfQuarter = 3;

    /// <summary>年度.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    /// <summary>季度, 1 to 4.</summary>
    [BindProperty(SupportsGet = true, Name = "quarter")]
    public int? Quarter { get; set; }

    /// <summary>The bulletin; null where something is missing.</summary>
    public Letter? Letter { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await MakeAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation) =>
        !await MakeAsync(cancellation).ConfigureAwait(false) ? NotFound()
        : Letter is null ? Page()
        : File(PaperWord.Write(LetterPaper.Of(Letter)), Word, $"{Department.ShortName}{Letter.Title}.docx");

    private async Task<bool> MakeAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || !SeesAll)
            return false;
        Title("季度简报");
        var today = Clock.Today(clock);
        // Where none is asked for, the last quarter that is over, of a year that has records.
        var over = today.AddMonths(-MonthsOfQuarter);
        var newest = Math.Max(
            await Desk.Years.NewestAsync(DepartmentId, YearlyWork.Supervision, over, cancellation).ConfigureAwait(false), await Desk.Years.NewestAsync(DepartmentId, YearlyWork.Complaints, over, cancellation).ConfigureAwait(false));
        over = newest < over.Year ? new DateOnly(newest, MonthsOfQuarter * Quarters, 1) : over;
        Year = Math.Clamp(Year ?? over.Year, 2000, today.Year);
        Quarter = Math.Clamp(Quarter ?? ((over.Month - 1) / MonthsOfQuarter) + 1, 1, Quarters);
        if (data.Letters.FirstOrDefault(l => l.Use == Use) is not { } template)
        {
            Problems = ["data/letters 里没有用于“简报”的文书模板。"];
            return true;
        }

        var (values, tables) = await QuarterBulletin.OfAsync(Desk, Department, Year.Value, Quarter.Value, today, cancellation).ConfigureAwait(false);
        var filled = template.Fill(values, tables);
        Letter = filled.Letter;
        if (filled.Missing.Count > 0)
            Problems = [$"简报缺：{string.Join('、', filled.Missing)}。请看 data/letters 的模板写的字段。"];
        return true;
    }
}
