using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Performance.Measuring;

namespace Mingzhang.Core.Tests.Performance;

/// <summary>Actual values computed from the office's records.</summary>
public class MeasureQueryTests
{
    private static readonly Ledger Records = new OfficeYear().Ledger with
    {
        Lines = [Paid(OfficeYear.Aid, "2101301", 427_300_000), Paid(OfficeYear.Aid, "2101399", 100), Paid(OfficeYear.Check, "2101505", 7_300)],
        Procurements = [Bought("公开招标", 600, 300), Bought("询价", 200, 100)],
    };

    private static LedgerLine Paid(string project, string function, long fen) => new(Stage.Final, Flow.Expenditure, "065001", project, "特定目标类", function, "30307", "一般公共预算", MoneyYear.Current, fen);

    private static ProcurementLine Bought(string method, long fen, long sme) =>
        new("065001", "医疗救助", "[C0803]审计服务", "2101301", "30227", null, null, 1, fen, null, fen, sme, 0) { Method = method };

    [Theory]
    [InlineData("计数 决算支出", "人次", "3人次")]
    [InlineData("合计 决算支出.金额 其中 项目编码=本项目", "万元", "427.3万元")]
    [InlineData("合计 决算支出.金额 其中 项目编码=本项目 且 功能科目=2101399", "元", "1元")]
    [InlineData("合计 决算支出.金额 其中 项目编码≠本项目", "元", "73元")]
    [InlineData("平均 政府采购.金额", "元", "4元")]
    [InlineData("占比 政府采购.面向中小企业/金额", "%", "50%")]
    [InlineData("占比 政府采购.金额 其中 采购方式=公开招标", "%", "75%")]
    [InlineData("占比 政府采购 其中 金额>2", "%", "50%")]
    [InlineData("计数 政府采购 其中 面向中小企业≤金额", "笔", "2笔")]
    [InlineData("计数 政府采购 其中 面向中小企业>金额", "笔", "0笔")]
    public void A_query_counts_sums_averages_and_shares(string query, string unit, string expected)
    {
        var result = MeasureResult.Of(MeasureQuery.Parse(query, out _)!, Records, OfficeYear.Aid);

        Assert.Equal(expected, result.Printed(unit));
    }

    [Theory]
    [InlineData("平均 公务接待.金额")]
    [InlineData("占比 公务接待.金额 其中 类别=国内公务接待")]
    public void Nothing_divided_by_nothing_is_no_value_and_says_why(string query)
    {
        var result = MeasureResult.Of(MeasureQuery.Parse(query, out _)!, Records, null);

        Assert.Null(result.Printed("元"));
        Assert.Matches("不能平均|分母是零", result.Step);
    }

    [Theory]
    [InlineData("加起来 决算支出.金额", "取数写法不对")]
    [InlineData("合计 工资表.金额", "没有“工资表”这个来源；有：预算支出、决算支出")]
    [InlineData("合计 决算支出.数额", "“决算支出”没有“数额”这一栏；有：单位代码、项目编码")]
    [InlineData("合计 决算支出.功能科目", "合计、平均要写一个数的栏，例如“决算支出.金额”")]
    [InlineData("占比 决算支出.金额", "占比要写“其中”哪些")]
    [InlineData("最晚 决算支出.金额", "最早、最晚要写一个日期的栏")]
    [InlineData("合计 决算支出.金额 期间 2024-01-01 至 2024-06-30", "没有日期，不能写期间")]
    [InlineData("合计 决算支出.金额 其中 科目=1", "没有“科目”这一栏")]
    public void A_query_that_cannot_be_run_says_why_and_what_to_write(string query, string words)
    {
        Assert.Null(MeasureQuery.Parse(query, out var why));
        Assert.Contains(words, why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_records_behind_a_value_are_kept_for_drill_down() =>
        Assert.Equal(2, MeasureResult.Of(MeasureQuery.Parse("合计 决算支出.金额 其中 项目编码=本项目", out _)!, Records, OfficeYear.Aid).Rows.Count);
}
