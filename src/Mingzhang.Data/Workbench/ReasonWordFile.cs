using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Workbench;

/// <summary>Reads data/workbench/原因用语.yaml.</summary>
public static class ReasonWordFile
{
    /// <summary>Name of the file.</summary>
    public const string File = "原因用语.yaml";

    /// <summary>Reads it.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ReasonWords Read(string text, ICollection<DataMistake> mistakes)
    {
        var root = YamlFile.Parse(text, File, mistakes);
        return new ReasonWords(Words("增加"), Words("减少"));

        IReadOnlyList<string> Words(string side)
        {
            if (root?[side] is DataList { Items.Count: > 0 } list)
                return [.. list.Items.OfType<DataScalar>().Select(s => s.Value ?? "").Where(w => w.Length > 0)];
            mistakes.Add(new DataMistake(File, 1, 1, $"缺“{side}”的词。"));
            return [];
        }
    }
}
