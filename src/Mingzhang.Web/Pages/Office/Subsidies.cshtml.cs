using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Core.Subsidies;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Fiscal subsidies reckoned by formulas of the place, and put into the calculations of a project (财政补助计算).</summary>
[Requires(Act.See)]
internal sealed class SubsidiesModel(CurrentActor current, OfficeDesk desk, DraftWorks works, DataFolder data) : DraftPage(current, desk, works)
{
    private const string Project = "项目编码", Activity = "项目活动";

    /// <summary>地区 whose formulas are used.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    /// <summary>Which formula, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Formula { get; set; }

    /// <summary>What was filled in, in the order of <see cref="Open"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "v")]
    public IReadOnlyList<string?> Typed { get; set; } = [];

    /// <summary>The newest formulas of each place that are no later than the year of the draft.</summary>
    public IReadOnlyList<SubsidyPolicy> Policies { get; private set; } = [];

    /// <summary>Those that are used; null when there are none.</summary>
    public SubsidyPolicy? Policy { get; private set; }

    /// <summary>The chosen formula, reckoned; null when none is chosen.</summary>
    public SubsidyCalculation? Result { get; private set; }

    /// <summary>Projects into whose calculations this person may write.</summary>
    public IReadOnlyList<DraftRecord> Projects { get; private set; } = [];

    /// <summary>Quantities that a person fills in.</summary>
    public static IReadOnlyList<SubsidyQuantity> Open(SubsidyFormula formula) => [.. formula.Quantities.Where(q => q.Value is null)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ReadAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? project, CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Edit))
            return Forbid();
        if (Result is null || Result.Mistakes.Count > 0)
            return Page();
        var lines = Result.Lines();
        if (Projects.All(p => p["编码"] != project))
            Problems = ["先选写进哪个项目。"];
        else if (lines.Count == 0)
            Problems = ["算出来是 0，没有可写的测算。"];
        if (Problems.Count > 0)
            return Page();
        // What this formula wrote before is put in its place, so that reckoning anew never counts twice.
        var old = Work.Records.Where(r => r.Sheet == Reckoning.Sheet && r[Project] == project && IsOf(r[Activity], Result.Formula)).ToList();
        var edit = new SheetEdit(
            Reckoning.Sheet, [],
            [.. lines.Select((l, i) => new NewRecord($"subsidy-{i}", new Dictionary<string, string>
            {
                [Project] = project!, [Activity] = l.Activity, ["活动内容"] = l.Content, ["支出经济分类"] = l.EconomicClass, ["金额(元)"] = FenText.Format(l.Fen), ["测算依据"] = l.Basis,
            }))],
            [.. old.Select(r => new RemovedRecord(r.Id, r.Revision))]);
        var outcome = await Desk.Drafts.EditAsync(Actor, DepartmentId, DraftId, edit, cancellation).ConfigureAwait(false);
        if (outcome.Refusal is not null || outcome.Conflicts.Count > 0)
        {
            Problems = [outcome.Refusal ?? "别人刚改过这些测算，请再算一次。"];
            return Page();
        }

        Done = $"已写入项目测算 {lines.Count} 行，合计 {ProjectsModel.Yuan(Result.Fen!.Value)} 元{(old.Count > 0 ? $"；原来的 {old.Count} 行已替换" : "")}。";
        return LocalRedirect($"{Root}/projects/{Projects.First(p => p["编码"] == project).Id}");
    }

    private static bool IsOf(string activity, SubsidyFormula formula) =>
        activity == formula.Name || (activity.StartsWith(formula.Name + "（", StringComparison.Ordinal) && activity.EndsWith('）'));

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("财政补助计算", cancellation).ConfigureAwait(false))
            return false;
        Policies = [.. data.Subsidies.Where(p => p.Year <= Draft.Year).GroupBy(p => p.Place, StringComparer.Ordinal).Select(g => g.MaxBy(p => p.Year)!)];
        Policy = Policies.FirstOrDefault(p => p.Place == Place) ?? (Policies.Count > 0 ? Policies[0] : null);
        var units = Core.Office.Access.Units(Actor.Assignments, DepartmentId);
        Projects = MayEdit ? [.. Work.Records.Where(r => r.Sheet == "项目" && (units is null || units.Contains(r[RecordOwner.Unit])))] : [];
        if (Policy is not null && Formula is { } at && at >= 0 && at < Policy.Formulas.Count)
        {
            var formula = Policy.Formulas[at];
            Result = SubsidyCalculation.Of(formula, Open(formula).Select((q, i) => (q.Name, Text: i < Typed.Count ? Typed[i] ?? "" : "")).ToDictionary(t => t.Name, t => t.Text, StringComparer.Ordinal));
        }

        return true;
    }
}
