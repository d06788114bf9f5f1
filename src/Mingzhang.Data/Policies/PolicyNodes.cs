using System.Globalization;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Policies;

/// <summary>Reads the values of policy files and names every mistake by its place.</summary>
internal sealed class PolicyNodes(ICollection<DataMistake> mistakes)
{
    private const string Example = "示例";

    public void Mistake(DataNode node, string message) => mistakes.Add(new DataMistake(node.File, node.Line, node.Column, message));

    public void Expect(DataMap map, params string[] keys)
    {
        foreach (var entry in map.Entries.Where(e => !keys.Contains(e.Key)))
            mistakes.Add(new DataMistake(map.File, entry.Line, entry.Column, $"不认识“{entry.Key}”，这里可以写：{string.Join('、', keys)}。"));
    }

    public string Text(DataMap map, string key)
    {
        if (map[key] is DataScalar { Value: { } text })
            return text;
        Mistake(map, $"缺少“{key}”。");
        return "";
    }

    public DateOnly? Day(DataMap map, string key, bool required)
    {
        var text = (map[key] as DataScalar)?.Value;
        if (text is null)
        {
            if (required)
                Mistake(map, $"缺少“{key}”，写成 2024-01-01 这样的日期。");
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Mistake(map[key]!, $"“{key}”应写成 2024-01-01 这样的日期，现为“{text}”。");
        return null;
    }

    /// <summary>An amount in 元, zero or more; null with a mistake when it is none.</summary>
    public decimal? Yuan(DataMap map, string key, bool required = true)
    {
        var text = (map[key] as DataScalar)?.Value;
        if (text is null)
        {
            if (required)
                Mistake(map, $"缺少“{key}”。");
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && decimal.Round(amount, 2) == amount)
            return amount;
        Mistake(map[key]!, $"“{key}”应是不带单位的元数，最多两位小数，现为“{text}”。");
        return null;
    }

    /// <summary>A share written as a percentage from 0 to 100; null with a mistake when it is none.</summary>
    public decimal? Share(DataMap map, string key, bool required = true)
    {
        var text = (map[key] as DataScalar)?.Value;
        if (text is null)
        {
            if (required)
                Mistake(map, $"缺少“{key}”。");
            return null;
        }

        if (text.EndsWith('%') && decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100m)
            return percent / 100m;
        Mistake(map[key]!, $"“{key}”应写成 0% 到 100% 的百分数，现为“{text}”。");
        return null;
    }

    public IReadOnlyList<string> Texts(DataMap map, string key)
    {
        string[] texts = map[key] switch
        {
            DataScalar { Value: { } one } => [one],
            DataList list => [.. list.Items.OfType<DataScalar>().Select(s => s.Value ?? "")],
            _ => [],
        };
        if (texts.Length == 0)
            Mistake(map, $"缺少“{key}”。");
        return texts;
    }

    public bool Choice(DataMap map, string key, string yes, string no)
    {
        var text = (map[key] as DataScalar)?.Value;
        if (text != yes && text != no)
            Mistake(map[key] ?? map, $"“{key}”应写“{yes}”或“{no}”。");
        return text == yes;
    }

    public Provision Provision(DataMap map)
    {
        var source = Text(map, "文号");
        return new Provision((map["条"] as DataScalar)?.Value ?? "", source == Example ? null : source);
    }
}
