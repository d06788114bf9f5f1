namespace Mingzhang.Core.Ledgers.Performance;

/// <summary>What performance forms need beyond the lines (绩效记录). A record without project is the whole department's.</summary>
public sealed record PerformanceRecords
{
    /// <summary>A ledger without performance.</summary>
    public static PerformanceRecords None { get; } = new();

    /// <summary>绩效目标.</summary>
    public IReadOnlyList<PerformanceGoal> Goals { get; init; } = [];

    /// <summary>绩效指标 in the order in which forms print them.</summary>
    public IReadOnlyList<GoalIndicator> Indicators { get; init; } = [];

    /// <summary>绩效填报: texts that a person writes into a form.</summary>
    public IReadOnlyList<FormEntry> Entries { get; init; } = [];

    /// <summary>绩效资金: amounts of other years and of budgets that the lines do not hold.</summary>
    public IReadOnlyList<PerformanceMoney> Money { get; init; } = [];

    /// <summary>项目测算.</summary>
    public IReadOnlyList<CostLine> Costs { get; init; } = [];

    /// <summary>绩效监测.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>偏差原因.</summary>
    public IReadOnlyList<DeviationCause> Causes { get; init; } = [];

    /// <summary>绩效结果应用: what follows for this year's budget from last year's evaluation.</summary>
    public IReadOnlyList<ResultUse> Uses { get; init; } = [];

    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty => Goals.Count + Indicators.Count + Entries.Count + Money.Count + Costs.Count + Measurements.Count + Causes.Count + Uses.Count == 0;
}

/// <summary>Time a goal is set for (期限).</summary>
public enum GoalTerm
{
    /// <summary>年度.</summary>
    Annual,

    /// <summary>长期.</summary>
    LongTerm,
}

/// <summary>A goal (绩效目标).</summary>
/// <param name="ProjectCode">Its project; null for the whole department.</param>
/// <param name="Term">期限.</param>
/// <param name="Number">序号 from 1 within project and term.</param>
/// <param name="Text">What is to be reached.</param>
public sealed record PerformanceGoal(string? ProjectCode, GoalTerm Term, int Number, string Text);

/// <summary>A text that a person writes into a form (填报内容).</summary>
/// <param name="ProjectCode">Its project; null for the whole department.</param>
/// <param name="Field">栏目 as the form names it, e.g. 项目立项依据.</param>
/// <param name="Text">内容.</param>
public sealed record FormEntry(string? ProjectCode, string Field, string Text);

/// <summary>Budget and execution of one year (绩效资金), in 分.</summary>
/// <param name="ProjectCode">Its project; null for the whole department.</param>
/// <param name="Item">事项, e.g. 收入构成/财政拨款 of the whole department; null for all money of a project.</param>
/// <param name="Year">年度.</param>
/// <param name="BudgetFen">预算数, after adjustment; null where it is not stated.</param>
/// <param name="SpentFen">执行数; null where it is not stated, or follows from the lines.</param>
public sealed record PerformanceMoney(string? ProjectCode, string? Item, int Year, long? BudgetFen, long? SpentFen)
{
    /// <summary>Where the amounts come from, in words; null where a person recorded them.</summary>
    public string? From { get; init; }
}

/// <summary>A line of a project's calculation (项目支出明细测算).</summary>
/// <param name="ProjectCode">项目.</param>
/// <param name="Activity">项目活动.</param>
/// <param name="Content">活动内容表述; null where it is not stated.</param>
/// <param name="Economic">支出经济分类 as the form prints it; null where it is not stated.</param>
/// <param name="Fen">金额, in 分.</param>
/// <param name="Basis">测算依据及说明; null where it is not stated.</param>
public sealed record CostLine(string ProjectCode, string Activity, string? Content, string? Economic, long Fen, string? Basis);
