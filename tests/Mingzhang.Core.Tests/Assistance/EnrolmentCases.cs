using Mingzhang.Core.Assistance.Enrolment;
using Mingzhang.Core.Assistance.Persons;
using static Mingzhang.Core.Tests.Assistance.Situation;

namespace Mingzhang.Core.Tests.Assistance;

public class EnrolmentCases
{
    private static readonly EnrolmentPolicy Policy = new(
        "示例区", 2024, Day("2026-11-22"), Day("2024-02-29"), 380m, [new EnrolmentSubsidy(Destitute, 1m, Written), new EnrolmentSubsidy(LowIncome, 0.9m, Written), new EnrolmentSubsidy(Marginal, 0.5m, Written)]);

    [Fact]
    public void Whoever_is_listed_and_enrolled_is_subsidised_and_the_others_are_named()
    {
        var coverage = Of([("甲", [Is(LowIncome)]), ("乙", [Is(LowIncome)]), ("丙", [Is(Marginal)])], "甲", "丙", "丁")[1];
        Assert.Equal((2, 1, 342m, 0.5m), (coverage.Listed, coverage.Enrolled, coverage.Amount, coverage.Rate));
        Assert.Equal(["乙"], coverage.Missing);
    }

    [Fact]
    public void A_person_of_two_kinds_counts_once_as_the_more_favourable()
    {
        var coverages = Of([("甲", [Is(Marginal), Is(Destitute)])], "甲");
        Assert.Equal([1, 0, 0], coverages.Select(c => c.Listed));
        Assert.Equal(380m, coverages.Sum(c => c.Amount));
    }

    [Fact]
    public void The_list_of_the_29th_of_February_decides()
    {
        var coverages = Of([("甲", [Is(LowIncome, to: "2024-02-28")]), ("乙", [Is(LowIncome, "2024-02-29")]), ("丙", [Is(LowIncome, "2024-03-01")])]);
        Assert.Equal(["乙"], coverages[1].Missing);
        Assert.Null(coverages[0].Rate);
    }

    private static IReadOnlyList<EnrolmentCoverage> Of((string, IReadOnlyList<Identity>)[] persons, params string[] enrolled) =>
        EnrolmentCheck.Of(Policy, persons, enrolled.ToHashSet(StringComparer.Ordinal));
}
