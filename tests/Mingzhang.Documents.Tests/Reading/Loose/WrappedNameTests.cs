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
    public void Names_of_unknown_codes_in_the_middle_of_tall_cells_are_told_by_counting_lines()
    {
        var reading = LooseLines.Read("national-final", Spending, """
            功能分类科目编码 科目名称 小计 基本支出 项目支出
            社会保障和就
            208 20.00 20.00 0.00
            业支出
            20877 云上事务 20.00 20.00 0.00
            云上馆舍运行与
            2087701 12.00 12.00 0.00
            维护
            其他云上
            2087799 事务与联络 8.00 8.00 0.00
            等支出
            合计 20.00 20.00 0.00
            """);
        Assert.Equal("208社会保障和就业支出 20877云上事务 2087701云上馆舍运行与维护 2087799其他云上事务与联络等支出 合计合计", Names(reading));
    }

    [Fact]
    public void Names_that_were_pulled_out_on_top_of_each_other_are_told_by_their_characters()
    {
        var reading = LooseLines.Read("national-final", Spending, """
            功能分类科目编码 科目名称 小计 基本支出 项目支出
            208 社会保障和就业支出 20.00 20.00 0.00
            20805 行政事业单位养老支 20.00 20.00 0.00
            2080505 出机关事业单位基本养老保险缴费 20.00 20.00 0.00
            20808 支出抚恤 0.00 0.00 0.00
            类 款 项 合计 20.00 20.00 0.00
            """);
        Assert.Equal("208社会保障和就业支出 20805行政事业单位养老支出 2080505机关事业单位基本养老保险缴费支出 20808抚恤 合计合计", Names(reading));
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

    [Fact]
    public void Codes_in_two_columns_and_names_around_their_lines_are_read_on_both_sides()
    {
        var reading = LooseLines.Read("national-final", "2024年一般公共预算财政拨款基本支出决算明细表", """
            科目编码 科目名称 决算数 科目编码 科目名称 决算数
            类 款 类 款
            301 工资福利支出 30.00 302 商品和服务支出 6.00
            301 01 基本工资 10.00 302 01 办公费 4.00
            机关事业单位基本
            301 08 20.00 302 06 电费 0.50
            养老保险缴费
            公务用车运行维
            303 10 个人农业生产补贴 302 31 1.50
            护费
            人员经费合计 30.00 公用经费合计 6.00
            """);
        Assert.Equal("301工资福利支出 30101基本工资 30108机关事业单位基本养老保险缴费 30310个人农业生产补贴 人员经费合计人员经费合计 302商品和服务支出 30201办公费 30206电费 30231公务用车运行维护费 公用经费合计公用经费合计", Names(reading));
        Assert.All(reading.Statement.Rows.SelectMany(r => r.Cells), c => Assert.True(c.Sure));
    }
}
