using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Performance;

/// <summary>Budget and execution that a self-evaluation goes by (预算执行情况): budget after adjustment with carry-over, and what was spent.</summary>
/// <param name="Project">The project; null for the whole department.</param>
/// <param name="BudgetFen">预算数 in 分; null where it is not known.</param>
/// <param name="SpentFen">执行数 in 分; null where nothing is recorded yet.</param>
/// <param name="BudgetFrom">Where the budget comes from, in words.</param>
/// <param name="SpentFrom">Where the execution comes from, in words.</param>
public sealed record ExecutionFigures(Project? Project, long? BudgetFen, long? SpentFen, string BudgetFrom, string SpentFrom)
{
    /// <summary>事项 of 绩效资金 for the first months of the year, and for what is expected of the whole year.</summary>
    public const string MidYear = "年中", Expected = "全年预计";

    /// <summary>The figures of the year's end.</summary>
    /// <param name="ledger">The records.</param>
    /// <param name="project">The project; null for the whole department.</param>
    public static ExecutionFigures Of(Ledger ledger, Project? project)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var record = ledger.Performance.Money.FirstOrDefault(m => m.ProjectCode == project?.Code && m.Item is null && m.Year == ledger.Settings.Year);
        var (budget, spent) = (Sum(ledger, project, Stage.Budget), Sum(ledger, project, Stage.Final));
        return new ExecutionFigures(
            project,
            record?.BudgetFen ?? budget,
            record?.SpentFen ?? spent,
            record?.BudgetFen is not null ? record.From ?? "绩效资金" : budget is null ? "没有预算记录" : "预算支出汇总",
            record?.SpentFen is not null ? record.From ?? "绩效资金" : spent is null ? "没有执行记录" : "决算支出汇总");
    }

    /// <summary>The figures of mid-year: what 绩效资金 records under 年中; the budget of the year where it states none.</summary>
    /// <param name="ledger">The records.</param>
    /// <param name="project">The project; null for the whole department.</param>
    public static ExecutionFigures OfMidYear(Ledger ledger, Project? project)
    {
        var year = Of(ledger, project);
        var record = ledger.Performance.Money.FirstOrDefault(m => m.ProjectCode == project?.Code && m.Item == MidYear && m.Year == ledger.Settings.Year);
        return year with
        {
            BudgetFen = record?.BudgetFen ?? year.BudgetFen,
            SpentFen = record?.SpentFen,
            SpentFrom = record?.SpentFen is null ? "没有年中执行记录" : record.From ?? "绩效资金，年中",
        };
    }

    /// <summary>执行率 in percent with two decimals, as printed; null without budget or without a record of execution.</summary>
    public decimal? Rate => BudgetFen is > 0 and { } budget && SpentFen is { } spent ? Precision.Round(100m * spent / budget, 2) : null;

    /// <summary>得分: weight times rate as printed, the rate at most 100%; null where there is no rate.</summary>
    public decimal? Score(decimal weight) => Rate is { } rate ? Precision.Round(weight * Math.Clamp(rate, 0m, 100m) / 100m, 2) : null;

    /// <summary>The arithmetic in sentences.</summary>
    /// <param name="weight">分值.</param>
    public IReadOnlyList<string> Steps(decimal weight)
    {
        if (BudgetFen is null)
            return ["没有预算数，执行率算不出：请在绩效资金填本年调整后的预算数。"];
        if (SpentFen is null)
            return [$"预算数 {Wan(BudgetFen)}（{BudgetFrom}）；还没有执行记录，执行率算不出。"];
        if (Rate is not { } rate)
            return [$"预算数是零，执行数 {Wan(SpentFen)}，执行率算不出，不评分：请核对调整后的预算数{(SpentFen > 0 ? "；没有预算就不能支出" : "")}。"];
        var capped = rate > 100m ? "，按 100% 计" : "";
        return
        [
            $"预算数 {Wan(BudgetFen)}（{BudgetFrom}），执行数 {Wan(SpentFen)}（{SpentFrom}）。",
            $"执行率 = {Number(SpentFen)} ÷ {Number(BudgetFen)} = {Text(rate)}%{capped}；得分 = {Text(weight)} × {Text(Math.Clamp(rate, 0m, 100m))}% = {Text(Score(weight)!.Value)} 分。",
        ];
    }

    private static long? Sum(Ledger ledger, Project? project, Stage stage)
    {
        var lines = ledger.Lines.Where(l => l.Stage == stage && l.Flow == Flow.Expenditure).ToList();
        // Where the stage has no lines at all nothing is recorded; a project without lines in it has none of the money.
        return lines.Count == 0 ? null : lines.Where(l => project is null || l.ProjectCode == project.Code).Sum(l => l.Fen);
    }

    private static string Number(long? fen) => FigureText.Format((fen ?? 0) / 1_000_000m, 2);

    private static string Wan(long? fen) => Number(fen) + " 万元";

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
