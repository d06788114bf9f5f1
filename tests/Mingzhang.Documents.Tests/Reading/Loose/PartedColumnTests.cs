namespace Mingzhang.Documents.Tests.Reading.Loose;

/// <summary>Tables whose text was pulled out column by column.</summary>
public class PartedColumnTests
{
    private const string Title = "2024年一般公共预算财政拨款支出决算表";

    private const string Codes = """
        功能分类科目编码 科目名称 小计 基本支出 项目支出
        208
        20805
        2080501
        2080505
        210
        21011
        2101101
        2101102

        """;

    private static string Amounts(string second) => $"""
        12.00 7.00 5.00
        {second}
        5.00 2.00 3.00
        7.00 5.00 2.00
        30.00 10.00 20.00
        30.00 10.00 20.00
        20.00 4.00 16.00
        10.00 6.00 4.00
        合计 42.00 17.00 25.00
        """;

    [Fact]
    public void Codes_and_amounts_that_came_apart_are_joined_where_every_sum_holds()
    {
        var reading = LooseLines.Read("national-final", Title, Codes + Amounts("12.00 7.00 5.00"));
        Assert.Equal(["208", "20805", "2080501", "2080505", "210", "21011", "2101101", "2101102", "合计"], reading.Statement.Rows.Select(r => r.Key));
        Assert.Contains("基本支出=4.00", LooseLines.Row(reading, "2101101"), StringComparison.Ordinal);
        Assert.False(reading.Statement.IsScattered);
    }

    [Fact]
    public void Where_a_sum_does_not_hold_no_place_is_sure()
    {
        var reading = LooseLines.Read("national-final", Title, Codes + Amounts("13.00 7.00 6.00"));
        Assert.True(reading.Statement.IsScattered);
        // Nothing printed is lost.
        Assert.Equal(27, reading.Statement.Rows.Sum(r => r.Cells.Count));
    }
}
