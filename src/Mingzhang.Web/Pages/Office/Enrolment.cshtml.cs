using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Assistance.Enrolment;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Assistance;
using Mingzhang.Data.Intake;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Fund;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Importing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Subsidised enrolment: the list of subjects against who is enrolled, coverage, who is missing (资助参保).</summary>
[Requires(Act.SeeWork)]
[RequestSizeLimit(UploadReader.Largest)]
internal sealed class EnrolmentModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : DepartmentPage(current, desk)
{
    /// <summary>Persons that the page names of each kind.</summary>
    public const int Most = 100;

    private const int MostMistakes = 20;

    /// <summary>Year in the address; 0 for none.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int Year { get; set; }

    /// <summary>Policies of the department's place, the newest year first.</summary>
    public IReadOnlyList<EnrolmentPolicy> Policies { get; private set; } = [];

    /// <summary>That of the year; null when there is none.</summary>
    public EnrolmentPolicy? Policy { get; private set; }

    /// <summary>Coverage by kind; null before a list of the year was brought in.</summary>
    public IReadOnlyList<EnrolmentCoverage>? Coverage { get; private set; }

    public IReadOnlyList<EnrolmentList> Lists { get; private set; } = [];

    /// <summary>Those who are missing, masked, by kind of subject; the first of each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AssistedPerson>> Missing { get; private set; } = new Dictionary<string, IReadOnlyList<AssistedPerson>>();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        var shown = await ShowAsync(cancellation).ConfigureAwait(false);
        if (shown is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
            return shown;
        if (!May(Act.Work))
            return Forbid();
        if (file is null || Policy is null)
        {
            Problems = ["先选文件。"];
            return shown;
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
        var (sheets, problems) = UploadReader.Read([(file.FileName, memory.ToArray())]);
        var mistakes = new List<IntakeMistake>();
        var codes = sheets.SelectMany(s => AssistanceFolder.EnrolledPersons(s, data.IdentityLists, mistakes)).ToHashSet(StringComparer.Ordinal);
        Problems = [.. problems, .. mistakes.Take(MostMistakes).Select(m => $"{m.File}：{m.Message}")];
        if (Problems.Count > 0)
            return shown;
        var (added, gone, refusal) = await Desk.Enrolment.StoreAsync(Actor, DepartmentId, Year, Path.GetFileName(file.FileName), codes, cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return shown;
        }

        Done = $"已导入 {codes.Count} 人；比上次的名单新增 {added} 人，减少 {gone} 人。";
        return LocalRedirect($"/office/{DepartmentId}/enrolment/{Year}");
    }

    /// <summary>All who are missing as a sheet, masked, with who exported it.</summary>
    public async Task<IActionResult> OnGetMissingAsync(CancellationToken cancellation)
    {
        var shown = await ShowAsync(cancellation).ConfigureAwait(false);
        if (shown is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult || Coverage is null)
            return shown;
        var text = new StringBuilder("\uFEFF救助对象,人员编号,姓名,证件号码\n");
        foreach (var kind in Coverage)
        {
            foreach (var person in await Desk.Enrolment.ShownAsync(DepartmentId, kind.Missing, cancellation).ConfigureAwait(false))
                text.Append(CultureInfo.InvariantCulture, $"{kind.Subsidy.Subject},{Cell(person.Code)},{Cell(person.Name)},{Cell(person.Number)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"# {Year} 年未参保名单，{Actor.UserName} 于 {Clock.Today(clock):yyyy-MM-dd} 导出\n");
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv", $"{Year}年未参保.csv");
    }

    // A cell that a spreadsheet would take for a formula is text.
    private static string Cell(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text.Replace(',', '，') : text.Replace(',', '，');

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!SeesAll)
            return Forbid();
        var place = (await Desk.Assistance.SettingsAsync(DepartmentId, cancellation).ConfigureAwait(false)).Place ?? (data.Enrolment.Count > 0 ? data.Enrolment[0].Place : "");
        Policies = [.. data.Enrolment.Where(p => p.Place == place).OrderByDescending(p => p.Year)];
        if (Year == 0)
            Year = Policies.Count > 0 ? Policies[0].Year : Clock.Today(clock).Year;
        Policy = Policies.FirstOrDefault(p => p.Year == Year);
        Title($"资助参保 {Year} 年");
        Lists = [.. (await Desk.Enrolment.ListsAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(l => l.Year == Year)];
        if (Policy is null)
            return Page();
        Coverage = await Desk.Enrolment.CoverageAsync(DepartmentId, Policy, cancellation).ConfigureAwait(false);
        var missing = new Dictionary<string, IReadOnlyList<AssistedPerson>>(StringComparer.Ordinal);
        foreach (var kind in Coverage ?? [])
            missing[kind.Subsidy.Subject] = await Desk.Enrolment.ShownAsync(DepartmentId, [.. kind.Missing.Take(Most)], cancellation).ConfigureAwait(false);
        Missing = missing;
        return Page();
    }
}
