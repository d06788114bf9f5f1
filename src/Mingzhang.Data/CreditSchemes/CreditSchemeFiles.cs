using System.Globalization;
using Mingzhang.Core.Credit;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.CreditSchemes;

/// <summary>Reads data/credit: a scheme a file.</summary>
public static class CreditSchemeFiles
{
    /// <summary>Reads every scheme of the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<CreditScheme> Load(string folder, ICollection<DataMistake> mistakes) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => Read(File.ReadAllText(path), Path.GetFileName(path), mistakes)).OfType<CreditScheme>()];

    /// <summary>Reads a scheme; null when the text is no mapping.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="file">Its name.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static CreditScheme? Read(string text, string file, ICollection<DataMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        if (YamlFile.Parse(text, file, mistakes) is not { } map)
            return null;
        void Wrong(DataNode? node, string message) => mistakes.Add(new DataMistake(file, (node ?? map).Line, (node ?? map).Column, message));
        decimal Number(DataNode? node, string what)
        {
            if (decimal.TryParse((node as DataScalar)?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return number;
            Wrong(node, $"“{what}”应是不小于 0 的数。");
            return 0m;
        }

        string? Record(string rule) => ((map["取自"] as DataMap)?[rule] as DataScalar)?.Value;
        var indicators = ((map["指标"] as DataMap)?.Entries ?? []).Select(e => new CreditIndicator(
            e.Key, Number((e.Value as DataMap)?["分值"], e.Key + "的分值"), [.. (((e.Value as DataMap)?["扣分"] as DataMap)?.Entries ?? []).Select(d => new CreditDeductionRule(d.Key, Number(d.Value, d.Key), Record(d.Key)))])).ToList();
        if (indicators.Sum(i => i.Weight) != CreditScheme.Whole)
            Wrong(map["指标"], $"各指标分值合计 {indicators.Sum(i => i.Weight).ToString(CultureInfo.InvariantCulture)}，应是 100。");
        foreach (var entry in ((map["取自"] as DataMap)?.Entries ?? []).Where(e => !indicators.SelectMany(i => i.Rules).Any(r => r.Name == e.Key)))
            mistakes.Add(new DataMistake(file, entry.Line, entry.Column, $"“取自”里的“{entry.Key}”不是扣分项。"));
        var grades = ((map["等级"] as DataMap)?.Entries ?? []).Select(e => (e.Key, Number(e.Value, e.Key))).OrderByDescending(g => g.Item2).ToList();
        if (grades.Count == 0 || grades[^1].Item2 != 0m)
            Wrong(map["等级"], "等级从高到低写最低分，最后一级从 0 分起。");
        foreach (var key in (string[])["名称", "依据"])
        {
            if ((map[key] as DataScalar)?.Value is null)
                Wrong(map[key], $"缺“{key}”。");
        }

        return new CreditScheme((map["名称"] as DataScalar)?.Value ?? "", (map["依据"] as DataScalar)?.Value ?? "", indicators, grades);
    }
}
