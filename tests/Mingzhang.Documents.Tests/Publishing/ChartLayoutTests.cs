using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Tests.Publishing;

public class ChartLayoutTests
{
    private const string Final = "dongxihu-2024";

    [Fact]
    public void Final_accounts_have_the_four_charts_of_the_national_form()
    {
        var charts = ChartLayout.Of(Samples.Whole(Final)).ToList();
        Assert.Equal(
            ["图1：收、支决算总计变动情况（单位：万元）", "图2：收入决算结构（单位：万元）", "图3：支出决算结构（单位：万元）", "图4：财政拨款收、支决算总计变动情况（单位：万元）"],
            charts.Select(c => c.Caption));
    }

    [Fact]
    public void A_change_shows_last_year_as_the_narrative_tells_it()
    {
        var charts = ChartLayout.Of(Samples.Whole(Final)).ToList();
        Assert.Equal(["2023年度", "2024年度"], charts[0].Categories);
        Assert.Equal([2759.20m, 2776.88m], charts[0].Series[0].Values);
        Assert.Equal([2329.06m, 2179.16m], charts[3].Series[0].Values);
    }

    [Theory]
    [InlineData("2024年度收入支出总计100.00万元，比2023年度决算数增加20.00万元，增长25.00%，主要原因是业务增加。", 80)]
    [InlineData("2024年度收入支出总计100.00万元，比2023年度决算数减少20.00万元，下降16.67%，主要原因是业务减少。", 120)]
    [InlineData("2024年度收入支出总计100.00万元，与2023年度决算数持平。", 100)]
    public void Last_year_is_reckoned_from_the_direction_of_the_change(string sentence, int before)
    {
        var chart = Assert.Single(ChartLayout.Of(With(sentence)), c => c.Number == 1);
        Assert.Equal([before, 100m], chart.Series[0].Values);
    }

    [Fact]
    public void Without_last_year_there_is_no_chart_of_a_change() =>
        Assert.DoesNotContain(ChartLayout.Of(With("2024年度收入支出总计100.00万元【待填：与上年比较】。")), c => c.Title.Contains("总计变动", StringComparison.Ordinal));

    [Fact]
    public void The_web_page_shows_every_chart_under_its_section_with_its_data()
    {
        var page = Encoding.UTF8.GetString(Assert.Single(Samples.Publish("html", Samples.Whole(Final))).Content.Span);
        var at = 0;
        foreach (var words in (string[])["一、收入支出决算总体情况说明</h3>", "图1：收、支决算总计变动情况", "2,759.20", "二、收入决算情况说明</h3>", "图2：", "三、支出决算情况说明</h3>", "图3：", "四、财政拨款收入支出决算总体情况说明</h3>", "图4：", "2,329.06"])
        {
            var next = page.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(next >= 0, words);
            at = next;
        }
    }

    private static Disclosure With(string sentence)
    {
        var whole = Samples.Compile(Final);
        return whole with { Narrative = [new Paragraph("第三部分情况说明/一、收入支出决算总体情况说明", sentence, Place.Unknown, [])] };
    }
}
