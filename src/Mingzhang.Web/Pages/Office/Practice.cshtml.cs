using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Data.Workbench;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Site;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A guided first budget (新手练习): a department of one's own with a sample in it, and the steps with what is done of them.</summary>
[Requires(Act.SignedIn)]
internal sealed class PracticeModel(CurrentActor current, OfficeDesk desk, DraftWorks works, DataFolder data, SiteSettings site) : WorkbenchPage(current)
{
    private const int MostEntries = 2000;

    private static readonly Role[] Roles = [Role.Clerk, Role.Reviewer, Role.Head, Role.FinanceReviewer];

    /// <summary>Where the pages of the practice draft lie; null before it was begun.</summary>
    public string? Root { get; private set; }

    /// <summary>The steps, each with whether it was done.</summary>
    public IReadOnlyList<(PracticeStep Step, bool IsDone)> Steps { get; private set; } = [];

    /// <summary>Whether there is a sample to practise with.</summary>
    public bool IsThere => Directory.Exists(Sample);

    private string Sample => Path.Combine(site.Home, "samples", data.Practice.Sample);

    private string Name => Practice.NameFor(Actor.UserName);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title("新手练习");
        if ((await desk.Register.DepartmentsAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(d => d.Name == Name) is not { } department
            || (await desk.Drafts.ListAsync(department.Id, cancellation).ConfigureAwait(false)) is not [var draft, ..]
            || await works.GetAsync(department.Id, draft.Id, cancellation).ConfigureAwait(false) is not { } work)
            return;
        Root = FormattableString.Invariant($"/office/{department.Id}/drafts/{draft.Id}");
        var acts = (await desk.Trail.HeadsAsync(department.Id, draft.Id, MostEntries, cancellation).ConfigureAwait(false)).Select(e => e.Act).ToHashSet(StringComparer.Ordinal);
        Steps = [.. data.Practice.Steps.Select(s => (s, IsDone(s.Done, work, acts)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsThere || LedgerLoader.Load(Sample, data.Catalogue).Ledger is not { Settings.BudgetEdition: { } edition } ledger)
        {
            Problems = ["这台机器上没有样例（samples 文件夹），不能练习。"];
            await OnGetAsync(cancellation).ConfigureAwait(false);
            return Page();
        }

        var (department, refusal) = await desk.Register.SaveAsync(Actor, new Department(0, Name, "练习", ledger.Settings.IsDepartment, "", ""), cancellation).ConfigureAwait(false);
        if (refusal is null)
        {
            await desk.Register.SaveUnitsAsync(Actor, department, ledger.Units, cancellation).ConfigureAwait(false);
            foreach (var role in Roles)
                await desk.Register.AssignAsync(Actor, Actor.Id, new Assignment(role, department, null), cancellation).ConfigureAwait(false);
            await desk.Drafts.BeginAsync(Actor, department, ledger.Settings.Year, edition, Spoilt(ledger), cancellation).ConfigureAwait(false);
        }

        return RedirectToPage();
    }

    private static bool IsDone(string done, DraftWork work, HashSet<string> acts) => done switch
    {
        "没有填错的格" => work.Mistakes.Count == 0,
        "没有勾稽错误" => work.Publication is not null && !work.Findings.Any(f => f.Severity == Severity.Error),
        "没有待填" => work.Publication is not null && work.Gaps.Count == 0,
        _ => acts.Contains(done),
    };

    // The sample with something to be put right: a code that does not exist, an amount, a reason.
    private Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Spoilt(Ledger ledger)
    {
        var sheets = LedgerSheets.Of(ledger).Where(r => data.Sheets.Any(s => s.Name == r.Sheet && s.IsFor(Stage.Budget))).GroupBy(r => r.Sheet)
            .ToDictionary(g => g.Key, g => g.Select(r => r.Cells.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal)).ToList(), StringComparer.Ordinal);
        var lines = sheets["预算支出"];
        lines[0]["功能科目"] = lines[0]["功能科目"][..^1] + "0";
        if (FenText.TryParse(lines[1]["金额(元)"], out var fen, out _))
            lines[1]["金额(元)"] = FenText.Format(fen + 100_000);
        sheets.GetValueOrDefault("上年数")?.FirstOrDefault(r => r.GetValueOrDefault("增减原因", "").Length > 0)?.Remove("增减原因");
        return sheets.ToDictionary(s => s.Key, s => (IReadOnlyList<IReadOnlyDictionary<string, string>>)s.Value, StringComparer.Ordinal);
    }
}
