using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Office;
using Mingzhang.Core.Performance;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Performance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The records behind an indicator: a query is tried, its result compared with what stands there, and written (取数).</summary>
[Requires(Act.See)]
internal sealed class PerformanceRecordsModel(CurrentActor current, OfficeDesk desk, DraftWorks works, PerformanceYears years, TimeProvider clock) : PerformancePage(current, desk, works, years)
{
    /// <summary>How many records are shown.</summary>
    public const int MostRows = 300;

    /// <summary>Texts shorter than this are kept in one line.</summary>
    public const int Short = 26;

    private const string MidYear = "年中", YearEnd = "年末";

    /// <summary>Code of the project, or <see cref="PerformanceProjectModel.Whole"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "project")]
    public string Code { get; set; } = "";

    /// <summary>Name of the indicator.</summary>
    [BindProperty(SupportsGet = true, Name = "indicator")]
    public string Indicator { get; set; } = "";

    /// <summary>二级指标; empty where the name is enough.</summary>
    [BindProperty(SupportsGet = true, Name = "level2")]
    public string? Level2 { get; set; }

    /// <summary>时点.</summary>
    [BindProperty(SupportsGet = true, Name = "time")]
    public string Time { get; set; } = YearEnd;

    /// <summary>The query as typed; null for the one that stands there.</summary>
    [BindProperty(SupportsGet = true, Name = "query")]
    public string? Query { get; set; }

    /// <summary>The indicator with what stands there now.</summary>
    public MeasuredIndicator Measured { get; private set; } = null!;

    /// <summary>The row of 绩效监测; null for none.</summary>
    public DraftRecord? Known { get; private set; }

    /// <summary>What the query gives now; null where none was asked.</summary>
    public Answered? Answer { get; private set; }

    /// <summary>The value it gives, as it would be written; null when there is none.</summary>
    public string? Printed => Answer?.Result.Printed(Measured.Indicator.Target.Unit);

    /// <summary>Sources of the office that the person may ask.</summary>
    public IReadOnlyList<WorkSource> Business { get; private set; } = [];

    /// <summary>The project or department.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The page from which one came.</summary>
    public string Back => Time == MidYear ? $"{Here}/monitoring/{Code}" : $"{Here}/project/{Code}";

    /// <summary>How what stands there differs from what the query gives now; null where it does not, or nothing stands there.</summary>
    public string? Difference
    {
        get
        {
            if (Answer is null || Known is null || Known["完成值"] is not { Length: > 0 } old || old == Printed)
                return null;
            var (was, now) = (FigureText.Parse(Bare(old)), Answer.Result.Number is null ? null : FigureText.Parse(Bare(Printed ?? "")));
            var gap = was is not null && now is not null ? $"，相差 {(now.Value.Value > was.Value.Value ? "+" : "")}{Text(now.Value.Value - was.Value.Value)}{Measured.Indicator.Target.Unit}" : "";
            var records = Known["记录数"] is { Length: > 0 } count ? $"；记录数 {count} → {Answer.Result.Rows.Count}" : "";
            return $"现在填的是 {old}（{(Known["取数"].Length > 0 ? $"{Known["日期"]} 取数" : "手工填写")}），这次取数是 {Printed ?? "没有结果"}{gap}{records}。";
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? shown, int? seen, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!MayMeasure)
            return Forbid();
        if (Answer is null || Printed is null)
            return Page();
        if (Printed != shown)
        {
            Problems = [$"记录刚才有变化，取数的结果现在是 {Printed}：请核对以后再写入。"];
            return Page();
        }

        var key = new Dictionary<string, string> { ["项目编码"] = Code == PerformanceProjectModel.Whole ? "" : Code, ["指标"] = Indicator, ["二级指标"] = Level2 ?? "", ["时点"] = Time };
        var cells = new Dictionary<string, string>
        {
            ["日期"] = Clock.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["完成值"] = Answer.IsOfBusiness ? Printed : "",
            ["取数"] = Answer.Text,
            ["记录数"] = Answer.IsOfBusiness ? Answer.Result.Rows.Count.ToString(CultureInfo.InvariantCulture) : "",
            ["填报人"] = Actor.FullName,
        };
        Problems = await Years.SaveAsync(Actor, Work, "绩效监测", key, cells, seen, cancellation).ConfigureAwait(false);
        if (Problems.Count > 0)
            return Page();
        Done = $"“{Indicator}”的完成值 {Printed} 已写入。";
        return Redirect(Back);
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (Time is not (MidYear or YearEnd) || !await FindYearAsync("取数", cancellation).ConfigureAwait(false) || Year is null)
            return false;
        var project = Projects.FirstOrDefault(p => p.Code == Code);
        if (project is null && (Code != PerformanceProjectModel.Whole || !SeesAll))
            return false;
        var time = Time == MidYear ? MeasureTime.MidYear : MeasureTime.YearEnd;
        var found = MeasuredIndicators.Of(Year.Ledger, project?.Code, time).FirstOrDefault(i => MeasuredIndicators.NameOf(i.Indicator) == Indicator && (string.IsNullOrEmpty(Level2) || i.Indicator.Level2 == Level2));
        if (found is null)
            return false;
        (Measured, Subject) = (found, project?.Name ?? Department.Name);
        Known = Record("绩效监测", ("项目编码", project?.Code), ("指标", Indicator), ("二级指标", Level2), ("时点", Time));
        Query ??= Known?["取数"];
        Business = May(Act.SeeWork) ? [.. (await Desk.Sources.OfAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(s => SeesAll || s.IsByUnit)] : [];
        if (!string.IsNullOrWhiteSpace(Query))
        {
            var ask = new WorkAsk(DepartmentId, null, null, Core.Office.Access.Units(Actor.Assignments, DepartmentId));
            (Answer, var problem) = await RecordQuery.AskAsync(Query, Year.Ledger, project?.Code, time, Business, ask, cancellation).ConfigureAwait(false);
            if (problem is not null)
                Problems = [problem];
        }

        return true;
    }

    private string Bare(string text) => Measured.Indicator.Target.Unit is { Length: > 0 } unit && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text;
}
