using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Rules.Performance;

namespace Mingzhang.Core.Tests.Auditing.Rules;

/// <summary>Rules on what performance forms are filled with: fields, headers, indicators and results.</summary>
public sealed class PerformanceFormRuleTests
{
    private const string Goal = "项目绩效目标表";
    private const string Evaluation = "项目绩效自评表";

    [Theory]
    [InlineData("6", null, null)]
    [InlineData("/", null, null)]
    [InlineData("当年", Severity.Error, "6")]
    [InlineData("按合同结算", Severity.Warning, "6")]
    public void An_amount_is_a_number(string budget, Severity? severity, string? expected)
    {
        var findings = Form($"项目当年预算={budget}", "项目资金来源/合计/金额=6").Check<AmountsInWords>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
        Assert.Equal(expected, findings.FirstOrDefault()?.Expected);
    }

    [Fact]
    public void What_other_money_there_is_follows_from_the_total() =>
        Assert.Equal("0", Assert.Single(Form("项目资金/资金总额=20万元", "项目资金/其中:财政拨款=20万元", "项目资金/其他资金=其他").Check<AmountsInWords>()).Expected);

    [Fact]
    public void A_unit_stands_in_all_cells_or_in_none()
    {
        var document = new RuleCase().Goals(Evaluation, "修裱", ["预算数=8万", "执行数=8万"]);
        Assert.Empty(document.Check<AmountsInWords>());
        Assert.Equal(Severity.Warning, Assert.Single(document.Goals(Evaluation, "展厅", ["预算数=5", "执行数=5"]).Check<AmountsInWords>()).Severity);
    }

    [Theory]
    [InlineData("古籍数字化", "完成馆藏方志扫描三百卷", 1)]
    [InlineData("古籍数字化", "古籍数字化经费", 2)]
    [InlineData("《档案法实施条例》第十二条", "完成馆藏方志扫描三百卷", 0)]
    public void Grounds_and_goals_say_more_than_the_name(string ground, string goal, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Goal, "古籍数字化经费", ["项目名称=古籍数字化经费", $"项目立项依据={ground}", $"项目绩效总目标/年度绩效目标1/目标说明={goal}"]).Check<RestatedName>().Count);

    [Theory]
    [InlineData("单位名称：", 1)]
    [InlineData("（此表无此栏）", 0)]
    public void A_field_that_all_others_fill_is_not_blank(string printed, int findings)
    {
        string[] rest = ["项目名称=甲", "主管部门=青禾区档案局", "预算数=5", "执行率=100%", "总分=100"];
        var document = new RuleCase();
        foreach (var name in new[] { "修裱", "扫描", "展厅" })
            document.Goals(Evaluation, name, [.. rest, "单位名称=青禾区档案保护中心"]);
        Assert.Equal(findings, document.Goals(Evaluation, "研学", rest).Cells(printed).Check<BlankFields>().Count);
    }

    [Theory]
    [InlineData("92.5%", 1)]
    [InlineData("100%", 0)]
    public void A_rate_below_the_whole_is_explained(string rate, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Evaluation, "修裱", [$"执行率={rate}"]).Cells("偏差大或目标未完成原因分析", "改进措施及结果应用方案").Check<BlankFields>().Count);

    [Theory]
    [InlineData("长期目标", 1)]
    [InlineData("备注", 0)]
    public void A_column_of_long_term_goals_is_not_left_blank(string header, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals("整体支出绩效目标表", null, ["整体绩效目标/年度目标=目标1：开放档案。"]).Cells(header).Check<BlankFields>().Count);

    [Theory]
    [InlineData("", 1)]
    [InlineData("卷数", 0)]
    public void Indicators_have_names(string name, int findings)
    {
        var document = new RuleCase().Goals("整体支出绩效目标表", null, []).Cells("一级指标", "二级指标", "指标名称");
        Assert.Empty(document.Check<IndicatorHeaders>());
        var rows = Enumerable.Range(1, 3).Select(i => new Core.Disclosures.Indicator(null, "产出指标", "数量指标", name.Length > 0 ? name : null, [new("指标值", $"扫描{i}卷")], null, null, Core.Figures.Place.Unknown)).ToList();
        Assert.Equal(findings, document.Indicators(rows).Check<IndicatorHeaders>().Count);
    }

    [Theory]
    [InlineData("二级指标", 0)]
    [InlineData("", 1)]
    public void A_header_that_the_other_forms_print_is_not_missing(string header, int findings)
    {
        const string row = "|产出指标|数量指标|卷数|指标值=3卷";
        var document = new RuleCase();
        foreach (var name in new[] { "修裱", "扫描" })
            document.Goals(Evaluation, name, [], row).Cells("一级指标", "二级指标", "三级指标");
        Assert.Equal(findings, document.Goals(Evaluation, "展厅", [], row).Cells("一级指标", header, "三级指标").Check<IndicatorHeaders>().Count);
    }

    [Theory]
    [InlineData("古籍数字化", "青禾区档案保护中心", "青禾区档案保护中心", 0)]
    [InlineData("维修古籍数字化", "青禾区档案保护中心", "青禾区档案保护中心", 1)]
    [InlineData("古籍数字化", "区档案中心", "青禾区档案保护中心", 1)]
    [InlineData("古籍数字化", "青禾区档案保护中心", "云湖市青禾区档案保护中心", 0)]
    [InlineData("古籍数字化", "青禾区方志馆", "青禾区档案保护中心", 0)]
    public void Sister_forms_agree_on_names(string project, string unit, string other, int findings) =>
        Assert.Equal(findings, new RuleCase()
            .Goals(Goal, "古籍数字化", ["申报项目名称=古籍数字化", $"项目名称={project}", $"编报单位={unit}"])
            .Goals(Goal, "展厅", ["项目名称=展厅", $"编报单位={other}"]).Check<SisterForms>().Count);

    [Theory]
    [InlineData("126001", "126001", null)]
    [InlineData("009015", "009015", Severity.Warning)]
    [InlineData("009015", "009015001", Severity.Error)]
    public void Codes_of_units_are_those_of_the_tables(string first, string second, Severity? severity)
    {
        var findings = new RuleCase().Table("收入总表", null, null, "126|青禾区档案保护中心|合计=9.00", "126001|青禾区档案保护中心本级|合计=9.00")
            .Goals(Goal, "修裱", [$"主管部门及编码=[{first}]青禾区档案保护中心"]).Goals(Goal, "展厅", [$"主管部门及编码=青禾区档案保护中心{second}"]).Check<SisterForms>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
    }

    [Theory]
    [InlineData("98.65", 1)]
    [InlineData("98.65%", 0)]
    public void A_rate_has_its_sign_where_others_have(string rate, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Evaluation, "修裱", ["预算数=74", "执行数=73", $"执行率={rate}"]).Goals(Evaluation, "展厅", ["执行率=100%"]).Check<ExecutionRates>().Count);

    [Theory]
    [InlineData("19.73", 0)]
    [InlineData("20", 0)]
    [InlineData("19.37", 1)]
    public void The_score_of_execution_is_weight_by_rate(string score, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Evaluation, "修裱", ["成本指标/分值=20", "产出指标/分值=20", "效益指标/分值=30", "满意度指标/分值=10", "执行率=98.64%", $"得分={score}"]).Check<ExecutionScores>().Count);

    [Theory]
    [InlineData("98.6", 0)]
    [InlineData("96.8", 1)]
    public void The_parts_of_the_summary_add_up(string total, int findings) =>
        Assert.Equal(findings, new RuleCase().Say($"执行率为93%，执行率得分 18.6 分，绩效目标得分 80 分，综合自评得分为：{total} 分。").Check<ExecutionScores>().Count);

    [Theory]
    [InlineData("≥95%", "≥95%", 1)]
    [InlineData("≥95%", "97%", 0)]
    [InlineData("≥95%", "完成率100%", 1)]
    [InlineData("≥95%", "90%", 1)]
    [InlineData("100%", "100%", 0)]
    public void Actual_values_are_measured(string target, string actual, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Evaluation, "修裱", [], $"|满意度指标|服务对象满意度指标|读者满意度|年初目标值={target}|实际完成值={actual}|weight:10|score:10").Check<ActualValues>().Count);

    [Theory]
    [InlineData("0.21", "19.81", 0)]
    [InlineData("0.37", "19.81", 1)]
    [InlineData("0.21", "18.91", 1)]
    public void The_text_gives_the_results_of_the_form(string executed, string rate, int findings) =>
        Assert.Equal(findings, new RuleCase().Say($"（9）修裱经费年初预算1.06万元，常年性项目，执行数 {executed} 万元，执行率{rate}%。").Goals(Evaluation, "修裱经费", ["预算数=1.06", "执行数=0.21", "执行率=19.81%"]).Check<NarrativeResults>().Count);

    [Theory]
    [InlineData("古籍修裱经费", "1.06", 0)]
    [InlineData("古籍修裱经费项目", "1.06", 0)]
    [InlineData("古籍修表经费", "1.06", 1)]
    [InlineData("古籍修表经费", "1.16", 0)]
    [InlineData("党建活动", "1.06", 0)]
    public void A_project_of_the_same_amounts_has_one_name(string name, string budget, int findings) =>
        Assert.Equal(findings, new RuleCase().Say($"（9）{name}预算{budget}万元，常年性项目，执行数0.21万元，执行率19.81%。").Goals(Evaluation, "古籍修裱经费", ["预算数=1.06", "执行数=0.21", "执行率=19.81%"]).Check<EvaluatedNames>().Count);

    [Theory]
    [InlineData("年初预算200万元，实际发生数427.3万元", 0)]
    [InlineData("年初预算资金500万元，实际发生数427.3万元", 1)]
    public void Reasons_give_the_budget_of_the_text(string reason, int findings) =>
        Assert.Equal(findings, new RuleCase().Say("（1）征集项目年初预算200万元，年中追加300万元，全年预算数500万元，执行数427.3万元，执行率85.46%。").Goals(Evaluation, "征集项目", [$"偏差大或目标未完成原因分析={reason}，均已支付。"]).Check<NarrativeResults>().Count);

    [Theory]
    [InlineData("前两年预算为1.5万元，今年调增至1.8万元", 1)]
    [InlineData("前两年预算为1.5万元，因新增展柜，今年调增至1.8万元", 0)]
    [InlineData("前两年预算为1.7万元，今年调增至1.8万元", 0)]
    public void A_large_change_is_explained(string history, int findings) =>
        Assert.Equal(findings, Form("项目当年预算=1.8", $"项目前两年预算及当年预算变动情况={history}").Check<UnexplainedChange>().Count);

    [Theory]
    [InlineData("1.8万元/年", 1)]
    [InlineData("90元/卷，200卷", 0)]
    public void A_basis_says_more_than_the_amount(string basis, int findings) =>
        Assert.Equal(findings, Form("项目支出明细测算/修裱/金额=1.8", $"项目支出明细测算/修裱/测算依据及说明={basis}").Check<BareBasis>().Count);

    [Theory]
    [InlineData("委托业务", 1)]
    [InlineData("委托业务费", 0)]
    [InlineData("文献征集费", 0)]
    public void An_economic_item_is_not_cut_off(string item, int findings) =>
        Assert.Equal(findings, Form($"项目支出明细测算/修裱/支出经济分类={item}", "项目支出明细测算/修裱/金额=1.8").Check<CutEconomic>().Count);

    [Theory]
    [InlineData("产出指标|数量指标|举报办结率|指标值=100%", 1)]
    [InlineData("产出指标|质量指标|举报办结率|指标值=100%", 0)]
    [InlineData("产出指标|数量指标|库房覆盖率|指标值=100%", 0)]
    [InlineData("效益指标|经济效益指标|提高读者知晓度|指标值=≥90%", 1)]
    [InlineData("效益指标|经济效益指标|节约保管成本|指标值=有效", 0)]
    [InlineData("效益指标|社会效益指标|展览具有可持续性|指标值=长期", 1)]
    [InlineData("效益指标|可持续影响指标|展览具有可持续性|指标值=长期", 0)]
    [InlineData("满意度指标|服务对象满意度指标|服务对象满意度指标|指标值=≥90%", 1)]
    [InlineData("满意度指标|服务对象满意度指标|读者满意度|指标值=≥90%", 0)]
    public void An_indicator_stands_where_it_belongs(string indicator, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Goal, "修裱", [], "目标1|" + indicator).Check<IndicatorPlacement>().Count);

    [Theory]
    [InlineData("产出指标|数量指标|读者人次|指标值=应接尽接", 1)]
    [InlineData("产出指标|数量指标|读者人次|指标值=≥300人次", 0)]
    [InlineData("产出指标|质量指标|业务考核率|指标值=合格", 1)]
    [InlineData("效益指标|社会效益指标|有助于查档|指标值=是", 1)]
    [InlineData("成本指标|经济成本指标|在预算金额内完成|指标值=预算金额内完成", 1)]
    [InlineData("成本指标|经济成本指标|修裱费用|指标值=≤6万元", 0)]
    [InlineData("产出指标|数量指标|办理件数|指标值/2023年=5月6日，我局受区政府委托，向区人大常委会专题报告了档案工作的情况|指标值/预期当年实现值=3件", 1)]
    public void A_value_fits_its_indicator(string indicator, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Goal, "修裱", [], "目标1|" + indicator).Check<IndicatorValues>().Count);

    [Theory]
    [InlineData("其他", "其他", 1)]
    [InlineData("计划标准", "其他", 0)]
    [InlineData("计划标准", null, 1)]
    public void The_basis_of_targets_is_told(string first, string? others, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Goal, "修裱", [], [.. Enumerable.Range(1, 5).Select(i => $"目标1|产出指标|数量指标|卷数{i}|指标值={i}卷" + ((i == 1 ? first : others) is { } basis ? $"|绩效标准={basis}" : ""))]).Check<BasisColumn>().Count);

    [Theory]
    [InlineData("读者满意度≥90%", "读者满意度≥85%", 1)]
    [InlineData("读者满意度≥85%", "读者满意度≥85%", 0)]
    [InlineData("100%", "≥95%", 0)]
    public void Satisfaction_is_not_lowered(string before, string now, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Goal, "修裱", [], $"目标1|满意度指标|服务对象满意度指标|满意度|指标值/2022年={before}|指标值/2023年=—|指标值/预期当年实现值={now}").Check<LoweredSatisfaction>().Count);

    [Theory]
    [InlineData("征集90件，征集金额12万元，资助金额9.5万元", 1)]
    [InlineData("征集90件，征集金额12万元，资助金额5万元", 0)]
    public void Planned_money_stays_within_the_projects(string target, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals("整体支出绩效目标表", null, ["部门总体资金情况/支出构成/项目支出/当年预算收支=20"], $"年度目标1：征集|产出指标|数量指标|征集|指标值/预期当年实现值={target}").Check<PlannedMoney>().Count);

    [Theory]
    [InlineData("延续性项目", "2024年1月-12月", 1)]
    [InlineData("延续性项目", "2022年-2024年", 0)]
    [InlineData("一次性项目", "2024年1月-12月", 0)]
    public void A_continued_project_lasts_longer_than_a_year(string kind, string term, int findings) =>
        Assert.Equal(findings, Form($"项目属性={kind}", $"项目起止时间={term}").Check<ProjectYears>().Count);

    [Theory]
    [InlineData("前两年预算为5万元", 1)]
    [InlineData("前两年预算为0万元", 0)]
    public void A_budget_of_earlier_years_shows_when_a_project_began(string history, int findings) =>
        Assert.Equal(findings, Form("项目属性=持续性项目", "起始年度=2024", "终止年度=2024", $"项目前两年预算及当年预算变动情况={history}").Check<ProjectYears>().Count);

    [Fact]
    public void A_goal_with_a_text_has_all_levels_even_when_it_is_short()
    {
        string[] full = ["年度目标1：修裱|产出指标|数量指标|卷数|指标值=3卷", "年度目标1：修裱|效益指标|社会效益指标|利用|指标值=提升", "年度目标1：修裱|满意度指标|服务对象满意度指标|读者满意度|指标值=≥90%"];
        Assert.Equal("效益指标、满意度指标", Assert.Single(new RuleCase().Goals("整体支出绩效目标表", null, [], [.. full, "年度目标2：扫描|产出指标|数量指标|页数|指标值=3页"]).Check<MissingLevels>()).Expected);
        Assert.Empty(new RuleCase().Goals("整体支出绩效目标表", null, [], [.. full, "绩效目标2|产出指标|数量指标|页数|指标值=3页"]).Check<MissingLevels>());
    }

    [Theory]
    [InlineData("本年度项目支出全部纳入绩效管理。", 1)]
    [InlineData("本年度加强绩效管理。", 0)]
    public void Full_coverage_means_a_form_for_each_project(string text, int findings) =>
        Assert.Equal(findings, new RuleCase().Table("项目支出表", "项目支出表", null, "42010124031T000000101|库房消防改造|合计=20.00", "42010124031T000000102|古籍数字化|合计=6.00", "42010124031T000000103|展厅运行|合计=3.00", "42010124031T000000104|方志编修|合计=2.00")
            .Goals(Goal, "古籍数字化", ["项目名称=古籍数字化", "项目当年预算=6"]).Say(text).Check<FormsForProjects>().Count);

    [Theory]
    [InlineData("本年度项目绩效目标实现全覆盖，涉及一般公共预算本年财政拨款 26 万元。", null)]
    [InlineData("本年度项目绩效目标实现全覆盖，涉及一般公共预算本年财政拨款 6 万元。", Severity.Error)]
    [InlineData("2个项目实行绩效目标管理，涉及一般公共预算本年财政拨款 6 万元。", Severity.Warning)]
    public void The_money_under_goals_is_that_of_the_forms(string text, Severity? severity)
    {
        var findings = new RuleCase().Goals(Goal, "消防改造", ["项目当年预算=20"]).Goals(Goal, "古籍数字化", ["项目当年预算=6"]).Say(text).Check<CoveredMoney>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
    }

    [Theory]
    [InlineData("1、自评得分100分。2、将实际完成情况与绩效目标逐项对比分析，均与目标相符。", 1)]
    [InlineData("1、自评得分98分。2、加强展厅预约管理，分时段控制人数，改善参观体验。", 0)]
    public void Measures_are_each_project_s_own(string measures, int findings) =>
        Assert.Equal(findings, new RuleCase().Goals(Evaluation, "修裱", ["改进措施及结果应用方案=1、自评得分98.09分。2、将实际完成情况与绩效目标逐项对比分析，均与目标相符。"]).Goals(Evaluation, "展厅", [$"改进措施及结果应用方案={measures}"]).Check<CopiedContent>().Count);

    private static RuleCase Form(params string[] fields) => new RuleCase().Goals(Goal, "古籍数字化", ["项目名称=古籍数字化", .. fields]);
}
