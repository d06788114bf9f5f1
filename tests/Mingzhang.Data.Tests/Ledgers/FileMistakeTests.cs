namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>Mistakes of the folder and of whole files. Each case changes the good sample and states what a person is told.</summary>
public sealed class FileMistakeTests
{
    [Fact]
    public void A_missing_settings_file()
    {
        using var folder = new SampleFolder();
        folder.Delete("台账.yaml");
        folder.Tells("台账.yaml：缺少这个文件：台账文件夹必须有它，写法见 docs/ledger-format.md。");
    }

    [Fact]
    public void A_missing_file_of_units_does_not_make_every_unit_unknown()
    {
        using var folder = new SampleFolder();
        folder.Delete("单位.csv");
        folder.Tells("单位.csv：缺少这个文件：台账文件夹必须有它，写法见 docs/ledger-format.md。");
    }

    [Fact]
    public void A_missing_file_of_projects_makes_its_projects_unknown()
    {
        using var folder = new SampleFolder();
        folder.Delete("项目.csv");
        folder.Tells(
            "预算支出.csv 第2行 项目编码“42010722202T000000118”：项目.csv 没有登记这个项目：请改正编码；或在项目.csv 中登记。",
            "预算支出.csv 第3行 项目编码“42010722202R000000101”：项目.csv 没有登记这个项目：请改正编码；或在项目.csv 中登记。");
    }

    [Fact]
    public void No_expenditure_at_all()
    {
        using var folder = new SampleFolder();
        folder.Delete("预算支出.csv");
        folder.Tells("预算支出.csv：缺少这个文件：预算支出.csv 和 决算支出.csv 至少要有一个。");
    }

    [Fact]
    public void A_file_with_a_mistyped_name()
    {
        using var folder = new SampleFolder();
        folder.Write("预算收人.csv", "单位代码,功能科目,资金来源,资金年度,金额(元)");
        folder.Tells("预算收人.csv：不认识这个文件，是否应为“预算收入.csv”：台账文件夹里可以有的文件见 docs/ledger-format.md，其他文件请移走。");
    }

    [Fact]
    public void A_workbook_instead_of_a_text_file()
    {
        using var folder = new SampleFolder();
        folder.Write("预算收入.xlsx");
        folder.Tells("预算收入.xlsx：台账文件夹只读 CSV 文件：请在表格软件中另存为“预算收入.csv”（CSV UTF-8），再把这个文件移走。");
    }

    [Fact]
    public void A_workbook_with_the_name_of_a_text_file()
    {
        using var folder = new SampleFolder();
        folder.Write("预算收入.csv", "PK\u0003\u0004…");
        folder.Tells("预算收入.csv：这是 Excel 工作簿，不是文本文件：请用“另存为”选“CSV UTF-8（逗号分隔）”。");
    }

    [Fact]
    public void An_empty_file()
    {
        using var folder = new SampleFolder();
        folder.Write("预算支出.csv");
        folder.Tells("预算支出.csv：文件是空的：第一行应是表头，各列为单位代码、项目编码、支出类别、功能科目、经济科目、资金来源、资金年度、金额(元)。");
    }

    [Fact]
    public void A_column_nobody_knows()
    {
        using var folder = new SampleFolder();
        folder.Write("三公经费.csv", "经济科目,全年预算数(元),备注", "30217,8000,");
        folder.Tells("三公经费.csv 第1行 备注：不认识“备注”列：表头应为经济科目、全年预算数(元)，请改名或删去此列。");
    }

    [Fact]
    public void A_missing_column()
    {
        using var folder = new SampleFolder();
        folder.Write("三公经费.csv", "经济科目,预算数(元)", "30217,8000");
        folder.Tells(
            "三公经费.csv 第1行 预算数(元)：不认识“预算数(元)”列：表头应为经济科目、全年预算数(元)，请改名或删去此列。",
            "三公经费.csv 第1行 全年预算数(元)：缺少“全年预算数(元)”列：表头应有经济科目、全年预算数(元)。");
    }

    [Fact]
    public void A_column_that_stands_twice()
    {
        using var folder = new SampleFolder();
        folder.Write("三公经费.csv", "经济科目,全年预算数(元),经济科目", "30217,8000,30217");
        folder.Tells("三公经费.csv 第1行 经济科目：“经济科目”列出现两次：请删去一列。");
    }

    [Fact]
    public void A_quote_without_its_partner()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "预算支出.csv",
            SampleFolder.ExpenditureHeader,
            "202001,\"42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),本年,200000.00",
            "202001,42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),本年,200000.00");
        folder.Tells("预算支出.csv 第2行：引号不成对，或单元格里有换行：含逗号或引号的内容要用英文双引号括起，内容里的双引号写两个，换行须去掉。");
    }

    [Fact]
    public void A_comma_within_an_amount()
    {
        using var folder = new SampleFolder();
        folder.Write("预算支出.csv", SampleFolder.ExpenditureHeader, "202001,42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),本年,200,000.00");
        folder.Tells("预算支出.csv 第2行“000.00”：第9格没有对应的表头：请检查是否多了逗号，数字中的千分位逗号须去掉或用双引号括起。");
    }

    [Fact]
    public void Two_lines_with_the_same_dimensions()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "预算支出.csv",
            SampleFolder.ExpenditureHeader,
            "202001,42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),本年,200000.00",
            "",
            "202001,42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),本年,5");
        folder.Tells("预算支出.csv 第4行：与第2行各项完全相同：请把金额并入一行，或改正其中一项。");
    }

    [Fact]
    public void All_mistakes_of_a_folder_at_once()
    {
        using var folder = new SampleFolder();
        folder.Write("台账.yaml", "机构: 某区医疗保障局", "年度: 2040", "预算版本: wuhan-2024-budget", "口径: 部门");
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,某区医疗保障局本级,202,机关", "202002,某区医疗保障服务中心,202,事业");
        folder.Write(
            "预算支出.csv",
            SampleFolder.ExpenditureHeader,
            "202009,42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),本年,二十万",
            "202001,42010722202T000000118,特定目标类,999,30227,经费拨款(补助),今年,200000.00");
        folder.Tells(
            "台账.yaml 第2行 年度“2040”：年度应是 2015 至 2035 之间的四位数，例如 2024。",
            "单位.csv 第3行 性质“机关”：应填“行政”、“参公”、“事业”之一。",
            "预算支出.csv 第2行 单位代码“202009”：单位.csv 没有登记这个单位：请改正代码，最接近的是 202001 某区医疗保障局本级、202002 某区医疗保障服务中心；或在单位.csv 中登记。",
            "预算支出.csv 第2行 金额(元)“二十万”：不是数字：只填阿拉伯数字，单位为元，例如 1234.50。",
            "预算支出.csv 第3行 资金年度“今年”：应填“本年”、“上年结转”之一。");
    }
}
