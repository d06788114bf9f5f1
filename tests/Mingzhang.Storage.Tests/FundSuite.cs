using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Enrolment;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Fund;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Tests;

/// <summary>The assistance fund and enrolment in the database, on SQLite and on PostgreSQL. Every amount and person is made up.</summary>
public abstract partial class StoreSuite
{
    [Fact]
    public async Task Money_of_the_fund_is_booked_and_a_wrong_entry_is_booked_back_once()
    {
        var office = await NewAssistance();
        var fund = office.Desk.Fund;
        Assert.Null(await fund.AddAsync(office.Clerk, office.Department, Booked("2024-01-02", FundKind.Opening, 100_00), Cancellation));
        Assert.Null(await fund.AddAsync(office.Clerk, office.Department, Booked("2024-01-20", FundKind.Received, 500_00, FundLevel.Central), Cancellation));
        Assert.Null(await fund.AddAsync(office.Clerk, office.Department, Booked("2024-02-10", FundKind.Paid, 80_00), Cancellation));
        Assert.Contains("已经登记过", await fund.AddAsync(office.Clerk, office.Department, Booked("2024-02-10", FundKind.Paid, 80_00), Cancellation), StringComparison.Ordinal);
        Assert.Contains("只在建账时", await fund.AddAsync(office.Clerk, office.Department, Booked("2024-02-11", FundKind.Opening, 1), Cancellation), StringComparison.Ordinal);
        var paid = (await fund.ListAsync(office.Department, 2024, Cancellation))[0];
        var day = new DateOnly(2024, 3, 1);
        Assert.Contains("写明原因", await fund.CorrectAsync(office.Clerk, office.Department, paid.Id, day, " ", Cancellation), StringComparison.Ordinal);
        Assert.Contains("不能早于", await fund.CorrectAsync(office.Clerk, office.Department, paid.Id, new DateOnly(2024, 2, 9), "重复", Cancellation), StringComparison.Ordinal);
        Assert.Null(await fund.CorrectAsync(office.Clerk, office.Department, paid.Id, day, "金额登记错误", Cancellation));
        Assert.Contains("已经冲回过", await fund.CorrectAsync(office.Clerk, office.Department, paid.Id, day, "再冲", Cancellation), StringComparison.Ordinal);
        // What was booked back may come again with its right figures.
        Assert.Null(await fund.AddAsync(office.Clerk, office.Department, Booked("2024-02-10", FundKind.Paid, 80_00), Cancellation));
        var year = await fund.YearAsync(office.Department, 2024, Cancellation);
        Assert.Equal((100_00L, 520_00L, 160_00L, -80_00L), (year.OpeningFen, year.ClosingFen, year.Months[1].PaidFen, year.Months[2].PaidFen));
        Assert.Contains(await office.Desk.Trail.AllAsync(Cancellation), t => t is { Act: "基金冲回", Account: "clerk" });
        Assert.Null((await office.Desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Theory]
    [InlineData("update \"FundEntries\" set \"Fen\" = 1")]
    [InlineData("delete from \"FundEntries\"")]
    public async Task An_entry_of_the_fund_cannot_be_changed_by_a_statement(string sql)
    {
        var office = await NewAssistance();
        await office.Desk.Fund.AddAsync(office.Clerk, office.Department, Booked("2024-01-02", FundKind.Opening, 100_00), Cancellation);
        await using var db = office.Desk.Context();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));
    }

    [Fact]
    public async Task Who_may_not_work_books_nothing_and_of_another_department_there_is_nothing_to_book_back()
    {
        var office = await NewAssistance();
        Assert.Contains("没有经办的权限", await office.Desk.Fund.AddAsync(office.Reviewer, office.Department, Booked("2024-01-02", FundKind.Interest, 1), Cancellation), StringComparison.Ordinal);
        await office.Desk.Fund.AddAsync(office.Clerk, office.Department, Booked("2024-01-02", FundKind.Interest, 1), Cancellation);
        var id = (await office.Desk.Fund.ListAsync(office.Department, 2024, Cancellation))[0].Id;
        var (other, _) = await office.Desk.Register.SaveAsync(Person("boss", 1), new Department(0, "别的局", "别的局", true, "", ""), Cancellation);
        Assert.Contains("没有这一笔", await office.Desk.Fund.CorrectAsync(Person("x", other), other, id, new DateOnly(2024, 5, 1), "试", Cancellation), StringComparison.Ordinal);
        Assert.Empty(await office.Desk.Fund.ListAsync(other, 2024, Cancellation));
    }

    [Fact]
    public async Task Transfers_of_the_execution_and_receipts_of_the_fund_are_reconciled_and_a_difference_keeps_its_reason()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        var line = Paper with { FunctionCode = "2101301", EconomicCode = "30307" };
        Assert.Null(await desk.Execution.OpenAsync(clerk, draft.Department, 2024,
            [.. new[] { line, Paper }.Select(l => new LedgerLine(Stage.Budget, Flow.Expenditure, l.UnitCode, l.ProjectCode, l.Category, l.FunctionCode, l.EconomicCode, l.Fund, l.Year, 1_000_00))], Cancellation));
        await desk.Execution.Posting.PostAsync(clerk, draft.Department, 2024, "文件", [Sent(1, "拨-1", "2024-01-30", 300_00, line), Sent(2, "拨-2", "2024-02-28", 200_00, line), Sent(3, "纸-1", "2024-02-28", 50_00, Paper)], keepsBad: false, null, null, Cancellation);
        await desk.Fund.AddAsync(clerk, draft.Department, Booked("2024-02-01", FundKind.Received, 300_00, FundLevel.District, byBudget: true), Cancellation);
        // Money that comes straight from above is no part of the department's execution.
        await desk.Fund.AddAsync(clerk, draft.Department, Booked("2024-02-03", FundKind.Received, 900_00, FundLevel.Central), Cancellation);
        var (january, _) = await desk.Fund.ReconcileAsync(draft.Department, 2024, 1, Cancellation);
        Assert.Equal((300_00L, 0L, 1), (january.TransferredFen, january.ReceivedFen, january.Differences.Count));
        var (february, _) = await desk.Fund.ReconcileAsync(draft.Department, 2024, 2, Cancellation);
        var open = Assert.Single(february.Differences);
        Assert.Equal((500_00L, 300_00L, "拨出未到账", "拨-2"), (february.TransferredFen, february.ReceivedFen, open.Kind, open.Transferred!.Voucher));
        Assert.Null(await desk.Fund.ExplainAsync(clerk, draft.Department, open.Key, "月末在途，三月到账", Cancellation));
        Assert.Equal("月末在途，三月到账", (await desk.Fund.ReconcileAsync(draft.Department, 2024, 2, Cancellation)).Reasons[open.Key].Text);
        await desk.Fund.AddAsync(clerk, draft.Department, Booked("2024-03-01", FundKind.Received, 200_00, FundLevel.District, byBudget: true), Cancellation);
        Assert.Empty((await desk.Fund.ReconcileAsync(draft.Department, 2024, 3, Cancellation)).Result.Differences);
    }

    [Fact]
    public async Task What_is_due_is_flagged_when_money_lacks_and_paid_all_the_same()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"));
        await office.ImportAsync(Bill("S1", "P1", 1_000m, deducted: 700m));
        await office.RunAsync();
        await office.ReviewAsync();
        await office.Desk.Fund.AddAsync(office.Clerk, office.Department, Booked("2024-01-02", FundKind.Opening, 100_00), Cancellation);
        var standing = await office.Desk.Fund.StandingAsync(office.Department, Cancellation);
        Assert.Equal((100_00L, 700_00L, 600_00L, "医药机构 H1"), (standing.BalanceFen, standing.DueFen, standing.LackFen, Assert.Single(standing.Flagged).Payee));
        Assert.Null(await office.Desk.Assistance.Payments.SaveHospitalAsync(office.Clerk, office.Department, "H1", "某医院", "某银行", "6222000011112222", Cancellation));
        var (payment, _, refusal) = await office.Desk.Assistance.Payments.MakeAsync(office.Clerk, office.Department, Cancellation);
        Assert.Null(refusal);
        Assert.Null(await office.Desk.Assistance.Payments.ApproveAsync(office.Head, office.Department, payment!.Value, Cancellation));
        Assert.Null(await office.Desk.Assistance.Payments.PaidAsync(office.Clerk, office.Department, payment.Value, new DateOnly(2024, 6, 3), Cancellation));
        var unbooked = Assert.Single(await office.Desk.Fund.UnbookedAsync(office.Department, Cancellation));
        Assert.Equal((700_00L, new DateOnly(2024, 6, 3)), (unbooked.Fen, unbooked.On));
        Assert.Null(await office.Desk.Fund.AddAsync(office.Clerk, office.Department, new FundEntry(unbooked.On, FundKind.Paid, null, false, unbooked.Fen, unbooked.Voucher, ""), Cancellation));
        Assert.Empty(await office.Desk.Fund.UnbookedAsync(office.Department, Cancellation));
        Assert.Equal(-600_00, (await office.Desk.Fund.StandingAsync(office.Department, Cancellation)).BalanceFen);
    }

    [Fact]
    public async Task Enrolment_is_checked_against_the_identities_of_the_list_day_and_a_new_list_takes_the_place_of_the_old()
    {
        var office = await NewAssistance();
        await office.ListAsync("名单", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"), Listed("P2", Poor, "2024-01-01"), Listed("P3", Near, "2024-01-01"), Listed("P4", Near, "2024-03-01"));
        var policy = new EnrolmentPolicy("某区", 2024, new DateOnly(2026, 1, 1), new DateOnly(2024, 2, 29), 380m, [new(Poor, 0.9m, Example), new(Near, 0.5m, Example)]);
        Assert.Null(await office.Desk.Enrolment.CoverageAsync(office.Department, policy, Cancellation));
        Assert.Equal((2, 0, null), await office.Desk.Enrolment.StoreAsync(office.Clerk, office.Department, 2024, "一月.csv", new HashSet<string> { "P1", "X9" }, Cancellation));
        var coverage = (await office.Desk.Enrolment.CoverageAsync(office.Department, policy, Cancellation))!;
        Assert.Equal([(2, 1, 342m), (1, 0, 0m)], coverage.Select(c => (c.Listed, c.Enrolled, c.Amount)));
        Assert.Equal(["P2"], (await office.Desk.Enrolment.ShownAsync(office.Department, coverage[0].Missing, Cancellation)).Select(p => p.Code));
        Assert.Equal((1, 1, null), await office.Desk.Enrolment.StoreAsync(office.Clerk, office.Department, 2024, "二月.csv", new HashSet<string> { "P1", "P2" }, Cancellation));
        Assert.Equal(2, (await office.Desk.Enrolment.CoverageAsync(office.Department, policy, Cancellation))![0].Enrolled);
        Assert.Equal(["二月.csv", "一月.csv"], (await office.Desk.Enrolment.ListsAsync(office.Department, Cancellation)).Select(l => l.Source));
        Assert.Contains("没有经办的权限", (await office.Desk.Enrolment.StoreAsync(office.Reviewer, office.Department, 2024, "x", new HashSet<string> { "P1" }, Cancellation)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goals_count_money_of_the_fund_and_who_is_enrolled_with_the_way_to_each_record()
    {
        var office = await NewAssistance();
        await office.ListAsync("名单", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"), Listed("P1", Near, "2024-01-01"), Listed("P2", Near, "2024-01-01", "2024-06-30"));
        await office.Desk.Fund.AddAsync(office.Clerk, office.Department, Booked("2024-02-10", FundKind.Paid, 80_00), Cancellation);
        await office.Desk.Fund.AddAsync(office.Clerk, office.Department, Booked("2023-02-10", FundKind.Paid, 1_00), Cancellation);
        var sources = (await office.Desk.Sources.OfAsync(office.Department, Cancellation)).ToDictionary(s => s.Name);
        var year = new WorkAsk(office.Department, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), null);
        var id = (await office.Desk.Fund.ListAsync(office.Department, 2024, Cancellation))[0].Id;
        Assert.Equal($"fund/2024#entry-{id}", Assert.Single(await sources["救助基金收支"].ReadAsync(year, Cancellation)).Link);
        Assert.Empty(await sources["资助参保名单"].ReadAsync(year, Cancellation));
        await office.Desk.Enrolment.StoreAsync(office.Clerk, office.Department, 2024, "参保.csv", new HashSet<string> { "P1" }, Cancellation);
        Assert.Equal("enrolment/2024", Assert.Single(await sources["资助参保名单"].ReadAsync(year, Cancellation)).Link);
        Assert.Equal(2, (await sources["资助参保名单"].ReadAsync(year with { To = new DateOnly(2024, 5, 31) }, Cancellation)).Count);
    }

    private static FundEntry Booked(string on, FundKind kind, long fen, FundLevel? level = null, bool byBudget = false) =>
        new(DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), kind, level, byBudget, fen, "行-" + on, "");

    private static IncomingRow Sent(int row, string voucher, string on, long fen, LineKey line) => new(
        row, () => new Dictionary<string, string>(), new ExecutionEntry(EntryKind.Payment, DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), voucher, line, fen, "财政专户", null, "拨救助资金"), null);
}
