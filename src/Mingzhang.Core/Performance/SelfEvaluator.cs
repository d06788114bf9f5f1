using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Performance;

/// <summary>Evaluates a year of a ledger by a scheme (绩效自评).</summary>
/// <param name="ledger">The records.</param>
/// <param name="scheme">评分办法.</param>
public sealed class SelfEvaluator(Ledger ledger, ScoringScheme scheme)
{
    /// <summary>The scheme.</summary>
    public ScoringScheme Scheme => scheme;

    /// <summary>The projects that have annual indicators, in the order of the ledger.</summary>
    public IReadOnlyList<Project> Projects { get; } =
        [.. ledger.Projects.Where(p => ledger.Performance.Indicators.Any(i => i.ProjectCode == p.Code && i.Term == GoalTerm.Annual))];

    /// <summary>Evaluates a project.</summary>
    public Evaluation Of(Project project) => Own(ledger, scheme, project);

    /// <summary>Evaluates a project, or the department by its own indicators alone.</summary>
    /// <param name="ledger">The records.</param>
    /// <param name="scheme">评分办法.</param>
    /// <param name="project">The project; null for the whole department.</param>
    public static Evaluation Own(Ledger ledger, ScoringScheme scheme, Project? project)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new SelfEvaluator(ledger, scheme).Scored(
            project?.Name ?? ledger.Settings.Agency, project, ExecutionFigures.Of(ledger, project), MeasuredIndicators.Of(ledger, project?.Code, MeasureTime.YearEnd), []);
    }

    /// <summary>
    /// The projects under one 一级项目, or of one name in several units, merged: results first, weighted by funds, then the score (汇总自评).
    /// Only what has several members is merged.
    /// </summary>
    public IReadOnlyList<Evaluation> Merged() =>
    [
        .. Projects.GroupBy(p => p.ParentName ?? p.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => Merge(g.Key, [.. g])),
    ];

    /// <summary>The department's evaluation: by its own indicators, else by those of its projects merged (部门整体自评).</summary>
    public Evaluation Whole()
    {
        var own = Own(ledger, scheme, null);
        if (own.Indicators.Count > 0)
            return own;
        var merged = Merge(ledger.Settings.Agency, Projects);
        // What is not recorded of the department is what its projects add up to.
        return merged with { Execution = own.Execution.Rate is null ? merged.Execution : own.Execution, ExecutionDemand = own.ExecutionDemand, Preparation = ["部门没有自己的年度指标，按各项目的指标汇总。", .. merged.Preparation] };
    }

    private Evaluation Merge(string name, IReadOnlyList<Project> projects)
    {
        var parts = projects.Select(p => new MergePart(p, ExecutionFigures.Of(ledger, p), Weighted(MeasuredIndicators.Of(ledger, p.Code, MeasureTime.YearEnd), out _))).ToList();
        var (indicators, said) = IndicatorMerge.Of(parts, scheme);
        var execution = new ExecutionFigures(null, Sum(parts, e => e.BudgetFen), Sum(parts, e => e.SpentFen), $"{parts.Count} 个项目合计", $"{parts.Count} 个项目合计");
        var merged = Scored(name, null, execution, indicators, said);
        // Its members were asked already.
        return merged with { Indicators = [.. merged.Indicators.Select(i => i with { Demand = null })], ExecutionDemand = null, Members = projects };
    }

    private Evaluation Scored(string name, Project? project, ExecutionFigures execution, IReadOnlyList<MeasuredIndicator> measured, IReadOnlyList<string> said)
    {
        var weighted = Weighted(measured, out var weights);
        var causes = new CauseBook(ledger.Performance, project?.Code, MeasureTime.YearEnd);
        return new Evaluation(name, project, scheme, execution, [.. weighted.Select(m => IndicatorResult.Of(m, scheme, causes))])
        {
            Preparation = [.. said, .. weights.Said],
            WeightProblem = weights.Problem,
            ExecutionDemand = execution.Rate is { } rate && rate < scheme.CauseExecutionBelow
                ? causes.Demand(null, $"预算执行率 {IndicatorResult.Text(rate)}%，低于 {IndicatorResult.Text(scheme.CauseExecutionBelow)}%") : null,
        };
    }

    private List<MeasuredIndicator> Weighted(IReadOnlyList<MeasuredIndicator> measured, out WeightedIndicators weights)
    {
        weights = scheme.Weights.Apply([.. measured.Select(m => m.Indicator)]);
        return [.. measured.Zip(weights.Indicators, (m, i) => m with { Indicator = i })];
    }

    private static long? Sum(IReadOnlyList<MergePart> parts, Func<ExecutionFigures, long?> amount) =>
        parts.Any(p => amount(p.Execution) is null) ? null : parts.Sum(p => amount(p.Execution)!.Value);
}
