using System.Globalization;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Workbench;

/// <summary>Reads data/monitoring/预警.yaml: the warnings of monitoring with their usual thresholds.</summary>
internal static class MonitoringFile
{
    public const string Folder = "monitoring", File = "预警.yaml";

    public static MonitoringThresholds Read(string text, ICollection<DataMistake> mistakes)
    {
        var rules = new List<WarningRule>();
        foreach (var entry in YamlFile.Parse(text, File, mistakes)?.Entries ?? [])
        {
            if (!MonitoringThresholds.Names.Contains(entry.Key))
                mistakes.Add(new DataMistake(File, entry.Line, entry.Column, $"没有“{entry.Key}”这个预警；有：{string.Join('、', MonitoringThresholds.Names)}。"));
            else if (entry.Value is not DataMap map || !decimal.TryParse((map["阈值"] as DataScalar)?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                mistakes.Add(new DataMistake(File, entry.Line, entry.Column, $"“{entry.Key}”应写阈值（不小于 0 的数）、单位、说明。"));
            else
                rules.Add(new WarningRule(entry.Key, value, (map["单位"] as DataScalar)?.Value ?? "", (map["说明"] as DataScalar)?.Value ?? ""));
        }

        foreach (var missing in MonitoringThresholds.Names.Where(n => rules.All(r => r.Name != n) && mistakes.Count == 0).ToList())
            mistakes.Add(new DataMistake(File, 1, 1, $"缺“{missing}”。"));
        return new MonitoringThresholds(rules);
    }
}
