using Mingzhang.Core.Screening;
using Mingzhang.Core.Screening.Kinds;

namespace Mingzhang.Core.Tests.Screening;

/// <summary>What hits say: how much is in question and why. Which lines a rule hits is told by the cases beside the rules.</summary>
public class ScreeningCases
{
    private static readonly RuleHead Head = new("T-1", "规则", "种类", "甲文", "甲文", null, null, []);

    [Fact]
    public void Of_three_equal_lines_the_third_is_in_question()
    {
        var hit = Assert.Single(Hits(new RepeatedCharge(Head, new ClaimKey(["人员编号", "项目", "费用日期"]), 2), Line(1), Line(2), Line(3)));
        Assert.Equal((100m, 3), (hit.Amount, hit.Claims.Count));
        Assert.Equal("“彩超”的费用日期都相同的有 3 行，最多 2 行；多出的 100.00 元请核对是否重复收费。", hit.Why);
    }

    [Fact]
    public void Of_seven_beds_in_four_days_with_one_let_pass_two_sevenths_of_the_money_are_in_question()
    {
        var hit = Assert.Single(Hits(new QuantityOverDays(Head, 1m, 1m), Line(1) with { Quantity = 7m, Amount = 224m }));
        Assert.Equal(64m, hit.Amount);
        Assert.Contains("共 4 天，“彩超”收了 7，按天最多 5，多 2", hit.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stay_of_less_than_a_day_is_a_day() =>
        Assert.Empty(Hits(new QuantityOverDays(Head, 1m, 0m), Line(1) with { To = Line(1).From }));

    [Fact]
    public void A_sentence_never_names_the_person()
    {
        var lines = Enumerable.Range(1, 3).Select(i => Line(i) with { Person = "42010019700601", Sex = Sex.Female }).ToArray();
        ScreeningRule[] rules = [new RepeatedCharge(Head, new ClaimKey(["人员编号", "项目"]), 1), new WrongSex(Head, Sex.Male), new QuantityOverLimit(Head, Period.Day, 1m)];
        Assert.All(Screener.All(rules, lines), h => Assert.DoesNotContain("42010019700601", h.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_crowd_is_told_once_with_all_its_lines_in_the_order_of_the_file()
    {
        var lines = Enumerable.Range(1, 5).Select(i => Line(6 - i) with { Person = $"P{i}" }).ToArray();
        var hit = Assert.Single(Hits(new MassRepetition(Head, new ClaimKey(["机构代码", "费用日期", "项目"]), 5), lines));
        Assert.Equal([1, 2, 3, 4, 5], hit.Claims.Select(c => c.Row));
        Assert.Contains("有 5 人的费用日期、项目都相同", hit.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2006-03-01", 18)]
    [InlineData("2006-03-02", 17)]
    [InlineData("2004-02-29", 20)]
    [InlineData("2024-03-01", 0)]
    public void Age_is_in_whole_years_on_the_day_of_the_charge(string born, int age) =>
        Assert.Equal(age, (Line(1) with { BornOn = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture) }).Age);

    [Theory]
    [InlineData("*CT*平扫*", "胸部CT平扫（64排）", true)]
    [InlineData("*CT*平扫*", "胸部平扫CT", false)]
    [InlineData("N18*", "N18.5", true)]
    [InlineData("N18*", "AN18", false)]
    [InlineData("*切除术", "阑尾切除术后护理", false)]
    [InlineData("床位费", "床位费", true)]
    [InlineData("ab*ba", "aba", false)]
    public void Patterns_mean_what_stands_between_their_stars(string pattern, string text, bool fits) =>
        Assert.Equal(fits, new NamePatterns([pattern]).Fits(text));

    private static IReadOnlyList<ScreeningHit> Hits(ScreeningRule rule, params Claim[] lines) => Screener.All([rule], lines);

    private static Claim Line(int row) => new()
    {
        File = "明细.csv",
        Row = row,
        SettlementId = "S1",
        Person = "P1",
        Sex = Sex.Male,
        BornOn = new DateOnly(1970, 6, 1),
        Institution = "H1",
        Care = Claim.Inpatient,
        From = new DateOnly(2024, 3, 1),
        To = new DateOnly(2024, 3, 5),
        Day = new DateOnly(2024, 3, 1),
        Item = new ClaimItem("", "彩超"),
        Quantity = 1m,
        Price = 100m,
        Amount = 100m,
    };
}
