using Mingzhang.Core.Assistance.Applications;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Policies;
using static Mingzhang.Core.Tests.Assistance.Situation;

namespace Mingzhang.Core.Tests.Assistance;

/// <summary>Where two things meet on one day or one cent.</summary>
public class BoundaryCases
{
    // From July on low income gets 90%, the deductible of marginal falls to 3,000 元 and the cap to 60,000 元.
    private static readonly AssistancePolicy SecondHalf = Policy2024 with
    {
        Id = "2024-2",
        From = new DateOnly(2024, 7, 1),
        Benefits =
        [
            .. Policy2024.Benefits.Select(b => b.Subject switch
            {
                LowIncome => b with { Share = 0.9m, Cap = 60000m },
                Marginal => b with { Deductible = 3000m, Cap = 60000m },
                _ => b with { Cap = 60000m },
            }),
        ],
    };

    private static readonly PolicyBook Changed = new([Policy2023, Policy2024 with { To = new DateOnly(2024, 6, 30) }, SecondHalf]);

    [Fact]
    public void An_identity_that_changes_inside_a_stay_is_that_of_the_day_of_discharge()
    {
        var stay = Stay("1", "2024-03-10", 6000m, from: "2024-03-01");
        // 4,800 of 6,000 are below the deductible of marginal.
        Assert.Equal(840m, PersonYear.Assess([stay], [Is(LowIncome, to: "2024-03-05"), Is(Marginal, "2024-03-06")], Policies)[0].Amount);
        Assert.Equal(4800m, PersonYear.Assess([stay], [Is(Marginal, to: "2024-03-09"), Is(LowIncome, "2024-03-10")], Policies)[0].Amount);
    }

    [Fact]
    public void Where_any_day_of_the_stay_counts_the_better_of_two_identities_inside_it_counts()
    {
        var policies = new PolicyBook([Policy2024 with { IdentityThroughoutStay = true }]);
        var stay = Stay("1", "2024-03-10", 6000m, from: "2024-03-01");
        Assert.Equal(4800m, PersonYear.Assess([stay], [Is(LowIncome, to: "2024-03-05"), Is(Marginal, "2024-03-06")], policies)[0].Amount);
    }

    [Fact]
    public void A_policy_that_changes_in_the_year_keeps_what_was_used_of_the_deductible()
    {
        // 2,000 in the first half leave 1,000 of the new 3,000.
        var found = PersonYear.Assess([Stay("1", "2024-06-30", 2000m), Stay("2", "2024-07-01", 2000m)], [Is(Marginal)], Changed);
        Assert.Equal([("2024", 0m), ("2024-2", 700m)], found.Select(a => (a.Policy!.Id, a.Amount)));
    }

    [Fact]
    public void Under_a_lower_deductible_nothing_that_was_taken_before_is_given_back()
    {
        var found = PersonYear.Assess([Stay("1", "2024-06-30", 4800m), Stay("2", "2024-07-01", 1000m)], [Is(Marginal)], Changed);
        Assert.Equal([0m, 700m], found.Select(a => a.Amount));
    }

    [Theory]
    [InlineData("59999.99", "0.01")]
    [InlineData("60000.00", "0")]
    [InlineData("70000.00", "0")]
    public void A_cap_that_is_lowered_in_the_year_counts_what_was_given_before(string first, string left)
    {
        var found = PersonYear.Assess([Stay("1", "2024-06-30", Yuan(first)), Stay("2", "2024-07-01", 500m)], [Is(Destitute)], Changed);
        Assert.Equal([Yuan(first), Yuan(left)], found.Select(a => a.Amount));
    }

    [Fact]
    public void A_stay_over_the_change_of_policy_follows_that_of_its_last_day() =>
        Assert.Equal(900m, PersonYear.Assess([Stay("1", "2024-07-01", 1000m, from: "2024-06-20")], [Is(LowIncome)], Changed)[0].Amount);

    [Fact]
    public void A_policy_may_end_on_the_29th_of_February_and_its_next_version_begin_on_the_first_of_March()
    {
        var leap = new PolicyBook([Policy2024 with { To = new DateOnly(2024, 2, 29) }, SecondHalf with { From = new DateOnly(2024, 3, 1) }]);
        Assert.Equal([800m, 900m], PersonYear.Assess([Stay("1", "2024-02-29", 1000m), Stay("2", "2024-03-01", 1000m)], [Is(LowIncome)], leap).Select(a => a.Amount));
    }

    [Fact]
    public void A_reversal_after_the_cap_is_asked_back_and_the_bills_after_it_are_paid_in_addition()
    {
        var (first, second) = (Stay("1", "2024-03-01", 80000m), Stay("2", "2024-04-01", 500m));
        var granted = PersonYear.Assess([first, second], [Is(Destitute)], Policies).Select(a => new Booking(a.Settlement.Id, a.Policy?.Id, a.Benefit?.Subject, a.Settlement.Eligible, a.Amount)).ToList();
        var now = PersonYear.Assess([first, second, Reversal("3", first)], [Is(Destitute)], Policies);
        Assert.Equal([("2", 500m, ChangeReason.Order), ("1", -80000m, ChangeReason.Reversed)], Recalculation.Differences(now, granted).Select(d => (d.SettlementId, d.Amount, d.Reason)));
    }

    [Fact]
    public void A_correction_downwards_is_a_reversal_and_a_smaller_bill_and_a_bare_negative_bill_is_stopped()
    {
        var bill = Stay("1", "2024-03-01", 1000m);
        var smaller = Stay("3", "2024-03-01", 400m);
        Assert.Equal([320m], Amounts([bill, Reversal("2", bill), smaller], Is(LowIncome)));
        var bare = PersonResult.Of(new PersonFile("P1", [Is(LowIncome)], [bill, smaller with { Total = -600m, InScope = -600m, Basic = 0m }], []), Policies);
        Assert.Equal([800m], bare.Assessments.Select(a => a.Amount));
        Assert.Contains(bare.Concerns, c => c is { Stops: true, SettlementId: "3" });
    }

    [Theory]
    [InlineData("999.99", "0.01", false)]
    [InlineData("1000.00", "0", false)]
    [InlineData("1000.01", "0", true)]
    public void Another_subsidy_up_to_the_remainder_is_deducted_and_a_larger_one_goes_to_review(string subsidy, string given, bool isDoubtful)
    {
        var bill = Stay("1", "2024-03-01", 1000m) with { Total = 9000m, OtherSubsidies = Yuan(subsidy) };
        var result = PersonResult.Of(new PersonFile("P1", [Is(Destitute)], [bill], []), Policies);
        Assert.Equal([Yuan(given)], result.Assessments.Select(a => a.Amount));
        Assert.Equal(isDoubtful, result.Concerns.Any(c => !c.Stops));
        Assert.DoesNotContain(result.Concerns, c => c.Stops);
    }

    [Fact]
    public void A_bill_without_cost_takes_nothing_of_deductible_and_cap() =>
        Assert.Equal([0m, 140m], Amounts([Stay("1", "2024-03-01", 0m), Stay("2", "2024-04-01", 5000m)], Is(Marginal)));

    [Fact]
    public void What_an_application_must_bring_depends_on_the_care()
    {
        var papers = new ApplicationPapers("示例", [new("申请书", "", [CareKind.Inpatient, CareKind.Outpatient]), new("出院记录", "", [CareKind.Inpatient]), new("委托书", "", [])]);
        Assert.Equal(["出院记录"], papers.Missing(CareKind.Inpatient, ["申请书", "委托书"]));
        Assert.Empty(papers.Missing(CareKind.Outpatient, ["申请书"]));
    }

    private static decimal Yuan(string amount) => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
}
