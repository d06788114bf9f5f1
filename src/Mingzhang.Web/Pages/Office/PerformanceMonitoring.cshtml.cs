using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Office;
using Mingzhang.Core.Performance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Performance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Goals and money in mid-year: what was reached, what is expected, what stands against it (绩效运行监控).</summary>
[Requires(Act.See)]
internal sealed class PerformanceMonitoringModel(CurrentActor current, OfficeDesk desk, DraftWorks works, PerformanceYears years, TimeProvider clock) : PerformancePage(current, desk, works, years)
{
    /// <summary>Code in the address; null for all projects.</summary>
    [BindProperty(SupportsGet = true, Name = "project")]
    public string? Code { get; set; }

    /// <summary>The project; null for the list.</summary>
    public Project? Project { get; private set; }

    /// <summary>What is known of each project that is shown.</summary>
    public IReadOnlyList<Watched> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(WatchForm form, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false) || Project is null)
            return NotFound();
        if (!MayMeasure)
            return Forbid();
        var watched = All[0];
        if (!form.Fits(watched.Indicators.Count))
            return BadRequest();
        var problems = new List<string>();
        for (var i = 0; i < watched.Indicators.Count; i++)
            problems.AddRange((await RowAsync(watched, i, form, cancellation).ConfigureAwait(false)).Select(p => $"{watched.Name(i)}：{p}"));
        problems.AddRange(await CauseAsync(null, form.MoneyKind, form.MoneyCause, form.MoneyRemedy, form.MoneySeen, cancellation).ConfigureAwait(false));
        Problems = problems;
        if (problems.Count > 0)
            return Page();
        Done = "年中监控已保存。";
        return RedirectToPage();
    }

    private async Task<IReadOnlyList<string>> RowAsync(Watched watched, int i, WatchForm form, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var record = watched.Records[i];
        var cells = new Dictionary<string, string>
        {
            ["完成值"] = form.Value![i] ?? "",
            ["全年预计"] = form.Expected![i] ?? "",
            ["完成可能性"] = form.Prospect![i] ?? "",
            ["材料"] = form.Evidence![i] ?? "",
        };
        // A value that records give stays theirs; a row nobody filled is none.
        if (record?["取数"] is { Length: > 0 })
            cells.Remove("完成值");
        if (cells.Any(c => c.Value.Trim() != (record?[c.Key] ?? "")))
        {
            cells["日期"] = Clock.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            cells["填报人"] = Actor.FullName;
            problems.AddRange(await Years.SaveAsync(Actor, Work, "绩效监测", watched.Key(i), cells, form.Seen![i], cancellation).ConfigureAwait(false));
        }

        problems.AddRange(await CauseAsync(watched.Name(i), form.Kind![i], form.Cause![i], null, form.CauseSeen![i], cancellation).ConfigureAwait(false));
        return problems;
    }

    private async Task<IReadOnlyList<string>> CauseAsync(string? indicator, string? kind, string? cause, string? remedy, int? seen, CancellationToken cancellation)
    {
        var known = Cause(Project!.Code, indicator);
        var cells = new Dictionary<string, string> { ["类别"] = kind ?? "", ["原因"] = cause?.Trim() ?? "" };
        if (remedy is not null)
            cells["改进措施"] = remedy.Trim();
        if (cells["原因"].Length == 0 && known is null || cells.All(c => c.Value == (known?[c.Key] ?? "")))
            return [];
        var key = new Dictionary<string, string> { ["项目编码"] = Project.Code, ["时点"] = "年中", ["指标"] = indicator ?? "" };
        return await Years.SaveAsync(Actor, Work, "偏差原因", key, cells, seen, cancellation).ConfigureAwait(false);
    }

    /// <summary>The cause recorded in mid-year; null for none.</summary>
    public DraftRecord? Cause(string project, string? indicator) => Record("偏差原因", ("项目编码", project), ("时点", "年中"), ("指标", indicator));

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindYearAsync("年中监控", cancellation).ConfigureAwait(false))
            return false;
        Project = Projects.FirstOrDefault(p => p.Code == Code);
        if (Code is not null && Project is null)
            return false;
        All = [.. (Project is null ? Projects : [Project]).Select(Watch)];
        return true;
    }

    private Watched Watch(Project project)
    {
        var indicators = MeasuredIndicators.Of(Year!.Ledger, project.Code, MeasureTime.MidYear);
        var records = indicators.Select(i =>
        {
            var name = MeasuredIndicators.NameOf(i.Indicator);
            var level2 = i.Record?.Level2 ?? (indicators.Count(o => MeasuredIndicators.NameOf(o.Indicator) == name) > 1 ? i.Indicator.Level2 : "");
            return Record("绩效监测", ("项目编码", project.Code), ("指标", name), ("二级指标", level2), ("时点", "年中"));
        });
        return new Watched(project, ExecutionFigures.OfMidYear(Year.Ledger, project), indicators, [.. records]);
    }

    /// <summary>A project in mid-year.</summary>
    internal sealed record Watched(Project Project, ExecutionFigures Execution, IReadOnlyList<MeasuredIndicator> Indicators, IReadOnlyList<DraftRecord?> Records)
    {
        /// <summary>How many indicators have a value.</summary>
        public int Known => Indicators.Count(i => i.Indicator.Actual is not null);

        /// <summary>How many goals are said to be in doubt or out of reach.</summary>
        public int Count(string prospect) => Indicators.Count(i => i.Record?.Prospect == prospect);

        /// <summary>Name of an indicator.</summary>
        public string Name(int i) => MeasuredIndicators.NameOf(Indicators[i].Indicator);

        /// <summary>Columns that tell its measurement apart.</summary>
        public Dictionary<string, string> Key(int i) => new()
        {
            ["项目编码"] = Project.Code,
            ["指标"] = Name(i),
            ["二级指标"] = Indicators.Count(o => MeasuredIndicators.NameOf(o.Indicator) == Name(i)) > 1 ? Indicators[i].Indicator.Level2 : Records[i]?["二级指标"] ?? "",
            ["时点"] = "年中",
        };
    }

    /// <summary>What is filled in for a project: a row an indicator.</summary>
    internal sealed record WatchForm(
        string?[]? Value, string?[]? Expected, string?[]? Prospect, string?[]? Evidence, string?[]? Kind, string?[]? Cause, int?[]? Seen, int?[]? CauseSeen,
        string? MoneyKind, string? MoneyCause, string? MoneyRemedy, int? MoneySeen)
    {
        /// <summary>Whether it has as many rows as there are indicators.</summary>
        public bool Fits(int rows) => new[] { Value?.Length, Expected?.Length, Prospect?.Length, Evidence?.Length, Kind?.Length, Cause?.Length, Seen?.Length, CauseSeen?.Length }.All(n => n == rows);
    }
}
