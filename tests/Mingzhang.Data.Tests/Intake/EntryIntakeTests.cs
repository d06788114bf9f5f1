using System.Text;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;

namespace Mingzhang.Data.Tests.Intake;

/// <summary>What accounting and treasury systems export, as offices send it.</summary>
public class EntryIntakeTests
{
    private const string Project = "42010124202Y000000101";

    private static readonly LineKey Paper = new(Flow.Expenditure, "202001", Project, "公用经费", "2101501", "30201", "一般公共预算", MoneyYear.Current);

    [Fact]
    public void An_export_of_the_treasury_is_read_below_its_title()
    {
        var take = Take(
            """
            国库集中支付明细表
            支付日期,支付凭证号,预算单位,二级项目编码,支出功能分类科目,部门经济分类,资金性质,支付方式,支付金额（元）,收款人类型,用途
            2024/3/5,支-1,202001,42010124202Y000000101,2101501-行政运行,[30201]办公费,一般公共预算资金,授权支付,"1,234.50",公司,办公用品
            合计,,,,,,,,"1,234.50",,
            """);
        Assert.Null(take.Problem);
        Assert.Equal(new ExecutionEntry(EntryKind.Payment, new DateOnly(2024, 3, 5), "支-1", Paper, 123450, "企业", null, "办公用品"), Assert.Single(take.Rows).Entry);
        Assert.Equal("金额(元)", take.Learned["支付金额（元）"]);
    }

    [Fact]
    public void A_side_for_each_direction_makes_one_amount()
    {
        var take = Take(
            """
            记账日期,凭证字号,单位代码,项目编码,功能科目,经济科目,资金来源,借方金额,贷方金额
            20240305,记-1,202001,42010124202Y000000101,2101501,30201,一般公共预算,100.00,
            20240306,记-2,202001,42010124202Y000000101,2101501,30201,一般公共预算,,40.00
            """);
        Assert.Equal([100_00, -40_00], take.Rows.Select(r => r.Entry!.Fen));
    }

    [Fact]
    public void Without_an_economic_code_it_is_a_receipt()
    {
        var entry = Assert.Single(Take("日期,凭证号,单位代码,功能科目,资金来源,金额\n2024-01-02,收-1,202001,2101501,其他收入,50.00\n").Rows).Entry!;
        Assert.Equal((EntryKind.Receipt, Flow.Income, "其他收入"), (entry.Kind, entry.Line.Flow, entry.Line.Fund));
    }

    [Theory]
    [InlineData("2024-13-05,记-1,202001,42010124202Y000000101,2101501,30201,一般公共预算,1", "“日期”填的是“2024-13-05”")]
    [InlineData("2024-03-05,,202001,42010124202Y000000101,2101501,30201,一般公共预算,1", "“凭证号”没有填")]
    [InlineData("2024-03-05,记-1,202009,42010124202Y000000101,2101501,30201,一般公共预算,1", "“202009”，本部门没有")]
    [InlineData("2024-03-05,记-1,202001,42010124202Y000000999,2101501,30201,一般公共预算,1", "本年预算里没有这个项目")]
    [InlineData("2024-03-05,记-1,202001,42010124202Y000000101,2199999,30201,一般公共预算,1", "没有这个“项”")]
    [InlineData("2024-03-05,记-1,202001,42010124202Y000000101,2101501,302,一般公共预算,1", "没有这个“款”")]
    [InlineData("2024-03-05,记-1,202001,42010124202Y000000101,2101501,30201,天上掉的,1", "认不出")]
    [InlineData("2024-03-05,记-1,202001,42010124202Y000000101,2101501,30201,一般公共预算,一百", "不是数字")]
    [InlineData("2024-03-05,记-1,202001,42010124202Y000000101,2101502,30201,一般公共预算,1", "没有这条指标")]
    public void A_wrong_row_says_what_is_wrong_with_it(string row, string words)
    {
        var taken = Assert.Single(Take("日期,凭证号,单位代码,项目编码,功能科目,经济科目,资金来源,金额\n" + row + "\n").Rows);
        Assert.Null(taken.Entry);
        Assert.Equal(2, taken.Row);
        Assert.Contains(words, taken.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_nobody_knows_is_asked_for_once()
    {
        const string Text = "日期,凭证号,单位代码,项目编码,功能科目,经济科目,资金来源,本币发生\n2024-03-05,记-1,202001,42010124202Y000000101,2101501,30201,一般公共预算,1.00\n";
        var open = Take(Text).Open!;
        Assert.Equal("金额(元)", Assert.Single(open.Missing));
        Assert.Contains("本币发生", open.Headers);
        Assert.Equal(100, Assert.Single(Take(Text, new Dictionary<string, string> { ["本币发生"] = "金额(元)" }).Rows).Entry!.Fen);
    }

    [Fact]
    public void What_is_no_export_says_what_it_should_have() => Assert.Contains("没有认出表头", Take("姓名,电话\n甲,1\n").Problem, StringComparison.Ordinal);

    [Fact]
    public void Quotes_that_do_not_pair_are_told_with_their_row()
    {
        var take = Take("日期,凭证号,单位代码,项目编码,功能科目,经济科目,资金来源,金额,摘要\n2024-03-05,记-1,202001,42010124202Y000000101,2101501,30201,一般公共预算,1.00,\"买了\n2024-03-05,记-2,202001,42010124202Y000000101,2101501,30201,一般公共预算,1.00,好\n");
        Assert.Equal([2, 3], take.Rows.Select(r => r.Row));
        Assert.Contains("引号不成对", take.Rows[0].Problem, StringComparison.Ordinal);
        Assert.NotNull(take.Rows[1].Entry);
    }

    private static EntryTake Take(string text, Dictionary<string, string>? remembered = null)
    {
        var malformed = new HashSet<int>();
        var (rows, problem) = CsvSheets.Stream("明细.csv", Encoding.UTF8.GetBytes(text), malformed);
        Assert.Null(problem);
        var book = new ExecutionBook(2024, false, ["202001"], [new LineBalance(Paper) { BudgetFen = 1_000_00 }]);
        var codes = new EntryCodes(
            new HashSet<string> { "2101501", "2101502" }, new HashSet<string> { "30201", "30202" }, new HashSet<string> { "一般公共预算", "其他收入" }, new HashSet<string> { "公用经费" });
        IReadOnlyList<BudgetUnit> units = [new("202", "某局", null, null), new("202001", "某局本级", "202", "行政")];
        var context = new EntryContext(2024, units, book, new Dictionary<string, string> { [Project] = "公用经费" }, new DataFolder(Path.Combine(Checkout.Root, "data")).EntryExports, remembered ?? [], codes);
        return EntryIntake.TakeAll("明细.csv", rows!, malformed, context, null);
    }
}
