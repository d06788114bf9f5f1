using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Tests.Performance;

/// <summary>Projects merged: absolute values add up, relative values and graded scores are averaged by funds, then the score is taken.</summary>
public class MergedEvaluationTests
{
    private static OfficeYear Both(string unit, decimal a, string actualA, decimal b, string actualB) => new OfficeYear()
        .Budget(OfficeYear.Aid, 300, 300).Budget(OfficeYear.Check, 100, 80)
        .OthersMet(OfficeYear.Aid, "产出指标").OthersMet(OfficeYear.Check, "产出指标")
        .Goal(OfficeYear.Aid, "产出指标", "人次或比率", "≥", a, unit, 20).Measured(OfficeYear.Aid, "人次或比率", actualA)
        .Goal(OfficeYear.Check, "产出指标", "人次或比率", "≥", b, unit, 20).Measured(OfficeYear.Check, "人次或比率", actualB);

    private static Evaluation Merged(OfficeYear year) => Assert.Single(new SelfEvaluator(year.Ledger, OfficeYear.Scheme).Merged());

    [Fact]
    public void Absolute_values_add_up_before_they_are_scored()
    {
        var merged = Merged(Both("人次", 400, "500人次", 200, "70人次")).Indicators.Single(i => i.Name == "人次或比率");

        Assert.Equal("≥600人次", merged.Measured.Indicator.Target.Printed);
        Assert.Equal("570人次", merged.Measured.Indicator.Actual);
        Assert.Equal(19m, merged.Score);
    }

    [Fact]
    public void Relative_values_are_averaged_weighted_by_funds()
    {
        var merged = Merged(Both("%", 90, "96%", 90, "80%")).Indicators.Single(i => i.Name == "人次或比率");

        Assert.Equal("92%", merged.Measured.Indicator.Actual);
        Assert.Equal(20m, merged.Score);
    }

    [Fact]
    public void Graded_scores_are_averaged_weighted_by_funds()
    {
        var year = new OfficeYear().Budget(OfficeYear.Aid, 300, 300).Budget(OfficeYear.Check, 100, 100).OthersMet(OfficeYear.Aid, "效益指标").OthersMet(OfficeYear.Check, "效益指标")
            .Goal(OfficeYear.Aid, "效益指标", "负担", null, null, null, 30, "减轻").Measured(OfficeYear.Aid, "负担", "减轻", "达成", 30)
            .Goal(OfficeYear.Check, "效益指标", "负担", null, null, null, 30, "减轻").Measured(OfficeYear.Check, "负担", "稍减", "部分达成", 18);

        // (300 × 100% + 100 × 60%) ÷ 400 = 90%.
        Assert.Equal(27m, Merged(year).Indicators.Single(i => i.Name == "负担").Score);
    }

    [Fact]
    public void Funds_add_up_and_the_weights_stay_those_of_the_scheme()
    {
        var merged = Merged(Both("人次", 400, "400人次", 200, "200人次"));

        Assert.Equal(95m, merged.Execution.Rate);
        Assert.Equal(80m, merged.Indicators.Sum(i => i.Measured.Indicator.Weight));
        Assert.Equal(99m, merged.Total);
    }

    [Fact]
    public void One_member_without_a_value_leaves_the_merged_one_open()
    {
        var year = Both("人次", 400, "400人次", 200, "200人次").Goal(OfficeYear.Aid, "产出指标", "另一项", "≥", 1, "次", null);

        Assert.Null(Merged(year).Total);
    }

    [Fact]
    public void A_department_without_goals_of_its_own_is_evaluated_by_its_projects()
    {
        var whole = new SelfEvaluator(Both("人次", 400, "400人次", 200, "200人次").Budget(null, 400, 380).Ledger, OfficeYear.Scheme).Whole();

        Assert.Equal(99m, whole.Total);
        Assert.Equal("部门没有自己的年度指标，按各项目的指标汇总。", whole.Steps[0]);
    }

    [Theory]
    [InlineData("420112", 2024, "区")]
    [InlineData("420112", 2023, "国")]
    [InlineData("310101", 2024, "国")]
    [InlineData(null, 2024, "国")]
    [InlineData("420112", 2019, null)]
    public void The_scheme_is_that_of_the_narrowest_place_and_its_years(string? region, int year, string? found)
    {
        var plan = OfficeYear.Plan(20, 20, 20, 30, 10);
        var schemes = new ScoringSchemes([new("国", "国", null, 2020, null, "x", plan), new("区", "区", "420112", 2024, null, "x", plan)]);

        Assert.Equal(found, schemes.Of(region, year)?.Id);
    }
}
