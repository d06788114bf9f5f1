using Mingzhang.Core.Performance;
using Mingzhang.Data.Performance;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Performance;

/// <summary>Scoring schemes and the indicator library as people write them.</summary>
public class PerformanceDataTests
{
    private const string Scheme = """
        名称: 某区绩效自评
        地区: "420199"
        适用: 2024-2025
        依据: 某办法
        执行率: 20
        分值: {成本指标: 20, 产出指标: 20, 效益指标: 30, 满意度指标: 10}
        可不评: [满意度指标]
        定性: {达成: 80-100, 部分达成: 50-80, 未达成: 0-50}
        说明原因: {超过: 30, 执行率低于: 90}
        目标偏低调减: 否
        等级: {优: 90, 良: 80, 中: 60, 差: 0}
        结果应用: {80: 核减, 60: 取消}
        """;

    private static readonly DataFolder Data = new(Path.Combine(Checkout.Root, "data"));

    [Fact]
    public void A_scheme_says_what_counts_how_much_and_what_follows()
    {
        var mistakes = new List<DataMistake>();
        var scheme = ScoringSchemeFiles.Read(Scheme, "某区-2024.yaml", mistakes)!;

        Assert.Empty(mistakes);
        Assert.Equal(("某区-2024", "420199", 2024, 2025), (scheme.Id, scheme.Region, scheme.From, scheme.To!.Value));
        Assert.Equal(80m, scheme.Weights.Indicators);
        Assert.Equal("部分达成", scheme.BandOf(79.9m)!.Name);
        Assert.Equal("达成", scheme.BandOf(80m)!.Name);
        Assert.Equal(("取消", "核减"), (scheme.UseOf(59.9m)!.Measure, scheme.UseOf(60m)!.Measure));
        Assert.Null(scheme.UseOf(80m));
    }

    [Theory]
    [InlineData("执行率: 20", "执行率: 10", "合计是 90，应是 100")]
    [InlineData("成本指标: 20", "成本: 20", "没有“成本”这个一级指标")]
    [InlineData("达成: 80-100,", "达成: 80-120,", "一档应写成占分值的百分比")]
    [InlineData("80: 核减", "80: 砍掉", "措施应是核减、取消")]
    [InlineData("适用: 2024-2025", "适用: 今年", "适用应写起止年度")]
    [InlineData("依据: 某办法\n", "", "缺少“依据”")]
    [InlineData("可不评: [满意度指标]", "可不评: [满意]", "“满意”没有分值")]
    [InlineData("名称: 某区", "名字: 某区", "不认识“名字”")]
    public void A_mistake_of_a_scheme_is_named(string right, string wrong, string told)
    {
        var mistakes = new List<DataMistake>();
        ScoringSchemeFiles.Read(Scheme.Replace(right, wrong, StringComparison.Ordinal), "某区-2024.yaml", mistakes);

        Assert.Contains(mistakes, m => m.Message.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void The_national_scheme_is_ten_fifty_thirty_ten_and_is_used_where_no_other_is()
    {
        var national = Data.Schemes.Of("310107", 2024)!;

        Assert.Null(national.Region);
        Assert.Equal([10m, 50m, 30m, 10m], [national.Weights.Execution, .. national.Weights.Levels.Select(l => l.Value)]);
        Assert.Equal("产出指标", national.Weights.LevelOf("成本指标"));
        Assert.True(national.ReducesLowTargets);
    }

    [Fact]
    public void The_library_covers_every_official_dimension()
    {
        var there = Data.Indicators.Select(i => (i.Level1, i.Level2)).ToHashSet();

        Assert.All(IndicatorLevels.All.SelectMany(l => l.Level2.Select(s => (l.Level1, s))), dimension => Assert.Contains(dimension, there));
        Assert.InRange(Data.Indicators.Count, 60, 500);
    }

    [Theory]
    [InlineData("救助:\n  产出指标:\n    人数指标:\n      - {名称: 人次, 比较: ≥}", "“产出指标”下没有“人数指标”")]
    [InlineData("救助:\n  产出指标:\n    数量指标:\n      - {名称: 人次}", "两者写一个，也只写一个")]
    [InlineData("救助:\n  产出指标:\n    数量指标:\n      - {名称: 人次, 比较: ≥, 取数: 计数 病历}", "没有“病历”这个来源")]
    public void A_mistake_of_the_library_is_named(string text, string told)
    {
        var mistakes = new List<DataMistake>();
        IndicatorLibraryFile.Read(text, mistakes);

        Assert.Contains(told, Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }
}
