using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Office;
using Mingzhang.Core.Performance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Performance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The self-evaluation of a project or of the department: goals, values, scores with their steps, causes (项目绩效).</summary>
[Requires(Act.See)]
internal sealed class PerformanceProjectModel(CurrentActor current, OfficeDesk desk, DraftWorks works, PerformanceYears years, TimeProvider clock) : PerformancePage(current, desk, works, years)
{
    /// <summary>What the address says for the department as a whole.</summary>
    public const string Whole = "whole";

    /// <summary>How many records a drill-down shows.</summary>
    public const int MostRows = 200;

    /// <summary>Code in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "project")]
    public string Code { get; set; } = "";

    /// <summary>Its evaluation.</summary>
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>Its goals.</summary>
    public IReadOnlyList<PerformanceGoal> Goals { get; private set; } = [];

    /// <summary>Whether the indicators are its own, and not those of its projects merged.</summary>
    public bool HasOwn => Evaluation.Project is not null || Year!.Ledger.Performance.Indicators.Any(i => i.ProjectCode is null && i.Term == GoalTerm.Annual);

    /// <summary>What was typed into a form that was refused: the indicator.</summary>
    public string? Typed { get; private set; }

    private string? Project => Code == Whole ? null : Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMeasureAsync(MeasureForm form, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!MayMeasure)
            return Forbid();
        var key = new Dictionary<string, string> { ["项目编码"] = Project ?? "", ["指标"] = form.Indicator ?? "", ["二级指标"] = form.Level2 ?? "", ["时点"] = "年末" };
        // Nothing said of the value leaves one that records gave as it is.
        var isKept = string.IsNullOrWhiteSpace(form.Value) && string.IsNullOrWhiteSpace(form.Query) && Record("绩效监测", [.. key.Select(k => (k.Key, (string?)k.Value))])?["记录数"].Length > 0;
        var cells = new Dictionary<string, string>
        {
            ["日期"] = Clock.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["完成值"] = form.Value ?? "",
            ["取数"] = form.Query ?? "",
            ["记录数"] = "",
            ["等次"] = form.Band ?? "",
            ["得分"] = form.Score ?? "",
            ["材料"] = form.Evidence ?? "",
            ["填报人"] = Actor.FullName,
        };
        if (isKept)
        {
            foreach (var column in (string[])["日期", "完成值", "取数", "记录数"])
                cells.Remove(column);
        }

        return await DoneAsync("绩效监测", key, cells, form.Seen, form.Indicator, "完成值已保存。", cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostCauseAsync(CauseForm form, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!MayMeasure)
            return Forbid();
        var key = new Dictionary<string, string> { ["项目编码"] = Project ?? "", ["时点"] = "年末", ["指标"] = form.Indicator ?? "" };
        var cells = new Dictionary<string, string> { ["类别"] = form.Kind ?? "", ["原因"] = form.Cause ?? "", ["改进措施"] = form.Remedy ?? "", ["调减分"] = form.Reduction ?? "" };
        return await DoneAsync("偏差原因", key, cells, form.Seen, form.Indicator, "原因已保存。", cancellation).ConfigureAwait(false);
    }

    /// <summary>The measurement of an indicator at the year's end as it lies in the draft; null for none.</summary>
    public DraftRecord? Measured(IndicatorResult indicator) =>
        Record("绩效监测", ("项目编码", Project), ("指标", indicator.Name), ("二级指标", indicator.Measured.Record?.Level2 ?? Level2(indicator)), ("时点", "年末"));

    /// <summary>Where the records behind an indicator are asked for.</summary>
    public string RecordsOf(IndicatorResult indicator) =>
        $"{Here}/records?project={Uri.EscapeDataString(Code)}&indicator={Uri.EscapeDataString(indicator.Name)}&level2={Uri.EscapeDataString(indicator.Measured.Record?.Level2 ?? Level2(indicator))}&time=年末";

    /// <summary>二级指标 that a measurement must name because the name alone is not enough; empty elsewhere.</summary>
    public string Level2(IndicatorResult indicator) => Evaluation.Indicators.Count(i => i.Name == indicator.Name) > 1 ? indicator.Measured.Indicator.Level2 : "";

    /// <summary>The cause recorded for a demand as it lies in the draft; null for none.</summary>
    public DraftRecord? Caused(CauseDemand demand) => Record("偏差原因", ("项目编码", Project), ("时点", "年末"), ("指标", demand.Indicator));

    private async Task<IActionResult> DoneAsync(
        string sheet, Dictionary<string, string> key, Dictionary<string, string> cells, int? seen, string? indicator, string done, CancellationToken cancellation)
    {
        Problems = await Years.SaveAsync(Actor, Work, sheet, key, cells, seen, cancellation).ConfigureAwait(false);
        if (Problems.Count > 0)
        {
            Typed = indicator ?? "";
            return Page();
        }

        Done = done;
        return RedirectToPage();
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindYearAsync("绩效", cancellation).ConfigureAwait(false) || Evaluator is null)
            return false;
        if (Code == Whole ? !SeesAll : Projects.All(p => p.Code != Code))
            return false;
        var project = Projects.FirstOrDefault(p => p.Code == Code);
        Evaluation = project is null ? Evaluator.Whole() : Evaluator.Of(project);
        Goals = [.. Year!.Ledger.Performance.Goals.Where(g => g.ProjectCode == Project)];
        return true;
    }

    /// <summary>What is filled in for an indicator.</summary>
    internal sealed record MeasureForm(string? Indicator, string? Level2, string? Value, string? Query, string? Band, string? Score, string? Evidence, int? Seen);

    /// <summary>What is filled in for a deviation.</summary>
    internal sealed record CauseForm(string? Indicator, string? Kind, string? Cause, string? Remedy, string? Reduction, int? Seen);
}
