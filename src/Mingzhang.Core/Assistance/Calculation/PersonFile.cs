using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;

namespace Mingzhang.Core.Assistance.Calculation;

/// <summary>What is known of one person (个人档案).</summary>
/// <param name="Person">人员编号; no name and no identity number.</param>
/// <param name="Identities">身份.</param>
/// <param name="Settlements">结算, in any order.</param>
/// <param name="Bookings">已核定.</param>
public sealed record PersonFile(string Person, IReadOnlyList<Identity> Identities, IReadOnlyList<Settlement> Settlements, IReadOnlyList<Booking> Bookings)
{
    /// <summary>结算编号 of settlements that a reviewer released from what may be released (放行).</summary>
    public IReadOnlySet<string> Released { get; init; } = new HashSet<string>();
}

/// <summary>What follows from it (核定结果).</summary>
/// <param name="File">The file.</param>
/// <param name="Concerns">疑点; settlements that are stopped take no part in what follows.</param>
/// <param name="Assessments">The years' settlements in force, in their order.</param>
/// <param name="Differences">What is to be paid in addition or back.</param>
public sealed record PersonResult(PersonFile File, IReadOnlyList<Concern> Concerns, IReadOnlyList<Assessment> Assessments, IReadOnlyList<Difference> Differences)
{
    /// <summary>Examines, assesses and compares all settlements of a person.</summary>
    /// <param name="file">What is known.</param>
    /// <param name="policies">The place's policies.</param>
    public static PersonResult Of(PersonFile file, PolicyBook policies)
    {
        Concern[] concerns = [.. file.Settlements.SelectMany(SettlementChecks.Alone), .. SettlementChecks.Together(file.Settlements)];
        concerns = [.. concerns.Select(c => c is { Stops: true, MayBeReleased: true } && file.Released.Contains(c.SettlementId) ? c with { Stops = false } : c)];
        var stopped = concerns.Where(c => c.Stops).Select(c => c.SettlementId).ToHashSet(StringComparer.Ordinal);
        var left = file.Settlements.Where(s => !stopped.Contains(s.Id)).ToList();
        Assessment[] assessments = [.. left.GroupBy(s => s.To.Year).OrderBy(y => y.Key).SelectMany(y => PersonYear.Assess([.. y], file.Identities, policies))];
        // What was granted before a settlement was stopped stays as it is until somebody has decided.
        var bookings = file.Bookings.Where(b => !stopped.Contains(b.SettlementId)).ToList();
        return new PersonResult(file, concerns, assessments, Recalculation.Differences(assessments, bookings));
    }
}
