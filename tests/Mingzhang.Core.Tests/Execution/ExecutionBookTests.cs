using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Tests.Execution;

/// <summary>What the books of a year allow, and what they say when they do not.</summary>
public class ExecutionBookTests
{
    private static readonly LineKey Office = new(Flow.Expenditure, "202001", "42010124202Y000000101", "公用经费", "2101501", "30201", "一般公共预算", MoneyYear.Current);

    private static readonly LineKey Meeting = Office with { EconomicCode = "30215" };

    private static readonly LineKey Income = new(Flow.Income, "202001", "", "", "2101501", "", "其他收入", MoneyYear.Current);

    [Fact]
    public void A_payment_takes_from_the_line_and_from_no_other()
    {
        var book = Book();
        Assert.Null(Post(book, Entry(EntryKind.Payment, Office, 30_00)));
        Assert.Equal((70_00, 50_00), (book.Find(Office)!.AvailableFen, book.Find(Meeting)!.AvailableFen));
        Assert.Equal(30_00, book.Find(Office)!.Months[2]);
    }

    [Fact]
    public void More_than_the_line_has_left_is_refused_and_changes_nothing()
    {
        var book = Book();
        Post(book, Entry(EntryKind.Payment, Office, 90_00));
        var fault = Post(book, Entry(EntryKind.Payment, Office, 10_01))!;
        Assert.Equal((EntryFaultKind.OverBalance, 1L), (fault.Kind, fault.OverFen));
        Assert.Contains("可用余额只有 10.00 元，超出 0.01 元", fault.Message, StringComparison.Ordinal);
        Assert.Equal(10_00, book.Find(Office)!.AvailableFen);
        Assert.Null(book.Post(Entry(EntryKind.Payment, Office, 10_01), isDecided: true, out _));
        Assert.Equal(-1, book.Find(Office)!.AvailableFen);
    }

    [Theory]
    [InlineData("2025-01-01", "不在 2024 年")]
    [InlineData("2023-12-31", "不在 2024 年")]
    public void A_payment_of_another_year_is_refused(string on, string words)
    {
        var fault = Post(Book(), Entry(EntryKind.Payment, Office, 1) with { On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture) })!;
        Assert.Equal(EntryFaultKind.ClosedYear, fault.Kind);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_closed_year_nothing_is_booked()
    {
        var closed = new ExecutionBook(2024, isClosed: true, ["202001"], Book().Lines);
        Assert.Contains("已经关账", Post(closed, Entry(EntryKind.Payment, Office, 1))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_to_an_unknown_line_is_refused_until_budget_is_added_there()
    {
        var book = Book();
        var unknown = Office with { EconomicCode = "30216" };
        Assert.Equal(EntryFaultKind.UnknownLine, Post(book, Entry(EntryKind.Payment, unknown, 1))!.Kind);
        Assert.Null(Post(book, Entry(EntryKind.Increase, unknown, 5_00)));
        Assert.Null(Post(book, Entry(EntryKind.Payment, unknown, 1)));
    }

    [Theory]
    [InlineData(EntryKind.Refund, 31_00)]
    [InlineData(EntryKind.Payment, -31_00)]
    public void What_was_never_paid_cannot_come_back(EntryKind kind, long fen)
    {
        var book = Book();
        Post(book, Entry(EntryKind.Payment, Office, 30_00));
        var fault = Post(book, Entry(kind, Office, fen))!;
        Assert.Equal(EntryFaultKind.NothingToTakeBack, fault.Kind);
        Assert.Contains("只发生过 30.00 元", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_that_is_spent_cannot_be_taken_away()
    {
        var book = Book();
        Post(book, Entry(EntryKind.Payment, Office, 30_00));
        Assert.Equal(EntryFaultKind.OverBalance, Post(book, Entry(EntryKind.Decrease, Office, 71_00))!.Kind);
        Assert.Null(Post(book, Entry(EntryKind.Decrease, Office, 70_00)));
        Assert.Equal(0, book.Find(Office)!.AvailableFen);
    }

    [Fact]
    public void Receipts_may_exceed_the_budget_and_need_no_line()
    {
        var book = Book();
        Assert.Null(Post(book, Entry(EntryKind.Receipt, Income, 12_00)));
        Assert.Equal(12_00, book.Find(Income)!.DoneFen);
    }

    [Fact]
    public void Budget_moves_whole_or_not_at_all()
    {
        var book = Book();
        var whole = Batch(book, Entry(EntryKind.Transfer, Office, -20_00), Entry(EntryKind.Transfer, Meeting, 20_00));
        Assert.Equal(2, whole.Posted.Count);
        Assert.Equal((80_00, 70_00), (book.Find(Office)!.AvailableFen, book.Find(Meeting)!.AvailableFen));
        var crooked = Batch(book, Entry(EntryKind.Transfer, Office, -20_00), Entry(EntryKind.Transfer, Meeting, 19_00));
        Assert.All(crooked.Refused, r => Assert.Equal(EntryFaultKind.TransferUnbalanced, r.Fault.Kind));
        var tooMuch = Batch(book, Entry(EntryKind.Transfer, Office, -81_00), Entry(EntryKind.Transfer, Meeting, 81_00));
        Assert.Equal(2, tooMuch.Refused.Count);
        Assert.Equal((80_00, 70_00), (book.Find(Office)!.AvailableFen, book.Find(Meeting)!.AvailableFen));
    }

    [Fact]
    public void A_batch_is_booked_by_date_whatever_the_order_of_its_rows()
    {
        var book = Book();
        var outcome = Batch(
            book,
            Entry(EntryKind.Refund, Office, 10_00) with { On = new DateOnly(2024, 4, 2) },
            Entry(EntryKind.Payment, Office, 120_00) with { Voucher = "2", On = new DateOnly(2024, 4, 1) },
            Entry(EntryKind.Increase, Office, 20_00) with { Voucher = "3", On = new DateOnly(2024, 4, 1) });
        Assert.Empty(outcome.Refused);
        Assert.Equal(10_00, book.Find(Office)!.AvailableFen);
    }

    [Fact]
    public void A_voucher_that_is_booked_already_is_passed_over_and_one_that_differs_is_told()
    {
        var known = new Dictionary<VoucherKey, List<VoucherPart>> { [new("202001", 3, "记-1")] = [new(Office, EntryKind.Payment, 5_00)] };
        var outcome = EntryBatch.Post(Book(), [new(7, Entry(EntryKind.Payment, Office, 5_00)), new(8, Entry(EntryKind.Payment, Office, 6_00)), new(9, Entry(EntryKind.Payment, Office, 6_00))], known, false);
        Assert.Equal(7, Assert.Single(outcome.Known).Row);
        Assert.Equal([(8, EntryFaultKind.VoucherDiffers), (9, EntryFaultKind.Wrong)], outcome.Refused.Select(r => (r.Row.Row, r.Fault.Kind)));
        Assert.Contains("与第 8 行完全相同", outcome.Refused[1].Fault.Message, StringComparison.Ordinal);
    }

    private static ExecutionBook Book() => new(2024, isClosed: false, ["202001"], [new LineBalance(Office) { BudgetFen = 100_00 }, new LineBalance(Meeting) { BudgetFen = 50_00 }]);

    private static ExecutionEntry Entry(EntryKind kind, LineKey line, long fen) => new(kind, new DateOnly(2024, 3, 5), "记-1", line, fen, null, null, "");

    private static EntryFault? Post(ExecutionBook book, ExecutionEntry entry) => book.Post(entry, isDecided: false, out _);

    private static BatchOutcome Batch(ExecutionBook book, params ExecutionEntry[] entries) =>
        EntryBatch.Post(book, [.. entries.Select((e, i) => new NumberedEntry(i + 2, e))], new Dictionary<VoucherKey, List<VoucherPart>>(), false);
}
