using System.Globalization;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Editions;

/// <summary>Reads settings from nodes and names every mistake by its place.</summary>
internal sealed class NodeReader(ClassificationCatalogue catalogue, ICollection<DataMistake> mistakes)
{
    public void Mistake(DataNode node, string message) =>
        mistakes.Add(new DataMistake(node.File, node.Line, node.Column, message));

    /// <summary>Names every key that is none of the known ones.</summary>
    public void Expect(DataMap map, IReadOnlyList<string> keys, bool dimensions)
    {
        foreach (var entry in map.Entries)
        {
            if (keys.Contains(entry.Key) || (dimensions && Dimensions.Parse(entry.Key) is not null))
                continue;
            var known = dimensions ? keys.Concat(Enumerable.Range(0, Dimensions.Count).Select(d => ((Dimension)d).ChineseName())) : keys;
            mistakes.Add(new DataMistake(entry.Value.File, entry.Line, entry.Column, $"不认识“{entry.Key}”，这里可以写：{string.Join('、', known)}。"));
        }
    }

    public string? Text(DataMap map, string key, bool required = true)
    {
        var node = map[key];
        if (node is DataScalar scalar)
            return scalar.Value;
        if (node is not null)
            Mistake(node, $"“{key}”应写成一个词。");
        else if (required)
            Mistake(map, $"缺少“{key}”。");
        return null;
    }

    public static IReadOnlyList<string> Texts(DataMap map, string key) => map[key] switch
    {
        null => [],
        DataScalar { Value: { } one } => [one],
        DataList list => [.. list.Items.OfType<DataScalar>().Select(s => s.Value ?? "")],
        _ => [],
    };

    public int? Number(DataMap map, string key)
    {
        if (map[key] is not DataScalar { Value: { } text } node)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Mistake(node, $"“{key}”应是整数。");
        return null;
    }

    /// <summary>Index of the chosen word; -1 when the key is absent.</summary>
    public int Choice(DataMap map, string key, params string[] words)
    {
        var text = Text(map, key, required: false);
        if (text is null)
            return -1;
        var index = Array.IndexOf(words, text);
        if (index < 0)
            Mistake(map[key]!, $"“{key}”应写：{string.Join('、', words)}。");
        return index;
    }

    public bool Flag(DataMap map, string key) => Choice(map, key, "是", "否") == 0;

    /// <summary>单位; null when it is absent or wrong.</summary>
    public Unit? UnitOf(DataMap map)
    {
        if (Text(map, "单位", required: false) is not { } text)
            return null;
        if (Units.Parse(text) is { } unit)
            return unit;
        Mistake(map["单位"]!, $"不认识的单位“{text}”，应为“万元”或“元”。");
        return null;
    }

    /// <summary>The conditions on ledger lines that stand among the settings.</summary>
    public Selector Selector(DataMap map)
    {
        var conditions = new List<SelectorCondition>();
        foreach (var entry in map.Entries)
        {
            if (Dimensions.Parse(entry.Key) is { } dimension)
                conditions.Add(new SelectorCondition(dimension, Members(map, entry.Key, dimension)));
        }

        return conditions.Count == 0 ? Core.Editions.Selector.Everything : new Selector(conditions);
    }

    /// <summary>Members of a dimension; one that no version of its classification knows is a mistake.</summary>
    public IReadOnlyList<string> Members(DataMap map, string key, Dimension dimension)
    {
        IEnumerable<DataNode> written = map[key] switch { null => [], DataList list => list.Items, { } one => [one] };
        var members = new List<string>();
        foreach (var node in written)
        {
            if (node is not DataScalar { Value: { } member })
                Mistake(node, $"“{key}”应写名称或编码，几个的写成“[甲, 乙]”。");
            else if (DimensionMembers.Why(dimension, member, catalogue) is { } why)
                Mistake(node, why);
            else
                members.Add(member);
        }

        return members;
    }
}
