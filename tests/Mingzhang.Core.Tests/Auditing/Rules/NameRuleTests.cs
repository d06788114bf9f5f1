using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Rules.Names;

namespace Mingzhang.Core.Tests.Auditing.Rules;

public sealed class NameRuleTests
{
    private const string ChainRight = "1.住房保障支出(类)住房改革支出(款)住房公积金(项)：反映缴费。";

    private static readonly string[] Functions =
        ["201|一般公共服务支出|合计=5.00|项目支出=1.00", "20126|档案事务|合计=5.00", "2012604|档案馆|合计=5.00", "210|卫生健康支出|合计=1.00", "21011|行政事业单位医疗|合计=1.00", "2101102|事业单位医疗|合计=1.00", "221|住房保障支出|合计=2.00", "22102|住房改革支出|合计=2.00", "2210201|住房公积金|合计=2.00"];

    [Theory]
    [InlineData("云湖市青禾区档案与保护中心", Severity.Error)]
    [InlineData("云湖市青禾区档案保管中心", Severity.Error)]
    [InlineData("云湖市青禾区档案保护中心", null)]
    [InlineData("青禾区档案中心", null)]
    [InlineData("云湖市青禾区档案局", null)]
    public void The_agency_is_spelt_alike_everywhere(string name, Severity? severity)
    {
        var document = new RuleCase().Lines("云湖市青禾区档案保护中心2024年部门预算").Say("云湖市青禾区档案保护中心负责档案。").Say("青禾区档案保护中心编制3人。").Say($"{name}共有车辆0辆。");
        var findings = document.Check<AgencySpelling>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
    }

    [Fact]
    public void A_name_broken_over_two_lines_is_whole() =>
        Assert.Empty(new RuleCase().Lines("云湖市青禾区档案保护中心").Lines("云湖市青禾区档案保", "护中心概况").Check<AgencySpelling>());

    [Theory]
    [InlineData("云湖市档案保护中心2024年部门预算表", 1)]
    [InlineData("云湖市红石区水务局2024年部门预算表", 1)]
    [InlineData("云湖市青禾区档案保护中心2024年部门预算表", 0)]
    [InlineData("青禾区档案中心2024年部门预算表", 0)]
    public void Titles_name_this_agency(string title, int findings) => Assert.Equal(findings, new RuleCase().Lines(title).Check<TitleAgency>().Count);

    [Fact]
    public void The_department_above_may_stand_in_a_title() =>
        Assert.Empty(new RuleCase().Lines("[031]云湖市青禾区文化局", "云湖市青禾区文化局2024年部门预算表").Check<TitleAgency>());

    [Theory]
    [InlineData("031001", 1)]
    [InlineData("031002", 0)]
    [InlineData("900015", 0)]
    public void A_unit_has_one_code(string code, int findings)
    {
        var document = new RuleCase().Lines("[031002]云湖市青禾区档案保护中心", "[031002]云湖市青禾区档案保护中心", $"[{code}]云湖市青禾区档案保护中心");
        Assert.Equal(findings, document.Check<UnitCodes>().Count);
    }

    [Fact]
    public void A_code_has_one_unit_name()
    {
        var document = new RuleCase().Lines("[031]云湖市青禾区文化旅游局", "[031]云湖市青禾区文化旅游局", "[031]云湖市青禾区文化旅局");
        Assert.Equal("云湖市青禾区文化旅游局", Assert.Single(document.Check<UnitCodes>()).Expected);
    }

    [Theory]
    [InlineData("古籍数字化经费", 0)]
    [InlineData("古籍数字化工作经费", 1)]
    [InlineData("库房消防改造", 0)]
    public void A_project_has_one_name(string named, int findings)
    {
        var document = Projects().Goals("项目绩效目标表", named, [$"项目名称={named}", "项目编码=42010124031T000000102", "项目当年预算=6"]);
        Assert.Equal(findings, document.Check<ProjectNames>().Count);
    }

    [Theory]
    [InlineData("2、项目古籍数字化经费6.00万元，用于扫描。", 0)]
    [InlineData("2、项目古籍数码化经费6.00万元，用于扫描。", 1)]
    [InlineData("2、办公设备购置6.00万元，用于扫描。", 0)]
    public void The_narrative_names_projects_as_the_table_does(string text, int findings) => Assert.Equal(findings, Projects().Say(text).Check<ProjectNames>().Count);

    [Theory]
    [InlineData("42010124031T000000102", 0)]
    [InlineData("42010124031T000000109", 1)]
    public void A_project_has_one_code(string code, int findings)
    {
        var document = Projects().Goals("项目绩效目标表", "古籍数字化经费", ["项目名称=古籍数字化经费", $"项目编码={code}", "项目当年预算=6"]);
        Assert.Equal(findings, document.Check<ProjectCodes>().Count);
    }

    [Fact]
    public void A_code_named_differently_in_one_of_three_tables_is_an_error()
    {
        var document = new RuleCase().Table("支出总表", null, null, Functions).Table("一般公共预算支出表", null, null, Functions).Table("财政拨款支出表", null, null, "2012604|档案管理|合计=5.00");
        var finding = Assert.Single(document.Check<CodeNames>());
        Assert.Equal((Severity.Error, "档案馆"), (finding.Severity, finding.Expected));
    }

    [Fact]
    public void Names_that_overlap_in_print_are_no_wrong_names()
    {
        string[] mixed = ["221|住房保障支|合计=2.00", "22102|出住房改革支|合计=2.00", "2210201|出住房公积金|合计=2.00"];
        Assert.Empty(new RuleCase().Table("支出总表", null, null, mixed).Check<CodeNames>());
        mixed[2] = "2210201|出住房公租金|合计=2.00";
        Assert.NotEmpty(new RuleCase().Table("支出总表", null, null, mixed).Check<CodeNames>());
    }

    [Theory]
    [InlineData("22102|住房改善支出|合计=2.00", 1)]
    [InlineData("2299901|其他支出|合计=2.00", 0)]
    [InlineData("2210202|租金补贴|合计=2.00", 0)]
    [InlineData("2210201|住 房 公 积 金|合计=2.00", 0)]
    public void A_name_that_is_not_the_official_one_is_a_warning_and_an_unknown_code_nothing(string row, int findings) =>
        Assert.Equal(findings, new RuleCase().Table("支出总表", null, null, row).Check<CodeNames>().Count(f => f.Severity == Severity.Warning));

    [Theory]
    [InlineData("住房保障支出（类）住房改革支出（款）住房公积金（项）", null)]
    [InlineData("卫生健康支出（类）住房改革支出（款）住房公积金（项）", "住房保障支出（类）")]
    [InlineData("住房保障支出（类）住房保障支出（款）住房公积金（项）", "住房改革支出（款）")]
    [InlineData("一般公共服务（类）档案事务（款）行政运行（项）", null)]
    [InlineData("一般公共服务支出（类）档案事务（款）档案保管（项）支出决算为5.00万元", "档案馆（项）")]
    public void Items_stand_under_their_class_and_group(string chain, string? expected)
    {
        var findings = new RuleCase().Table("支出总表", null, null, Functions).Say($"1.{chain}。").Check<ItemPaths>();
        Assert.Equal(expected, findings.Count == 0 ? null : Assert.Single(findings).Expected);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("：反映机构的支出", 0)]
    public void A_glossary_says_more_than_names(string explanation, int findings)
    {
        const string section = "第四部分名词解释/(七)支出功能分类科目";
        var document = new RuleCase();
        foreach (var (item, i) in new[] { "行政运行", "机关服务", "档案馆", "其他档案事务支出" }.Select((n, i) => (n, i + 1)))
            document.Say($"{i}.一般公共服务支出(类)档案事务(款){item}(项){explanation}。", section);
        Assert.Equal(findings, document.Check<GlossaryExplains>().Count);
    }

    [Theory]
    [InlineData("2080505|机关事业单位基本养老保险缴费支出|合计=3.00", 0)]
    [InlineData("2012601|行政运行|合计=3.00", 1)]
    public void Contributions_have_items_of_their_own(string item, int findings)
    {
        var document = new RuleCase().Table("支出总表", null, null, "201|一般公共服务支出|合计=3.00", item)
            .Table("一般公共预算基本支出表", null, null, "30108|机关事业单位基本养老保险缴费|合计=3.00", "30113|住房公积金|合计=");
        Assert.Equal(findings, document.Check<ContributionCodes>().Count);
    }

    [Theory]
    [InlineData("1,235.00万元", 1)]
    [InlineData("1,234.00万元", 0)]
    public void The_item_meant_is_known_by_its_amount_in_yuan_too(string said, int findings)
    {
        var document = new RuleCase().Table("支出总表", null, null, "201|一般公共服务支出|合计=12,349,999", "20126|档案事务|合计=12,349,999", "2012604|档案馆|合计=12,349,999").In("元")
            .Say($"1.“一般公共服务支出（类）档案事务（款）档案保管（项）”科目{said}，主要用于保管。");
        Assert.Equal(findings, document.Check<ItemPaths>().Count);
    }

    [Fact]
    public void A_glossary_explains_the_items_in_use_and_no_others()
    {
        const string section = "第四部分名词解释/(七)支出功能分类科目";
        var document = new RuleCase().Table("支出总表", null, null, Functions).Say(ChainRight, section).Say("2.一般公共服务支出(类)档案事务(款)档案馆(项)：反映支出。", section);
        Assert.Empty(document.Check<GlossaryItems>());
        document.Say("3.住房保障支出(类)住房改革支出(款)提租补贴(项)：反映补贴。", section);
        Assert.Equal([Severity.Error, Severity.Warning], document.Check<GlossaryItems>().Select(f => f.Severity));
        document.Say("4.卫生健康支出(类)行政事业单位医疗(款)事业单位医疗(项)：反映缴费。", section);
        Assert.Equal(Severity.Warning, Assert.Single(document.Check<GlossaryItems>()).Severity);
    }

    [Theory]
    [InlineData("委托业务费", 0)]
    [InlineData("维修(护)费", 0)]
    [InlineData("档案馆", 1)]
    [InlineData("专项整理经费", 1)]
    public void Detail_lines_bear_economic_items(string item, int findings)
    {
        var document = new RuleCase().Goals("项目绩效目标表", "整理", ["项目名称=整理", $"项目支出明细测算/整理/支出经济分类={item}", "项目支出明细测算/整理/金额=2"]);
        Assert.Equal(findings, document.Check<EconomicItems>().Count);
    }

    [Theory]
    [InlineData("2012601|行政运行|基本支出=3.00|项目支出=1.20", 1)]
    [InlineData("2012601|行政运行|基本支出=3.00|项目支出=0.00", 0)]
    [InlineData("2012604|档案馆|基本支出=3.00|项目支出=1.20", 0)]
    public void Running_items_hold_no_project_money(string row, int findings) => Assert.Equal(findings, new RuleCase().Table("支出总表", null, null, row).Check<OperatingItems>().Count);

    [Theory]
    [InlineData("经济科目编码", 1)]
    [InlineData("科目编码", 0)]
    public void Tables_by_function_do_not_call_their_items_economic(string header, int findings) =>
        Assert.Equal(findings, new RuleCase().Table("国有资本经营预算支出表", "国有资本经营预算支出表", null, "合计|合计|合计=1.00").Cells(header).Check<FunctionHeaders>().Count);

    private static RuleCase Projects() => new RuleCase().Table(
        "项目支出表", "项目支出表", null, "42010124031T000000101|库房消防改造|合计=20.00", "42010124031T000000102|古籍数字化经费|合计=6.00");

    [Theory]
    [InlineData("古籍数字修复经费", 1)]
    [InlineData("古籍数字化工作的经费", 0)]
    [InlineData("古籍数字化服务经费", 0)]
    public void Names_of_one_amount_that_differ_by_one_character_are_one_thing(string other, int findings)
    {
        var document = new RuleCase().Say("（1）古籍数字修缮经费年初预算6.30万元，执行数6.00万元。").Say("古籍数字化工作经费年初预算6.30万元。").Say($"（2）{other}年初预算6.30万元，执行数6.00万元。");
        Assert.Equal(findings, document.Check<NearlySameNames>().Count);
    }

    [Fact]
    public void A_name_that_lost_its_first_character_is_found_whatever_its_amount()
    {
        var document = new RuleCase().Say("（1）特藏文献修复项目年初预算2.00万元。").Say("（1）珍特藏文献修复项目预算数5.00万元。").Say("珍特藏文献修复项目执行数5.00万元。");
        Assert.Equal("珍特藏文献修复", Assert.Single(document.Check<NearlySameNames>()).Expected);
    }

    [Fact]
    public void Short_forms_of_items_are_let_be() =>
        Assert.Empty(new RuleCase().Say("维修（护）费支出3.00万元，一般公共服务支出5.00万元。").Say("一般公共服支出5.00万元。").Check<NearlySameNames>());

    [Theory]
    [InlineData("提租补贴", 0)]
    [InlineData("租金补贴", 1)]
    public void A_former_name_of_an_item_is_no_name_of_this_year(string name, int findings)
    {
        var document = new RuleCase().Table("表5 支出表", null, null, "221|住房保障支出|合计=2.00", "22102|住房改革支出|合计=2.00", "2210202|提租补贴|合计=2.00").Say($"其中：{name}2.00万元，主要用于职工。");
        Assert.Equal(findings, document.Check<FormerNames>().Count);
        var chain = new RuleCase().Table("表5 支出表", null, null, "221|住房保障支出|合计=2.00", "22102|住房改革支出|合计=2.00", "2210202|提租补贴|合计=2.00").Say($"1.住房保障支出（类）住房改革支出（款）{name}（项）：反映补贴。", "第四部分名词解释");
        Assert.Equal(findings, chain.Check<ItemPaths>().Count);
    }

    [Fact]
    public void A_name_that_breaks_off_is_not_the_name_of_its_item()
    {
        var document = new RuleCase().Table("表5 支出表", null, null, Functions).Say("1.卫生健康支出（类）行政事业单位医（款）事业单位医疗（项）：反映缴费。", "第四部分名词解释");
        Assert.Equal("行政事业单位医疗（款）", Assert.Single(document.Check<ItemPaths>()).Expected);
    }

    [Theory]
    [InlineData("一般公共预算拨款收入：指市级财政当年拨付的资金。", Severity.Warning)]
    [InlineData("“三公”经费：是指市直部门安排的费用。", Severity.Error)]
    [InlineData("一般公共预算拨款收入：指区级财政当年拨付的资金。", null)]
    [InlineData("一般公共预算拨款收入：指财政当年拨付的资金。", null)]
    public void The_glossary_of_a_district_is_of_the_district(string term, Severity? severity)
    {
        var findings = new RuleCase().Say(term, "第四部分名词解释").Check<LevelWords>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
    }

    [Fact]
    public void Funds_from_above_are_no_slip_outside_the_glossary() =>
        Assert.Empty(new RuleCase().Say("其中：由市级财政补助3.00万元。").Check<LevelWords>());

    [Theory]
    [InlineData("云湖市青禾区文化局本", 1)]
    [InlineData("云湖市青禾区文化局本级", 0)]
    public void The_name_of_a_unit_does_not_break_off(string name, int findings) =>
        Assert.Equal(findings, new RuleCase().Table("表2 收入总表", null, null, $"031001|{name}|合计=2.00", $"031001|{name}|合计=3.00").Check<UnitCodes>().Count);

    [Fact]
    public void An_item_of_another_group_is_not_explained_by_its_namesake()
    {
        var document = new RuleCase().Table("表5 支出表", null, null, "210|卫生健康支出|合计=1.00", "21011|行政事业单位医疗|合计=1.00", "2101102|行政运行|合计=1.00", "221|住房保障支出|合计=2.00", "22102|住房改革支出|合计=2.00", "2210201|住房公积金|合计=2.00")
            .Say("1.一般公共服务支出（类）档案事务（款）行政运行（项）：反映运行。", "第四部分名词解释")
            .Say("2.住房保障支出（类）住房改革支出（款）住房公积金（项）：反映缴费。", "第四部分名词解释")
            .Say("3.住房保障支出（类）住房改革支出（款）提租补贴（项）：反映补贴。", "第四部分名词解释");
        Assert.Contains(document.Check<GlossaryItems>(), f => f.Severity == Severity.Warning && f.Message.Contains("行政运行", StringComparison.Ordinal));
    }
}
