using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Screening;
using Mingzhang.Data;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Screening;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Screening;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Importing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Claims screening: details brought in, hits reviewed by a second person (智能审核).</summary>
[Requires(Act.SeeWork)]
[RequestSizeLimit(UploadReader.Largest)]
internal sealed class ScreeningModel(CurrentActor current, OfficeDesk desk, DataFolder data) : DepartmentPage(current, desk)
{
    /// <summary>Hits shown on the page.</summary>
    public const int Most = 100;

    private const int MostMistakes = 20, Runs = 8;

    /// <summary>State that is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string State { get; set; } = ScreeningDesk.Open;

    /// <summary>规则编号; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    public IReadOnlyList<(string State, string RuleId, string Rule, int Count, long Fen)> Counts { get; private set; } = [];

    public IReadOnlyList<StoredHit> Hits { get; private set; } = [];

    public IReadOnlyList<StoredRun> All { get; private set; } = [];

    /// <summary>How many rules there are, and how many of them have a limit without a source.</summary>
    public (int Rules, int Examples) Book => (data.Screening.Rules.Count, data.Screening.Rules.Count(r => r.Head.LimitSource is null));

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        var shown = await ShowAsync(cancellation).ConfigureAwait(false);
        if (shown is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
            return shown;
        if (!May(Act.Work))
            return Forbid();
        if (file is null)
        {
            Problems = ["先选文件。"];
            return shown;
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
        var (sheets, problems) = UploadReader.Read([(file.FileName, memory.ToArray())]);
        var mistakes = new List<IntakeMistake>();
        var intake = new ClaimIntake(data.ClaimExports, mistakes);
        List<Claim> claims = [.. sheets.SelectMany(s => intake.Read(s.File, s.Name, s.Rows, []))];
        Problems =
        [
            .. problems,
            .. mistakes.Take(MostMistakes).Select(m => $"{m.File}{(m.Row is { } row ? $" 第 {row} 行" : "")}{(m.Column is { } column ? $"“{column}”" : "")}：{m.Message}"),
            .. mistakes.Count > MostMistakes ? (string[])[$"……还有 {mistakes.Count - MostMistakes} 处。"] : [],
        ];
        // Wrong rows are kept out and told; the others are screened.
        if (claims.Count == 0)
        {
            Problems = [.. Problems, "没有读到费用明细，没有存。"];
            return shown;
        }

        var (added, known, refusal) = await Desk.Screening.StoreAsync(Actor, DepartmentId, Path.GetFileName(file.FileName), claims.Count, Screener.All(data.Screening.Rules, claims), cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [.. Problems, refusal];
            return shown;
        }

        Done = $"{claims.Count} 行明细，新命中 {added} 处{(known > 0 ? $"，以前已命中 {known} 处（不重复列）" : "")}。";
        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        return LocalRedirect($"/office/{DepartmentId}/screening");
    }

    public async Task<IActionResult> OnPostDecideAsync(int hit, string? verdict, string? note, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Review) || !SeesAll)
            return Forbid();
        if (await Desk.Screening.DecideAsync(Actor, DepartmentId, hit, verdict == "accept", note, cancellation).ConfigureAwait(false) is { } refusal)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = verdict == "accept" ? "已列为疑点。" : "已排除。";
        return LocalRedirect($"/office/{DepartmentId}/screening?State={Uri.EscapeDataString(State)}{(Rule is null ? "" : "&Rule=" + Uri.EscapeDataString(Rule))}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!SeesAll)
            return Forbid();
        if (!ScreeningDesk.States.Contains(State))
            State = ScreeningDesk.Open;
        Title("智能审核");
        Counts = await Desk.Screening.CountsAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Hits = await Desk.Screening.ListAsync(DepartmentId, State, Rule, Most, cancellation).ConfigureAwait(false);
        All = await Desk.Screening.RunsAsync(DepartmentId, Runs, cancellation).ConfigureAwait(false);
        return Page();
    }
}
