using Mingzhang.Core.Assistance.Settlements;
using static Mingzhang.Core.Tests.Assistance.Situation;

namespace Mingzhang.Core.Tests.Assistance;

public class SettlementCheckCases
{
    [Fact]
    public void A_right_settlement_raises_no_concern()
    {
        Assert.Empty(SettlementChecks.Alone(Stay("1", "2024-03-01", 1000m)));
        Assert.Empty(SettlementChecks.Together([Stay("1", "2024-03-01", 1000m), Stay("2", "2024-03-01", 900m)]));
    }

    [Fact]
    public void A_negative_bill_must_name_what_it_takes_back() =>
        Stops("冲正哪一笔", SettlementChecks.Alone(Stay("1", "2024-03-01", 1000m) with { Total = -1m }));

    [Fact]
    public void Payments_above_the_bill_are_stopped() =>
        Stops("大于总费用", SettlementChecks.Alone(Stay("1", "2024-03-01", 1000m) with { PaidAtSettlement = 1000.01m }));

    [Fact]
    public void More_in_scope_than_there_is_is_stopped() =>
        Stops("政策范围内费用", SettlementChecks.Alone(Stay("1", "2024-03-01", 1000m) with { InScope = 3000.01m }));

    [Fact]
    public void A_discharge_before_the_admission_is_stopped() =>
        Stops("早于开始日期", SettlementChecks.Alone(Stay("1", "2024-03-01", 1000m, from: "2024-03-02")));

    [Fact]
    public void Parts_of_a_cent_are_stopped() =>
        Stops("小数超过两位", SettlementChecks.Alone(Stay("1", "2024-03-01", 1000m) with { Basic = 1.001m }));

    [Fact]
    public void The_same_bill_twice_is_stopped() =>
        Stops("报了两次", SettlementChecks.Together([Stay("1", "2024-03-01", 1000m), Stay("2", "2024-03-01", 1000m)]));

    [Fact]
    public void The_same_number_twice_is_stopped() =>
        Stops("只能登记一次", SettlementChecks.Together([Stay("1", "2024-03-01", 1000m), Stay("1", "2024-04-01", 900m)]));

    [Fact]
    public void A_bill_can_be_taken_back_once_and_only_whole()
    {
        var bill = Stay("1", "2024-03-01", 1000m);
        Assert.Empty(SettlementChecks.Together([bill, Reversal("2", bill)]));
        Stops("已经冲正过", SettlementChecks.Together([bill, Reversal("2", bill), Reversal("3", bill)]));
        Stops("必须整笔", SettlementChecks.Together([bill, Reversal("2", bill) with { Total = -1m }]));
        Stops("没有登记", SettlementChecks.Together([Reversal("2", bill)]));
        Stops("本身是冲正记录", SettlementChecks.Together([bill, Reversal("2", bill), Reversal("3", Reversal("2", bill))]));
    }

    [Fact]
    public void Stays_that_overlap_go_to_review_but_a_transfer_on_one_day_does_not()
    {
        var first = Stay("1", "2024-03-10", 1000m, from: "2024-03-01");
        Assert.Empty(SettlementChecks.Together([first, Stay("2", "2024-03-15", 900m, from: "2024-03-10")]));
        var concern = Assert.Single(SettlementChecks.Together([first, Stay("2", "2024-03-15", 900m, from: "2024-03-09")]));
        Assert.False(concern.Stops);
        Assert.Contains("重叠", concern.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_stays_in_a_month_go_to_review()
    {
        var concern = Assert.Single(SettlementChecks.Together([Stay("1", "2024-03-01", 1000m), Stay("2", "2024-03-11", 900m), Stay("3", "2024-03-21", 800m)]));
        Assert.False(concern.Stops);
        Assert.Contains("3 次", concern.Message, StringComparison.Ordinal);
    }

    private static void Stops(string words, IEnumerable<Concern> concerns) =>
        Assert.Contains(concerns, c => c.Stops && c.Message.Contains(words, StringComparison.Ordinal));
}
