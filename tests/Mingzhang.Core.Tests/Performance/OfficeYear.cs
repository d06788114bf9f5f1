using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Tests.Performance;

/// <summary>A year of a small office, put together by the test that needs it.</summary>
internal sealed class OfficeYear
{
    public const string Aid = "42019924065T000000101", Check = "42019924065T000000102";

    private readonly List<GoalIndicator> _indicators = [];
    private readonly List<Measurement> _measurements = [];
    private readonly List<DeviationCause> _causes = [];
    private readonly List<PerformanceMoney> _money = [];
    private readonly List<Project> _projects = [new(Aid, "医疗救助", "065001", null, null, "专项"), new(Check, "基金监管", "065001", null, null, "专项")];

    public static ScoringScheme Scheme { get; } = new("某区-2024", "某区绩效自评", "420199", 2024, null, "某区自评表备注", Plan(20, 20, 20, 30, 10))
    {
        Bands = [new("达成预期指标", 80, 100), new("部分达成预期指标并具有一定效果", 50, 80), new("未达成预期指标且效果较差", 0, 50)],
        Grades = [new("优", 90), new("良", 80), new("中", 60), new("差", 0)],
        Uses = [new(80, "核减")],
    };

    public static WeightPlan Plan(int execution, int cost, int output, int benefit, int satisfaction) => new(
        execution, [new("成本指标", cost), new("产出指标", output), new("效益指标", benefit), new("满意度指标", satisfaction)], ["满意度指标"], new Dictionary<string, string>());

    public OfficeYear Budget(string? project, long? wan, long? spent)
    {
        _money.Add(new PerformanceMoney(project, null, 2024, wan * 1_000_000, spent * 1_000_000));
        return this;
    }

    public OfficeYear Goal(string? project, string level1, string name, string? comparison, decimal? number, string? unit, decimal? weight, string? words = null)
    {
        _indicators.Add(new GoalIndicator(project, GoalTerm.Annual, null, level1, "数量指标", name, new IndicatorTarget(comparison, number, unit, words), Weight: weight));
        return this;
    }

    public OfficeYear Measured(string? project, string name, string? value, string? band = null, decimal? score = null, string? query = null)
    {
        _measurements.Add(new Measurement(project, name, null, MeasureTime.YearEnd, new DateOnly(2024, 12, 31), value, query, band, score, Evidence: "台账.xlsx", By: "经办人"));
        return this;
    }

    public OfficeYear Because(string? project, string? indicator, string kind = "其他", decimal? reduction = null)
    {
        _causes.Add(new DeviationCause(project, MeasureTime.YearEnd, indicator, kind, "申请人少于预计", null, reduction));
        return this;
    }

    /// <summary>All other indicators met, so that the one under test decides.</summary>
    public OfficeYear OthersMet(string? project, params string[] except)
    {
        foreach (var (level, weight) in Scheme.Weights.Levels.Where(l => !except.Contains(l.Key)))
            Goal(project, level, level + "一项", "≥", 1, "次", weight).Measured(project, level + "一项", "1次");
        return this;
    }

    public Ledger Ledger => new(
        new LedgerSettings("某市某区医疗保障局", "某区医疗保障局", 2024, "wuhan-2024-budget", null, true),
        [new BudgetUnit("065001", "本级", null, "行政")], _projects, [], [], [])
    {
        Performance = new PerformanceRecords { Indicators = _indicators, Measurements = _measurements, Causes = _causes, Money = _money },
    };

    public Evaluation Of(string project, ScoringScheme? scheme = null) => new SelfEvaluator(Ledger, scheme ?? Scheme).Of(_projects.Single(p => p.Code == project));
}
