using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Settlements;
using static Mingzhang.Core.Tests.Assistance.Situation;

namespace Mingzhang.Core.Tests.Assistance;

/// <summary>Laws of the calculation, for any year of any person.</summary>
public class AssistanceLaws
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static Gen<Settlement> Bill { get; } =
        from day in Gen.Choose(0, 365)
        from eligible in Gen.Frequency((3, Gen.Choose(0, 500_000)), (1, Gen.Choose(0, 12_000_000)))
        from other in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, 200_000)))
        from referred in ArbMap.Default.GeneratorFor<bool>()
        select Stay("", Day("2024-01-01").AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), eligible / 100m, referred: referred) with { OtherSubsidies = other / 100m };

    private static Gen<Identity[]> Identities { get; } = Gen.SubListOf(
        Is(Destitute), Is(LowIncome), Is(Marginal), Is(LowIncome, "2024-02-29", "2024-07-01"), Is(Marginal, "2024-06-01"), Is(Destitute, "2024-11-01"))
        .Select(l => l.ToArray());

    private static Gen<(Settlement[] Bills, Identity[] Identities)> Years { get; } =
        from bills in Bill.ArrayOf()
        from identities in Identities
        select (bills.Select((b, i) => b with { Id = $"{i:0000}" }).ToArray(), identities);

    [Fact]
    public void Nobody_is_ever_given_more_than_what_remains() =>
        Check.One(Often, Prop.ForAll(Years.ToArbitrary(), year =>
            PersonYear.Assess(year.Bills, year.Identities, Policies).All(a => a.Amount >= 0m && a.Amount <= a.Settlement.Eligible && (a.Remaining >= 0m || a.Amount == 0m))));

    [Fact]
    public void No_pool_gives_more_than_its_cap() =>
        Check.One(Often, Prop.ForAll(Years.ToArbitrary(), year =>
            PersonYear.Assess(year.Bills, year.Identities, Policies).Sum(a => a.Ordinary) <= 80000m));

    [Fact]
    public void A_bill_in_two_parts_is_never_given_more_than_in_one() =>
        Check.One(Often, Prop.ForAll((from year in Years from at in Gen.Choose(0, 100) from per in Gen.Choose(1, 99) select (year, at, per)).ToArbitrary(), sample =>
        {
            var ((bills, identities), at, per) = sample;
            if (bills.Length == 0)
                return true;
            var bill = bills[at % bills.Length] with { OtherSubsidies = 0m };
            var whole = bills.Select(b => b.Id == bill.Id ? bill : b).ToArray();
            var (first, second) = Split(bill, per);
            var parts = whole.SelectMany(b => b.Id == bill.Id ? [first, second] : new[] { b }).ToArray();
            return Total(parts, identities) <= Total(whole, identities);
        }));

    [Fact]
    public void Computing_again_after_the_differences_are_granted_changes_nothing() =>
        Check.One(Often, Prop.ForAll((from year in Years from late in Identities select (year, late)).ToArbitrary(), sample =>
        {
            var (bills, identities) = sample.year;
            var then = PersonYear.Assess(bills, identities, Policies).Select(Booked).ToList();
            var now = PersonYear.Assess(bills, [.. identities, .. sample.late], Policies);
            var differences = Recalculation.Differences(now, then);
            var granted = then.Select(b => b with { Amount = b.Amount + differences.Where(d => d.SettlementId == b.SettlementId).Sum(d => d.Amount) }).ToList();
            return Recalculation.Differences(now, granted).Count == 0;
        }));

    private static Booking Booked(Assessment a) => new(a.Settlement.Id, a.Policy?.Id, a.Benefit?.Subject, a.Settlement.Eligible, a.Amount);

    private static decimal Total(Settlement[] bills, Identity[] identities) => PersonYear.Assess(bills, identities, Policies).Sum(a => a.Amount);

    // The parts are settled one after the other, as a hospital would that splits a stay.
    private static (Settlement First, Settlement Second) Split(Settlement bill, int percent)
    {
        var part = decimal.Truncate(bill.Eligible * percent) / 100m;
        var day = bill.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return (Stay(bill.Id + "a", day, part, referred: bill.Referred), Stay(bill.Id + "b", day, bill.Eligible - part, referred: bill.Referred));
    }
}
