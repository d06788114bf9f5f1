namespace Mingzhang.Data.Tests.Ledgers;

public class PerformanceFileTests
{
    private const string Header = "项目编码,期限,目标,一级指标,二级指标,三级指标,比较,数值,单位,定性,前年,上年,依据,分值,实际,得分";

    [Fact]
    public void A_target_is_a_number_or_words_but_not_both()
    {
        using var folder = new SampleFolder();
        folder.Write("绩效指标.csv", Header, ",年度,,产出指标,数量指标,次数,≥,4,次,合格,,,,,,");
        folder.Tells("绩效指标.csv 第2行 定性“合格”：定量的填“数值”，定性的填“定性”：两者要填一个，也只能填一个。", "绩效指标.csv 第2行 定性“合格”：定性指标没有比较和单位：请空着。");
    }

    [Fact]
    public void An_indicator_names_a_goal_that_is_there()
    {
        using var folder = new SampleFolder();
        folder.Write("绩效目标.csv", "项目编码,期限,序号,目标", ",长期,1,应救尽救");
        folder.Write("绩效指标.csv", Header, ",年度,1,产出指标,数量指标,次数,≥,4,次,,,,,,,");
        folder.Tells("绩效指标.csv 第2行 目标“1”：绩效目标.csv 没有登记这个目标：请改正序号，或在绩效目标.csv 中登记。");
    }

    [Fact]
    public void A_qualitative_result_without_a_score_is_told()
    {
        using var folder = new SampleFolder();
        folder.Write("绩效指标.csv", Header, ",年度,,效益指标,社会效益指标,知晓度,,,,有效提升,,,,30,有效提升,");
        folder.Tells("绩效指标.csv 第2行 得分：未填：定性指标、“左右”、未达到的零值，得分要由人评定后填写。");
    }

    [Fact]
    public void Two_rows_of_one_year_are_one_too_many()
    {
        using var folder = new SampleFolder();
        folder.Write("绩效资金.csv", "项目编码,事项,年度,预算数(元),执行数(元)", ",收入构成/合计,2022,,1.00", ",收入构成/合计,2022,,2.00");
        folder.Tells("绩效资金.csv 第3行：与第2行说的是同一件事：请并成一行。");
    }
}
