using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Policies;
using static Mingzhang.Core.Tests.Assistance.Situation;

namespace Mingzhang.Core.Tests.Assistance;

/// <summary>Situations of made-up persons, at every boundary.</summary>
public class AssistanceCases
{
    [Fact]
    public void A_destitute_person_is_given_all_that_the_insurances_left() =>
        Assert.Equal([6000m], Amounts([Stay("1", "2024-03-01", 6000m)], Is(Destitute)));

    [Fact]
    public void A_bill_that_costs_nothing_is_given_nothing() =>
        Assert.Equal([0m], Amounts([Stay("1", "2024-03-01", 0m)], Is(Destitute)));

    [Theory]
    [InlineData("4799.99", "0")]
    [InlineData("4800.00", "0")]
    [InlineData("4800.01", "0")]
    [InlineData("4800.02", "0.01")]
    [InlineData("4801.00", "0.70")]
    public void The_deductible_stays_with_the_person_to_its_last_cent(string eligible, string given) =>
        Assert.Equal([Yuan(given)], Amounts([Stay("1", "2024-03-01", Yuan(eligible))], Is(Marginal)));

    [Fact]
    public void The_deductible_accumulates_over_the_year() =>
        Assert.Equal([0m, 140m, 700m], Amounts([Stay("1", "2024-03-01", 3000m), Stay("2", "2024-04-01", 2000m), Stay("3", "2024-05-01", 1000m)], Is(Marginal)));

    [Theory]
    [InlineData("79999.99", "79999.99", "0.01")]
    [InlineData("80000.00", "80000.00", "0")]
    [InlineData("80000.01", "80000.00", "0")]
    public void The_cap_of_the_year_is_given_to_its_last_cent(string first, string given, string left) =>
        Assert.Equal([Yuan(given), Yuan(left)], Amounts([Stay("1", "2024-03-01", Yuan(first)), Stay("2", "2024-04-01", 500m)], Is(Destitute)));

    [Fact]
    public void Stays_and_long_term_treatment_share_deductible_and_cap() =>
        Assert.Equal(
            [0m, 700m],
            Amounts([Stay("1", "2024-03-01", 4800m), Stay("2", "2024-04-01", 1000m, care: CareKind.LongTermOutpatient)], Is(Marginal)));

    [Fact]
    public void Care_that_the_policy_does_not_cover_is_given_nothing()
    {
        var assessment = Assert.Single(PersonYear.Assess([Stay("1", "2024-03-01", 900m, care: CareKind.Outpatient)], [Is(LowIncome)], Policies));
        Assert.Equal((Outcome.NoBenefit, 0m), (assessment.Outcome, assessment.Amount));
    }

    [Fact]
    public void An_identity_that_ends_the_day_before_discharge_does_not_count() =>
        Assert.Equal([0m, 800m], Amounts(
            [Stay("1", "2024-03-10", 1000m, from: "2024-03-01"), Stay("2", "2024-03-09", 1000m, from: "2024-03-01")],
            Is(LowIncome, to: "2024-03-09")).OrderBy(a => a));

    [Fact]
    public void Where_the_policy_says_so_an_identity_on_any_day_of_the_stay_counts()
    {
        var policies = new PolicyBook([Policy2024 with { IdentityThroughoutStay = true }]);
        var stay = Stay("1", "2024-03-10", 1000m, from: "2024-03-01");
        Assert.Equal(800m, PersonYear.Assess([stay], [Is(LowIncome, to: "2024-03-01")], policies)[0].Amount);
        Assert.Equal(0m, PersonYear.Assess([stay], [Is(LowIncome, to: "2024-02-29")], policies)[0].Amount);
    }

    [Fact]
    public void An_identity_holds_on_the_29th_of_February_and_on_the_day_it_begins() =>
        Assert.Equal([800m, 800m], Amounts([Stay("1", "2024-02-29", 1000m), Stay("2", "2024-03-31", 1000m)], Is(LowIncome, "2024-02-29", "2024-03-31")));

    [Fact]
    public void Of_two_identities_the_most_favourable_counts() =>
        Assert.Equal([1000m], Amounts([Stay("1", "2024-03-01", 1000m)], Is(Marginal), Is(LowIncome), Is(Destitute)));

    [Fact]
    public void A_change_of_identity_in_the_year_keeps_what_was_used_of_deductible_and_cap() =>
        // 4,000 used as marginal; as low income there is no deductible; as marginal again 800 are left of it.
        Assert.Equal([0m, 800m, 140m], Amounts(
            [Stay("1", "2024-02-01", 4000m), Stay("2", "2024-05-01", 1000m), Stay("3", "2024-09-01", 1000m)],
            Is(Marginal), Is(LowIncome, "2024-04-01", "2024-06-30")));

    [Fact]
    public void A_stay_over_new_year_belongs_to_the_year_and_policy_of_discharge() =>
        Assert.Equal([750m, 800m], Amounts([Stay("1", "2023-12-31", 1000m), Stay("2", "2024-01-01", 1000m, from: "2023-12-20")], Is(LowIncome)));

    [Fact]
    public void Before_the_first_policy_nothing_can_be_granted()
    {
        var assessment = Assert.Single(PersonYear.Assess([Stay("1", "2022-12-31", 1000m)], [Is(LowIncome)], Policies));
        Assert.Equal((Outcome.NoPolicy, 0m), (assessment.Outcome, assessment.Amount));
    }

    [Fact]
    public void Another_subsidy_larger_than_what_was_left_leaves_nothing_to_assist() =>
        Assert.Equal([0m], Amounts([Stay("1", "2024-03-01", 1000m) with { OtherSubsidies = 1000.01m }], Is(Destitute)));

    [Fact]
    public void Another_subsidy_is_deducted_before_the_share() =>
        Assert.Equal([480m], Amounts([Stay("1", "2024-03-01", 1000m) with { OtherSubsidies = 400m }], Is(LowIncome)));

    [Fact]
    public void A_reversal_after_the_cap_gives_the_room_back_to_later_bills()
    {
        var first = Stay("1", "2024-03-01", 80000m);
        var second = Stay("2", "2024-04-01", 500m);
        Assert.Equal([80000m, 0m], Amounts([first, second], Is(Destitute)));
        Assert.Equal([500m], Amounts([first, second, Reversal("3", first)], Is(Destitute)));
    }

    [Fact]
    public void Tilted_assistance_begins_with_the_first_cent_above_the_threshold_and_only_by_referral()
    {
        // Low income keeps 20%: 40,000 leave 8,000, and each further 1,000 leave 200 of which 60% are given.
        Assert.Equal([32000m, 800m], Amounts([Stay("1", "2024-03-01", 40000m, referred: true), Stay("2", "2024-04-01", 1000m)], Is(LowIncome)));
        Assert.Equal([32000m, 920m], Amounts([Stay("1", "2024-03-01", 40000m, referred: true), Stay("2", "2024-04-01", 1000m, referred: true)], Is(LowIncome)));
    }

    [Fact]
    public void The_same_day_is_ordered_by_settlement_and_never_by_arrival()
    {
        var (first, second) = (Stay("a", "2024-03-01", 4800m), Stay("b", "2024-03-01", 1000m));
        Assert.Equal(Amounts([first, second], Is(Marginal)), Amounts([second, first], Is(Marginal)));
    }

    private static decimal Yuan(string amount) => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
}
