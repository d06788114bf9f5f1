using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Auditing.Rules.Form;

namespace Mingzhang.Core.Tests.Auditing.Rules;

public sealed class FormRuleTests
{
    private static readonly string[] Contents =
        ["目 录", "第一部分 中心概况", "一、主要职能", "第二部分 2024年部门预算表", "一、收支总表", "第三部分 情况说明", "一、收支预算总体情况", "二、支出预算情况", "第四部分 名词解释"];

    [Fact]
    public void A_body_with_all_parts_of_the_contents_holds()
    {
        var document = new RuleCase().Lines(Contents).Lines("第一部分 中心概况", "第二部分 2024年部门预算表", "第三部分 情况说明", "第四部分 名词解释");
        Assert.Empty(document.Check<PartHeadings>());
    }

    [Fact]
    public void A_part_of_the_contents_without_its_label_in_the_body_is_found()
    {
        var document = new RuleCase().Lines(Contents).Lines("第一部分 中心概况", "青禾区档案保护中心2024年部门预算表", "第三部分 情况说明", "第四部分 名词解释");
        var finding = Assert.Single(document.Check<PartHeadings>());
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("第二部分", finding.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_glossary_numbered_as_a_chapter_beside_parts_is_found() =>
        Assert.Single(new RuleCase().Lines("第一部分 概况", "第2部分 预算表", "第三部分 情况说明", "四、名词解释").Check<PartHeadings>());

    [Fact]
    public void Contents_and_body_that_agree_hold_even_when_a_title_is_slightly_longer()
    {
        var document = new RuleCase().Lines(Contents).Lines("第一部分 中心概况", "一、主要职能", "表1. 青禾区档案保护中心2024年收支总表", "第三部分 情况说明", "一、收支预算总体情况", "二、支出预算的情况");
        Assert.Empty(document.Check<ContentsAgainstBody>());
    }

    [Fact]
    public void Chapters_in_another_order_than_the_contents_are_one_finding()
    {
        var document = new RuleCase().Lines(Contents).Lines("第一部分 中心概况", "一、主要职能", "表1. 收支总表", "第三部分 情况说明", "二、收支预算总体情况", "一、支出预算情况");
        Assert.Single(document.Check<ContentsAgainstBody>());
    }

    [Theory]
    [InlineData(null, Severity.Hint)]
    [InlineData("4299", Severity.Error)]
    public void A_table_is_only_missed_for_sure_by_the_forms_of_the_place(string? region, Severity severity)
    {
        var document = new RuleCase { Region = region };
        foreach (var title in new[] { "收支总表", "收入总表", "支出总表", "一般公共预算支出表" })
            document.Table(title, title, null, "合计|合计|合计=1.00");
        document.Known("国有资本经营预算支出表", "国有资本经营预算支出表");
        Assert.Equal(severity, Assert.Single(document.Check<RequiredTables>()).Severity);
    }

    [Fact]
    public void A_chapter_that_the_body_lacks_is_found()
    {
        var document = new RuleCase().Lines(Contents).Lines("第一部分 中心概况", "一、主要职能", "表1. 收支总表", "第三部分 情况说明", "一、收支预算总体情况");
        Assert.Equal("二、支出预算情况", Assert.Single(document.Check<ContentsAgainstBody>()).Printed);
    }

    [Theory]
    [InlineData("根据《规定》的通知青办文（【2019】14号），设立中心。", 1, "青办文〔2019〕14号")]
    [InlineData("依据云档〔2013〕2017号文件。", 1, null)]
    [InlineData("依据云档〔2013〕217号、青办文【2019】14号（试行）文件。", 0, null)]
    public void A_document_number_is_written_in_one_piece(string text, int findings, string? expected)
    {
        var found = new RuleCase().Say(text).Check<DocumentNumberForm>();
        Assert.Equal(findings, found.Count);
        Assert.All(found, f => Assert.Equal(expected, f.Expected));
    }

    [Theory]
    [InlineData("18“其他支出”5万元，用于工作。", 1)]
    [InlineData("18.“其他支出”5万元，用于工作。", 0)]
    public void An_ordinal_among_others_is_followed_by_its_stop(string item, int findings) =>
        Assert.Equal(findings, new RuleCase().Say("17.“办公支出”3万元。").Say(item).Say("19.“会议支出”2万元。").Check<OrdinalsWithoutStop>().Count);

    [Fact]
    public void A_number_before_a_quotation_is_no_ordinal_by_itself() =>
        Assert.Empty(new RuleCase().Say("共办理事项").Say("18“一网通办”事项。").Say("19.会议支出2万元。").Check<OrdinalsWithoutStop>());

    [Theory]
    [InlineData("本部门没有国有资本经营预算支出。", 0)]
    [InlineData("本部门收支平衡。", 1)]
    public void A_required_table_may_only_be_absent_with_a_word(string said, int findings)
    {
        var document = new RuleCase().Say(said);
        foreach (var title in new[] { "收支总表", "收入总表", "支出总表", "一般公共预算支出表" })
            document.Table(title, title, null, "合计|合计|合计=1.00");
        document.Known("国有资本经营预算支出表", "国有资本经营预算支出表");
        Assert.Equal(findings, document.Check<RequiredTables>().Count);
    }

    [Theory]
    [InlineData(null, "本年收支平衡。", Severity.Error)]
    [InlineData("注：政府性基金预算", "本年收支平衡。", Severity.Warning)]
    [InlineData("注：本单位无政府性基金", "本年收支平衡。", null)]
    [InlineData(null, "2024年没有使用政府性基金预算安排的支出。", null)]
    public void An_empty_table_needs_a_note_or_a_sentence(string? note, string said, Severity? severity)
    {
        var findings = new RuleCase().Table("政府性基金预算支出表", null, note, "合计|合计|合计=—").Say(said).Check<EmptyTables>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
    }

    [Fact]
    public void A_title_without_its_table_may_be_a_picture() =>
        Assert.Equal(Severity.Warning, Assert.Single(new RuleCase().Table("收入总表", null, null).Say("本年收支平衡。").Check<EmptyTables>()).Severity);

    [Theory]
    [InlineData("比上年减少0.15万元，下降（增长）27.78%。", Severity.Error)]
    [InlineData("比上年增加(减少)0万元。", Severity.Warning)]
    [InlineData("比上年增加3.20万元（不含上年结转）。", null)]
    [InlineData("决算数大小于预算数的主要原因是节约。", Severity.Error)]
    [InlineData("比2023年度减增加3.20万元。", Severity.Error)]
    public void Choices_of_the_form_are_made(string text, Severity? severity)
    {
        var findings = new RuleCase().Say(text).Check<OpenChoices>();
        Assert.Equal(severity, findings.Count == 0 ? null : Assert.Single(findings).Severity);
    }

    [Theory]
    [InlineData("青禾区档案保护中心部门（单位）共有车辆0辆。", 1)]
    [InlineData("列明公务接待2批次。", 1)]
    [InlineData("事业单位4家，具体包括（列示至基层预算单位）：", 1)]
    [InlineData("涉及资金5万元。（编报目标的项目数量、单位数量、预算金额等）", 1)]
    [InlineData("涉及资金5万元（含人员经费等）。", 0)]
    [InlineData("根据本部门的其他名词补充解释。", 1)]
    [InlineData("截至××年共有资产___万元。", 2)]
    [InlineData("本部门（单位）共有车辆0辆，预算中列明的项目均已执行。", 0)]
    public void Words_of_the_form_do_not_stay(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<TemplateWords>().Count);

    [Theory]
    [InlineData("长期目标（截止　　年）", 1)]
    [InlineData("长期目标（截止 2026 年）", 0)]
    [InlineData("截至年末共有档案3万卷", 0)]
    [InlineData("签名：    年  月  日", 0)]
    public void Years_are_filled_in(string line, int findings) => Assert.Equal(findings, new RuleCase().Lines(line).Check<EmptyDates>().Count);

    [Theory]
    [InlineData("平均得分99分（其中，优秀3个。", 1)]
    [InlineData("平均得分99分（其中，优秀3个)。", 0)]
    [InlineData("1）修缮库房；2）整理档案（含“红色”档案）。", 0)]
    [InlineData("修缮“库房。", 1)]
    public void Brackets_and_quotes_come_in_pairs(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<OpenBrackets>().Count);

    [Fact]
    public void A_bracket_may_close_in_the_next_paragraph_of_its_section() =>
        Assert.Empty(new RuleCase().Say("收入包括（其中：").Say("财政拨款3万元）。").Check<OpenBrackets>());

    [Theory]
    [InlineData("减少11.1%。，其中：", 1)]
    [InlineData("减少11.1%，其中：一是……。", 0)]
    public void Punctuation_is_not_doubled(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<DoubledPunctuation>().Count);

    [Theory]
    [InlineData("档案修复档案修复支出3万元。", 1)]
    [InlineData("主要主要用于修缮。", 1)]
    [InlineData("档案馆（款）档案馆（项）3万元，2024年年初预算3万元。", 0)]
    public void Words_are_not_written_twice(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<RepeatedWords>().Count);

    [Fact]
    public void A_full_stop_where_all_like_sentences_have_a_comma_is_found()
    {
        var document = new RuleCase();
        for (var i = 0; i < 4; i++)
            document.Say("支出决算为1.00万元，完成年初预算的100%。");
        Assert.Empty(document.Check<StopInSentence>());
        document.Say("支出决算为2.00万元。完成年初预算的100%。");
        Assert.Single(document.Check<StopInSentence>());
    }

    [Theory]
    [InlineData("3.保管档案", "5.其他任务。", 1)]
    [InlineData("3.保管档案。", "5.其他任务", 0)]
    public void Items_end_with_a_full_stop_but_the_last_need_not(string third, string last, int findings) =>
        Assert.Equal(findings, new RuleCase().Say("1.收集档案。").Say("2.整理档案。").Say(third).Say("4.利用档案。").Say(last).Check<ItemsWithoutStop>().Count);

    [Theory]
    [InlineData("区财政拔款3万元。", 1)]
    [InlineData("区财政拨款3万元，2024年未支付。", 0)]
    [InlineData("支出预算0万元，与2023年预算增加持平。", 1)]
    public void Common_slips_of_the_pen_are_found(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<CommonTypos>().Count);

    [Theory]
    [InlineData("较上一度增加3万元。", 1)]
    [InlineData("较上一年度增加3万元，2024年年初预算5万元。", 0)]
    [InlineData("青禾区档案保护中心202年度部门预算情况。", 1)]
    [InlineData("档案205件，2024年度部门预算情况。", 0)]
    public void Words_for_years_are_whole(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<YearWords>().Count);

    [Theory]
    [InlineData("青禾区档案保护中心2023年部门预算表", 1)]
    [InlineData("青禾区档案保护中心2024年部门预算表", 0)]
    [InlineData("与2023年部门预算比较表", 0)]
    public void Titles_bear_the_year_of_the_document(string line, int findings) => Assert.Equal(findings, new RuleCase().Lines(line).Check<TitleYears>().Count);

    [Theory]
    [InlineData("纳入2023年部门预算编制范围的单位1个。", 1)]
    [InlineData("截至2023年12月31日，共有车辆0辆。", 0)]
    [InlineData("截至2020年12月31日，共有车辆0辆。", 1)]
    public void Scope_and_asset_day_fit_the_year(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<TitleYears>().Count);

    [Fact]
    public void Every_rule_has_an_id_of_its_own_and_a_sentence()
    {
        Assert.Equal(RuleRegister.All.Count, RuleRegister.All.Select(r => r.Info.Id).Distinct().Count());
        Assert.All(RuleRegister.All, r => Assert.True(r.Info.Sentence.Length >= 8, r.Info.Id));
    }

    [Fact]
    public void A_document_without_anything_breaks_no_rule()
    {
        var empty = new RuleCase();
        Assert.Empty(empty.Check<PartHeadings>());
        Assert.Empty(empty.Check<RequiredTables>());
        Assert.Empty(empty.Check<TitleYears>());
    }

    [Fact]
    public void A_title_with_nothing_below_it_is_told_as_such()
    {
        var document = new RuleCase().Known("收入总表", "收入总表").Lines("表2 收入总表");
        foreach (var id in new[] { "收支总表", "支出总表", "财政拨款收支总表", "一般公共预算支出表" })
            document.Table(id, id, null, "201|一般公共服务支出|合计=1.00");
        var finding = Assert.Single(document.Check<RequiredTables>());
        Assert.Equal((Severity.Warning, "收入总表"), (finding.Severity, finding.Statement));
    }

    [Theory]
    [InlineData("（该项名词解释请根据部门收入的实际情况进行解释）", 1)]
    [InlineData("根据本部门使用的其他专用名词补充解释。", 1)]
    [InlineData("请按照规定的时间申报。", 0)]
    [InlineData("单位构成（仅有一个单位的部门，本部分内容为“机构设置”）", 1)]
    public void An_instruction_to_the_writer_is_an_error(string text, int findings)
    {
        var found = new RuleCase().Say("其他收入：指上述以外的收入。" + text, "第四部分名词解释").Check<TemplateWords>();
        Assert.Equal(findings, found.Count(f => f.Severity == Severity.Error));
        Assert.Equal(findings, found.Count);
    }

    [Theory]
    [InlineData("主要原因是主要是因为雨水多。", 1)]
    [InlineData("主要原因是雨水多，主要是因为季节。", 0)]
    public void A_reason_is_announced_once(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<RepeatedWords>().Count);

    [Theory]
    [InlineData("为中小學生服务。", "学")]
    [InlineData("跟踪资金使用and目标完成。", "和")]
    [InlineData("引进Python and R软件，为学生服务。", null)]
    public void Texts_are_in_simplified_Chinese(string text, string? expected) =>
        Assert.Equal(expected, new RuleCase().Say(text).Check<ForeignCharacters>() is [var only] ? only.Expected : null);

    [Fact]
    public void A_table_of_amounts_says_its_unit()
    {
        var document = new RuleCase().Table("收支总表", "收支总表", null, "201|一般公共服务支出|合计=1.00");
        Assert.Empty(document.Check<StatedUnits>());
        Assert.Single(document.In(null).Check<StatedUnits>());
    }

    [Theory]
    [InlineData("支出决算数小于年初预算数，支出决算数为3万元。", 0)]
    [InlineData("支出决算数为3万元，出决算数小于年初预算数的主要原因：节约。", 1)]
    public void What_is_left_of_a_word_is_found_beside_the_whole_word(string text, int findings) => Assert.Equal(findings, new RuleCase().Say(text).Check<CommonTypos>().Count);
}
