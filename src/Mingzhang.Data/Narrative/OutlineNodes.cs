using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Narrative;

/// <summary>Reads parts of an outline from nodes and names every mistake by its place; remembers where each name was written.</summary>
internal sealed class OutlineNodes(ICollection<DataMistake> mistakes)
{
    private readonly Dictionary<string, DataNode> _places = new(StringComparer.Ordinal);

    public void Mistake(DataNode node, string message) => mistakes.Add(new DataMistake(node.File, node.Line, node.Column, message));

    public void Expect(DataMap map, params string[] keys)
    {
        foreach (var entry in map.Entries.Where(e => !keys.Contains(e.Key)))
            mistakes.Add(new DataMistake(map.File, entry.Line, entry.Column, $"不认识“{entry.Key}”，这里可以写：{string.Join('、', keys)}。"));
    }

    /// <summary>Where a text was written; null for one that was not.</summary>
    public DataNode? NodeOf(string text) => _places.GetValueOrDefault(text);

    public static string? Text(DataNode? node) => (node as DataScalar)?.Value;

    public string Name(DataNode node)
    {
        var name = Text(node) ?? "";
        _places.TryAdd(name, node);
        return name;
    }

    public static IReadOnlyList<string> Texts(DataNode? node) => node is null ? [] : [.. Items(node).Select(i => Text(i) ?? "")];

    public IReadOnlyList<DataEntry> Entries(DataMap root, string key)
    {
        if (root[key] is DataMap map)
            return map.Entries;
        if (root[key] is { } other)
            Mistake(other, $"“{key}”下面应逐一写出名称和内容。");
        return [];
    }

    public static IReadOnlyList<DataNode> Items(DataNode? node) => node switch { null => [], DataList list => list.Items, _ => [node] };

    public OutlineText Sentence(DataNode node)
    {
        var text = Text(node);
        string? why = null;
        if (text is null)
            Mistake(node, "这里应写一句话。");
        else if (OutlineText.Parse(text, out why) is { } read)
        {
            _places.TryAdd(text, node);
            return read;
        }
        else
            Mistake(node, $"“{text}”{why}。");
        return OutlineText.Parse("", out _)!;
    }

    public IReadOnlyList<OutlineCondition> Conditions(DataNode? node)
    {
        if (node is null)
            return [];
        var text = Name(node);
        if (OutlineCondition.Parse(text) is { } conditions)
        {
            foreach (var condition in conditions)
                _places.TryAdd(condition.Name, node);
            return conditions;
        }

        Mistake(node, $"“{text}”应写成“有 某数”“没有 某数”“是 部门”“不是 部门”，几个条件用“ 且 ”连接。");
        return [];
    }
}
