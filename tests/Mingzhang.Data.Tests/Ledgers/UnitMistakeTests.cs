namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>Mistakes in 单位.csv. Each case changes the good sample and states what a person is told.</summary>
public sealed class UnitMistakeTests
{
    [Fact]
    public void No_unit_at_all()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质");
        folder.Tells("单位.csv：没有登记单位：第一行填部门（单位）本身，所属单位逐行填在下面。");
    }

    [Fact]
    public void A_first_row_that_is_not_the_department()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,2,", "202001,某区医疗保障局本级,202,行政", "202002,某区医疗保障服务中心,202,事业");
        folder.Tells("单位.csv 第2行 上级代码“2”：第一行应是部门（单位）本身，上级代码空着；所属单位填在它下面。");
    }

    [Fact]
    public void A_second_row_without_a_unit_above()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,某区医疗保障局本级,,行政", "202002,某区医疗保障服务中心,202,事业");
        folder.Tells("单位.csv 第3行 上级代码：未填：除第一行的部门（单位）本身外，都要填上级代码。");
    }

    [Fact]
    public void A_unit_above_that_is_not_there()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,某区医疗保障局本级,203,行政", "202002,某区医疗保障服务中心,202,事业");
        folder.Tells("单位.csv 第3行 上级代码“203”：上面各行没有这个单位：请先登记上级，或改正代码。");
    }

    [Fact]
    public void A_unit_that_stands_twice()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,某区医疗保障局本级,202,行政", "202002,某区医疗保障服务中心,202,事业", "202001,某区医疗保障局本级,202,行政");
        folder.Tells("单位.csv 第5行 代码“202001”：单位代码重复：一个单位只登记一行。");
    }

    [Fact]
    public void A_unit_without_nature()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,某区医疗保障局本级,202,", "202002,某区医疗保障服务中心,202,事业");
        folder.Tells("单位.csv 第3行 性质：未填：应填“行政”、“参公”、“事业”之一。");
    }

    [Fact]
    public void A_unit_of_a_nature_nobody_knows()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,某区医疗保障局本级,202,行政单位", "202002,某区医疗保障服务中心,202,事业");
        folder.Tells("单位.csv 第3行 性质“行政单位”：应填“行政”、“参公”、“事业”之一。");
    }

    [Fact]
    public void A_unit_without_name()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,,202,行政", "202002,某区医疗保障服务中心,202,事业");
        folder.Tells("单位.csv 第3行 名称：未填，此项必填。");
    }

    [Fact]
    public void A_unit_code_with_other_signs()
    {
        using var folder = new SampleFolder();
        folder.Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,某区医疗保障局本级,202,行政", "202002,某区医疗保障服务中心,202,事业", "202-003,某中心,202,事业");
        folder.Tells("单位.csv 第5行 代码“202-003”：单位代码只能由数字和字母组成。");
    }
}
