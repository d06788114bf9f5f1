using System.Globalization;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Performance;

/// <summary>Reads data/performance/评分办法: a file a scheme.</summary>
public static class ScoringSchemeFiles
{
    private const decimal Hundred = 100m;

    /// <summary>Reads every <c>*.yaml</c> of the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ScoringSchemes Load(string folder, ICollection<DataMistake> mistakes) =>
        new([.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => Read(File.ReadAllText(path), Path.GetFileName(path), mistakes)).OfType<ScoringScheme>()]);

    /// <summary>Reads a scheme; null when the text is no mapping.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="file">Its name; without its ending the id of the scheme.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ScoringScheme? Read(string text, string file, ICollection<DataMistake> mistakes)
    {
        if (YamlFile.Parse(text, file, mistakes) is not { } map)
            return null;
        var nodes = new PerformanceNodes(mistakes);
        nodes.Expect(map, "名称", "地区", "适用", "依据", "执行率", "分值", "并入", "可不评", "定性", "说明原因", "目标偏低调减", "等级", "结果应用");
        var (from, to) = Years(map, nodes);
        var causes = nodes.Map(map, "说明原因");
        var scheme = new ScoringScheme(
            Path.GetFileNameWithoutExtension(file), nodes.Text(map, "名称", required: true) ?? "", nodes.Text(map, "地区"), from, to, nodes.Text(map, "依据", required: true) ?? "", Weights(map, nodes))
        {
            Bands = [.. nodes.Map(map, "定性").Entries.Select(e => Band(e, nodes))],
            CauseAbove = nodes.Number(causes, "超过"),
            CauseExecutionBelow = nodes.Number(causes, "执行率低于"),
            ReducesLowTargets = nodes.Text(map, "目标偏低调减") == "是",
            Grades = [.. nodes.Map(map, "等级").Entries.Select(e => new GradeBand(e.Key, nodes.Number(e.Value, e.Key)))],
            Uses = [.. nodes.Map(map, "结果应用").Entries.Select(e => Use(e, nodes)).OrderBy(u => u.Below)],
        };
        if (scheme.Bands.Count != Measurement.Bands.Count)
            nodes.Mistake(map["定性"] ?? map, $"“定性”应从好到差写 {Measurement.Bands.Count} 档：{string.Join('、', Measurement.Bands)}。");
        return scheme;
    }

    private static WeightPlan Weights(DataMap map, PerformanceNodes nodes)
    {
        var levels = nodes.Map(map, "分值").Entries.Select(e => KeyValuePair.Create(Level(e.Key, e.Value, nodes), nodes.Number(e.Value, e.Key))).ToList();
        var merged = map["并入"] is DataMap inner
            ? inner.Entries.ToDictionary(e => Level(e.Key, e.Value, nodes), e => (e.Value as DataScalar)?.Value ?? "", StringComparer.Ordinal) : [];
        var absent = map["可不评"] is DataList list ? list.Items.OfType<DataScalar>().Select(s => s.Value ?? "").ToList() : [];
        foreach (var name in merged.Values.Concat(absent).Where(n => levels.TrueForAll(l => l.Key != n)))
            nodes.Mistake(map, $"“{name}”没有分值：只能并入、只能不评“分值”里有的一级指标。");
        var plan = new WeightPlan(nodes.Number(map, "执行率"), levels, absent, merged);
        if (plan.Execution + plan.Indicators != Hundred)
            nodes.Mistake(map, string.Create(CultureInfo.InvariantCulture, $"执行率和各一级指标的分值合计是 {plan.Execution + plan.Indicators}，应是 100。"));
        return plan;
    }

    private static string Level(string name, DataNode at, PerformanceNodes nodes)
    {
        if (IndicatorLevels.All.All(l => l.Level1 != name))
            nodes.Mistake(at, $"没有“{name}”这个一级指标；有：{string.Join('、', IndicatorLevels.All.Select(l => l.Level1))}。");
        return name;
    }

    private static QualityBand Band(DataEntry entry, PerformanceNodes nodes)
    {
        if (entry.Value is DataScalar { Value: { } text } && text.Split('-') is [var low, var high]
            && decimal.TryParse(low, CultureInfo.InvariantCulture, out var from) && decimal.TryParse(high, CultureInfo.InvariantCulture, out var to) && from <= to && to <= Hundred)
            return new QualityBand(entry.Key, from, to);
        nodes.Mistake(entry.Value, "一档应写成占分值的百分比，例如 80-100。");
        return new QualityBand(entry.Key, 0m, 0m);
    }

    private static UseRule Use(DataEntry entry, PerformanceNodes nodes)
    {
        var measure = (entry.Value as DataScalar)?.Value ?? "";
        if (!decimal.TryParse(entry.Key, CultureInfo.InvariantCulture, out var below))
            nodes.Mistake(entry.Value, "结果应用应写成“分数: 措施”，例如 80: 核减。");
        if (!ResultUse.Measures.Contains(measure))
            nodes.Mistake(entry.Value, $"措施应是{string.Join('、', ResultUse.Measures)}之一，现为“{measure}”。");
        return new UseRule(below, measure);
    }

    private static (int From, int? To) Years(DataMap map, PerformanceNodes nodes)
    {
        if (nodes.Text(map, "适用", required: true)?.Split('-') is [var first, var last] && int.TryParse(first, CultureInfo.InvariantCulture, out var from))
        {
            if (last.Length == 0)
                return (from, null);
            if (int.TryParse(last, CultureInfo.InvariantCulture, out var to) && to >= from)
                return (from, to);
        }

        nodes.Mistake(map["适用"] ?? map, "适用应写起止年度，如“2022-2024”，仍在使用的写“2022-”。");
        return (0, null);
    }
}
