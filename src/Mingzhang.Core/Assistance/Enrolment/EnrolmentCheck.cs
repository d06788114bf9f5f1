using Mingzhang.Core.Assistance.Persons;

namespace Mingzhang.Core.Assistance.Enrolment;

/// <summary>Enrolment of the subjects of one kind (参保情况).</summary>
/// <param name="Subsidy">资助标准 of the kind.</param>
/// <param name="Listed">名单人数.</param>
/// <param name="Enrolled">已参保人数.</param>
/// <param name="Amount">资助金额 of those enrolled, in 元.</param>
/// <param name="Missing">人员编号 of those who are on the list and not enrolled.</param>
public sealed record EnrolmentCoverage(EnrolmentSubsidy Subsidy, int Listed, int Enrolled, decimal Amount, IReadOnlyList<string> Missing)
{
    /// <summary>参保率, 0 to 1; null when nobody is listed.</summary>
    public decimal? Rate => Listed == 0 ? null : (decimal)Enrolled / Listed;
}

/// <summary>Compares the list of subjects with who is enrolled (资助参保核对).</summary>
public static class EnrolmentCheck
{
    /// <summary>Counts each person once, as the most favourable of the kinds they belong to on the day of the list.</summary>
    /// <param name="policy">The year's policy.</param>
    /// <param name="persons">Persons with their identities.</param>
    /// <param name="enrolled">人员编号 of who is enrolled.</param>
    public static IReadOnlyList<EnrolmentCoverage> Of(EnrolmentPolicy policy, IEnumerable<(string Person, IReadOnlyList<Identity> Identities)> persons, IReadOnlySet<string> enrolled)
    {
        var byKind = persons
            .Select(p => (p.Person, Kind: policy.Subsidies.FirstOrDefault(s => p.Identities.Any(i => i.Subject == s.Subject && i.HoldsBetween(policy.ListDay, policy.ListDay)))))
            .Where(p => p.Kind is not null)
            .ToLookup(p => p.Kind!, p => p.Person);
        return [.. policy.Subsidies.Select(s =>
        {
            var missing = byKind[s].Where(p => !enrolled.Contains(p)).Order(StringComparer.Ordinal).ToList();
            var listed = byKind[s].Count();
            return new EnrolmentCoverage(s, listed, listed - missing.Count, (listed - missing.Count) * policy.AmountFor(s), missing);
        })];
    }
}
