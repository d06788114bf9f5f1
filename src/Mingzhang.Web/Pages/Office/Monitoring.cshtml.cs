using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Progress, warnings, who is responsible and what was answered (执行监控).</summary>
[Requires(Act.See)]
internal sealed class MonitoringModel(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts, DataFolder data) : ExecutionPage(current, desk, contexts)
{
    private const int LongestName = 40, LongestText = 500, ComparedYears = 3;

    [BindProperty(SupportsGet = true, Name = "month")]
    public int? Month { get; set; }

    public MonitoringWork Work { get; private set; } = null!;

    public MonitoringReport Report => Work.Report;

    /// <summary>The last three years, the oldest first.</summary>
    public IReadOnlyList<YearTotal> Years { get; private set; } = [];

    /// <summary>Paid month by month with what should have been paid by then.</summary>
    public IEnumerable<(int Month, long Paid, long Sum, long Planned)> Course
    {
        get
        {
            long sum = 0;
            for (var month = 1; month <= Report.Month; month++)
            {
                sum += Report.Office.Months[month - 1];
                var planned = Report.Projects.Sum(p => p.WholeFen * ExecutionMonitor.PlanOf(Work.Plans.GetValueOrDefault(p.Code), month));
                yield return (month, Report.Office.Months[month - 1], sum, (long)planned);
            }
        }
    }

    /// <summary>Expenditure by category, then income by fund source.</summary>
    public IEnumerable<(string Name, long Budget, long Done)> Structure(Flow flow) =>
        Work.Lines.Where(l => l.Key.Flow == flow).GroupBy(l => flow == Flow.Expenditure ? l.Key.Category : l.Key.Fund, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(l => l.WholeFen), g.Sum(l => l.DoneFen)));

    /// <summary>Name of what is looked at.</summary>
    public string Name(Monitored m) => m.Level switch { MonitoredLevel.Office => Department.ShortName, MonitoredLevel.Unit => Unit(m.Code), _ => Project(m.Code) };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false);

    public async Task<IActionResult> OnPostAnswerAsync(string? rule, string? subject, int until, string? responsible, string? text, DateOnly? dueOn, CancellationToken cancellation)
    {
        if (!await FindAsync("监控", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Answer))
            return Forbid();
        Month = until is >= 1 and <= LineBalance.MonthsOfYear ? until : null;
        var work = await MonitoringWork.LookAsync(Desk, data, Books, Units, Month, cancellation).ConfigureAwait(false);
        if (!work.Report.Warnings.Any(w => w.Rule == rule && w.Subject.Code == (subject ?? "")))
            Problems = ["这条预警已经没有了。"];
        else if (string.IsNullOrWhiteSpace(responsible) || string.IsNullOrWhiteSpace(text))
            Problems = ["责任人、原因和措施都要填。"];
        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        var answer = new WarningAnswer(work.Report.Month, rule!, subject ?? "", Short(responsible!, LongestName), Short(text!, LongestText), dueOn, "", "");
        await Desk.Execution.Monitoring.AnswerAsync(Actor, DepartmentId, Books.Id, answer, cancellation).ConfigureAwait(false);
        Done = "已答复。";
        return LocalRedirect($"{Root}/monitoring?month={work.Report.Month}");
    }

    public async Task<IActionResult> OnPostThresholdsAsync(Dictionary<string, string?> values, CancellationToken cancellation)
    {
        if (!await FindAsync("监控", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Decide))
            return Forbid();
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in data.Monitoring.Rules)
        {
            if (!decimal.TryParse(values.GetValueOrDefault(rule.Name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000m)
                Problems = ["阈值要填不小于 0 的数。"];
            wanted[rule.Name] = value.ToString(CultureInfo.InvariantCulture);
        }

        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        await Desk.Execution.Monitoring.SetAsync(Actor, DepartmentId, wanted, cancellation).ConfigureAwait(false);
        Done = "阈值已存。";
        return LocalRedirect($"{Root}/monitoring");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (Month is < 1 or > LineBalance.MonthsOfYear || !await FindAsync("监控", cancellation).ConfigureAwait(false))
            return NotFound();
        Work = await MonitoringWork.LookAsync(Desk, data, Books, Units, Month, cancellation).ConfigureAwait(false);
        Years = await Desk.Execution.TotalsAsync(DepartmentId, Units, ComparedYears, cancellation).ConfigureAwait(false);
        return Page();
    }

    private static string Short(string text, int most) => text.Trim()[..Math.Min(text.Trim().Length, most)];
}
