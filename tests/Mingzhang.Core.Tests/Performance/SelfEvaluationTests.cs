using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Tests.Performance;

/// <summary>A project's self-evaluation as the office would fill it in.</summary>
public class SelfEvaluationTests
{
    private const string Aid = OfficeYear.Aid;

    private static OfficeYear Year(long budget = 100, long? spent = 100) => new OfficeYear().Budget(Aid, budget, spent);

    [Fact]
    public void A_target_met_exactly_scores_in_full_and_says_how()
    {
        var evaluation = Year().OthersMet(Aid, "产出指标").Goal(Aid, "产出指标", "救助人次", "≥", 400, "人次", 20).Measured(Aid, "救助人次", "400人次").Of(Aid);

        var aid = evaluation.Indicators.Single(i => i.Name == "救助人次");
        Assert.Equal(20m, aid.Score);
        Assert.True(aid.IsMet);
        Assert.Null(aid.Demand);
        Assert.Equal(100m, evaluation.Total);
        Assert.Equal("优", evaluation.Grade);
        Assert.Equal(
            [
                "年初目标值 ≥400人次，分值 20 分。",
                "实际完成值 400人次，手工填写，填报人 经办人，2024-12-31，材料：台账.xlsx。",
                "正向指标，实际 400 ≥ 目标 400，已完成，得满分 20 分。",
                "依据：某区自评表备注。",
            ],
            aid.Steps);
        Assert.Equal("总分 = 执行率 20 + 指标 80 = 100 分，等级“优”。", evaluation.Steps[^2]);
    }

    [Fact]
    public void A_missed_target_scores_in_proportion_and_demands_the_cause()
    {
        var year = Year().OthersMet(Aid, "产出指标").Goal(Aid, "产出指标", "救助人次", "≥", 400, "人次", 20).Measured(Aid, "救助人次", "300人次");

        var aid = year.Of(Aid).Indicators.Single(i => i.Name == "救助人次");
        Assert.Equal(15m, aid.Score);
        Assert.Contains("正向指标，没有完成，得分 = 分值 × 实际值 ÷ 目标值 = 20 × 300 ÷ 400 = 15 分。", aid.Steps);
        Assert.Equal("没有完成目标，差 25%", aid.Demand!.Why);
        Assert.False(aid.Demand.IsGiven);
        Assert.True(year.Because(Aid, "救助人次").Of(Aid).Indicators.Single(i => i.Name == "救助人次").Demand!.IsGiven);
    }

    [Theory]
    [InlineData("519人次", false)]
    [InlineData("520人次", true)]
    [InlineData("900人次", true)]
    public void From_thirty_percent_above_its_target_on_a_value_must_be_explained_and_scores_no_more(string actual, bool isAsked)
    {
        var aid = Year().OthersMet(Aid, "产出指标").Goal(Aid, "产出指标", "救助人次", "≥", 400, "人次", 20).Measured(Aid, "救助人次", actual).Of(Aid).Indicators.Single(i => i.Name == "救助人次");

        Assert.Equal(20m, aid.Score);
        Assert.Equal(isAsked, aid.Demand is not null);
    }

    [Theory]
    [InlineData("24小时", 20, true, false)]
    [InlineData("30小时", 16, false, true)]
    [InlineData("12小时", 20, true, true)]
    public void Of_a_reverse_indicator_less_is_better(string actual, int score, bool isMet, bool isAsked)
    {
        var repair = Year().OthersMet(Aid, "产出指标").Goal(Aid, "产出指标", "维修时间", "≤", 24, "小时", 20).Measured(Aid, "维修时间", actual).Of(Aid).Indicators.Single(i => i.Name == "维修时间");

        Assert.Equal(score, repair.Score);
        Assert.Equal(isMet, repair.IsMet);
        Assert.Equal(isAsked, repair.Demand is not null);
    }

    [Fact]
    public void Without_a_measurement_there_is_no_total_and_it_is_said_what_is_missing()
    {
        var evaluation = Year().OthersMet(Aid, "产出指标").Goal(Aid, "产出指标", "救助人次", "≥", 400, "人次", 20).Of(Aid);

        Assert.Null(evaluation.Total);
        Assert.Null(evaluation.Proposal);
        Assert.Equal(["“救助人次”缺实际完成值"], evaluation.Missing);
        Assert.Contains("还不能得出总分：“救助人次”缺实际完成值。", evaluation.Steps);
    }

    [Fact]
    public void With_a_budget_of_zero_the_execution_is_not_scored()
    {
        var evaluation = Year(budget: 0, spent: 0).OthersMet(Aid).Of(Aid);

        Assert.Null(evaluation.Execution.Rate);
        Assert.Null(evaluation.Total);
        Assert.Equal(80m, evaluation.GoalScore);
        Assert.Equal(["预算数是零或没有，执行率算不出"], evaluation.Missing);
    }

    [Fact]
    public void Money_spent_without_a_budget_is_said()
    {
        var evaluation = Year(budget: 0, spent: 5).OthersMet(Aid).Of(Aid);

        Assert.Contains(evaluation.Steps, s => s.Contains("没有预算就不能支出", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(38, 7.6, true)]
    [InlineData(90, 18, false)]
    [InlineData(89, 17.8, true)]
    [InlineData(120, 20, false)]
    public void Execution_scores_by_its_rate_at_most_in_full_and_a_low_one_must_be_explained(int spent, double score, bool isAsked)
    {
        var evaluation = Year(spent: spent).OthersMet(Aid).Of(Aid);

        Assert.Equal((decimal)score, evaluation.ExecutionScore);
        Assert.Equal(isAsked, evaluation.ExecutionDemand is not null);
    }

    [Theory]
    [InlineData("部分达成", 21, true)]
    [InlineData("部分达成", 25, false)]
    [InlineData("达成", 24, true)]
    [InlineData("未达成", 15, true)]
    [InlineData("未达成", 16, false)]
    public void A_graded_indicator_scores_within_the_band_that_was_named(string band, int score, bool isWithin)
    {
        var evaluation = Year().OthersMet(Aid, "效益指标").Goal(Aid, "效益指标", "看病负担", null, null, null, 30, "有效减轻").Measured(Aid, "看病负担", "有所减轻", band, score).Of(Aid);

        Assert.Equal(isWithin, evaluation.Missing.Count == 0);
        Assert.Equal(score, evaluation.Indicators.Single(i => i.Name == "看病负担").Score);
    }

    [Fact]
    public void Reached_without_points_is_full_marks_and_anything_less_needs_points()
    {
        OfficeYear Graded(string band) => Year().OthersMet(Aid, "效益指标").Goal(Aid, "效益指标", "看病负担", null, null, null, 30, "有效减轻").Measured(Aid, "看病负担", "有效减轻", band);

        Assert.Equal(100m, Graded("达成").Of(Aid).Total);
        Assert.Equal(["“看病负担”由人评定，还没有评分"], Graded("部分达成").Of(Aid).Missing);
    }

    [Fact]
    public void Where_satisfaction_is_left_out_its_points_are_spread_and_that_is_said()
    {
        var evaluation = Year().OthersMet(Aid, "满意度指标").Of(Aid);

        Assert.Equal(100m, evaluation.Total);
        Assert.Contains("没有设满意度指标，其 10 分按比例摊到其他指标：各指标分值 × 80 ÷ 70。", evaluation.Steps);
        Assert.Equal([22.86m, 22.86m, 34.28m], evaluation.Indicators.Select(i => i.Measured.Indicator.Weight!.Value));
    }

    [Fact]
    public void Weights_that_do_not_add_up_are_told()
    {
        var evaluation = Year().OthersMet(Aid, "产出指标").Goal(Aid, "产出指标", "救助人次", "≥", 400, "人次", 25).Measured(Aid, "救助人次", "400人次").Of(Aid);

        Assert.Equal(["各指标分值合计 85 分，办法规定 80 分：请改正分值"], evaluation.Missing);
    }

    [Fact]
    public void Indicators_without_weights_share_those_of_their_level()
    {
        var evaluation = Year().OthersMet(Aid, "产出指标")
            .Goal(Aid, "产出指标", "甲", "≥", 1, "次", null).Goal(Aid, "产出指标", "乙", "≥", 1, "次", null).Goal(Aid, "产出指标", "丙", "≥", 1, "次", null)
            .Measured(Aid, "甲", "1次").Measured(Aid, "乙", "1次").Measured(Aid, "丙", "1次").Of(Aid);

        Assert.Equal([6.67m, 6.67m, 6.66m], evaluation.Indicators.Where(i => i.Name.Length == 1).Select(i => i.Measured.Indicator.Weight!.Value));
        Assert.Equal(100m, evaluation.Total);
    }

    [Fact]
    public void A_target_set_far_too_low_costs_points_where_the_scheme_says_so_and_nowhere_else()
    {
        var year = Year().OthersMet(Aid, "产出指标").Goal(Aid, "产出指标", "救助人次", "≥", 400, "人次", 20).Measured(Aid, "救助人次", "900人次").Because(Aid, "救助人次", "目标值偏低", 4);

        Assert.Equal(100m, year.Of(Aid).Total);
        Assert.Equal(96m, year.Of(Aid, OfficeYear.Scheme with { ReducesLowTargets = true }).Total);
    }

    [Theory]
    [InlineData(0, "良", null)]
    [InlineData(1, "中", "核减")]
    public void Below_eighty_points_a_cut_is_proposed(int less, string grade, string? measure)
    {
        var evaluation = Year(spent: 0).OthersMet(Aid, "产出指标").Goal(Aid, "产出指标", "满分", "≥", 20, "次", 20).Measured(Aid, "满分", $"{20 - less}次").Of(Aid);

        Assert.Equal(80m - less, evaluation.Total);
        Assert.Equal(grade, evaluation.Grade);
        Assert.Equal(measure, evaluation.Proposal?.Measure);
    }

    [Fact]
    public void A_value_can_be_computed_from_records_and_is_told_apart_from_one_typed()
    {
        var evaluation = Year(spent: 80).OthersMet(Aid, "成本指标").Goal(Aid, "成本指标", "资金支付率", "≥", 75, "%", 20)
            .Measured(Aid, "资金支付率", null, query: "占比 预算执行.执行数/预算数 其中 项目编码=本项目").Of(Aid);

        var paid = evaluation.Indicators.Single(i => i.Name == "资金支付率");
        Assert.Equal(ValueOrigin.Computed, paid.Measured.Origin);
        Assert.Equal("80%", paid.Measured.Indicator.Actual);
        Assert.Equal("实际完成值 80%，由记录取数：预算执行中符合条件的 1 条记录，800000 ÷ 1000000 = 80%。", paid.Steps[1]);
        Assert.Equal(20m, paid.Score);
    }
}
