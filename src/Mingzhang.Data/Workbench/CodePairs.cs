using Mingzhang.Core.Classifications;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Workbench;

/// <summary>Reads data/workbench/科目对应.yaml: functional codes whose money has one economic code.</summary>
public static class CodePairs
{
    /// <summary>Name of the file.</summary>
    public const string File = "科目对应.yaml";

    /// <summary>Reads it.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="catalogue">The classifications the codes must be of.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string text, ClassificationCatalogue catalogue, ICollection<DataMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var entry in YamlFile.Parse(text, File, mistakes)?.Entries ?? [])
        {
            var economic = (entry.Value as DataScalar)?.Value ?? "";
            if (catalogue.Newest(ClassificationCatalogue.Function)?.Find(entry.Key) is null)
                mistakes.Add(new DataMistake(File, entry.Line, entry.Column, $"功能分类没有“{entry.Key}”。"));
            else if (catalogue.Newest(ClassificationCatalogue.Economic)?.Find(economic) is null)
                mistakes.Add(new DataMistake(File, entry.Value.Line, entry.Value.Column, $"部门经济分类没有“{economic}”。"));
            else
                pairs.Add(new(entry.Key, economic));
        }

        return pairs;
    }
}
