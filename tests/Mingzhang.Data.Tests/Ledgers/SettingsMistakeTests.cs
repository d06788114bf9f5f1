namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>Mistakes in 台账.yaml. Each case changes the good sample and states what a person is told.</summary>
public sealed class SettingsMistakeTests
{
    [Fact]
    public void An_agency_that_is_missing_or_empty()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构:", "年度: 2024", "预算版本: wuhan-2024-budget");
        folder.Tells(
            "台账.yaml 第1行 机构：未填，此项必填。",
            "台账.yaml 口径：未填，此项必填。");
    }

    [Fact]
    public void A_year_outside_the_range()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2014", "预算版本: wuhan-2024-budget", "口径: 部门");
        folder.Tells("台账.yaml 第2行 年度“2014”：年度应是 2015 至 2035 之间的四位数，例如 2024。");
    }

    [Fact]
    public void A_year_that_is_no_number()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2024年", "预算版本: wuhan-2024-budget", "口径: 部门");
        folder.Tells("台账.yaml 第2行 年度“2024年”：年度应是 2015 至 2035 之间的四位数，例如 2024。");
    }

    [Fact]
    public void A_year_before_the_oldest_classification()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2019", "预算版本: wuhan-2024-budget", "口径: 部门");
        folder.Tells("台账.yaml 年度“2019”：没有2019年的功能分类、部门经济分类：请在 data/classifications/ 中增加，做法见该目录的 README.md。");
    }

    [Fact]
    public void A_scope_nobody_knows()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2024", "预算版本: wuhan-2024-budget", "口径: 局");
        folder.Tells("台账.yaml 第4行 口径“局”：应填“部门”（含所属单位汇总）或“单位”。");
    }

    [Fact]
    public void A_setting_nobody_knows()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2024", "预算版本: wuhan-2024-budget", "口径: 部门", "电话: 1");
        folder.Tells("台账.yaml 第5行 电话“1”：不认识这一项：应为机构、简称、年度、预算版本、决算版本、口径、决算差异，请改名或删去。");
    }

    [Fact]
    public void A_setting_that_stands_twice()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2024", "预算版本: wuhan-2024-budget", "口径: 部门", "年度: 2025");
        folder.Tells("台账.yaml 第5行 年度“2025”：与第2行重复：请删去一行。");
    }

    [Fact]
    public void A_setting_with_several_values()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2024", "预算版本: wuhan-2024-budget", "口径: 部门", "简称:", "  - 甲", "  - 乙");
        folder.Tells("台账.yaml 第5行 简称：这一项只能填一个值，写成“名称: 值”。");
    }

    [Fact]
    public void A_full_width_colon()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构：某区医疗保障局");
        folder.Tells("台账.yaml 第1行：每行应写成“名称: 值”，冒号用英文冒号，后面空一格；应有机构、简称、年度、预算版本、决算版本、口径、决算差异。");
    }

    [Fact]
    public void A_full_width_colon_in_one_line()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度：2024", "预算版本: wuhan-2024-budget", "口径: 部门");
        folder.Tells("台账.yaml 第2行：第1列起格式有误：每行写成“名称: 值”，冒号用英文冒号、后面空一格，行首不要缩进，引号要成对。");
    }

    [Fact]
    public void A_quote_without_its_partner()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: \"某区医疗保障局", "年度: 2024", "预算版本: wuhan-2024-budget", "口径: 部门");
        folder.Tells("台账.yaml 第1行：第5列起格式有误：每行写成“名称: 值”，冒号用英文冒号、后面空一格，行首不要缩进，引号要成对。");
    }

    [Fact]
    public void A_tab_before_a_value()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 甲", "\t年度: 2024");
        folder.Tells("台账.yaml 第1行：第5列起格式有误：每行写成“名称: 值”，冒号用英文冒号、后面空一格，行首不要缩进，引号要成对。");
    }

    [Fact]
    public void An_empty_file()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml");
        folder.Tells("台账.yaml：文件是空的：请逐行填写机构、简称、年度、预算版本、决算版本、口径、决算差异，写成“名称: 值”。");
    }

    [Fact]
    public void Lines_of_a_stage_without_its_edition()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2024", "口径: 部门");
        folder.Tells("台账.yaml 预算版本：未填：有 预算支出.csv 就要填预算版本。");
    }

    [Fact]
    public void An_edition_without_its_lines()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2024", "预算版本: wuhan-2024-budget", "口径: 部门", "决算版本: wuhan-2024-final");
        folder.Tells("决算支出.csv：缺少这个文件：台账.yaml 填了决算版本；没有的话请删去那一项。");
    }
}
