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

    [Fact]
    public void A_measurement_names_an_indicator_that_is_there_and_takes_its_value_from_one_place()
    {
        using var folder = new SampleFolder();
        folder.Write("绩效指标.csv", Header, ",年度,,产出指标,数量指标,检查次数,≥,4,次,,,,,10,,");
        folder.Write(
            "绩效监测.csv", Measured,
            ",检查次,,年末,,4次,,,,,,,",
            ",检查次数,,年末,,4次,计数 决算支出,,,,,,",
            ",检查次数,,年中,,,合计 决算支出.钱,,,,,,",
            ",检查次数,,年末,2024年底,4次,,,11,,确定能,,");
        folder.Tells(
            "绩效监测.csv 第2行 指标“检查次”：绩效指标.csv 里没有这个年度指标，是否应为“检查次数”：请照三级指标的名称填写（没有三级指标的填二级指标）。",
            "绩效监测.csv 第3行 完成值“4次”：“完成值”和“取数”要填一个，也只能填一个：手工填写的填完成值，由记录算的填取数。",
            "绩效监测.csv 第4行 取数“合计 决算支出.钱”：“决算支出”没有“钱”这一栏；有：单位代码、项目编码、支出类别、功能科目、经济科目、资金来源、金额。",
            "绩效监测.csv 第5行 日期“2024年底”：日期应写成 2024-12-31 的样子。",
            "绩效监测.csv 第5行 得分“11”：得分高于分值10。",
            "绩效监测.csv 第5行 全年预计：全年预计、完成可能性是年中填的：年末请空着。");
    }

    [Fact]
    public void Points_are_taken_off_only_for_a_target_that_was_too_low()
    {
        using var folder = new SampleFolder();
        folder.Write("偏差原因.csv", "项目编码,时点,指标,类别,原因,改进措施,调减分", ",年末,,目标值偏低,定低了,,2");
        folder.Tells("偏差原因.csv 第2行 调减分“2”：调减分只用于指标的“目标值偏低”：请改正类别，或空着。");
    }

    [Fact]
    public void A_cancelled_project_is_none_of_this_years()
    {
        using var folder = new SampleFolder();
        folder.Write("绩效结果应用.csv", "项目编码,项目名称,评价年度,得分,措施,核减(元),理由", ",旧项目,2023,120,取消,-1.00,执行率低");
        folder.Tells("绩效结果应用.csv 第2行 得分“120”：得分不能超过 100。", "绩效结果应用.csv 第2行 核减(元)“-1.00”：核减额不能是负数。");
    }

    [Fact]
    public void What_the_year_records_is_written_as_it_was_read()
    {
        using var folder = new SampleFolder();
        folder.Write("绩效指标.csv", Header, ",年度,,产出指标,数量指标,检查次数,≥,4,次,,,,,10,,");
        folder.Write("绩效监测.csv", Measured, ",检查次数,数量指标,年中,2024-07-31,2次,,,,4次,有可能,台账.xlsx,经办人", ",检查次数,,年末,,,计数 决算支出,达成,9.5,,,,");
        folder.Write("偏差原因.csv", "项目编码,时点,指标,类别,原因,改进措施,调减分", ",年末,检查次数,目标值偏低,定低了,提高目标,1.5");
        folder.Write("绩效结果应用.csv", "项目编码,项目名称,评价年度,得分,措施,核减(元),理由", ",旧项目,2023,72.5,取消,1000.00,执行率低");
        var records = folder.Load().Ledger!.Performance;

        Assert.Equal(new Core.Ledgers.Performance.Measurement(null, "检查次数", "数量指标", Core.Ledgers.Performance.MeasureTime.MidYear, new DateOnly(2024, 7, 31), "2次", null, null, null, "4次", "有可能", "台账.xlsx", "经办人"), records.Measurements[0]);
        using var again = new TemporaryFolder();
        Mingzhang.Data.Ledgers.LedgerWriter.Write(folder.Load().Ledger!, again.Path);
        var read = Mingzhang.Data.Ledgers.LedgerLoader.Load(again.Path, SampleFolder.Catalogue).Ledger!.Performance;
        Assert.Equal(records.Measurements, read.Measurements);
        Assert.Equal(records.Causes, read.Causes);
        Assert.Equal(records.Uses, read.Uses);
    }

    [Fact]
    public void A_value_taken_from_the_offices_businesses_is_kept_as_it_was_taken()
    {
        using var folder = new SampleFolder();
        folder.Write("绩效指标.csv", Header, ",年度,,产出指标,数量指标,检查次数,≥,4,次,,,,,10,,");
        folder.Write("绩效监测.csv", Measured + ",记录数", ",检查次数,,年末,2024-12-31,5次,计数 检查台账 期间 2024-01-01 至 2024-12-31,,,,,,经办人,5");
        var record = Assert.Single(folder.Load().Ledger!.Performance.Measurements);
        Assert.Equal(("5次", "计数 检查台账 期间 2024-01-01 至 2024-12-31", 5), (record.Value, record.Query, record.Records));
    }

    [Theory]
    [InlineData("2024-12-31,,计数 检查台账,,,,,,,", "请在“绩效”页取数，由程序填完成值")]
    [InlineData("2024-12-31,5次,计数 检查台账,,,,,,,", "要有取数日期和记录数")]
    [InlineData(",5次,计数 检查台账,,,,,,,5", "要有取数日期和记录数")]
    [InlineData("2024-12-31,5次,,,,,,,,5", "记录数由程序在取数时填写")]
    public void A_value_that_claims_records_without_them_is_told(string cells, string words)
    {
        using var folder = new SampleFolder();
        folder.Write("绩效指标.csv", Header, ",年度,,产出指标,数量指标,检查次数,≥,4,次,,,,,10,,");
        folder.Write("绩效监测.csv", Measured + ",记录数", ",检查次数,,年末," + cells);
        Assert.Contains(words, string.Join('\n', folder.Load().Mistakes.Select(m => m.ToString())), StringComparison.Ordinal);
    }

    private const string Measured = "项目编码,指标,二级指标,时点,日期,完成值,取数,等次,得分,全年预计,完成可能性,材料,填报人";
}
