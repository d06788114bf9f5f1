using Mingzhang.Core.Editions;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>The scheme a form is scored by (表样的评分办法): that of its place and year, with the points that the form itself prints.</summary>
internal static class LayoutScheme
{
    private const string Cost = "成本指标", Output = "产出指标", Satisfaction = "满意度指标";

    public static ScoringScheme Of(PerformanceLayout layout, ScoringScheme? known)
    {
        var scheme = known ?? new ScoringScheme("", "", null, 0, null, "《项目支出绩效评价管理办法》（财预〔2020〕10号）", new WeightPlan(0m, [], [], new Dictionary<string, string>()));
        var levels = layout.Parts.OfType<IndicatorPart>().SelectMany(p => p.Weights).Select(w => KeyValuePair.Create(w.Key, (decimal)w.Value)).ToList();
        if (levels.Count == 0)
            return scheme;
        var execution = layout.Parts.OfType<TablePart>().Select(p => p.Weight).FirstOrDefault(w => w is not null) ?? 0;
        var merged = levels.Exists(l => l.Key == Cost) || !levels.Exists(l => l.Key == Output) ? new Dictionary<string, string>() : new() { [Cost] = Output };
        return scheme with { Weights = new WeightPlan(execution, levels, [Satisfaction], merged) };
    }
}
