using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;

namespace Mingzhang.Core.Assistance.Calculation;

/// <summary>
/// A person's year (个人年度): all settlements in force, assessed in their order. The result depends on the settlements, identities and
/// policies only, so that computing it again changes nothing.
/// </summary>
public static class PersonYear
{
    /// <summary>Assesses the settlements of one person and one year, reversed ones and reversals left out.</summary>
    /// <param name="settlements">Settlements of the person whose care ended in the year, in any order.</param>
    /// <param name="identities">The person's identities that are known.</param>
    /// <param name="policies">The place's policies.</param>
    public static IReadOnlyList<Assessment> Assess(IReadOnlyList<Settlement> settlements, IReadOnlyList<Identity> identities, PolicyBook policies)
    {
        var assessments = new List<Assessment>(settlements.Count);
        var standing = YearToDate.Nothing;
        foreach (var settlement in InForce(settlements))
        {
            var assessment = AssistanceCalculator.Assess(settlement, identities, policies, standing);
            assessments.Add(assessment);
            standing = standing.After(assessment);
        }

        return assessments;
    }

    /// <summary>Settlements that neither take another back nor are taken back, in the order in which they count.</summary>
    public static IReadOnlyList<Settlement> InForce(IReadOnlyList<Settlement> settlements)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var settlement in settlements)
        {
            if (settlement.Reverses is not { } reversed)
                continue;
            gone.Add(reversed);
            gone.Add(settlement.Id);
        }

        var left = settlements.Where(s => !gone.Contains(s.Id)).ToList();
        left.Sort(Order);
        return left;
    }

    // The id decides last, so that the order never depends on how the records came.
    private static int Order(Settlement first, Settlement second)
    {
        var byDay = first.To.CompareTo(second.To);
        if (byDay != 0)
            return byDay;
        var bySettling = first.SettledOn.CompareTo(second.SettledOn);
        return bySettling != 0 ? bySettling : string.CompareOrdinal(first.Id, second.Id);
    }
}
