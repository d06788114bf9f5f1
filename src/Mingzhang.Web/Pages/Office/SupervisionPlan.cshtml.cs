using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The plan of a year: targets, progress, draws (检查计划和双随机抽取).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionPlanModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    /// <summary>Rows of the form beyond the targets there are.</summary>
    private const int Empty = 2;

    [BindProperty]
    public DrawForm Form { get; set; } = new();

    public IReadOnlyList<Coverage> Coverages { get; private set; } = [];

    public IReadOnlyList<DrawInfo> Draws { get; private set; } = [];

    /// <summary>Targets with empty rows after them, for the form.</summary>
    public IReadOnlyList<CoverageTarget?> Rows => [.. Coverages.Select(c => c.Target), .. Enumerable.Repeat<CoverageTarget?>(null, Empty)];

    public Dictionary<string, string> Names { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await StopAsync("计划与抽取", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        Coverages = await Supervised.CoverageAsync(DepartmentId, Year, Today, cancellation).ConfigureAwait(false);
        Draws = await Supervised.Plans.DrawsAsync(DepartmentId, Year, cancellation).ConfigureAwait(false);
        Names = (await Supervised.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).ToDictionary(i => i.Facts.Code, i => i.Facts.Name, StringComparer.Ordinal);
        return Page();
    }

    public async Task<IActionResult> OnPostTargetsAsync(string?[] kind, string?[] by, string?[] percent, CancellationToken cancellation)
    {
        if (await StopAsync("计划与抽取", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!May(Act.Work))
            return Forbid();
        var targets = new List<CoverageTarget>();
        for (var i = 0; i < Math.Min(percent.Length, Math.Min(kind.Length, by.Length)); i++)
        {
            if (string.IsNullOrWhiteSpace(percent[i]))
                continue;
            if (int.TryParse(percent[i], NumberStyles.None, CultureInfo.InvariantCulture, out var share))
                targets.Add(new CoverageTarget(InstitutionWords.Parse(kind[i] ?? ""), InspectionWords.Parse(by[i] ?? ""), share));
            else
                Problems = [.. Problems, $"覆盖率“{percent[i]}”不是整数：写 1 到 100。"];
        }

        if (Problems.Count == 0 && await Supervised.Plans.SetAsync(Actor, DepartmentId, Year, targets, cancellation).ConfigureAwait(false) is { } refusal)
            Problems = [refusal];
        if (Problems.Count > 0)
            return await OnGetAsync(cancellation).ConfigureAwait(false);
        Done = "覆盖目标已存。";
        return LocalRedirect($"{Root}/plan?year={Year}");
    }

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken cancellation)
    {
        if (await StopAsync("计划与抽取", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!May(Act.Work))
            return Forbid();
        if (InspectionWords.Parse(Form.By ?? "") is not { } by)
            return BadRequest();
        var problems = new List<string>();
        var request = Form.Request(await Supervised.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false), problems);
        var id = 0;
        if (problems.Count == 0)
        {
            (id, var refusal) = await Supervised.Plans.DrawAsync(Actor, DepartmentId, Year, Short(Form.Name), by, Short(Form.Source), request, cancellation).ConfigureAwait(false);
            if (refusal is not null)
                problems.Add(refusal);
        }

        Problems = problems;
        if (problems.Count > 0)
            return await OnGetAsync(cancellation).ConfigureAwait(false);
        Done = "已抽取。结果不能再改，待检查的机构已列入检查。";
        return LocalRedirect($"{Root}/draws/{id}");
    }
}
