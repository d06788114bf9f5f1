using Mingzhang.Core.Execution;
using Mingzhang.Core.Execution.Closing;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Tests.Execution;

/// <summary>Final accounts as the books of the year give them.</summary>
public class FinalAccountsTests
{
    private const string General = "一般公共预算", Own = "其他收入";

    private static readonly LineKey Wages = new(Flow.Expenditure, "202001", "R1", "人员类", "2101501", "30101", "经费拨款(补助)", MoneyYear.Current);

    private static readonly LineKey Help = new(Flow.Expenditure, "202001", "T1", "对附属单位补助支出", "2101599", "39999", Own, MoneyYear.Current);

    private static readonly LineKey Income = new(Flow.Income, "202001", "", "", "2101599", "", Own, MoneyYear.Current);

    [Fact]
    public void What_is_left_is_opening_and_receipts_less_payments()
    {
        var made = Make([Done(Help with { Category = "特定目标类" }, 100, 30), Done(Income, 0, 50)], [], [Closed("2101599", Own, 7)]);
        Assert.Equal([(Flow.Expenditure, 30L), (Flow.Income, 50L), (Flow.Opening, 7L), (Flow.Closing, 27L)], made.Lines.Select(l => (l.Flow, l.Fen)));
        Assert.Empty(made.Problems);
    }

    [Fact]
    public void Fiscal_money_arrives_by_being_paid_where_the_books_say_nothing_else()
    {
        var made = Make([Done(Wages, 100, 80)], [], []);
        Assert.Equal([(Flow.Expenditure, General, 80L), (Flow.Income, General, 80L)], made.Lines.Select(l => (l.Flow, l.Fund, l.Fen)));
        Assert.Contains("以支付数为收入", Assert.Single(made.Notes), StringComparison.Ordinal);
        var recorded = Make([Done(Wages, 100, 80), Done(Income with { FunctionCode = "2101501", Fund = General }, 0, 90)], [], []);
        Assert.Equal(10, Assert.Single(recorded.Lines, l => l.Flow == Flow.Closing).Fen);
    }

    [Fact]
    public void More_spent_than_there_was_is_told()
    {
        var made = Make([Done(Help, 100, 30), Done(Income, 0, 20)], [], []);
        Assert.Contains("支出比来源多 0.10 元", Assert.Single(made.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_units_pay_each_other_is_no_income_of_the_department()
    {
        var received = Income with { UnitCode = "202002", Fund = "上级补助收入" };
        var spent = Wages with { UnitCode = "202002", Fund = "上级补助收入" };
        LineBalance[] lines = [Done(Help, 100, 40), Done(Income, 0, 40), Done(received, 0, 40), Done(spent, 40, 40)];
        ExecutionEntry[] between = [Entry(EntryKind.Payment, Help, 40, "202002"), Entry(EntryKind.Receipt, received, 40, "202001")];
        var merged = Make(lines, between, []);
        Assert.Equal((40L, 40L), (merged.Lines.Where(l => l.Flow == Flow.Income).Sum(l => l.Fen), merged.Lines.Where(l => l.Flow == Flow.Expenditure).Sum(l => l.Fen)));
        Assert.DoesNotContain(merged.Lines, l => l.Fund == "上级补助收入" && l.Flow == Flow.Income);
        Assert.Contains(merged.Notes, n => n.Contains("0.40 元已经抵销", StringComparison.Ordinal));
        Assert.Empty(merged.Problems);
        var crooked = Make(lines, [between[0]], []);
        Assert.Contains("相差 0.40 元", Assert.Single(crooked.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, false)]
    [InlineData(89, true)]
    [InlineData(111, true)]
    public void A_difference_beyond_the_threshold_needs_a_reason(long done, bool needs)
    {
        var deviation = Assert.Single(Make([Done(Wages, 100, done)], [], []).Deviations);
        Assert.Equal(("2101501", 100L, done, needs), (deviation.FunctionCode, deviation.BudgetFen, deviation.FinalFen, deviation.NeedsReason));
    }

    [Fact]
    public void The_whole_years_budget_of_the_three_public_expenses_includes_adjustments()
    {
        var reception = new LineBalance(Wages with { EconomicCode = "30217" }) { BudgetFen = 100, AdjustedFen = -20 };
        Assert.Equal([new ThreePublicBudget("30217", 80)], Make([reception], [], []).ThreePublic);
    }

    private static FinalAccountsOutcome Make(LineBalance[] lines, ExecutionEntry[] between, LedgerLine[] closed) =>
        FinalAccounts.Make(lines, between, closed, f => f == "经费拨款(补助)" ? General : f, f => f is General or "经费拨款(补助)", 10);

    private static LineBalance Done(LineKey key, long budget, long done) => new(key) { BudgetFen = budget, DoneFen = done };

    private static LedgerLine Closed(string function, string fund, long fen) => new(Stage.Final, Flow.Closing, "202001", null, null, function, null, fund, MoneyYear.Current, fen);

    private static ExecutionEntry Entry(EntryKind kind, LineKey line, long fen, string other) => new(kind, new DateOnly(2024, 5, 6), "记-1", line, fen, "本部门单位", other, "");
}
