using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Rules.Performance;

namespace Mingzhang.Core.Tests.Auditing.Rules;

public sealed class PerformanceRuleTests
{
    private const string Title = "项目绩效目标表";

    [Theory]
    [InlineData("6", 0)]
    [InlineData("6.00", 0)]
    [InlineData("7.5", 1)]
    public void A_form_asks_for_what_the_project_table_gives(string budget, int findings) =>
        Assert.Equal(findings, Projects().Goals(Title, "古籍数字化", ["项目名称=古籍数字化", $"项目当年预算={budget}"]).Check<ProjectBudgets>().Count);

    [Theory]
    [InlineData("6", "4", "2", 0)]
    [InlineData("6", "4", "2.5", 1)]
    [InlineData("7", "4", "2", 1)]
    public void Sources_and_details_add_up_to_the_budget(string sources, string first, string second, int findings) =>
        Assert.Equal(findings, Form("项目当年预算=6", $"项目资金来源/合计/金额={sources}", $"项目支出明细测算/扫描/金额={first}", $"项目支出明细测算/著录/金额={second}").Check<FormSums>().Count);

    [Fact]
    public void Details_with_an_amount_that_was_not_read_are_not_added() =>
        Assert.Empty(Form("项目当年预算=6", "项目支出明细测算/扫描/金额=4", "项目支出明细测算/著录/金额=（见附件）").Check<FormSums>());

    [Theory]
    [InlineData("2023年项目预算8万元，2024年项目预算6万元，较2023年减少2万元。", 0)]
    [InlineData("2023年项目预算8万元，2024年项目预算仍为8万元。", 1)]
    [InlineData("2023年项目预算8万元，2024年项目预算6万元，较2023年减少3万元。", 1)]
    [InlineData("2023年项目预算8万元，2024年项目预算6万元，较上年持平。", 1)]
    public void What_is_said_of_earlier_years_fits_the_form(string history, int findings) =>
        Assert.Equal(findings, Form("项目当年预算=6", $"项目前两年预算及当年预算变动情况={history}").Check<BudgetHistory>().Count);

    [Fact]
    public void A_budget_of_years_ago_beyond_the_whole_department_is_doubted()
    {
        var document = Form("项目当年预算=6", "项目前两年预算及当年预算变动情况=2022年项目预算6100万元，2023年项目预算6.1万元。").Table("支出总表", null, null, "合计|合计|合计=90.00");
        Assert.Equal(Severity.Warning, Assert.Single(document.Check<BudgetHistory>()).Severity);
    }

    [Theory]
    [InlineData("每卷20元/卷，整理3000份，需60000元。", "6", 0)]
    [InlineData("临聘3人，每人每月2000元，需72000元。", "7.2", 0)]
    [InlineData("临聘3人，7万元/人，共需21万。", "21", 0)]
    [InlineData("按基数4700.5元，比例10%，1人测算，需5650.6元。", "0.57", 1)]
    [InlineData("标准70元/人，500人，需35000元。", "5", 1)]
    [InlineData("专家3人，需9000元；场租需1000元。", "1", 0)]
    [InlineData("专家3人，需9000元；场租需1000元。", "0.9", 1)]
    [InlineData("按照区内档案情况安排。", "4", 0)]
    public void Calculations_give_the_amount(string basis, string amount, int findings) =>
        Assert.Equal(findings, Form("项目当年预算=6", "项目支出明细测算/整理/活动内容表述=整理", $"项目支出明细测算/整理/金额={amount}", $"项目支出明细测算/整理/测算依据及说明={basis}").Check<Calculations>().Count);

    [Fact]
    public void Lines_that_all_lack_a_calculation_are_one_finding()
    {
        var document = Form("项目支出明细测算/整理/金额=4", "项目支出明细测算/整理/测算依据及说明=用于整理档案。", "项目支出明细测算/扫描/金额=2", "项目支出明细测算/扫描/测算依据及说明=用于扫描档案。");
        Assert.Single(document.Check<BareBasis>());
        Assert.Empty(Form("项目支出明细测算/整理/金额=4", "项目支出明细测算/整理/测算依据及说明=2000卷，20元/卷。").Check<BareBasis>());
    }

    [Fact]
    public void The_composition_of_the_whole_form_is_filled_in()
    {
        Assert.Single(new RuleCase().Goals("部门整体支出绩效目标表", null, ["部门总体收支情况/收入构成/其他资金/当年金额=5", "部门总体收支情况/收入构成/合计/占比=100%"]).Check<WholeComposition>());
        Assert.Empty(new RuleCase().Goals("部门整体支出绩效目标表", null, ["部门总体收支情况/收入构成/财政拨款/当年金额=5", "部门总体收支情况/收入构成/合计/当年金额=5"]).Check<WholeComposition>());
    }

    [Theory]
    [InlineData("效益指标|服务对象满意度指标", 1)]
    [InlineData("满意度指标|服务对象满意度指标", 0)]
    [InlineData("产出指标|成本指标", 0)]
    [InlineData("效益指标|可持续影响指标", 0)]
    [InlineData("|服务对象满意度指标", 0)]
    public void A_second_level_stands_under_its_first(string levels, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Title, "整理", [], $"目标1|{levels}|读者满意度|指标值=≥95%").Check<LevelOrder>().Count);

    [Fact]
    public void A_project_without_satisfaction_is_found_where_others_have_it()
    {
        string[] output = ["目标1|产出指标|数量指标|整理卷数|指标值=≥3卷", "目标1|产出指标|质量指标|合格率|指标值=100%", "目标1|效益指标|社会效益指标|利用|指标值=提升"];
        var document = new RuleCase().Goals(Title, "整理", [], output);
        Assert.Empty(document.Check<MissingLevels>());
        document.Goals(Title, "扫描", [], [.. output, "目标1|满意度指标|服务对象满意度指标|读者满意度|指标值=≥95%"]);
        Assert.Equal("满意度指标", Assert.Single(document.Check<MissingLevels>()).Expected);
    }

    [Theory]
    [InlineData("95%", 1)]
    [InlineData("100%", 0)]
    [InlineData("≥95%", 0)]
    public void A_target_has_its_sign_where_its_brothers_have(string target, int findings)
    {
        string[] brothers = ["目标1|满意度指标|服务对象满意度指标|甲满意度|指标值=≥95%", "目标1|满意度指标|服务对象满意度指标|乙满意度|指标值=≥90%", "目标1|满意度指标|服务对象满意度指标|丙满意度|指标值=≥98%"];
        Assert.Equal(findings, new RuleCase().Goals(Title, "整理", [], [.. brothers, $"目标1|满意度指标|服务对象满意度指标|丁满意度|指标值={target}"]).Check<MissingOperator>().Count);
    }

    [Theory]
    [InlineData("25万元", Severity.Error)]
    [InlineData("7.5万元", null)]
    [InlineData("/", Severity.Warning)]
    public void An_indicator_has_one_value_in_both_forms(string lastYear, Severity? severity)
    {
        var document = new RuleCase()
            .Goals("部门整体支出绩效目标表", null, [], $"年度目标1：古籍数字化|产出指标|数量指标|数字化投入金额|指标值/上年={lastYear}|指标值/预期当年实现值=6万元")
            .Goals(Title, "古籍数字化", [], "绩效目标1|产出指标|数量指标|数字化投入金额|指标值/上年=7.5万元|指标值/预计当年实现=6万元");
        var findings = document.Check<SameIndicator>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
    }

    [Fact]
    public void A_name_that_every_project_uses_is_no_one_indicator()
    {
        var document = new RuleCase()
            .Goals("部门整体支出绩效目标表", null, [], "年度目标1：做好保管|满意度指标|满意度|服务对象满意度|指标值/预期当年实现值=≥90%|指标值/上年=≥90%")
            .Goals(Title, "甲", [], "目标1|满意度指标|满意度|服务对象满意度|指标值/上年=≥99%|指标值/预计当年实现=≥99%")
            .Goals(Title, "乙", [], "目标1|满意度指标|满意度|服务对象满意度|指标值/上年=≥80%|指标值/预计当年实现=≥80%");
        Assert.Empty(document.Check<SameIndicator>());
    }

    [Theory]
    [InlineData("目标1：做好档案保管工作；目标2：推进数字化。", 0)]
    [InlineData("目标1：做好档案保古籍管工作；目标2：推进数字化。", 1)]
    [InlineData("目标1：做好档案保管工作；目标2：推进数字化；目标3：开放展厅。", 1)]
    public void Goals_are_worded_alike_and_have_indicators(string list, int findings)
    {
        var document = new RuleCase().Goals(
            "部门整体支出绩效目标表", null, [$"整体绩效目标/年度目标={list}", "年度目标1=做好档案保管工作。", "年度目标2=推进数字化。"], "年度目标1：做好档案保管工作|产出指标|数量指标|卷数|指标值=3卷");
        Assert.Equal(findings, document.Check<GoalWording>().Count);
    }

    [Fact]
    public void Years_of_projects_are_filled_in_and_fit()
    {
        Assert.Single(Form("项目属性=持续性项目").Cells("起始年度", "终止年度").Check<ProjectYears>());
        Assert.Single(Form("项目属性=持续性项目", "起始年度=2024", "终止年度=2024", "项目前两年预算及当年预算变动情况=2023年项目预算5万元").Check<ProjectYears>());
        Assert.Empty(Form("项目属性=持续性项目", "起始年度=2021", "终止年度=2024", "项目前两年预算及当年预算变动情况=2023年项目预算5万元").Check<ProjectYears>());
        Assert.Empty(Form("项目属性=持续性项目").Check<ProjectYears>());
    }

    [Theory]
    [InlineData("投入金额", "6万元", 1)]
    [InlineData("整理卷数", "6万卷", 0)]
    public void Money_is_no_output(string name, string target, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Title, "整理", ["项目名称=整理", "项目当年预算=6"], $"目标1|产出指标|数量指标|{name}|指标值/预计当年实现={target}").Check<MoneyAsOutput>().Count);

    [Theory]
    [InlineData("8", "≥300卷", 1)]
    [InlineData("8", "≥500卷", 0)]
    [InlineData("4", "≥300卷", 0)]
    public void Targets_fall_only_with_the_budget(string budget, string target, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Title, "整理", ["项目名称=整理", $"项目当年预算={budget}", "项目前两年预算及当年预算变动情况/2023/预算数=8"], $"目标1|产出指标|数量指标|整理卷数|指标值/上年=≥400卷|指标值/预计当年实现={target}").Check<LoweredTargets>().Count);

    [Fact]
    public void A_continued_project_shows_values_of_earlier_years()
    {
        string[] fields = ["项目名称=整理", "项目前两年预算及当年预算变动情况/2022/预算数=8", "项目前两年预算及当年预算变动情况/2023/预算数=8"];
        const string full = "目标1|产出指标|数量指标|卷数|指标值/前年=3卷|指标值/上年=3卷|指标值/预计当年实现=3卷";
        Assert.Empty(new RuleCase().Goals(Title, "整理", fields, full, "目标1|产出指标|质量指标|合格率|指标值/前年=/|指标值/上年=/|指标值/预计当年实现=100%").Check<PriorValues>());
        Assert.Single(new RuleCase().Goals(Title, "整理", fields, full, "目标1|产出指标|质量指标|合格率|指标值/预计当年实现=100%").Check<PriorValues>());
    }

    [Fact]
    public void The_basis_of_targets_is_given_where_all_others_give_it()
    {
        var rows = Enumerable.Range(1, 6).Select(i => $"目标1|产出指标|数量指标|指标{i}|指标值={i}卷|指标值确定依据=计划数据").ToList();
        Assert.Empty(new RuleCase().Goals(Title, "整理", [], [.. rows]).Check<PriorValues>());
        Assert.Single(new RuleCase().Goals(Title, "整理", [], [.. rows, "目标1|效益指标|社会效益指标|利用|指标值=提升"]).Check<PriorValues>());
        Assert.Single(new RuleCase().Goals(Title, "整理", [], [.. rows, "目标2|效益指标|社会效益指标|利用|指标值=提升|绩效标准=计划数据"]).Check<PriorValues>());
    }

    [Fact]
    public void Projects_and_forms_match()
    {
        var document = Projects().Goals(Title, "古籍数字化", ["项目名称=古籍数字化", "项目当年预算=6"]);
        Assert.Equal("1张项目绩效目标表", Assert.Single(document.Check<FormsForProjects>()).Printed);
        Assert.Empty(document.Goals(Title, "库房消防改造", ["项目名称=库房消防改造", "项目当年预算=20"]).Check<FormsForProjects>());
        Assert.Single(document.Goals(Title, "展厅运行", ["项目名称=展厅运行", "项目当年预算=3"]).Check<FormsForProjects>());
    }

    [Theory]
    [InlineData("开展馆藏民国档案的修裱、扫描和著录，形成可检索的目录。", 1)]
    [InlineData("开展展厅讲解、研学和送展进校园，全年不少于二十场。", 0)]
    public void Content_is_not_copied_between_projects(string text, int findings)
    {
        var document = new RuleCase()
            .Goals(Title, "修裱", ["项目名称=修裱", "项目主要内容=开展馆藏民国档案的修裱、扫描和著录，形成可检索的目录。"])
            .Goals(Title, "展厅", ["项目名称=展厅", $"项目主要内容={text}"]);
        Assert.Equal(findings, document.Check<CopiedContent>().Count);
    }

    [Theory]
    [InlineData("《关于档案修裱工作的通知》青档〔2020〕7号、《关于档案展览工作的通知》青档〔2020〕7号", 1)]
    [InlineData("《关于档案修裱工作的通知》青档〔2020〕7号、《关于档案展览工作的通知》青档〔2020〕8号", 0)]
    public void Documents_of_different_titles_have_different_numbers(string basis, int findings) => Assert.Equal(findings, Form($"项目立项依据={basis}").Check<DocumentNumbers>().Count);

    [Theory]
    [InlineData("217", "205.27", "94.59%", null)]
    [InlineData("217", "205.27", "95.49%", Severity.Error)]
    [InlineData("60.00", "57.00", "95%", null)]
    [InlineData("6", "2", "32%", Severity.Warning)]
    public void The_rate_is_executed_by_budget(string budget, string executed, string rate, Severity? severity)
    {
        var findings = new RuleCase().Goals("项目绩效自评表", "整理", [$"预算数={budget}", $"执行数={executed}", $"执行率={rate}"]).Check<ExecutionRates>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
    }

    [Theory]
    [InlineData("98", "10", 0)]
    [InlineData("99", "10", 1)]
    [InlineData("99", "11", 1)]
    public void Scores_stay_within_weights_and_add_up(string total, string score, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals("项目绩效自评表", "整理", ["得分=18", $"总分={total}"], "|产出指标|数量指标|卷数|指标值=3|weight:70|score:70", $"|满意度指标|满意度|读者满意度|指标值=≥95%|weight:10|score:{score}").Check<Scores>().Count);

    private static RuleCase Form(params string[] fields) => new RuleCase().Goals(Title, "古籍数字化", ["项目名称=古籍数字化", .. fields]);

    private static RuleCase Projects() => new RuleCase().Table(
        "项目支出表", "项目支出表", null, "42010124031T000000101|库房消防改造|合计=20.00", "42010124031T000000102|古籍数字化|合计=6.00");
}
