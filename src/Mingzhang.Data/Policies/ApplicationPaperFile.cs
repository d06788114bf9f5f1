using Mingzhang.Core.Assistance.Applications;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Policies;

/// <summary>Reads data/policies/申请材料.yaml: what applications must bring.</summary>
public static class ApplicationPaperFile
{
    /// <summary>Name of the file.</summary>
    public const string File = "申请材料.yaml";

    private const string All = "全部", None = "不必";

    /// <summary>Reads it.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ApplicationPapers Read(string text, ICollection<DataMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        var root = YamlFile.Parse(text, File, mistakes) ?? new DataMap([], File, 1, 1);
        var papers = ((root["材料"] as DataMap)?.Entries ?? []).Select(e => Paper(e, mistakes)).ToList();
        if (papers.Count == 0)
            mistakes.Add(new DataMistake(File, 1, 1, "缺“材料”：一行一种，写名称和“必收”。"));
        if ((root["依据"] as DataScalar)?.Value is not { Length: > 0 } basis)
        {
            mistakes.Add(new DataMistake(File, 1, 1, "缺“依据”：没有文件的写“示例”。"));
            basis = "";
        }

        return new ApplicationPapers(basis, papers);
    }

    private static ApplicationPaper Paper(DataEntry entry, ICollection<DataMistake> mistakes)
    {
        var map = entry.Value as DataMap;
        string[] said = map?["必收"] switch
        {
            DataScalar { Value: All } => [.. CareKinds.Words.Keys],
            DataScalar { Value: None } => [],
            DataScalar { Value: { } word } => [word],
            DataList list => [.. list.Items.OfType<DataScalar>().Select(s => s.Value ?? "")],
            _ => [""],
        };
        if (said.Any(s => !CareKinds.Words.ContainsKey(s)))
            mistakes.Add(new DataMistake(File, entry.Line, entry.Column, $"“{entry.Key}”的“必收”应是{All}、{None}或{string.Join('、', CareKinds.Words.Keys)}。"));
        // Names are put together with “、” where one file holds several documents.
        if (entry.Key.Contains('、', StringComparison.Ordinal))
            mistakes.Add(new DataMistake(File, entry.Line, entry.Column, "材料的名称里不能有“、”。"));
        return new ApplicationPaper(entry.Key, (map?["说明"] as DataScalar)?.Value ?? "", [.. said.Where(CareKinds.Words.ContainsKey).Select(s => CareKinds.Words[s])]);
    }
}
