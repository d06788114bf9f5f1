using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;

namespace Mingzhang.Core.Supervision.Plans;

/// <summary>A target of a year's plan (覆盖目标): which institutions, by which inspections, what share of them.</summary>
/// <param name="Kind">Whose; null for both kinds.</param>
/// <param name="By">Which inspections count; null for all.</param>
/// <param name="Percent">Share to be reached, in percent: 1 to 100.</param>
public sealed record CoverageTarget(InstitutionKind? Kind, InspectionKind? By, int Percent)
{
    /// <summary>In words: 定点医疗机构 日常巡查 100%.</summary>
    public string Title => $"{Kind?.ChineseName() ?? "全部定点机构"} {By?.ChineseName() ?? "各种检查"} {Percent.ToString(System.Globalization.CultureInfo.InvariantCulture)}%";
}

/// <summary>An inspection as coverage counts it.</summary>
/// <param name="Code">机构编码.</param>
/// <param name="Kind">检查方式.</param>
/// <param name="On">The day it was done.</param>
public sealed record DoneInspection(string Code, InspectionKind Kind, DateOnly On);

/// <summary>An institution with the history of its agreement.</summary>
/// <param name="Institution">The institution.</param>
/// <param name="History">In the order of time.</param>
public sealed record BoundInstitution(Institution Institution, IReadOnlyList<AgreementEvent> History);

/// <summary>How far a target is reached (覆盖进度).</summary>
/// <param name="Target">The target.</param>
/// <param name="Population">Institutions that had an agreement on some day of the year so far (基数).</param>
/// <param name="Needed">How many of them the target asks for, rounded up.</param>
/// <param name="Reached">How many were inspected, each counted once.</param>
/// <param name="Inspections">How many inspections that took.</param>
/// <param name="Left">Codes of those not yet inspected.</param>
public sealed record Coverage(CoverageTarget Target, int Population, int Needed, int Reached, int Inspections, IReadOnlyList<string> Left)
{
    /// <summary>Whether the target is reached.</summary>
    public bool IsReached => Reached >= Needed;

    /// <summary>Share that was inspected; null without institutions.</summary>
    public decimal? Share => Population == 0 ? null : (decimal)Reached / Population;

    /// <summary>Counts.</summary>
    /// <param name="target">The target.</param>
    /// <param name="year">年度.</param>
    /// <param name="until">The day up to which is counted.</param>
    /// <param name="institutions">The register.</param>
    /// <param name="inspections">Inspections that were done; those of other years are passed over.</param>
    public static Coverage Of(CoverageTarget target, int year, DateOnly until, IReadOnlyList<BoundInstitution> institutions, IReadOnlyList<DoneInspection> inspections)
    {
        ArgumentNullException.ThrowIfNull(target);
        var from = new DateOnly(year, 1, 1);
        if (until.Year > year)
            until = new DateOnly(year, 12, 31);
        var population = institutions.Where(i => (target.Kind is not { } kind || i.Institution.Kind == kind) && AgreementHistory.WasBound(i.History, from, until)).Select(i => i.Institution.Code).ToList();
        var counted = inspections.Where(i => i.On >= from && i.On <= until && (target.By is not { } by || i.Kind == by)).ToLookup(i => i.Code, StringComparer.Ordinal);
        var reached = population.Where(counted.Contains).ToList();
        return new Coverage(
            target, population.Count, Needs(population.Count, target.Percent), reached.Count, reached.Sum(c => counted[c].Count()), [.. population.Where(c => !counted.Contains(c))]);
    }

    /// <summary>How many of so many a share is, rounded up: 10% of 301 are 31.</summary>
    public static int Needs(int population, int percent) => ((population * percent) + 99) / 100;
}
