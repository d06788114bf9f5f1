namespace Mingzhang.Core.Performance;

/// <summary>A scoring scheme (评分办法) of a place and a span of years: what a self-evaluation counts and when it asks for reasons.</summary>
/// <param name="Id">Stable id: the name of its file in data/performance/评分办法.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Region">District code prefix it is for; null for the national one.</param>
/// <param name="From">First year.</param>
/// <param name="To">Last year; null while it is in use.</param>
/// <param name="Basis">The regulation it is taken from, printed under every score.</param>
/// <param name="Weights">分值 of execution and of the 一级指标.</param>
public sealed record ScoringScheme(string Id, string Name, string? Region, int From, int? To, string Basis, WeightPlan Weights)
{
    /// <summary>Bands of graded quality from the best (定性指标分档).</summary>
    public IReadOnlyList<QualityBand> Bands { get; init; } = [];

    /// <summary>By how many percent a value must pass its target before the reason is asked for.</summary>
    public decimal CauseAbove { get; init; } = 30m;

    /// <summary>Below which rate of execution, in percent, the reason is asked for.</summary>
    public decimal CauseExecutionBelow { get; init; } = 90m;

    /// <summary>Whether points are taken off where a target was set far too low (目标值明显偏低).</summary>
    public bool ReducesLowTargets { get; init; }

    /// <summary>Grades from the best, each with the points it begins at (评价等级).</summary>
    public IReadOnlyList<GradeBand> Grades { get; init; } = [];

    /// <summary>What follows from a low total, the strictest first (结果应用).</summary>
    public IReadOnlyList<UseRule> Uses { get; init; } = [];

    /// <summary>The grade of a total.</summary>
    public string? GradeOf(decimal total) => Grades.FirstOrDefault(g => total >= g.From)?.Name;

    /// <summary>What follows from a total; null when nothing does.</summary>
    public UseRule? UseOf(decimal total) => Uses.FirstOrDefault(u => total < u.Below);

    /// <summary>The band a share of the weight, in percent, falls into; a bound that two bands share belongs to the better one.</summary>
    public QualityBand? BandOf(decimal share) => Bands.FirstOrDefault(b => share >= b.From && share <= b.To);
}

/// <summary>A band of graded quality (定性指标的一档).</summary>
/// <param name="Name">E.g. 部分达成预期指标并具有一定效果.</param>
/// <param name="From">Lowest share of the weight, in percent.</param>
/// <param name="To">Highest share, in percent.</param>
public sealed record QualityBand(string Name, decimal From, decimal To);

/// <summary>A grade of a total (评价等级).</summary>
/// <param name="Name">优, 良, 中, 差.</param>
/// <param name="From">From how many points.</param>
public sealed record GradeBand(string Name, decimal From);

/// <summary>What follows from a low total (结果应用规则).</summary>
/// <param name="Below">Below how many points.</param>
/// <param name="Measure">措施 proposed for the next year's budget.</param>
public sealed record UseRule(decimal Below, string Measure);

/// <summary>The schemes that are known (评分办法库).</summary>
/// <param name="All">All of them.</param>
public sealed record ScoringSchemes(IReadOnlyList<ScoringScheme> All)
{
    /// <summary>The scheme of a place and year: the one of the narrowest place, then the newest; null when none is for the year.</summary>
    /// <param name="region">District code of the office; null when it is not known.</param>
    /// <param name="year">年度 that is evaluated.</param>
    public ScoringScheme? Of(string? region, int year) => All
        .Where(s => s.From <= year && (s.To ?? int.MaxValue) >= year && (s.Region is null || (region?.StartsWith(s.Region, StringComparison.Ordinal) ?? false)))
        .OrderByDescending(s => s.Region?.Length ?? 0).ThenByDescending(s => s.From).FirstOrDefault();

    /// <summary>The scheme of a ledger, whose district stands in the codes of its projects.</summary>
    public ScoringScheme? Of(Ledgers.Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var code = ledger.Projects.Select(p => p.Code).FirstOrDefault(c => c.Length >= DistrictDigits);
        return Of(code?[..DistrictDigits], ledger.Settings.Year);
    }

    private const int DistrictDigits = 6;
}
