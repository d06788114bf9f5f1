namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>Mistakes in the files of income, balances, procurement and “三公”经费. Each case changes the good sample and states what a person is told.</summary>
public sealed class OtherFileMistakeTests
{
    [Fact]
    public void Carried_money_among_the_income()
    {
        using var folder = new SampleFolder();
        folder.Write("预算收入.csv", "单位代码,功能科目,资金来源,资金年度,金额(元)", "202001,2101502,一般公共预算,上年结转,1");
        folder.Tells("预算收入.csv 第2行 资金年度“上年结转”：收入只记本年的资金：上年结转请记在结转结余.csv，事项填“年初结转和结余”。");
    }

    [Fact]
    public void An_unknown_function_of_income()
    {
        using var folder = new SampleFolder();
        folder.Write("预算收入.csv", "单位代码,功能科目,资金来源,资金年度,金额(元)", "202001,2101599x,一般公共预算,本年,1");
        folder.Tells("预算收入.csv 第2行 功能科目“2101599x”：2024年功能分类没有这个编码：应填7位的项级编码，最接近的是 2101599 其他医疗保障管理事务支出、2101199 其他行政事业单位医疗支出、2101299 财政对其他基本医疗保险基金的补助。确有此科目的，请补入 data/classifications/功能分类-2022.csv。");
    }

    [Fact]
    public void An_unknown_stage_of_a_balance()
    {
        using var folder = new SampleFolder();
        folder.Write("结转结余.csv", "阶段,事项,单位代码,功能科目,资金来源,金额(元)", "概算,年初结转和结余,202001,,其他收入,1");
        folder.Tells("结转结余.csv 第2行 阶段“概算”：应填“预算”、“决算”之一。");
    }

    [Fact]
    public void An_unknown_kind_of_balance()
    {
        using var folder = new SampleFolder();
        folder.Write("结转结余.csv", "阶段,事项,单位代码,功能科目,资金来源,金额(元)", "决算,年初结转,202001,,其他收入,1");
        folder.Tells("结转结余.csv 第2行 事项“年初结转”：应填“年初结转和结余”、“年末结转和结余”、“使用非财政拨款结余”、“结余分配”之一。");
    }

    [Fact]
    public void A_balance_that_stands_twice()
    {
        using var folder = new SampleFolder();
        folder.Write("结转结余.csv", "阶段,事项,单位代码,功能科目,资金来源,金额(元)", "决算,年末结转和结余,202001,,其他收入,1", "决算,年末结转和结余,202001,,其他收入,2");
        folder.Tells("结转结余.csv 第3行：与第2行各项完全相同：请把金额并入一行，或改正其中一项。");
    }

    [Fact]
    public void A_procurement_with_a_unit_in_its_quantity()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "政府采购.csv",
            "单位代码,项目,采购品目,功能科目,经济科目,资金来源,资金性质,数量,单价(元),计量单位,金额(元),面向中小企业(元),面向小微企业(元)",
            "202001,医疗保障工作经费,[C0803]审计服务,2101502,30227,,年初安排,1批,18000,批,18000,0,18000");
        folder.Tells("政府采购.csv 第2行 数量“1批”：不是数量：只填阿拉伯数字，例如 8 或 2.5，计量单位填在“计量单位”列。");
    }

    [Fact]
    public void A_procurement_below_zero()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "政府采购.csv",
            "单位代码,项目,采购品目,功能科目,经济科目,资金来源,资金性质,数量,单价(元),计量单位,金额(元),面向中小企业(元),面向小微企业(元)",
            "202001,医疗保障工作经费,[C0803]审计服务,2101502,30227,,年初安排,1,18000,批,18000,-1,18000");
        folder.Tells("政府采购.csv 第2行 面向中小企业(元)“-1”：不能是负数。");
    }

    [Fact]
    public void A_procurement_that_stands_twice()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "政府采购.csv",
            "单位代码,项目,采购品目,功能科目,经济科目,资金来源,资金性质,数量,单价(元),计量单位,金额(元),面向中小企业(元),面向小微企业(元)",
            "202001,医疗保障工作经费,[C0803]审计服务,2101502,30227,,年初安排,1,18000,批,18000,0,18000",
            "202001,医疗保障工作经费,[C0803]审计服务,2101502,30227,,年初安排,1,18000,批,18000,0,18000");
        folder.Tells("政府采购.csv 第3行：与第2行各项完全相同：请并入一行，或改正其中一项。");
    }

    [Fact]
    public void A_procurement_without_item()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "政府采购.csv",
            "单位代码,项目,采购品目,功能科目,经济科目,资金来源,资金性质,数量,单价(元),计量单位,金额(元),面向中小企业(元),面向小微企业(元)",
            "202001,医疗保障工作经费,,2101502,30227,,年初安排,1,18000,批,18000,0,18000");
        folder.Tells("政府采购.csv 第2行 采购品目：未填，此项必填。");
    }

    [Fact]
    public void A_code_that_is_not_one_of_the_three_public_expenses()
    {
        using var folder = new SampleFolder();
        folder.Write("三公经费.csv", "经济科目,全年预算数(元)", "30216,1");
        folder.Tells("三公经费.csv 第2行 经济科目“30216”：应填“30212”、“30217”、“30231”、“31013”之一。");
    }

    [Fact]
    public void One_of_the_three_public_expenses_twice()
    {
        using var folder = new SampleFolder();
        folder.Write("三公经费.csv", "经济科目,全年预算数(元)", "30217,1", "30217,2");
        folder.Tells("三公经费.csv 第3行 经济科目“30217”：与第2行重复：一个科目只填一行。");
    }
}
