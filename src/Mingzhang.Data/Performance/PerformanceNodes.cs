using System.Globalization;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Performance;

/// <summary>Reads texts and numbers from the nodes of data/performance and names every mistake by its place.</summary>
internal sealed class PerformanceNodes(ICollection<DataMistake> mistakes)
{
    public void Mistake(DataNode node, string message) => mistakes.Add(new DataMistake(node.File, node.Line, node.Column, message));

    public void Expect(DataMap map, params IReadOnlyList<string> keys)
    {
        foreach (var entry in map.Entries.Where(e => !keys.Contains(e.Key)))
            mistakes.Add(new DataMistake(entry.Value.File, entry.Line, entry.Column, $"不认识“{entry.Key}”，这里可以写：{string.Join('、', keys)}。"));
    }

    public string? Text(DataMap map, string key, bool required = false)
    {
        if (map[key] is DataScalar { Value: { } text })
            return text;
        if (map[key] is { } wrong)
            Mistake(wrong, $"“{key}”应写成一个词。");
        else if (required)
            Mistake(map, $"缺少“{key}”。");
        return null;
    }

    public decimal Number(DataMap map, string key) => map[key] is { } node ? Number(node, key) : Missing(map, key);

    public decimal Number(DataNode node, string what)
    {
        if (node is DataScalar { Value: { } text } && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        Mistake(node, $"“{what}”应是数，例如 20。");
        return 0m;
    }

    public DataMap Map(DataMap map, string key)
    {
        if (map[key] is DataMap inner)
            return inner;
        Mistake(map[key] ?? map, $"“{key}”应写成“名称: 值”的几行。");
        return new DataMap([], map.File, map.Line, map.Column);
    }

    private decimal Missing(DataMap map, string key)
    {
        Mistake(map, $"缺少“{key}”。");
        return 0m;
    }
}
