using Mingzhang.Core.Registers;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Registers;

/// <summary>Reads data/registers: ready-made definitions of registers, a file each.</summary>
public static class RegisterFiles
{
    private static readonly string[] Keys = ["名称", "说明", "统计", "唯一", "栏"], FieldKeys = ["种类", "必填", "选项", "下限", "上限", "说明"];

    /// <summary>Reads every definition of the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<RegisterDefinition> Load(string folder, ICollection<DataMistake> mistakes) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => Read(File.ReadAllText(path), Path.GetFileName(path), mistakes)).OfType<RegisterDefinition>()];

    /// <summary>Reads a definition; null when the text is no mapping.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="file">Its name.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static RegisterDefinition? Read(string text, string file, ICollection<DataMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        if (YamlFile.Parse(text, file, mistakes) is not { } map)
            return null;
        Expect(map, Keys, mistakes);
        var key = Words(map["唯一"]);
        var fields = new List<RegisterField>();
        foreach (var entry in (map["栏"] as DataMap)?.Entries ?? [])
        {
            var of = entry.Value as DataMap ?? new DataMap([], file, entry.Line, entry.Column);
            Expect(of, FieldKeys, mistakes);
            if (RegisterKinds.Parse(Word(of, "种类")) is not { } kind)
            {
                mistakes.Add(new DataMistake(file, entry.Line, entry.Column, $"“{entry.Key}”的种类应是 {string.Join('、', RegisterKinds.All.Select(k => k.ChineseName()))} 之一。"));
                continue;
            }

            fields.Add(new RegisterField(fields.Count + 1, entry.Key, kind)
            {
                Required = Word(of, "必填") == "是" || key.Contains(entry.Key),
                Choices = Words(of["选项"]),
                Min = Word(of, "下限"),
                Max = Word(of, "上限"),
                Help = Word(of, "说明"),
                IsKey = key.Contains(entry.Key),
            });
        }

        foreach (var unknown in key.Where(k => fields.TrueForAll(f => f.Name != k)))
            mistakes.Add(new DataMistake(file, map["唯一"]!.Line, map["唯一"]!.Column, $"唯一的“{unknown}”不是台账的栏。"));
        var definition = new RegisterDefinition(Word(map, "名称"), Word(map, "说明"), fields) { Measure = Word(map, "统计") is { Length: > 0 } measure ? measure : null };
        foreach (var fault in definition.Faults([]))
            mistakes.Add(new DataMistake(file, map.Line, map.Column, fault));
        return definition;
    }

    private static void Expect(DataMap map, string[] keys, ICollection<DataMistake> mistakes)
    {
        foreach (var entry in map.Entries.Where(e => !keys.Contains(e.Key)))
            mistakes.Add(new DataMistake(entry.Value.File, entry.Line, entry.Column, $"不认识“{entry.Key}”，这里可以写：{string.Join('、', keys)}。"));
    }

    private static string Word(DataMap map, string key) => (map[key] as DataScalar)?.Value ?? "";

    private static IReadOnlyList<string> Words(DataNode? node) => node is DataList list ? [.. list.Items.OfType<DataScalar>().Select(s => s.Value ?? "")] : [];
}
