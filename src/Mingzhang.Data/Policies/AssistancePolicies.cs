using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Policies;

/// <summary>The policies of medical assistance of all places (data/policies/医疗救助).</summary>
/// <param name="Frame">国家框架.</param>
/// <param name="Places">Versions of each place.</param>
public sealed record AssistancePolicies(NationalFrame Frame, IReadOnlyDictionary<string, PolicyBook> Places)
{
    private const string FrameFile = "国家框架.yaml";

    /// <summary>Reads the folder; nothing that has a mistake is used.</summary>
    /// <param name="folder">The folder data/policies/医疗救助.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static AssistancePolicies? Load(string folder, ICollection<DataMistake> mistakes)
    {
        var reader = new PolicyReader(mistakes);
        NationalFrame? frame = null;
        var versions = new List<AssistancePolicy>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (YamlFile.Parse(File.ReadAllText(path), file, mistakes) is not { } map)
                continue;
            if (file == FrameFile)
                frame = reader.Frame(map);
            else if (reader.Policy(map, Path.GetFileNameWithoutExtension(path)) is { } policy)
                versions.Add(policy);
        }

        var places = versions.GroupBy(v => v.Place, StringComparer.Ordinal).ToList();
        foreach (var (first, second) in places.Select(p => PolicyBook.Overlap(p)).OfType<(AssistancePolicy, AssistancePolicy)>())
            mistakes.Add(new DataMistake(second.Id + ".yaml", 1, 1, $"与 {first.Id}.yaml 的施行日期重叠：同一地区同一天只能有一个版本，请给旧的写上“停止”。"));
        if (frame is null)
            mistakes.Add(new DataMistake(FrameFile, 1, 1, "缺少这个文件。"));
        return mistakes.Count > 0 || frame is null ? null : new AssistancePolicies(frame, places.ToDictionary(p => p.Key, p => new PolicyBook(p), StringComparer.Ordinal));
    }
}
