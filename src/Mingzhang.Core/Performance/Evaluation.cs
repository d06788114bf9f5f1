using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Performance;

/// <summary>A self-evaluation (绩效自评) of a project, of several merged, or of the department.</summary>
/// <param name="Name">What is evaluated.</param>
/// <param name="Project">The project; null for anything else.</param>
/// <param name="Scheme">评分办法.</param>
/// <param name="Execution">Budget and execution.</param>
/// <param name="Indicators">Indicators with their scores.</param>
public sealed record Evaluation(string Name, Project? Project, ScoringScheme Scheme, ExecutionFigures Execution, IReadOnlyList<IndicatorResult> Indicators)
{
    /// <summary>The projects it was merged from; empty for one of its own.</summary>
    public IReadOnlyList<Project> Members { get; init; } = [];

    /// <summary>What was done with weights and values before anything was scored, sentences.</summary>
    public IReadOnlyList<string> Preparation { get; init; } = [];

    /// <summary>Why the weights are wrong; null when they add up.</summary>
    public string? WeightProblem { get; init; }

    /// <summary>The demand for a cause of a low execution; null when none is.</summary>
    public CauseDemand? ExecutionDemand { get; init; }

    /// <summary>得分 of the execution; null where it is open.</summary>
    public decimal? ExecutionScore => Execution.Score(Scheme.Weights.Execution);

    /// <summary>得分 of all indicators; null while one is open or there is none.</summary>
    public decimal? GoalScore => Indicators.Count > 0 && Indicators.All(i => i.Score is not null) ? Indicators.Sum(i => i.Score!.Value) : null;

    /// <summary>总分; null while anything is open.</summary>
    public decimal? Total => ExecutionScore + GoalScore;

    /// <summary>优, 良, 中, 差; null while there is no total.</summary>
    public string? Grade => Total is { } total ? Scheme.GradeOf(total) : null;

    /// <summary>What is missing before there is a total, sentences without an end mark.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Indicators.Count == 0 ? new[] { "没有年度绩效指标" } : [],
        .. WeightProblem is { } weights ? new[] { weights.TrimEnd('。') } : [],
        .. ExecutionScore is null ? new[] { Execution.SpentFen is null ? "缺执行数" : "预算数是零或没有，执行率算不出" } : [],
        .. Indicators.Select(i => i.Missing).OfType<string>(),
    ];

    /// <summary>All causes that are asked for.</summary>
    public IReadOnlyList<CauseDemand> Demands => [.. new[] { ExecutionDemand }.Concat(Indicators.Select(i => i.Demand)).OfType<CauseDemand>()];

    /// <summary>The steps of the total.</summary>
    public IReadOnlyList<string> Steps
    {
        get
        {
            var steps = new List<string>(Preparation);
            steps.AddRange(Execution.Steps(Scheme.Weights.Execution));
            foreach (var level in Scheme.Weights.Levels)
            {
                var own = Indicators.Where(i => Scheme.Weights.LevelOf(i.Measured.Indicator.Level1) == level.Key).ToList();
                if (own.Count > 0)
                {
                    var open = own.Count(i => i.Score is null);
                    steps.Add($"{level.Key} {own.Count} 项，得 {IndicatorResult.Text(own.Sum(i => i.Score ?? 0m))} 分，满分 {IndicatorResult.Text(own.Sum(i => i.Measured.Indicator.Weight ?? 0m))} 分{(open > 0 ? $"，其中 {open} 项还没有得分" : "")}。");
                }
            }

            steps.Add(Total is { } total
                ? $"总分 = 执行率 {IndicatorResult.Text(ExecutionScore!.Value)} + 指标 {IndicatorResult.Text(GoalScore!.Value)} = {IndicatorResult.Text(total)} 分，等级“{Grade}”。"
                : $"还不能得出总分：{string.Join("；", Missing)}。");
            steps.Add($"办法：{Scheme.Name}；依据：{Scheme.Basis}。");
            return steps;
        }
    }

    /// <summary>What should follow for the next year's budget; null when nothing does, or there is no total yet.</summary>
    public ResultUse? Proposal => Project is { } project && Total is { } total && Scheme.UseOf(total) is { } rule
        ? new ResultUse(project.Code, project.Name, 0, total, rule.Measure, null, null)
        : null;
}
