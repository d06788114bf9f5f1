using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The inspections of a year, and those still to be done (检查).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionInspectionsModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    /// <summary>Inspections that the page lists.</summary>
    public const int Most = 300;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public IReadOnlyList<InspectionInfo> Found { get; private set; } = [];

    public IReadOnlyList<InstitutionInfo> Institutions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await StopAsync("检查", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        var text = (Text ?? "").Trim();
        Found = [.. (await Supervised.Inspections.AllAsync(DepartmentId, null, null, cancellation).ConfigureAwait(false)).Where(i =>
            ((i.DoneOn ?? i.PlannedOn)?.Year ?? Year) == Year && (string.IsNullOrEmpty(Kind) || i.Kind.ChineseName() == Kind) && (string.IsNullOrEmpty(State) || i.State == State)
            && (text.Length == 0 || i.Institution.Contains(text, StringComparison.OrdinalIgnoreCase) || i.Code.Contains(text, StringComparison.OrdinalIgnoreCase)))];
        if (May(Act.Work))
            Institutions = await Supervised.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(string? institution, string? by, string? inspectors, DateOnly? on, bool isDone, string? conclusion, CancellationToken cancellation)
    {
        if (await StopAsync("检查", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!May(Act.Work))
            return Forbid();
        var code = (institution ?? "").Trim().Split(' ', 2)[0];
        var found = (await Supervised.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).FirstOrDefault(i => i.Facts.Code == code);
        var kind = InspectionWords.Parse(by ?? "");
        if (found is null || kind is null)
            Problems = [found is null ? $"名录里没有编码“{code}”的机构。" : "检查方式要选。"];
        else if (isDone && on is null)
            Problems = ["检查日期要填。"];
        else if (on > Today && isDone)
            Problems = ["检查日期还没有到。"];
        if (Problems.Count > 0)
            return await OnGetAsync(cancellation).ConfigureAwait(false);
        var (ids, refusal) = await Supervised.Inspections.AddAsync(
            Actor, DepartmentId, [new NewInspection(found!.Id, kind!.Value, Short(inspectors), isDone ? null : on, isDone ? on : null, Short(conclusion), [])], cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return await OnGetAsync(cancellation).ConfigureAwait(false);
        }

        Done = isDone ? "检查已登记，接着登记发现的问题。" : "检查已列入。";
        return LocalRedirect($"{Root}/inspections/{ids[0]}");
    }
}
