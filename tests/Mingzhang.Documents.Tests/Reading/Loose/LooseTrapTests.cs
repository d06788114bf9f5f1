using Mingzhang.Documents.Reading.Loose;

namespace Mingzhang.Documents.Tests.Reading.Loose;

public class LooseTrapTests
{
    [Fact]
    public void Amounts_with_blanks_inside_are_parted_from_labels_grown_to_them()
    {
        var reading = LooseLines.Read("wuhan-2023-budget", "表1.某市某局2023年部门收支总表", """
            部门：某市某局 单位：万元
            项 目 预算数 项 目 预算数
            一、一般公共预算拨款收入 1, 020. 50一、一般公共服务支出 20. 50
            二、政府性基金预算拨款收入 0. 00二、公共安全支出 1, 000. 00
            本年收入合计 1, 020. 50本年支出合计 1020. 50
            收 入 总 计 1, 020. 50支 出 总 计 1020. 50
            收支总表
            收 入 支 出
            """);
        Assert.Equal("预算数=1,020.50", LooseLines.Row(reading, "收入/一般公共预算拨款收入"));
        Assert.Equal("预算数=0.00", LooseLines.Row(reading, "收入/政府性基金预算拨款收入"));
        Assert.Equal("预算数=20.50", LooseLines.Row(reading, "支出/一般公共服务支出"));
        Assert.Equal("预算数=1,000.00", LooseLines.Row(reading, "支出/公共安全支出"));
        Assert.Equal("预算数=1020.50", LooseLines.Row(reading, "支出/支出总计"));
        Assert.Equal(8, reading.Statement.Rows.Count);
    }

    [Fact]
    public void Amounts_behind_those_of_the_row_beside_belong_to_the_label_begun_above()
    {
        var reading = LooseLines.Read("shanghai-2026-budget", "2026年部门财政拨款收支预算总表", """
            编制部门：某市某区某局 单位：元
            财政拨款收入 财政拨款支出
            项目 预算数 项目 合计 一般公共预算 政府性基金预算 国有资本经营预算
            一、社会保障和就业
            一、一般公共预算 900.00 700.00 700.00 0.00 0.00
            支出
            二、政府性基金预算 300.00 二、城乡社区支出 500.00 200.00 300.00 0.00
            三、国有资本经营预
            算
            收入总计 1,200.00 支出总计 1,200.00 900.00 300.00 0.00
            """);
        Assert.Equal("预算数=900.00", LooseLines.Row(reading, "收入/一般公共预算"));
        Assert.Equal("合计=700.00 一般公共预算=700.00 政府性基金预算=0.00 国有资本经营预算=0.00", LooseLines.Row(reading, "支出/社会保障和就业支出"));
        Assert.Equal("合计=500.00 一般公共预算=200.00 政府性基金预算=300.00 国有资本经营预算=0.00", LooseLines.Row(reading, "支出/城乡社区支出"));
    }

    [Fact]
    public void The_column_of_many_children_is_settled_by_a_parent_that_leaves_the_other_blank()
    {
        static string Yuan(int thousands) => (thousands * 1000).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
        var amounts = Enumerable.Range(1, 19).Select(i => (i * 1700) + (i * i)).ToList();
        var children = string.Join('\n', amounts.Select((a, i) => $"302 {i + 1:00} 费用 {Yuan(a)} {Yuan(a)}"));
        var sum = amounts.Sum();
        var reading = LooseLines.Read("shanghai-2026-budget", "2026年部门一般公共预算基本支出部门预算经济分类预算表", $"""
            编制部门：某市某区某局 单位：元
            项目 一般公共预算基本支出
            编码 经济分类科目名称 合计 人员经费 公用经费
            301 工资福利支出 50,000 50,000
            301 01 基本工资 50,000 50,000
            302 商品和服务支出 {Yuan(sum)} {Yuan(sum)}
            {children}
            合计 {Yuan(sum + 50)} 50,000 {Yuan(sum)}
            """);
        Assert.All(reading.Statement.Rows.Where(r => r.Key.StartsWith("302", StringComparison.Ordinal)), r =>
        {
            Assert.All(r.Cells, c => Assert.True(c.Sure, r.Key));
            Assert.Equal(["合计", "公用经费"], r.Cells.Select(c => c.Column.Leaf));
        });
    }

    [Fact]
    public void Three_sides_on_the_same_lines_keep_their_broken_labels_apart()
    {
        var reading = LooseLines.Read("jiangan-2024-budget", "某局 2024 年部门收支总表（表一）", """
            单位：万元
            收 入 支 出
            项目 预算数 项目（按功能分类） 预算数
            项目(按支出性质和经济
            分类)
            预算数
            一、财政拨款收入 30.00
            201 一般公共服务支
            出
            一、基本支出 12.00
            其中：一般公共预算
            拨款
            30.00 204 公共安全支出 工资福利支出 10.00
            207 文化旅游体育与
            传媒支出
            30.00
            对个人和家庭的补
            助
            商品和服务支出 2.00
            二、项目支出 18.00
            本年收入合计 30.00 本年支出合计 30.00 本年支出合计 30.00
            八、上年结转 结转下年 六、结转下年
            收入总计 30.00 支出总计 30.00 支出总计 30.00
            """);
        Assert.Equal("预算数=30.00", LooseLines.Row(reading, "207"));
        Assert.Equal("", LooseLines.Row(reading, "201"));
        Assert.Equal("预算数=12.00", LooseLines.Row(reading, "支出/基本支出"));
        Assert.Equal("预算数=2.00", LooseLines.Row(reading, "支出/商品和服务支出"));
        Assert.Equal("一般公共服务支出", reading.Statement.Rows.First(r => r.Key == "201").Name);
        Assert.Equal(13, reading.Statement.Rows.Count(r => r.Cells.Count > 0));
    }

    [Fact]
    public void The_figure_beside_the_middle_line_of_a_label_belongs_to_the_label()
    {
        var reading = LooseLines.Read("jiangan-2024-budget", "某局 2024 年财政拨款收支预算总表（表四）", """
            一、财政预算拨款 8.00 一、一般公共服务
            收入 支出
            其中：一般公
            共预算拨 8.00
            款
            本年收入合计 8.00 本年支出合计 8.00 8.00
            收 入 总 计 8.00 支 出 总 计 8.00 8.00
            """);
        Assert.Equal("预算数=8.00", LooseLines.Row(reading, "收入/财政预算拨款收入"));
        Assert.Equal("预算数=8.00", LooseLines.Row(reading, "收入/其中：一般公共预算拨款"));
        Assert.StartsWith("合计=8.00 一般公共预算=8.00", LooseLines.Row(reading, "支出/本年支出合计"), StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_are_found_again_by_sums_down_and_across()
    {
        var reading = LooseLines.Read("wuhan-2023-budget", "2023年一般公共预算支出表", """
            科目编码 科目名称 合计
            基本支出
            项目支出
            小计 人员经费 公用经费
            1 2 3=4+7 4=5+6 5 6 7
            合计 100.00 60.00 50.00 10.00 40.00
            208 社会保障和就业支出 20.00 20.00 20.00
            20805
            行政事业单位养
            老支出
            20.00 20.00 20.00
            2080505 机关事业单位基本养老保险 20.00 20.00 20.00
            缴费支出
            210 卫生健康支出 80.00 40.00 30.00 10.00 40.00
            21015 医疗保障管理事务 80.00 40.00 30.00 10.00 40.00
            2101501 行政运行 40.00 40.00 30.00 10.00
            2101502 一般行政管理事务 40.00 40.00
            """);
        Assert.Equal("合计=20.00 基本支出/小计=20.00 基本支出/人员经费=20.00", LooseLines.Row(reading, "208"));
        Assert.Equal("合计=40.00 项目支出=40.00", LooseLines.Row(reading, "2101502"));
        Assert.Equal("行政事业单位养老支出", reading.Statement.Rows[2].Name);
        Assert.Equal("机关事业单位基本养老保险缴费支出", reading.Statement.Rows[3].Name);
    }

    [Fact]
    public void What_arithmetic_leaves_open_is_not_sure_and_evidence_settles_it()
    {
        const string Text = """
            功能科目编码 科目名称 总计 基本支出 项目支出
            合计 30.00 10.00 20.00
            201 一般公共服务支出 30.00 10.00 20.00
            """;
        var open = LooseLines.Read("jiangan-2024-budget", "2024 年支出总表（表三）", Text);
        Assert.Equal("总计=30.00 基本支出=10.00? 项目支出=20.00?", LooseLines.Row(open, "合计"));
        var settled = LooseLines.Read("jiangan-2024-budget", "2024 年支出总表（表三）", Text, new Dictionary<FormCellName, decimal>
        {
            [new("支出总表", "合计", "基本支出")] = 10m,
            [new("支出总表", "合计", "项目支出")] = 20m,
        });
        Assert.Equal("总计=30.00 基本支出=10.00 项目支出=20.00", LooseLines.Row(settled, "合计"));
        Assert.Equal("总计=30.00 基本支出=10.00 项目支出=20.00", LooseLines.Row(settled, "201"));
    }

    [Fact]
    public void A_wrong_total_is_read_as_it_is_printed_and_drives_no_figure_out_of_its_column()
    {
        var reading = LooseLines.Read("jiangan-2024-budget", "2024 年支出总表（表三）", """
            合计 31.00 31.00
            201 一般公共服务支出 30.00 30.00
            20101 人大事务 30.00 30.00
            """);
        Assert.StartsWith("总计=31.00 基本支出=31.00", LooseLines.Row(reading, "合计"), StringComparison.Ordinal);
        Assert.StartsWith("总计=30.00 基本支出=30.00", LooseLines.Row(reading, "201"), StringComparison.Ordinal);
    }

    [Fact]
    public void Projects_keep_their_units_apart_and_a_total_needs_no_label()
    {
        var reading = LooseLines.Read("wuhan-2023-budget", "表 10.2023年项目支出表", """
            一般公共预算
            政府性基
            金预算
            7.50 7.50 0.00 0.00 0.00 0.00 0.00 0.00 0.00
            099 某局 7.50 7.50 0.00 0.00 0.00 0.00 0.00 0.00 0.00
            099001 某局本级 7.50 7.50 0.00 0.00 0.00 0.00 0.00 0.00 0.00
            31 本级支出项目 7.50 7.50 0.00 0.00 0.00 0.00 0.00 0.00 0.00
            42019923099T000000101
            档案整理、数字化及安全维护经
            费
            某局本级
            7.50 7.50 0.00 0.00 0.00 0.00 0.00 0.00 0.00
            项目名称 项目单位 合计
            财政专户
            管理资金 单位资金
            """);
        Assert.Equal(5, reading.Statement.Rows.Count);
        Assert.Equal(("合计", ""), (reading.Statement.Rows[0].Key, reading.Statement.Rows[0].Name));
        var project = reading.Statement.Rows[4];
        Assert.Equal("档案整理、数字化及安全维护经费", project.Name);
        Assert.Equal("某局本级", project.Cells.Single(c => c.Figure is null).Text);
    }

    [Fact]
    public void Words_and_numbers_of_a_record_find_their_columns()
    {
        var reading = LooseLines.Read("jiangan-2024-budget", "某局 2024 年政府采购支出情况表（表十）", """
            1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17
            合计 6.50 6.50 0 0 0 0 0 0 0 0 0
            日常公
            用支出
            货物
            类
            档案
            盒
            2.00 批 电子商城 1.50 1.50
            库房维护
            支出
            服务
            类
            消杀
            服务
            1.00 年 公开招标 5.00 5.00
            """);
        Assert.Equal("采购数量=2.00 资金来源/总计=1.50 资金来源/一般公共预算财政拨款收入=1.50", LooseLines.Row(reading, "日常公用支出/档案盒"));
        var record = reading.Statement.Rows[2];
        Assert.Equal("库房维护支出/消杀服务", record.Key);
        Assert.Equal(["库房维护支出", "服务类", "消杀服务", "年", "公开招标"], record.Cells.Where(c => c.Figure is null).Select(c => c.Text));
    }

    [Fact]
    public void An_empty_table_keeps_its_note()
    {
        var reading = LooseLines.Read("wuhan-2023-budget", "2023年政府性基金预算支出表", """
            部门：某局 单位：万元
            合计 基本支出 项目支出
            科目编码 科目名称
            说明：2023年本部门未安排政府性基金预算的支出
            """);
        Assert.True(reading.Statement.IsEmpty);
        Assert.Empty(reading.Statement.Rows);
        Assert.StartsWith("说明：", reading.Statement.Note, StringComparison.Ordinal);
    }
}
