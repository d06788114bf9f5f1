using System.Globalization;
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

/// <summary>The projects of a draft, and one of them with its whole form (项目库).</summary>
[Requires(Act.See)]
internal sealed class ProjectsModel(CurrentActor current, OfficeDesk desk, DraftWorks works, LastYear lastYear, DataFolder data) : DraftPage(current, desk, works)
{
    private const string Code = "编码", Project = "项目编码";

    private static readonly string[] About = ["项目用途", "预算支出", Reckoning.Sheet, "绩效目标", "绩效指标", "绩效填报", "绩效资金"];

    private List<DraftRecord> _visible = [];

    /// <summary>Number of the project's record in the address; null for the list.</summary>
    [BindProperty(SupportsGet = true, Name = "project")]
    public int? Chosen { get; set; }

    /// <summary>The project; null for the list.</summary>
    public DraftRecord? Record { get; private set; }

    public IReadOnlyList<ReckonedProject> All { get; private set; } = [];

    /// <summary>Last year's projects that are not here yet.</summary>
    public IReadOnlyList<(string Code, string Name, string Unit, long Fen)> Open { get; private set; } = [];

    /// <summary>The sheets that tell of a project, with its records.</summary>
    public IEnumerable<(SheetDescription Sheet, IReadOnlyList<DraftRecord> Records)> Parts =>
        About.Select(a => (data.Sheets.First(s => s.Name == a), (IReadOnlyList<DraftRecord>)[.. _visible.Where(r => r.Sheet == a && r[Project] == Record![Code])]));

    /// <summary>What a calculation gives.</summary>
    public ReckonedLine? Reckoned(int record) => Work.Calculations.FirstOrDefault(c => c.Record == record);

    /// <summary>The address of a sheet with the records of this project; of a new one where it has none.</summary>
    public string To(string sheet, IReadOnlyList<DraftRecord> records) => records.Count > 0
        ? new Jump(sheet, [.. records.Select(r => r.Id)], null).Href(Root)
        : new Jump(sheet, [], null, new Dictionary<string, string> { [Project] = Record![Code] }).Href(Root);

    /// <summary>An amount in 元.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("N2", CultureInfo.InvariantCulture);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostCarryAsync(string? code, CancellationToken cancellation)
    {
        if (!await FindAsync("项目", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Edit))
            return Forbid();
        var last = await lastYear.RecordsAsync(Department, Draft.Year, cancellation).ConfigureAwait(false);
        var records = CarriedProject.Records(last, code ?? "", Draft.Year);
        if (records.Count == 0 || Work.Records.Any(r => r.Sheet == "项目" && r[Code] == code))
            Problems = ["上年没有这个项目，或者它已经在这里。"];
        else if (await Desk.Drafts.AppendAsync(Actor, DepartmentId, DraftId, records, records["项目"][0].GetValueOrDefault(RecordOwner.Unit), "沿用上年项目", cancellation).ConfigureAwait(false) is { } refusal)
            Problems = [refusal];
        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        Done = $"已带过来：{string.Join('、', records.Select(r => $"{r.Key} {r.Value.Count} 条"))}。金额还是上年的，请核对。";
        var (_, now) = (await Desk.Drafts.LoadAsync(DraftId, cancellation).ConfigureAwait(false))!.Value;
        return LocalRedirect($"{Root}/projects/{now.First(r => r.Sheet == "项目" && r[Code] == code).Id.ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("项目", cancellation).ConfigureAwait(false))
            return NotFound();
        _visible = [.. SheetRights.Visible(Actor, Work)];
        if (Chosen is { } id)
        {
            Record = _visible.Find(r => r.Sheet == "项目" && r.Id == id);
            return Record is null ? NotFound() : Page();
        }

        var reckoned = Work.Projects.ToDictionary(p => p.Record);
        All = [.. _visible.Where(r => r.Sheet == "项目").Select(r => reckoned.GetValueOrDefault(r.Id) ?? new ReckonedProject(r.Id, r[Code], r["名称"], 0, null))];
        if (MayEdit)
        {
            var last = await lastYear.RecordsAsync(Department, Draft.Year, cancellation).ConfigureAwait(false);
            var units = Core.Office.Access.Units(Actor.Assignments, DepartmentId);
            Open = [.. CarriedProject.Open(last, Work.Records.Where(r => r.Sheet == "项目").Select(r => r[Code])).Where(p => units is null || units.Contains(p.Unit))];
        }

        return Page();
    }
}
