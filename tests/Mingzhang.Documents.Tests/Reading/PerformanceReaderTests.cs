using System.Text;
using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading.Performance;

namespace Mingzhang.Documents.Tests.Reading;

public class PerformanceReaderTests
{
    private static PerformanceReading Read(string text) => PerformanceReader.Read(Shared.Must(Shared.Read("样本.txt", Encoding.UTF8.GetBytes(text))).Blocks);

    private static string Fields(PerformanceForm form) => string.Join('\n', form.Fields.Select(f => $"{f.Key}={f.Value}"));

    private static string Show(Indicator i) => $"{i.Goal}|{i.Level1}|{i.Level2}|{i.Level3}|{string.Join(',', i.Values.Select(v => $"{v.Key}={v.Value}"))}|{i.Weight}|{i.Score}";

    [Fact]
    public void A_form_of_known_cells_gives_pairs_inner_tables_and_indicators_with_merged_levels()
    {
        // One cell a line: merged header cells are not repeated, so headers are narrower than the rows below.
        var text = """
            表3、某局某年项目支出绩效目标表
            某年项目绩效目标表
            申报日期：某日          单位：万元
            	项目名称
            	宣传经费
            	项目编码
            	T001

            	项目负责人
            	
            	联系电话
            	0

            	项目资金来源
            	来源项目
            	金额

            	
            	合计
            	5.5

            	
            	单位资金
            	

            	项目支出明细测算

            	项目活动
            	活动内容
            表述
            	金额
            	备注

            	印制
            	印手册
            	2
            	

            	
            	印折页
            	3.5
            	

            	年度绩效目标表

            	目标名称
            	一级指标
            	二级指标
            	三级
            指标
            	指标值
            	指标值确定依据

            	
            	
            	
            	
            	前年
            	上年
            	预计当年
            实现
            	

            	绩效目标1
            	产出指标
            	数量指标
            	印制份数
            	
            	≥ 10 份
            	≥20份
            	计划标准

            	
            	
            	质量指标
            	合格率
            	90%
            	95%
            	96%
            	计划标准

            正文
            """;
        var reading = Read(text);
        var form = Assert.Single(reading.Forms);
        Assert.Equal(("项目绩效目标表", "宣传经费"), (form.Form, form.Project));
        Assert.Equal(
            """
            申报日期=某日
            单位=万元
            项目名称=宣传经费
            项目编码=T001
            联系电话=0
            项目资金来源/合计/金额=5.5
            项目支出明细测算/印手册/项目活动=印制
            项目支出明细测算/印手册/金额=2
            项目支出明细测算/印折页/项目活动=印制
            项目支出明细测算/印折页/金额=3.5
            """.ReplaceLineEndings("\n"),
            Fields(form));
        Assert.Equal(
            ["绩效目标1|产出指标|数量指标|印制份数|指标值/上年=≥10份,指标值/预计当年实现=≥20份,指标值确定依据=计划标准||",
             "绩效目标1|产出指标|质量指标|合格率|指标值/前年=90%,指标值/上年=95%,指标值/预计当年实现=96%,指标值确定依据=计划标准||"],
            form.Indicators.Select(Show));
        Assert.Equal(Array.IndexOf(text.Split('\n'), "\t绩效目标1") + 1, form.Indicators[0].At.Line);
        // The closing text is narrative, the table's number line is no form.
        Assert.Equal([1, 2, 3], reading.Consumed.Order());
    }

    [Fact]
    public void A_self_evaluation_gives_budget_execution_scores_and_group_weights()
    {
        var text = "2024 年度宣传项目绩效自评表\n\n单位名称： 填报日期：2025.1.1\n\n项目名称\t\t宣传\t\t\t\t\t\n主管部门\t\t某局\t\t项目实施单位\t\t某中心\t\n"
            + "预算执行情况（万元） (20 分)\t\t\t预算数(A)\t执行数 (B)\t执行率 (B/A)\t得分 (20 分*执行率)\t\n\t\t年度财政资金总额\t10\t5\t50%\t10\t\n"
            + "年度绩效目标 (80 分)\t一级指标\t二级指标\t三级指标\t\t年初目标值(A)\t实际完成值 (B)\t得分\n"
            + "\t产出指标 (50 分)\t数量指标\t场次\t\t≥4 场\t4 场\t25\n\t\t\t册数\t\t100\t80\t20\n总分\t85\t\t\t\t\t\t\n\n备注：\n\n1. 预算执行情况口径：略\n\n正文";
        var reading = Read(text);
        var form = Assert.Single(reading.Forms);
        Assert.Equal(
            "填报日期=2025.1.1\n项目名称=宣传\n主管部门=某局\n项目实施单位=某中心\n预算数=10\n执行数=5\n执行率=50%\n得分=10\n产出指标/分值=50\n总分=85",
            Fields(form));
        Assert.Equal(["|产出指标|数量指标|场次|年初目标值=≥4场,实际完成值=4场||25", "|产出指标|数量指标|册数|年初目标值=100,实际完成值=80||20"], form.Indicators.Select(Show));
        Assert.Equal([0, 1, 2, 3, 4], reading.Consumed.Order());
    }

    [Fact]
    public void A_total_behind_a_blank_cell_and_a_head_field_without_colon_are_read()
    {
        var text = "2024 年度修裱项目绩效自评表\n\n填报日期 2025.1.1\n\n项目名称\t\t修裱\t\t\t\t\t\n主管部门\t\t某局\t\t项目实施单位\t\t某馆\t\n"
            + "年度绩效目标 (80 分)\t一级指标\t二级指标\t三级指标\t\t年初目标值(A)\t实际完成值 (B)\t得分\n"
            + "\t产出指标 (50 分)\t数量指标\t卷数\t\t≥4 卷\t4 卷\t25\n总分\t\t85\t\t\t\t\t\n";
        var form = Assert.Single(Read(text).Forms);
        Assert.Contains("填报日期=2025.1.1", Fields(form), StringComparison.Ordinal);
        Assert.Contains("总分=85", Fields(form), StringComparison.Ordinal);
        Assert.Single(form.Indicators);
    }

    [Fact]
    public void A_form_whose_upper_part_is_a_picture_is_named_by_its_reasons()
    {
        var form = Assert.Single(Read("总分\t97\n偏差大或目标未完成原因分析\t古籍修裱项目年初预算资金 5 万元，实际支出 4 万元。\n改进措施及结果应用方案\t加快支付。\n").Forms);
        Assert.Equal("古籍修裱项目", form.Project);
    }

    [Fact]
    public void Lines_without_reading_order_give_what_is_whole_on_each()
    {
        string[] lines =
        [
            "某馆 2023年部门项目申报表（含绩效目标）", "产 出 指 标", "活 动 内 容 表 述 金 额", "数 量 指 标 修 裱 卷 数 1卷 1卷", "满 意 度 指 标 服 务 对 象 满 意 度 读 者 满 意 度 ≥ 90% 计 划 标 准",
            "数 量 指 标 修 裱 卷 数 300卷 其 他", "经 济 成 本 指 标 在 预 算 内 完 成 预 算 内 完 成 其 他", "有 利 于 古 籍 传 承 是 其 他", "年 度 绩 效 目 标 1 修 裱 馆 藏 古 籍", "项 目 资 金 来 源", "来 源 项 目 金 额", "合 计 1. 8",
            "项 目 前 两 年 预 算 及 当 年 预 算", "变 动 情 况", "前 两 年 预 算 为 1. 5万 元", "项 目 总 预 算 1. 8 项 目 当 年 预 算 1. 8", "起 始 年 度 2023 终 止 年 度 2023", "项 目 属 性 持 续 性 项 目", "项 目 名 称 修 裱 项 目 编 码 1", "单 位 地 址 某 路 1号 邮 政 编 码 430050",
        ];
        var form = Assert.Single(Read(string.Join("\n\n", lines)).Forms);
        var fields = Fields(form);
        Assert.Contains("项目绩效总目标/年度绩效目标1/目标说明=修裱馆藏古籍", fields, StringComparison.Ordinal);
        Assert.Contains("项目资金来源/合计/金额=1.8", fields, StringComparison.Ordinal);
        Assert.Contains("项目前两年预算及当年预算变动情况=前两年预算为1.5万元", fields, StringComparison.Ordinal);
        Assert.Equal(
            ["|满意度指标|服务对象满意度|读者满意度|指标值=≥90%,指标值确定依据=计划标准||", "|产出指标|数量指标|修裱卷数|指标值=300卷,指标值确定依据=其他||", "|成本指标|经济成本指标|在预算内完成|指标值=预算内完成,指标值确定依据=其他||", "|||有利于古籍传承|指标值=是,指标值确定依据=其他||"],
            form.Indicators.Select(Show));
    }

    [Fact]
    public void A_whole_department_form_gives_income_and_spending_by_path()
    {
        var text = "表 13. 某局整体支出绩效目标表\n\n部门名称\t某局\t\t\t\t\t\t\n部门总体资金情况 (万元)\t总体资金情况\t\t\t当年预算收支\t占比\t近两年收支情况\t\n\t\t\t\t\t\t2020 年\t2021 年\n"
            + "\t收入构成\t财政拨款\t\t9.5\t100%\t4\t6\n\t支出构成\t基本支出\t\t1.5\t16%\t1\t2\n项目支出\t\t8\t84%\t3\t4\t\t\n年度目标 1:\t救助\t\t\t\t\t\t\n"
            + "年度绩效指标\t一级指标\t二级指标\t指标名称\t指标值\t\t\t绩效标准\n\t\t\t\t近两年指标值\t\t预期当年实现值\t\n\t\t\t\t2020 年\t2021 年\t\t\n\t产出指标\t数量指标\t人次\t1\t2\t3\t计划\n满意度指标\t服务对象满意度指标\t\t4\t5\t6\t\t\n";
        var form = Assert.Single(Read(text).Forms);
        Assert.Equal(("整体支出绩效目标表", null), (form.Form, form.Project));
        Assert.Contains("部门总体资金情况/收入构成/财政拨款/近两年收支情况/2021年=6", Fields(form), StringComparison.Ordinal);
        Assert.Contains("部门总体资金情况/支出构成/项目支出/当年预算收支=8", Fields(form), StringComparison.Ordinal);
        Assert.Equal(
            ["年度目标1：救助|产出指标|数量指标|人次|指标值/近两年指标值/2020年=1,指标值/近两年指标值/2021年=2,指标值/预期当年实现值=3,绩效标准=计划||",
             "年度目标1：救助|满意度指标|服务对象满意度指标||指标值/近两年指标值/2020年=4,指标值/近两年指标值/2021年=5,指标值/预期当年实现值=6||"],
            form.Indicators.Select(Show));
    }

    [Fact]
    public void Loose_lines_are_put_together_by_labels_level_words_and_closing_basis()
    {
        string[] lines =
        [
            "某局 2024 年项目支出绩效目标表（表十三）", "", "单位：万元", "", "项目名称 体检", "", "项目总预算 0.50 项目当年预算 0.50", "",
            "项目前两年预算及当年预", "", "算变动情况", "", "年度 预算数 执行数 执行率", "", "2022 1.00 0.90 90%", "",
            "项目当年资金来源", "", "来源项目 金额", "", "合计 0.50", "", "年度绩效目标表", "", "目标名称 一级指标 二级指标 三级指标", "", "指标值", "指标值确", "", "定依据前年 上年", "预计当年", "", "实现", "",
            "年度绩效目", "", "标 1", "", "成本指标 经济成本指标 费用标准", "≤8 元/", "", "人", "", "≤8 元/", "", "人", "", "≤8 元/", "", "人", "计划数据", "",
            "满意度指标", "服务对象满意", "", "度指标", "职工满", "", "意度 / / ≥ 95%", "年度工作", "", "计划", "",
            "某局 2024 年国有资本经营预算支出表（表十四）", "",
        ];
        var reading = Read(string.Join('\n', lines));
        var form = Assert.Single(reading.Forms);
        Assert.Equal(
            "单位=万元\n项目名称=体检\n项目总预算=0.50\n项目当年预算=0.50\n项目前两年预算及当年预算变动情况/2022/预算数=1.00\n项目前两年预算及当年预算变动情况/2022/执行数=0.90\n项目前两年预算及当年预算变动情况/2022/执行率=90%\n项目当年资金来源/合计/金额=0.50",
            Fields(form));
        Assert.Equal(
            ["年度绩效目标1|成本指标|经济成本指标|费用标准|指标值/前年=≤8元/人,指标值/上年=≤8元/人,指标值/预计当年实现=≤8元/人,指标值确定依据=计划数据||",
             "年度绩效目标1|满意度指标|服务对象满意度指标|职工满意度|指标值/前年=/,指标值/上年=/,指标值/预计当年实现=≥95%,指标值确定依据=年度工作计划||"],
            form.Indicators.Select(Show));
        Assert.DoesNotContain(Shared.Must(Shared.Read("a", Encoding.UTF8.GetBytes(string.Join('\n', lines)))).Blocks.Count - 1, reading.Consumed);
    }

    [Fact]
    public void A_table_of_contents_a_sentence_and_other_tables_are_no_forms()
    {
        var reading = Read("十三、部门整体支出绩效目标表\n十四、项目支出绩效目标表\n第三部分 说明\n按要求公开《整体绩效自评表》，项目名称如下。\n项目编码\t项目名称\t项目单位\t合计\n1\t甲\t某局\t2.00\n");
        Assert.Empty(reading.Forms);
        Assert.Empty(reading.Consumed);
    }

    [Theory]
    [InlineData("caidian-2025", "seeds/caidian-2025-budget.txt", 1.0, 0.99)]
    [InlineData("jiangan-2024", "seeds/jiangan-2024-budget.txt", 1.0, 1.0)]
    public void Indicators_and_fields_of_the_real_budgets_agree_with_gold(string name, string file, double indicators, double fields)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Shared.File($"gold/{name}.facts.json")));
        var forms = PerformanceReader.Read(Shared.Read(file).Blocks).Forms;
        var read = forms.SelectMany(f => f.Indicators).Select(i => Key(i.Level1, i.Level2, i.Level3, i.Values)).ToHashSet(StringComparer.Ordinal);
        var values = forms.SelectMany(f => f.Fields).Select(f => Squeeze(f.Value)).ToHashSet(StringComparer.Ordinal);
        var (allIndicators, goodIndicators, allFields, goodFields) = (0, 0, 0, 0);
        foreach (var fact in gold.RootElement.EnumerateArray())
        {
            if (fact.TryGetProperty("level1", out var level1))
            {
                var key = Key(level1.GetString(), fact.GetProperty("level2").GetString(), fact.GetProperty("level3").GetString(), fact.GetProperty("values").EnumerateObject().Select(v => new KeyValuePair<string, string>(v.Name, v.Value.GetString()!)));
                allIndicators++;
                goodIndicators += read.Contains(key) ? 1 : 0;
            }
            else if (fact.GetProperty("table").GetString()!.Contains("绩效", StringComparison.Ordinal))
            {
                var value = Squeeze(fact.GetProperty("value").GetString());
                allFields++;
                goodFields += values.Contains(value) || values.Contains(value + "%") ? 1 : 0;
            }
        }

        Assert.True(goodIndicators >= indicators * allIndicators, $"{goodIndicators} of {allIndicators} indicators");
        Assert.True(goodFields >= fields * allFields, $"{goodFields} of {allFields} fields");
    }

    private static string Key(string? one, string? two, string? three, IEnumerable<KeyValuePair<string, string>> values) =>
        $"{one}|{two}|{Squeeze(three)}|{string.Join(',', values.Select(v => $"{v.Key.Split('/')[^1]}={Squeeze(v.Value)}").Order(StringComparer.Ordinal))}";

    private static string Squeeze(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')').Replace('＞', '>');
}
