using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Data.Editions;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Performance;

/// <summary>Reads data/performance/绩效运行监控表.yaml: forms that are no part of a disclosure, as an edition of their own.</summary>
public static class MonitoringFormFile
{
    /// <summary>Name of the file.</summary>
    public const string File = "绩效运行监控表.yaml";

    /// <summary>Reads it.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static Edition Read(string text, ClassificationCatalogue catalogue, ICollection<DataMistake> mistakes) =>
        new(Path.GetFileNameWithoutExtension(File), "绩效运行监控表", DisclosureKind.Budget, 0, null, null, [])
        {
            Performance = YamlFile.Parse(text, File, mistakes) is { } map ? new PerformanceLayoutReader(new NodeReader(catalogue, mistakes)).Read(map) : [],
        };
}
