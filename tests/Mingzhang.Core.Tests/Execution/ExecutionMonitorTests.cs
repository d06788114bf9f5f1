using Mingzhang.Core.Execution;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Tests.Execution;

/// <summary>What an office is warned of, and what not.</summary>
public class ExecutionMonitorTests
{
    private static readonly MonitoringThresholds Usual = new(
    [
        new("进度滞后", 10, "", ""), new("进度超前", 20, "", ""), new("没有支付", 3, "", ""), new("年末突击", 25, "", ""), new("末季集中", 40, "", ""), new("预计结余", 10, "", ""), new("指标超支", 0, "", ""), new("决算差异", 10, "", ""),
    ]);

    [Fact]
    public void A_project_without_any_payment_is_told_once_and_not_as_late_too()
    {
        Assert.Empty(Look(2, Paid("A", 100)));
        var warning = Assert.Single(Look(3, Paid("A", 100)), w => w.Subject.Level == MonitoredLevel.Project);
        Assert.Equal(("没有支付", "3 个月没有支付，预算 1.00 万元。"), (warning.Rule, warning.Message));
    }

    [Theory]
    [InlineData(40, null)]
    [InlineData(39, "进度滞后")]
    [InlineData(70, null)]
    [InlineData(71, "进度超前")]
    public void Progress_is_compared_with_time_to_the_threshold_and_no_further(int percent, string? rule) =>
        Assert.Equal(rule is null ? [] : [rule], Look(6, Paid("A", 100, (6, percent))).Where(w => w.Subject.Level == MonitoredLevel.Project && w.Rule is "进度滞后" or "进度超前" && w.Subject.Code == "A").Select(w => w.Rule));

    [Fact]
    public void A_plan_takes_the_place_of_time()
    {
        var line = Paid("A", 100, (3, 5));
        Assert.Contains(Look(3, line), w => w.Rule == "进度滞后" && w.Subject.Level == MonitoredLevel.Project);
        var report = ExecutionMonitor.Look(2024, 3, [line], new Dictionary<string, IReadOnlyList<int>> { ["A"] = [10, 20, 30, 100] }, Usual);
        Assert.DoesNotContain(report.Warnings, w => w.Rule == "进度滞后");
        Assert.Equal(0.10m, report.Office.Plan);
        Assert.Equal([0.0333m, 0.10m, 0.1667m, 1m], new[] { 1, 3, 5, 12 }.Select(m => Math.Round(ExecutionMonitor.PlanOf([10, 20, 30, 100], m), 4)));
    }

    [Fact]
    public void Payments_crowded_in_December_are_told_with_their_share()
    {
        var warning = Assert.Single(Look(12, Paid("A", 100, (5, 60), (12, 40))), w => w.Rule == "年末突击" && w.Subject.Level == MonitoredLevel.Project);
        Assert.Equal("十二月支付 0.40 万元，占全年支付的 40.0%。", warning.Message);
        Assert.Contains(Look(12, Paid("A", 100, (5, 55), (10, 25), (12, 20))), w => w.Rule == "末季集中");
        Assert.DoesNotContain(Look(12, Paid("A", 100, (5, 80), (12, 20))), w => w.Rule is "末季集中" or "年末突击");
    }

    [Fact]
    public void What_is_left_at_the_end_is_expected_by_the_speed_of_three_months()
    {
        var report = ExecutionMonitor.Look(2024, 9, [Paid("A", 100, (2, 50), (8, 6), (9, 6))], new Dictionary<string, IReadOnlyList<int>>(), Usual);
        Assert.Equal(74_00L * 100, report.Projects[0].ForecastFen);
        Assert.Contains(report.Warnings, w => w.Rule == "预计结余" && w.Message.Contains("74.0%", StringComparison.Ordinal));
    }

    [Fact]
    public void Payments_after_the_month_are_not_seen()
    {
        var report = ExecutionMonitor.Look(2024, 6, [Paid("A", 100, (6, 50), (7, 40))], new Dictionary<string, IReadOnlyList<int>>(), Usual);
        Assert.Equal(50_00L * 100, report.Office.DoneFen);
    }

    [Fact]
    public void Units_and_the_office_sum_their_projects()
    {
        var report = ExecutionMonitor.Look(2024, 6, [Paid("A", 100, (1, 50)), Paid("B", 100, (1, 10)), Paid("C", 50, (6, 25), unit: "202002")], new Dictionary<string, IReadOnlyList<int>>(), Usual);
        Assert.Equal([("202001", 60_00L * 100), ("202002", 25_00L * 100)], report.Units.Select(u => (u.Code, u.DoneFen)));
        Assert.Equal(0.34m, report.Office.Share);
        Assert.Contains(report.Warnings, w => w.Rule == "进度滞后" && w.Subject is { Level: MonitoredLevel.Unit, Code: "202001" });
    }

    private static IReadOnlyList<MonitoringWarning> Look(int month, LineBalance line) => ExecutionMonitor.Look(2024, month, [line], new Dictionary<string, IReadOnlyList<int>>(), Usual).Warnings;

    // Amounts in hundreds of 元.
    private static LineBalance Paid(string project, long budget, params (int Month, long Paid)[] paid) => Paid(project, budget, paid, "202001");

    private static LineBalance Paid(string project, long budget, (int Month, long Paid) paid, string unit) => Paid(project, budget, [paid], unit);

    private static LineBalance Paid(string project, long budget, (int Month, long Paid)[] paid, string unit)
    {
        var line = new LineBalance(new LineKey(Flow.Expenditure, unit, project, "特定目标类", "2101501", "30201", "一般公共预算", MoneyYear.Current)) { BudgetFen = budget * 100_00 };
        foreach (var (month, amount) in paid)
        {
            line.Months[month - 1] += amount * 100_00;
            line.DoneFen += amount * 100_00;
        }

        return line;
    }
}
