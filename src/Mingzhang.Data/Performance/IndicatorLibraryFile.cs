using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Performance;

/// <summary>Reads data/performance/指标库.yaml: business, 一级指标, 二级指标, indicators.</summary>
public static class IndicatorLibraryFile
{
    /// <summary>Name of the file.</summary>
    public const string File = "指标库.yaml";

    /// <summary>Reads it.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<LibraryIndicator> Read(string text, ICollection<DataMistake> mistakes)
    {
        var indicators = new List<LibraryIndicator>();
        if (YamlFile.Parse(text, File, mistakes) is not { } root)
            return indicators;
        var nodes = new PerformanceNodes(mistakes);
        foreach (var business in root.Entries)
        {
            foreach (var level1 in Entries(business, nodes))
            {
                var official = IndicatorLevels.All.FirstOrDefault(l => l.Level1 == level1.Key).Level2;
                if (official is null)
                    nodes.Mistake(level1.Value, $"没有“{level1.Key}”这个一级指标；有：{string.Join('、', IndicatorLevels.All.Select(l => l.Level1))}。");
                foreach (var level2 in Entries(level1, nodes))
                {
                    if (official is not null && !official.Contains(level2.Key))
                        nodes.Mistake(level2.Value, $"“{level1.Key}”下没有“{level2.Key}”；有：{string.Join('、', official)}。");
                    foreach (var item in (level2.Value as DataList)?.Items ?? [])
                        indicators.AddRange(Indicator(item, business.Key, level1.Key, level2.Key, nodes));
                }
            }
        }

        return indicators;
    }

    private static IReadOnlyList<DataEntry> Entries(DataEntry entry, PerformanceNodes nodes)
    {
        if (entry.Value is DataMap map)
            return map.Entries;
        nodes.Mistake(entry.Value, $"“{entry.Key}”下应写一级指标、二级指标和指标。");
        return [];
    }

    private static IEnumerable<LibraryIndicator> Indicator(DataNode node, string business, string level1, string level2, PerformanceNodes nodes)
    {
        if (node is not DataMap map)
        {
            nodes.Mistake(node, "一个指标应写成 {名称: …, 比较: ≥, 单位: …} 或 {名称: …, 定性: …}。");
            yield break;
        }

        nodes.Expect(map, "名称", "比较", "单位", "定性", "取数");
        var (comparison, unit, words, query) = (nodes.Text(map, "比较"), nodes.Text(map, "单位"), nodes.Text(map, "定性"), nodes.Text(map, "取数"));
        if (comparison is null == words is null || comparison is not null && !IndicatorTarget.Operators.Contains(comparison))
            nodes.Mistake(map, $"定量的写“比较”（{string.Join(' ', IndicatorTarget.Operators)}），定性的写“定性”：两者写一个，也只写一个。");
        string? why = null;
        if (query is not null && MeasureQuery.Parse(query, out why) is null)
            nodes.Mistake(map["取数"]!, why!);
        if (nodes.Text(map, "名称", required: true) is { } name)
            yield return new LibraryIndicator(business, level1, level2, name, comparison, unit, words, query);
    }
}
