using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Rules.Form;
using Mingzhang.Core.Auditing.Rules.Performance;
using Mingzhang.Core.Auditing.Rules.Purchases;

namespace Mingzhang.Core.Tests.Auditing.Rules;

public sealed class CountAndPurchaseRuleTests
{
    [Theory]
    [InlineData("3", "", 0)]
    [InlineData("8", "", 1)]
    [InlineData("", "0", 1)]
    [InlineData("", "册", 0)]
    public void Prices_are_not_added_and_a_unit_is_no_number(string total, string unit, int findings) =>
        Assert.Equal(findings, new RuleCase().Table(
            "政府采购预算表", null, null,
            $"合计|合计|项目=合计|单价={total}|金额=9",
            $"书架|书架|项目=书架采购|采购品目=书架|资金性质=年初安排|单价=5|计量单位={unit}|金额=6",
            $"卡片|卡片|项目=卡片采购|采购品目=卡片|资金性质=年初安排|单价=3|计量单位={unit}|金额=3").Check<UnitPrices>().Count);

    [Theory]
    [InlineData("[A08]书籍", "30201", 0)]
    [InlineData("[A08]书籍", "30299", 1)]
    [InlineData("[C99]其他服务", "30299", 0)]
    public void One_kind_of_goods_is_booked_under_one_item(string goods, string code, int findings) =>
        Assert.Equal(findings, new RuleCase().Table(
            "政府采购预算表", null, null,
            $"甲|甲|政府采购品目={goods}|部门支出经济分类=[30201]办公费|金额=6",
            $"乙|乙|政府采购品目={goods}|部门支出经济分类=[{code}]费用|金额=6",
            $"丙|丙|政府采购品目={goods}|部门支出经济分类=[30201]办公费|金额=6").Check<PurchasedItems>().Count);

    [Theory]
    [InlineData("18", 0)]
    [InlineData("3", 1)]
    public void A_fee_of_one_per_cent_is_that_of_the_project_named(string amount, int findings) =>
        Assert.Equal(findings, new RuleCase()
            .Table("项目支出表", "项目支出表", null, "档案工作/2024年档案修复|2024年档案修复|合计=1800.00", $"档案工作/档案修复手续费|档案修复手续费|合计={amount}")
            .Goals("项目绩效目标表", "档案修复手续费", [$"项目当年预算={amount}", "项目支出明细测算/手续费/项目活动=代办", $"项目支出明细测算/手续费/金额={amount}", "项目支出明细测算/手续费/测算依据及说明=按照档案修复支付金额的1%支付。"])
            .Check<ShareOfProject>().Count);

    [Theory]
    [InlineData("档案开放利用率达到95%。", 1)]
    [InlineData("档案开放利用率达到90%。", 0)]
    [InlineData("读者满意率达到95%。", 0)]
    public void A_rate_in_the_tasks_is_that_of_the_indicator(string task, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals("部门整体支出绩效目标表", null, [$"年度工作任务={task}"], "年度目标1|产出指标|质量指标|馆藏档案开放利用率|预期当年实现值=≥90%").Check<StatedRates>().Count);

    [Theory]
    [InlineData("馆藏档案57.86万件，较2023年底增加4.65万件。", "馆藏档案57.75万件，较2023年底增加1.7万件。", 1)]
    [InlineData("馆藏档案57.86万件，较2023年底增加4.65万件。", "馆藏档案57.75万件，较2023年底增加4.54万件。", 0)]
    [InlineData("全年接待查阅档案群众1200人次。", "接待查阅档案群众1300人次，好评如潮。", 1)]
    [InlineData("全年接待查阅档案群众1200人次。", "接待查阅档案群众1200余人次，好评如潮。", 0)]
    [InlineData("2023年接待查阅档案群众1200人次。", "2024年接待查阅档案群众1300人次。", 0)]
    [InlineData("全年接待查阅档案群众1200人次。", "计划接待查阅档案群众1300人次。", 0)]
    [InlineData("全年接待查阅档案群众1200人次。", "接待查阅档案学生1300人次。", 0)]
    public void A_count_said_twice_is_one_number(string first, string second, int findings) =>
        Assert.Equal(findings, new RuleCase().Say(first, "第四部分重点工作").Say(second, "第六部分附件").Lines("正文").CheckNamed("NA-0106").Count);

    [Theory]
    [InlineData("一、部门职责", "一、部门职责", 0)]
    [InlineData("三、整体绩效目标表", "三、整体支出绩效目标表", 1)]
    [InlineData("三、收支预算总体情况", "三、收支预算总体情况", 0)]
    public void Titles_of_the_contents_are_those_of_the_body(string listed, string printed, int findings)
    {
        var document = new RuleCase().Lines("目录", "第一部分概况", "一、部门主要职责说明", "二、机构设置基本情况", "第二部分预算表", "一、收支预算总表情况", listed, "第三部分名词解释及附件", "第一部分概况")
            .Lines("一、部门主要职责说明", "二、机构设置基本情况", "第二部分预算表", "一、收支预算总表情况", printed, "第三部分名词解释及附件");
        Assert.Equal(findings, document.Check<ContentsTitles>().Count);
    }

    [Theory]
    [InlineData("（二）人员情况", 0)]
    [InlineData("人员情况", 1)]
    public void What_is_alone_bears_no_ordinal(string next, int findings) =>
        Assert.Equal(findings, new RuleCase().Lines("第一部分概况", "一、概况", "（一）主要职责").Say("履行职责。", "第一部分概况/一、概况/（一）主要职责").Lines(next, "二、其他情况", "第二部分表").Check<Enumerations>().Count);

    [Theory]
    [InlineData("支出100万元。其中：（1）本年支出100万元。", 1)]
    [InlineData("支出100万元。其中：（1）本年支出60万元；（2）结转支出40万元。", 0)]
    public void A_list_of_one_is_no_list(string sentence, int findings) =>
        Assert.Equal(findings, new RuleCase().Lines("正文").Say(sentence).Check<Enumerations>().Count);

    [Fact]
    public void Chapters_of_one_part_have_numbers_of_their_own()
    {
        var finding = Assert.Single(new RuleCase().Lines("第六部分附件")
            .Say("自评如下。", "第六部分附件/一、自评结果").Say("结论如下。", "第六部分附件/一、自评结论").Say("问题如下。", "第六部分附件/二、存在问题").Check<Enumerations>());
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("编号重复", finding.Message, StringComparison.Ordinal);
    }
}
