using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Tests;

/// <summary>The books of a year in the database; each test runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreSuite
{
    private static readonly LineKey Paper = new(Flow.Expenditure, "202001", "42010124202Y000000101", "公用经费", "2101501", "30201", "一般公共预算", MoneyYear.Current);

    [Fact]
    public async Task Entries_and_balances_are_stored_together()
    {
        var books = await NewBooks();
        var outcome = await books.PostAsync(Row(1, "记-1", 40_00), Row(2, "记-2", 25_00));
        Assert.Equal((2, 65_00L, 0), (outcome.Posted, outcome.Fen, outcome.Refused.Count));
        var line = (await books.LinesAsync())[0];
        Assert.Equal((100_00, 65_00, 35_00, 2), (line.WholeFen, line.DoneFen, line.AvailableFen, line.Entries));
        Assert.Equal(65_00, line.Months[2]);
        var entries = await books.EntriesAsync();
        Assert.Equal(["记-2", "记-1"], entries.Select(e => e.Entry.Voucher));
        Assert.Null((await books.Desk.Trail.VerifyAsync(Cancellation)).Fault);
        Assert.Contains(await books.Desk.Trail.AllAsync(Cancellation), e => e is { Act: "记账", Account: "clerk" });
    }

    [Fact]
    public async Task With_one_wrong_row_nothing_is_stored_unless_the_rest_is_kept_for_correction()
    {
        var books = await NewBooks();
        IncomingRow[] rows = [Row(1, "记-1", 40_00), Row(2, "记-2", 70_00), Wrong(3)];
        var told = await books.PostAsync(rows);
        Assert.False(told.IsStored);
        Assert.Equal([2, 3], told.Refused.Select(r => r.Row));
        Assert.Empty(await books.EntriesAsync());
        var taken = await books.Desk.Execution.Posting.PostAsync(books.Clerk, books.Department, 2024, "文件", rows, keepsBad: true, null, null, Cancellation);
        Assert.Equal((1, true), (taken.Posted, taken.IsStored));
        var waiting = await books.PendingAsync();
        Assert.Equal([(2, 10_00L), (3, (long?)null)], waiting.Select(p => (p.Row!.Value, p.OverFen)));
        Assert.Equal("日期没有填", waiting[1].Reason);
    }

    [Fact]
    public async Task The_same_export_again_books_nothing_twice()
    {
        var books = await NewBooks();
        await books.PostAsync(Row(1, "记-1", 40_00), Row(2, "记-2", 5_00));
        var again = await books.PostAsync(Row(1, "记-1", 40_00), Row(2, "记-2", 5_00), Row(3, "记-3", 6_00));
        Assert.Equal((1, 2), (again.Posted, again.Known));
        Assert.Equal(3, (await books.EntriesAsync()).Count);
    }

    [Fact]
    public async Task An_overdraft_is_booked_only_by_a_recorded_decision()
    {
        var books = await NewBooks();
        await books.Desk.Execution.Posting.PostAsync(books.Clerk, books.Department, 2024, "登记", [Row(1, "记-1", 130_00)], keepsBad: true, null, null, Cancellation);
        var waiting = Assert.Single(await books.PendingAsync());
        Assert.Equal(30_00, waiting.OverFen);
        var head = books.Clerk with { UserName = "head" };
        var entry = Row(1, "记-1", 130_00).Entry!;
        Assert.Contains("写明", await books.Desk.Execution.Posting.DecideAsync(head, books.Department, 2024, waiting.Id, entry, " ", Cancellation), StringComparison.Ordinal);
        Assert.Null(await books.Desk.Execution.Posting.DecideAsync(head, books.Department, 2024, waiting.Id, entry, "局长办公会纪要", Cancellation));
        Assert.Equal("head：局长办公会纪要", Assert.Single(await books.EntriesAsync()).Decision);
        Assert.Equal(-30_00, (await books.LinesAsync())[0].AvailableFen);
        Assert.Empty(await books.PendingAsync());
        Assert.Contains(await books.Desk.Trail.AllAsync(Cancellation), e => e is { Act: "超支决定", Account: "head" });
    }

    [Fact]
    public async Task A_closed_year_takes_nothing_and_is_not_closed_while_rows_wait()
    {
        var books = await NewBooks();
        await books.Desk.Execution.Posting.PostAsync(books.Clerk, books.Department, 2024, "登记", [Row(1, "记-1", 130_00)], keepsBad: true, null, null, Cancellation);
        Assert.Contains("1 行待更正", await books.Desk.Execution.CloseAsync(books.Clerk, books.Department, 2024, true, null, Cancellation), StringComparison.Ordinal);
        Assert.True(await books.Desk.Execution.Posting.RemoveAsync(books.Clerk, books.Department, books.Id, (await books.PendingAsync())[0].Id, Cancellation));
        Assert.Null(await books.Desk.Execution.CloseAsync(books.Clerk, books.Department, 2024, true, null, Cancellation));
        Assert.Contains("已经关账", (await books.PostAsync(Row(1, "记-9", 1_00))).Refused[0].Reason, StringComparison.Ordinal);
        Assert.Contains("原因", await books.Desk.Execution.CloseAsync(books.Clerk, books.Department, 2024, false, null, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_of_one_unit_books_for_no_other()
    {
        var books = await NewBooks();
        var other = books.Clerk with { Assignments = [new(Role.Clerk, books.Department, "202009")] };
        var outcome = await books.Desk.Execution.Posting.PostAsync(other, books.Department, 2024, "文件", [Row(1, "记-1", 1_00)], false, null, null, Cancellation);
        Assert.Contains("不归您记账", outcome.Refused[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update \"ExecutionEntries\" set \"Fen\" = 1")]
    [InlineData("delete from \"ExecutionEntries\"")]
    public async Task What_was_booked_cannot_be_changed_by_a_statement(string sql)
    {
        var books = await NewBooks();
        await books.PostAsync(Row(1, "记-1", 40_00));
        await using var db = books.Desk.Context();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));
    }

    private static IncomingRow Row(int row, string voucher, long fen) => new(
        row, () => new Dictionary<string, string> { ["凭证号"] = voucher }, new ExecutionEntry(EntryKind.Payment, new DateOnly(2024, 3, 5), voucher, Paper, fen, "企业", null, "办公用品"), null);

    private static IncomingRow Wrong(int row) => new(row, () => new Dictionary<string, string> { ["凭证号"] = "记-3" }, null, "日期没有填");

    private async Task<Books> NewBooks()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        Assert.Null(await desk.Execution.OpenAsync(
            clerk, draft.Department, 2024, [new LedgerLine(Stage.Budget, Flow.Expenditure, Paper.UnitCode, Paper.ProjectCode, Paper.Category, Paper.FunctionCode, Paper.EconomicCode, Paper.Fund, Paper.Year, 100_00)], Cancellation));
        return new Books(desk, clerk, draft.Department, (await desk.Execution.FindAsync(draft.Department, 2024, Cancellation))!.Id);
    }

    private sealed record Books(OfficeDesk Desk, Actor Clerk, int Department, int Id)
    {
        public Task<PostOutcome> PostAsync(params IncomingRow[] rows) => Desk.Execution.Posting.PostAsync(Clerk, Department, 2024, "文件", rows, keepsBad: false, null, null, Cancellation);

        public Task<IReadOnlyList<LineBalance>> LinesAsync() => Desk.Execution.LinesAsync(Id, null, Cancellation);

        public Task<IReadOnlyList<StoredEntry>> EntriesAsync() => Desk.Execution.Posting.EntriesAsync(Id, new EntryFilter(null, null, null, null, null, 50), Cancellation);

        public Task<IReadOnlyList<PendingEntry>> PendingAsync() => Desk.Execution.Posting.PendingAsync(Id, null, Cancellation);
    }
}
