using Mingzhang.Core.Auditing.Rules;

namespace Mingzhang.Cases.Tests.Narrative;

/// <summary>Each rule over sentences: a sentence that holds, one that breaks it, and what must not matter.</summary>
public class SentenceRuleTests
{
    private const string Total = "一、部门收支总体情况";
    private const string General = "五、一般公共预算支出安排情况";
    private const string Basic = "六、一般公共预算基本支出安排情况";
    private const string FinalGeneral = "五、一般公共预算财政拨款支出决算情况说明";

    [Theory]
    [InlineData(Total, "2026年部门收支总预算1000万元。")]
    [InlineData(Total, "云岭县水利局2026年部门支出预算 1, 000. 00 万元，其中：基本支出600万元，占60%；项目支出400万元，占40.0%。")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2025年预算增加100万元，增长11.1%，主要原因是新增防汛任务。")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2025年预算增加0万元，增长0%。")]
    [InlineData(General, "2026年一般公共预算支出980万元。其中：基本支出600万元，项目支出380万元。")]
    [InlineData(General, "2026年一般公共预算支出980万元，比2025年预算减少20万元，下降2.0%，主要是压减会议。2025年一般公共预算支出1000万元。")]
    [InlineData(General, "农林水支出（类）水利（款）防汛（项）380万元，主要用于汛期值守等支出。")]
    [InlineData(Basic, "2026年一般公共预算基本支出600万元。其中：人员经费570万元，主要包括：基本工资、津贴补贴；公用经费30万元，主要包括：办公费、水费、电费、邮电费、差旅费、工会经费。")]
    [InlineData(Basic, "公用经费30万元，主要包括办公费、水费等。")]
    [InlineData(Basic, "公用经费30万元，主要包括：办公费、水费等。")]
    [InlineData(Total, "2026年乡村补助5万元，与上年持平。")]
    [InlineData(Total, "云岭县水库管理所2026年基本支出80万元，云岭县水库管理所项目支出20万元。")]
    [InlineData("（二）云岭县水库管理所", "2026年部门支出预算100万元，其中：基本支出80万元，项目支出20万元。")]
    [InlineData(Total, "2026年部门收支总预算1000万元，2025年预算900万元，增加100万元，增长11.1%，主要原因是新增任务。")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2025年预算增加-100万元，增长-9.1%，主要原因是压减。")]
    [InlineData(Total, "2026年部门收支总预算0.1亿元。")]
    [InlineData(Total, "财政拨款支出预算1000万元，比2025年预算增加15万元。财政拨款支出预算中，一般公共预算拨款支出预算980万元，比2025年预算增加3万元；政府性基金拨款支出预算20万元，比2025年预算增加12万元；国有资本经营预算拨款支出预算0万元，与2025年预算持平。增加的主要原因是新增任务。")]
    [InlineData(General, "“农林水支出（类）水利（款）防汛（项）”380万元，主要用于汛期值守等支出。")]
    [InlineData(Total, "机关运行经费30万元。本年机关运行经费30.00万元。")]
    [InlineData(Total, "部门支出预算中，基本支出600万元，占60%；项目支出400万元，占40%。")]
    [InlineData(Total, "本部门共有车辆3辆，其中：机要通信用车1辆、应急保障用车0辆、其他用车2辆；单价100万元（含）以上设备1台（套）。")]
    [InlineData(Total, "公务接待支出20万元（含外宾接待支出0万元）。主要用于业务交流。")]
    [InlineData(Total, "现有在职人员20人，其中：党员12人、女性9人。")]
    public void What_is_right_in_a_budget_is_let_be(string heading, string sentence) =>
        Assert.Equal([], NarratedDocument.OfBudget(heading, sentence));

    [Theory]
    [InlineData(Total, "2026年部门收支总预算1010万元。", "NA-0101 错误 1000.00万元")]
    [InlineData(Basic, "2026年一般公共预算基本支出600万元。其中：人员经费560万元，公用经费40万元。", "NA-0101 错误 570.00万元", "NA-0101 错误 30.00万元")]
    [InlineData(General, "农林水支出（类）水利（款）防汛（项）308万元。", "NA-0101 错误 380.00万元")]
    [InlineData(Total, "政府购买服务预算30.00万元。政府购买服务预算31万元，按规定使用。", "NA-0102 疑点 30.00万元")]
    [InlineData(Total, "机关运行经费35万元，按规定使用。", "NA-0101 错误 30.00万元")]
    [InlineData(General, "2026年采购30万元，其中：货物20万元、服务15万元。", "NA-0103 错误 35.00")]
    [InlineData(General, "2026年采购30万元，其中：货物10万元、服务15万元。", "NA-0103 疑点 25.00")]
    [InlineData(Total, "2026年部门支出预算1000万元，其中：基本支出600万元，占6%；项目支出400万元，占40%。", "NA-0201 错误 60%")]
    [InlineData(Total, "2026年对个人和家庭的补助0万元，主要用于：离休费、退休费。", "NA-0405 疑点")]
    [InlineData(Total, "部门支出预算中，基本支出600万元，占60%；项目支出400万元，占41%。", "NA-0201 错误 40%")]
    [InlineData(Total, "本部门共有车辆3辆，其中：机要通信用车1辆、应急保障用车0辆、其他用车1辆；单价100万元（含）以上设备1台（套）。", "NA-0107 错误 2辆")]
    [InlineData(Total, "本部门共有车辆3辆，其中：机要通信用车1辆、其他用车3辆。", "NA-0107 错误 4辆")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2025年预算增加100万元，增长10%，主要原因是新增任务。", "NA-0202 错误 11%")]
    [InlineData(Total, "2026年办公经费50万元，比2025年增加50万元，增长100%，主要原因是新增。", "NA-0204 疑点")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2025年预算减少100万元，增长9.1%，主要原因是新增任务。", "NA-0205 错误 减少")]
    [InlineData(Total, "2026年宣传费9万元。宣传费增加9万元，增长100%，主要原因是新增。", "NA-0204 疑点")]
    [InlineData(Total, "2026年宣传费0万元，宣传费预算减少为0.00万元，与2025年持平。", "NA-0205 疑点")]
    [InlineData(Total, "2026年宣传费9万元，比2025年减少-1万元，主要原因是压减。", "NA-0205 疑点 1万元")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2025年预算减少100，下降9.1%，主要原因是压减。", "NA-0301 疑点 100万元")]
    [InlineData(Total, "2026年宣传费9万元，印刷费3万。", "NA-0301 错误 3万元")]
    [InlineData(Total, "2026年部门收支总预算1000元。", "NA-0302 错误 1000万元")]
    [InlineData(Total, "2026年部门收支总预算10000000万元。", "NA-0302 错误 10000000元")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2025年预算增加100万元，增长11.1，主要原因是新增任务。", "NA-0303 错误 11.1%")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2025年预算增加100万元，增长11.1%。", "NA-0401 疑点")]
    [InlineData(Basic, "人员经费570万元，主要包括：基本工资、津贴补贴、奖金。", "NA-0403 疑点 0.00")]
    [InlineData(Basic, "公用经费30万元，主要包括：办公费、水费、电费、邮电费、差旅费等。", "NA-0403 疑点 工会经费")]
    [InlineData(Total, "2026年部门收支总预算1000万元，比2024年预算增加100万元，增长11.1%，主要原因是新增任务。", "NA-0501 疑点 2025")]
    [InlineData(Total, "2025年部门收支总预算1000万元。", "NA-0502 错误 2026")]
    [InlineData(General, "“农林水支出（类）水利（款）防汛（项）”308万元。", "NA-0101 错误 380.00万元")]
    [InlineData(Total, "财政拨款支出预算1000万元，比2025年预算增加10万元。财政拨款支出预算中，一般公共预算拨款支出预算980万元，比2025年预算减少5万元；政府性基金拨款支出预算20万元，比2025年预算增加12万元；国有资本经营预算拨款支出预算0万元，与2025年预算持平。增加的主要原因是新增任务。", "NA-0208 错误 增加 7.00 万元")]
    public void What_is_wrong_in_a_budget_is_found_once(string heading, string sentence, params string[] findings) =>
        Assert.Equal(findings, NarratedDocument.OfBudget(heading, sentence));

    [Theory]
    [InlineData("1、农林水支出（类）水利（款）防汛（项）。主要用于：汛期值守。年初预算为400万元，支出决算为380万元，完成年初预算的95%。决算数小于预算数的主要原因：雨水偏少。")]
    [InlineData("1、农林水支出（类）水利（款）防汛（项）。年初预算为380万元，支出决算为380万元，完成年初预算的100%。决算数同预算数持平。")]
    [InlineData("公务接待费决算为0.00万元，完成预算的0.00%。")]
    [InlineData("一般公共预算财政拨款支出890.00万元，占本年支出合计的98.89%。")]
    [InlineData("1、农林水支出（类）水利（款）行政运行（项）。主要用于：机关人员支出、公用支出和开展工作的专项经费支出。支出决算为510万元。")]
    [InlineData("办公经费支出9万元，比年初预算数减少1万元，下降10%，主要原因是节约。")]
    public void What_is_right_in_final_accounts_is_let_be(string sentence) =>
        Assert.Equal([], NarratedDocument.OfFinal(FinalGeneral, sentence));

    [Theory]
    [InlineData("1、农林水支出（类）水利（款）防汛（项）。年初预算为400万元，支出决算为380万元，完成年初预算的96%。", "NA-0203 错误 95%")]
    [InlineData("1、农林水支出（类）水利（款）防汛（项）。年初预算为400元，支出决算为380万元，完成年初预算的95%。", "NA-0302 错误 400万元")]
    [InlineData("培训费年初预算为0万元，支出决算为3万元，完成年初预算的100%。", "NA-0204 疑点")]
    [InlineData("1、农林水支出（类）水利（款）防汛（项）。年初预算为400万元，支出决算为380万元，完成年初预算的95%。决算数大于预算数的主要原因：抢险。", "NA-0206 错误 小于")]
    [InlineData("培训费年初预算为10.00万元，支出决算为8.00万元，比年初预算数减少3.00万元，主要原因是节约。", "NA-0207 错误 减少 2.00 万元")]
    [InlineData("1、农林水支出（类）水利（款）行政运行（项）。主要用于：机关人员支出、公用支出。支出决算为510万元。", "NA-0404 疑点 补充项目支出")]
    [InlineData("一般公共预算财政拨款支出890.00万元，占本年支出合计的98.98%。", "NA-0201 错误 98.89%")]
    public void What_is_wrong_in_final_accounts_is_found_once(string sentence, params string[] findings) =>
        Assert.Equal(findings, NarratedDocument.OfFinal(FinalGeneral, sentence));

    [Fact]
    public void A_wrong_amount_that_also_spoils_its_share_is_one_finding() =>
        Assert.Equal(["NA-0101 错误 600.00万元"], NarratedDocument.OfBudget(Total, "2026年部门支出预算1000万元，其中：基本支出660万元，占60%；项目支出400万元，占40%。"));

    [Fact]
    public void Initial_budgets_of_all_items_add_up_to_their_total()
    {
        string[] items = ["（1）农林水支出（类）水利（款）行政运行（项）。年初预算为500万元，支出决算为510万元。", "（2）农林水支出（类）水利（款）防汛（项）。年初预算为300万元，支出决算为360万元。", "（3）农林水支出（类）水利（款）水利执法监督（项）。年初预算为20万元，支出决算为20万元。"];
        Assert.DoesNotContain(NarratedDocument.OfFinal(FinalGeneral, ["一般公共预算财政拨款支出年初预算为820万元，支出决算为890万元。", .. items]), f => f.StartsWith("NA-0105", StringComparison.Ordinal));
        Assert.Contains("NA-0105 错误 820.00", NarratedDocument.OfFinal(FinalGeneral, ["一般公共预算财政拨款支出年初预算为850万元，支出决算为890万元。", .. items]));
        // The items are not all of it: nothing can be said.
        Assert.DoesNotContain(NarratedDocument.OfFinal(FinalGeneral, ["一般公共预算财政拨款支出年初预算为850万元，支出决算为900万元。", .. items]), f => f.StartsWith("NA-0105", StringComparison.Ordinal));
    }

    [Fact]
    public void A_budget_is_of_what_the_outturn_behind_it_is_of()
    {
        Assert.Equal([], NarratedDocument.OfFinal("六、绩效", "（1）防汛物资项目预算20.00万元，执行数5.00万元，执行率25%。"));
        Assert.Equal(["NA-0203 错误 25%"], NarratedDocument.OfFinal("六、绩效", "（1）防汛物资项目预算20.00万元，执行数5.00万元，执行率35%。"));
    }

    [Fact]
    public void The_same_change_said_differently_is_found() =>
        Assert.Contains("NA-0104 疑点 100万元", NarratedDocument.OfBudget(
            Total, "2026年部门收支总预算1000万元，比2025年预算增加100万元，主要原因是新增任务。", "2026年部门收支总预算1000万元，比2025年预算增加110万元，主要原因是新增任务。"));

    [Fact]
    public void An_item_without_use_among_items_that_have_one_is_found() =>
        Assert.Equal(["NA-0402 疑点"], NarratedDocument.OfBudget(
            General, "1、堤防维修10万元，主要用于加固。", "2、水库管护20万元，主要用于巡查。", "3、山洪预警30万元，主要用于设备。", "4、往来资金5万元。", "5、节水宣传5万元，主要用于印刷。"));

    [Fact]
    public void Each_rule_over_sentences_is_registered_once_and_says_what_it_wants()
    {
        var rules = RuleRegister.All.Where(r => r.Info.Id.StartsWith("NA-", StringComparison.Ordinal)).ToList();
        Assert.Equal(rules.Count, rules.Select(r => r.Info.Id).Distinct(StringComparer.Ordinal).Count());
        var classes = typeof(RuleRegister).Assembly.GetTypes().Where(t => t is { IsAbstract: false, Namespace: "Mingzhang.Core.Auditing.Rules.Narrative" } && typeof(IDisclosureRule).IsAssignableFrom(t));
        Assert.Empty(classes.Except(rules.Select(r => r.GetType())));
        Assert.All(rules, r => Assert.Contains('应', r.Info.Sentence));
    }
}
