using System.Globalization;
using Mingzhang.Core.Complaints;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Complaints;

/// <summary>Reads data/complaints/规则.yaml: deadlines and rewards.</summary>
public static class ComplaintRuleFile
{
    /// <summary>Name of the file.</summary>
    public const string File = "规则.yaml";

    /// <summary>Reads it.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ComplaintRules Read(string text, ICollection<DataMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        var root = YamlFile.Parse(text, File, mistakes) ?? new DataMap([], File, 1, 1);
        var channels = ((root["渠道"] as DataMap)?.Entries ?? []).Select(e => Channel(e, mistakes)).ToList();
        if (channels.Count == 0)
            mistakes.Add(new DataMistake(File, 1, 1, "缺“渠道”：每个渠道写受理、办结的天数和算法。"));
        var rules = new ComplaintRules(channels, Words(root, "类别", mistakes), Words(root, "结果", mistakes), Words(root, "满意度", mistakes), Reward(root["奖励"] as DataMap ?? new DataMap([], File, 1, 1), mistakes));
        return rules;
    }

    private static ComplaintChannel Channel(DataEntry entry, ICollection<DataMistake> mistakes)
    {
        var map = entry.Value as DataMap ?? new DataMap([], File, entry.Line, entry.Column);
        return new ComplaintChannel(entry.Key, Term(map, "受理", entry, mistakes), Term(map, "办结", entry, mistakes), Word(map, "依据", mistakes));
    }

    private static ComplaintTerm Term(DataMap map, string key, DataEntry channel, ICollection<DataMistake> mistakes)
    {
        if (map[key] is not DataMap term || Word(term, "算法", mistakes) is not ("工作日" or "自然日"))
        {
            mistakes.Add(new DataMistake(File, channel.Line, channel.Column, $"“{channel.Key}”的{key}应写成 {{天数: 15, 算法: 工作日}}，算法是工作日或自然日。"));
            return new ComplaintTerm(0, true, true, 0);
        }

        var start = (term["起算"] as DataScalar)?.Value;
        return new ComplaintTerm((int)Number(term, "天数", mistakes), Word(term, "算法", mistakes) == "工作日", key == "受理" || start == "收件", term["可延长"] is null ? 0 : (int)Number(term, "可延长", mistakes));
    }

    private static RewardRules Reward(DataMap map, ICollection<DataMistake> mistakes)
    {
        if (!DateOnly.TryParseExact(Word(map, "自", mistakes), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
            mistakes.Add(new DataMistake(File, map.Line, map.Column, "奖励的“自”应写成 2023-01-01 的样子。"));
        var levels = ((map["等级"] as DataMap)?.Entries ?? []).Select(e => new RewardLevel(e.Key, e.Value is DataMap level ? Number(level, "比例", mistakes) : 0m, e.Value is DataMap of ? Word(of, "说明", mistakes) : "")).ToList();
        var rules = new RewardRules(Word(map, "依据", mistakes), from, (long)(Number(map, "最低", mistakes) * 100m), (long)(Number(map, "最高", mistakes) * 100m), (int)Number(map, "领取月数", mistakes), levels);
        if (levels.Count == 0 || rules.LeastFen > rules.MostFen)
            mistakes.Add(new DataMistake(File, map.Line, map.Column, "奖励要有等级，最低不能高于最高。"));
        return rules;
    }

    private static IReadOnlyList<string> Words(DataMap map, string key, ICollection<DataMistake> mistakes)
    {
        if (map[key] is DataList list)
            return [.. list.Items.OfType<DataScalar>().Select(s => s.Value ?? "")];
        mistakes.Add(new DataMistake(File, map.Line, map.Column, $"缺“{key}”：应写成 [甲, 乙]。"));
        return [];
    }

    private static string Word(DataMap map, string key, ICollection<DataMistake> mistakes)
    {
        if ((map[key] as DataScalar)?.Value is { } text)
            return text;
        mistakes.Add(new DataMistake(File, map.Line, map.Column, $"缺“{key}”。"));
        return "";
    }

    private static decimal Number(DataMap map, string key, ICollection<DataMistake> mistakes)
    {
        if (decimal.TryParse((map[key] as DataScalar)?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        mistakes.Add(new DataMistake(File, map.Line, map.Column, $"“{key}”应是不小于 0 的数。"));
        return 0m;
    }
}
