using Mingzhang.Documents.Reading.Loose;

namespace Mingzhang.Documents.Tests.Reading.Loose;

public class WrappedNameTests
{
    private const string Spending = "2024年一般公共预算财政拨款支出决算表";

    private static string Names(LooseReading reading) => string.Join(' ', reading.Statement.Rows.Select(r => r.Key + r.Name));

    [Fact]
    public void Pieces_of_a_name_above_and_below_its_code_are_put_together_again()
    {
        var reading = LooseLines.Read("national-final", Spending, """
            功能分类科目编码 科目名称 小计 基本支出 项目支出
            社会保障和就
            208 20.00 20.00 0.00
            业支出
            行政事业单位
            20805 20.00 20.00 0.00
            养老支出
            机关事业单位
            2080505 基本养老保险 20.00 20.00 0.00
            缴费支出
            210 卫生健康支出 5.00 0.00 5.00
            合计 25.00 20.00 5.00
            """);
        Assert.Equal("208社会保障和就业支出 20805行政事业单位养老支出 2080505机关事业单位基本养老保险缴费支出 210卫生健康支出 合计合计", Names(reading));
    }

    [Fact]
    public void A_name_that_is_printed_otherwise_keeps_its_words()
    {
        var reading = LooseLines.Read("national-final", Spending, """
            功能分类科目编码 科目名称 小计 基本支出 项目支出
            社会保障与就
            208 20.00 20.00 0.00
            业支出
            行政事业单位
            20805 20.00 20.00 0.00
            养老支出
            合计 20.00 20.00 0.00
            """);
        Assert.Equal("208社会保障与就业支出 20805行政事业单位养老支出 合计合计", Names(reading));
    }

    [Fact]
    public void A_code_alone_on_its_line_is_no_page_number()
    {
        var reading = LooseLines.Read("national-final", Spending, """
            功能分类科目编码 科目名称 小计 基本支出 项目支出
            208
            社会保障和就业支出 20.00 20.00 0.00
            20805 行政事业单位养老支出 20.00 20.00 0.00
            12
            210
            卫生健康支出 5.00 0.00 5.00
            合计 25.00 20.00 5.00
            """);
        Assert.Equal("208社会保障和就业支出 20805行政事业单位养老支出 210卫生健康支出 合计合计", Names(reading));
    }

    [Fact]
    public void Codes_beside_each_other_whose_names_wrap_keep_their_amounts()
    {
        var reading = LooseLines.Read("national-final", "2024年一般公共预算财政拨款基本支出决算表", """
            科目编码 科目名称 决算数 科目编码 科目名称 决算数
            301 工资福利支出 40.00 302 商品和服务支出 9.00
            30101 基本工资 30.00 30205 水费 4.00
            机关事业单位基本养老保
            30108 10.00 30206 电费 5.00
            险缴费
            人员经费合计 40.00 公用经费合计 9.00
            """);
        Assert.Equal("决算数=10.00", LooseLines.Row(reading, "30108"));
        Assert.Equal("决算数=5.00", LooseLines.Row(reading, "30206"));
        Assert.Equal("机关事业单位基本养老保险缴费", reading.Statement.Rows.First(r => r.Key == "30108").Name);
        Assert.Equal("水费", reading.Statement.Rows.First(r => r.Key == "30205").Name);
    }

    [Fact]
    public void A_header_is_called_as_the_table_calls_it()
    {
        const string Rows = """
            208 社会保障和就业支出 20.00 15.00 5.00
            合计 20.00 15.00 5.00
            """;
        var own = LooseLines.Read("national-final", Spending, "科目编码 科目名称 合计 基本支出 项目支出\n" + Rows);
        Assert.Contains("本年支出/合计=20.00", LooseLines.Row(own, "208"), StringComparison.Ordinal);
        var usual = LooseLines.Read("national-final", Spending, "科目编码 科目名称 小计 基本支出 项目支出\n" + Rows);
        Assert.Contains("本年支出/小计=20.00", LooseLines.Row(usual, "208"), StringComparison.Ordinal);
    }
}
