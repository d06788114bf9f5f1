using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using static Mingzhang.Core.Tests.Assistance.Situation;

namespace Mingzhang.Core.Tests.Assistance;

public class RecalculationCases
{
    [Fact]
    public void An_identity_recognised_later_is_paid_in_addition()
    {
        var bill = Stay("1", "2024-03-01", 1000m);
        var difference = Assert.Single(Again([bill], [], [bill], [Is(LowIncome, "2024-02-01", recognised: "2024-06-01")], Policies));
        Assert.Equal((800m, ChangeReason.Identity), (difference.Amount, difference.Reason));
    }

    [Fact]
    public void An_identity_withdrawn_is_asked_back_and_later_bills_change_with_it()
    {
        var bills = new[] { Stay("1", "2024-03-01", 4800m), Stay("2", "2024-05-01", 1000m) };
        var differences = Again(bills, [Is(LowIncome, to: "2024-03-31"), Is(Marginal)], bills, [Is(Marginal)], Policies);
        Assert.Equal([(-3840m, ChangeReason.Identity), (700m, ChangeReason.Order)], differences.Select(d => (d.Amount, d.Reason)));
    }

    [Fact]
    public void A_settlement_that_the_hospital_took_back_is_asked_back_in_full()
    {
        var bill = Stay("1", "2024-03-01", 1000m);
        var difference = Assert.Single(Again([bill], [Is(LowIncome)], [bill, Reversal("2", bill)], [Is(LowIncome)], Policies));
        Assert.Equal((-800m, ChangeReason.Reversed), (difference.Amount, difference.Reason));
        Assert.Null(difference.Assessment);
    }

    [Fact]
    public void A_corrected_bill_is_taken_back_and_granted_anew()
    {
        var (bill, right) = (Stay("1", "2024-03-01", 1000m), Stay("3", "2024-03-01", 600m));
        var differences = Again([bill], [Is(LowIncome)], [bill, Reversal("2", bill), right], [Is(LowIncome)], Policies);
        Assert.Equal([("3", 480m, ChangeReason.New), ("1", -800m, ChangeReason.Reversed)], differences.Select(d => (d.SettlementId, d.Amount, d.Reason)));
    }

    [Fact]
    public void A_corrected_policy_changes_the_settlements_of_its_days_only()
    {
        var bills = new[] { Stay("1", "2023-12-31", 1000m), Stay("2", "2024-01-01", 1000m) };
        var corrected = new PolicyBook([Policy2024, Policy2023 with { Id = "2023-2", Benefits = Policy2024.Benefits }]);
        var difference = Assert.Single(Again(bills, [Is(LowIncome)], bills, [Is(LowIncome)], corrected));
        Assert.Equal(("1", 50m, ChangeReason.Policy), (difference.SettlementId, difference.Amount, difference.Reason));
    }

    [Fact]
    public void A_subsidy_registered_later_is_a_change_of_the_bill()
    {
        var bill = Stay("1", "2024-03-01", 1000m);
        var difference = Assert.Single(Again([bill], [Is(LowIncome)], [bill with { OtherSubsidies = 500m }], [Is(LowIncome)], Policies));
        Assert.Equal((-400m, ChangeReason.Bill), (difference.Amount, difference.Reason));
    }

    private static IReadOnlyList<Difference> Again(Settlement[] then, Identity[] known, Settlement[] now, Identity[] knownNow, PolicyBook policies)
    {
        var granted = PersonYear.Assess(then, known, Policies).Select(a => new Booking(a.Settlement.Id, a.Policy?.Id, a.Benefit?.Subject, a.Settlement.Eligible, a.Amount)).ToList();
        return Recalculation.Differences(PersonYear.Assess(now, knownNow, policies), granted);
    }
}
