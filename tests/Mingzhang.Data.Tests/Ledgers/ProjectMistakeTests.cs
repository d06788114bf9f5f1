namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>Mistakes in 项目.csv. Each case changes the good sample and states what a person is told.</summary>
public sealed class ProjectMistakeTests
{
    [Fact]
    public void A_project_that_stands_twice()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "项目.csv",
            SampleFolder.ProjectHeader,
            "42010722202T000000118,医疗保障工作经费,202001,31,本级支出项目,",
            "42010722202R000000101,人员经费,202002,,,",
            "42010722202T000000118,医疗保障工作经费,202001,31,本级支出项目,");
        folder.Tells("项目.csv 第4行 编码“42010722202T000000118”：项目编码重复：一个项目只登记一行。");
    }

    [Fact]
    public void A_project_with_a_malformed_code_is_told_once()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "项目.csv",
            SampleFolder.ProjectHeader,
            "42010722202Z000000118,医疗保障工作经费,202001,31,本级支出项目,",
            "42010722202R000000101,人员经费,202002,,,");
        folder.Write("预算支出.csv", SampleFolder.ExpenditureHeader, "202001,42010722202Z000000118,特定目标类,2101502,30227,经费拨款(补助),本年,200000.00");
        folder.Tells("项目.csv 第2行 编码“42010722202Z000000118”：项目编码第12位应为类别字母 R（人员类）、Y（运转类）或 T（特定目标类），现为“Z”。");
    }

    [Fact]
    public void A_project_of_an_unknown_unit()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "项目.csv",
            SampleFolder.ProjectHeader,
            "42010722202T000000118,医疗保障工作经费,202001,31,本级支出项目,",
            "42010722202R000000101,人员经费,202002,,,",
            "42010722202T000000120,某项目,202003,,,");
        folder.Tells("项目.csv 第4行 单位代码“202003”：单位.csv 没有登记这个单位：请改正代码，最接近的是 202001 某区医疗保障局本级、202002 某区医疗保障服务中心；或在单位.csv 中登记。");
    }

    [Fact]
    public void A_group_code_without_its_name()
    {
        using var folder = new SampleFolder();
        folder.Write("项目.csv", SampleFolder.ProjectHeader, "42010722202T000000118,医疗保障工作经费,202001,31,,", "42010722202R000000101,人员经费,202002,,,");
        folder.Tells("项目.csv 第2行 分组名称：分组代码和分组名称要么都填，要么都空着。");
    }

    [Fact]
    public void A_project_without_name()
    {
        using var folder = new SampleFolder();
        folder.Write("项目.csv", SampleFolder.ProjectHeader, "42010722202T000000118,,202001,31,本级支出项目,", "42010722202R000000101,人员经费,202002,,,");
        folder.Tells("项目.csv 第2行 名称：未填，此项必填。");
    }
}
