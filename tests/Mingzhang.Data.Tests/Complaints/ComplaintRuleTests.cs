using Mingzhang.Core.Complaints;
using Mingzhang.Data.Complaints;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Complaints;

/// <summary>Deadlines of complaints and rewards of reports by the data of the product.</summary>
public class ComplaintRuleTests
{
    private static readonly DataFolder Data = new(Path.Combine(Checkout.Root, "data"));

    private static ComplaintRules Rules => Data.Complaints;

    [Theory]
    // 信访: all days; 举报: working days with the National Day holidays between.
    [InlineData("信访", "2024-09-27", null, "2024-10-12", "2024-12-11")]
    [InlineData("信访", "2024-09-27", "2024-09-30", "2024-10-12", "2024-11-29")]
    [InlineData("12345热线", "2024-09-30", "2024-09-30", "2024-10-08", "2024-10-12")]
    [InlineData("投诉", "2024-04-30", "2024-05-06", "2024-05-10", "2024-05-24")]
    public void Deadlines_run_by_the_channel(string channel, string received, string? accepted, string acceptBy, string finishBy)
    {
        var complaint = (Case(channel, received) with { AcceptedOn = accepted is null ? null : Day(accepted) }).WithDeadlines(Rules.Channel(channel)!, Data.Calendar);
        Assert.Equal((Day(acceptBy), Day(finishBy)), (complaint.AcceptBy, complaint.FinishBy));
    }

    [Fact]
    public void In_time_is_until_the_last_day_and_open_is_neither()
    {
        var complaint = Case("投诉", "2024-04-30") with { State = ComplaintState.Handling, FinishBy = Day("2024-05-24") };
        Assert.Null(complaint.IsInTime(Day("2024-05-24")));
        Assert.False(complaint.IsInTime(Day("2024-05-25")));
        Assert.True((complaint with { AnsweredOn = Day("2024-05-24") }).IsInTime(Day("2025-01-01")));
        Assert.False((complaint with { AnsweredOn = Day("2024-05-25") }).IsInTime(Day("2025-01-01")));
        Assert.Null((complaint with { State = ComplaintState.Declined }).IsInTime(Day("2025-01-01")));
    }

    [Theory]
    [InlineData("三级", 1_000_00, 200_00, "不足最低 200.00 元，按最低")]
    [InlineData("三级", 20_000_00, 200_00, "= 200.00 元，奖励 200.00 元")]
    [InlineData("二级", 123_456_78, 2_469_14, "案值 123456.78 元 × 2%（二级）= 2469.14 元")]
    [InlineData("一级", 9_000_000_00, 200_000_00, "超过最高 200000.00 元，按最高")]
    public void A_reward_is_a_share_between_bounds_and_explains_itself(string level, long found, long reward, string words)
    {
        var (fen, explanation) = Rules.Reward.Reckon(Rules.Reward.Levels.Single(l => l.Name == level), found);
        Assert.Equal(reward, fen);
        Assert.Contains(words, explanation, StringComparison.Ordinal);
        Assert.Contains("医保办发〔2022〕22号", explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("渠道:\n  信访:\n    受理: {天数: 15, 算法: 天}", "“信访”的受理应写成")]
    [InlineData("类别: x", "缺“渠道”")]
    [InlineData("奖励: {依据: x, 自: 明年}", "奖励的“自”应写成")]
    public void A_mistake_is_told(string text, string words)
    {
        var mistakes = new List<DataMistake>();
        ComplaintRuleFile.Read(text, mistakes);
        Assert.Contains(words, string.Join('\n', mistakes), StringComparison.Ordinal);
    }

    private static Complaint Case(string channel, string received) => new("", channel, Day(received), "其他", "", "x");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
