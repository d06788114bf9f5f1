using System.Globalization;
using Mingzhang.Core.Fund;

namespace Mingzhang.Core.Tests.Fund;

public class FundCases
{
    [Fact]
    public void A_year_goes_on_with_what_the_years_before_left_and_each_month_with_what_the_month_before_left()
    {
        var year = FundYear.Of(2024,
        [
            Entry("2023-06-01", FundKind.Opening, 100_00), Entry("2023-12-31", FundKind.Paid, 30_00),
            Entry("2024-01-10", FundKind.Received, 500_00, FundLevel.Central), Entry("2024-01-11", FundKind.Received, 50_00, FundLevel.District), Entry("2024-03-21", FundKind.Interest, 1_23), Entry("2024-03-22", FundKind.Paid, 200_00),
            Entry("2024-04-01", FundKind.Returned, 20_00),
        ]);
        Assert.Equal(70_00, year.OpeningFen);
        Assert.Equal([500_00, 0, 0, 50_00, 0], year.Months[0].ByLevel);
        Assert.Equal((620_00L, 620_00L, 421_23L, 441_23L), (year.Months[0].ClosingFen, year.Months[1].ClosingFen, year.Months[2].ClosingFen, year.ClosingFen));
    }

    [Fact]
    public void What_was_booked_back_changes_the_month_of_the_correction_and_not_the_month_before()
    {
        var wrong = Entry("2024-01-31", FundKind.Paid, 200_00);
        var year = FundYear.Of(2024, [Entry("2024-01-02", FundKind.Opening, 300_00), wrong, wrong.Back(new DateOnly(2024, 2, 5), "重复登记")]);
        Assert.Equal((100_00L, 300_00L), (year.Months[0].ClosingFen, year.Months[1].ClosingFen));
    }

    [Theory]
    [InlineData(FundKind.Received, null, false, 100, "要选级次")]
    [InlineData(FundKind.Paid, FundLevel.District, false, 100, "没有级次")]
    [InlineData(FundKind.Interest, null, true, 100, "没有级次")]
    [InlineData(FundKind.Paid, null, false, 0, "大于 0")]
    [InlineData(FundKind.Paid, null, false, -1, "用“冲回”")]
    public void An_entry_that_makes_no_sense_is_refused(FundKind kind, FundLevel? level, bool byBudget, long fen, string words) =>
        Assert.Contains(words, new FundEntry(new DateOnly(2024, 1, 1), kind, level, byBudget, fen, "1", "").Refusal(), StringComparison.Ordinal);

    [Fact]
    public void Money_on_its_way_over_the_end_of_a_month_is_a_difference_until_it_arrives()
    {
        FundTransfer[] sent = [Moved("拨-1", "2024-01-30", 500_00)], came = [Moved("收-7", "2024-02-02", 500_00)];
        Assert.Equal("拨出未到账", Assert.Single(FundReconciliation.Of(new DateOnly(2024, 1, 31), sent, came).Differences).Kind);
        var later = FundReconciliation.Of(new DateOnly(2024, 2, 29), sent, came);
        Assert.Empty(later.Differences);
        Assert.Equal((500_00L, 500_00L, 1), (later.TransferredFen, later.ReceivedFen, later.Paired));
    }

    [Fact]
    public void One_voucher_with_two_amounts_is_one_difference_and_never_evened_out()
    {
        var result = FundReconciliation.Of(new DateOnly(2024, 12, 31), [Moved("A", "2024-01-30", 500_00)], [Moved("A", "2024-01-31", 450_00)]);
        var difference = Assert.Single(result.Differences);
        Assert.Equal(("金额不符", 50_00L), (difference.Kind, difference.Fen));
    }

    [Fact]
    public void Money_that_came_before_it_was_sent_is_not_the_same_money() =>
        Assert.Equal(["拨出未到账", "到账无拨款"], FundReconciliation.Of(new DateOnly(2024, 12, 31), [Moved("A", "2024-05-01", 500_00)], [Moved("B", "2024-04-30", 500_00)]).Differences.Select(d => d.Kind));

    [Fact]
    public void What_one_side_booked_back_does_not_wait_for_the_other()
    {
        var result = FundReconciliation.Of(new DateOnly(2024, 12, 31), [Moved("A", "2024-05-01", 500_00)], [Moved("A", "2024-05-02", 50_00), Moved("A", "2024-05-03", -50_00), Moved("A", "2024-05-03", 500_00)]);
        Assert.Empty(result.Differences);
        Assert.Equal(500_00, result.ReceivedFen);
    }

    [Fact]
    public void Differences_add_up_to_the_difference_of_the_sums()
    {
        FundTransfer[] sent = [Moved("A", "2024-01-01", 100), Moved("B", "2024-02-01", 200), Moved("C", "2024-03-01", 300), Moved("C", "2024-03-05", -300)];
        FundTransfer[] came = [Moved("A", "2024-01-01", 90), Moved("X", "2024-02-03", 200), Moved("Y", "2024-03-03", 7)];
        var result = FundReconciliation.Of(new DateOnly(2024, 12, 31), sent, came);
        Assert.Equal(result.TransferredFen - result.ReceivedFen, result.Differences.Sum(d => d.Fen));
    }

    [Fact]
    public void What_is_due_beyond_the_balance_is_flagged_in_the_order_it_became_due()
    {
        var standing = new FundStanding(100_00, [(1, "H1", 60_00), (2, "个人", 40_00), (3, "H2", 1)]);
        Assert.Equal(1, standing.LackFen);
        Assert.Equal([3], standing.Flagged.Select(f => f.Id));
        Assert.Empty(new FundStanding(100_01, standing.Due).Flagged);
    }

    private static FundEntry Entry(string on, FundKind kind, long fen, FundLevel? level = null) => new(Day(on), kind, level, false, fen, "凭证", "");

    private static FundTransfer Moved(string voucher, string on, long fen) => new(voucher + on, Day(on), voucher, fen, "");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
