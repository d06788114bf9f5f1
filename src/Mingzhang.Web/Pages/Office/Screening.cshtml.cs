using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Screening;
using Mingzhang.Data;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Screening;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Screening;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Importing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Claims screening: details brought in, hits reviewed by a second person (智能审核).</summary>
[Requires(Act.SeeWork)]
[RequestSizeLimit(UploadReader.Largest)]
internal sealed class ScreeningModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : DepartmentPage(current, desk)
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

    /// <summary>Only what became this inspection; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Inspection { get; set; }

    /// <summary>Designated institutions by code.</summary>
    public IReadOnlyDictionary<string, InstitutionInfo> Institutions { get; private set; } = new Dictionary<string, InstitutionInfo>();

    /// <summary>Accepted doubts that no inspection took up yet, by institution.</summary>
    public IReadOnlyList<IGrouping<string, StoredHit>> ToInspect => [.. Hits.Where(h => h.State == ScreeningDesk.Accepted && h.Inspection is null).GroupBy(h => h.Institution, StringComparer.Ordinal)];

    /// <summary>Violations to choose from.</summary>
    public IReadOnlyList<string> Violations => [.. data.Supervision.Violations.Select(v => v.Name)];

    /// <summary>Today in China.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>What a doubt is first taken for.</summary>
    public string FirstTaken(StoredHit hit) => data.Supervision.OfDoubt(data.Screening.Rules.FirstOrDefault(r => r.Head.Id == hit.RuleId)?.Head.Kind).Name;

    /// <summary>Name of an institution with its code.</summary>
    public string Named(string code) => Institutions.TryGetValue(code, out var found) ? $"{found.Facts.Name}（{code}）" : code;

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

    public async Task<IActionResult> OnPostInspectAsync(int[]? hit, DateOnly? on, string? inspectors, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work) || !SeesAll)
            return Forbid();
        State = ScreeningDesk.Accepted;
        var doubts = (hit ?? []).Distinct().ToDictionary(id => id, id => Request.Form[FormattableString.Invariant($"violation-{id}")].ToString());
        var (inspection, refusal) = doubts.Values.FirstOrDefault(v => !Violations.Contains(v)) is { } strange ? (0, $"没有“{strange}”这个违规类型。")
            : on is not { } day || day > Today ? (0, "检查日期要填，不能晚于今天。")
            : await Desk.Screening.InspectAsync(Actor, DepartmentId, doubts, day, (inspectors ?? "").Trim(), cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = $"{doubts.Count} 处疑点已转为检查，接着逐项认定：不成立的认定为 0。";
        return LocalRedirect($"/office/{DepartmentId}/supervision/inspections/{inspection}");
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
        Institutions = (await Desk.Supervision.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).ToDictionary(i => i.Facts.Code, StringComparer.Ordinal);
        if (Inspection is { } inspection)
        {
            State = ScreeningDesk.Accepted;
            Hits = await Desk.Screening.OfInspectionAsync(DepartmentId, inspection, cancellation).ConfigureAwait(false);
        }
        else
        {
            Hits = await Desk.Screening.ListAsync(DepartmentId, State, Rule, Most, cancellation).ConfigureAwait(false);
        }

        All = await Desk.Screening.RunsAsync(DepartmentId, Runs, cancellation).ConfigureAwait(false);
        return Page();
    }
}
