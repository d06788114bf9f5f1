using Mingzhang.Core.Letters;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Letters;

/// <summary>Reads data/letters: one letter a file (文书模板).</summary>
public static class LetterFiles
{
    private static readonly string[] Keys = ["名称", "用于", "标题", "文号", "主送", "正文", "署名", "日期"];

    /// <summary>The letters of a folder, by the names of their files.</summary>
    public static IReadOnlyList<LetterTemplate> Load(string folder, ICollection<DataMistake> mistakes)
    {
        var letters = new List<LetterTemplate>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            if (Read(File.ReadAllText(path), Path.GetFileName(path), mistakes) is not { } letter)
                continue;
            if (letters.Exists(l => l.Name == letter.Name))
                mistakes.Add(new DataMistake(Path.GetFileName(path), 1, 1, $"已有名称为“{letter.Name}”的文书。"));
            letters.Add(letter);
        }

        return letters;
    }

    /// <summary>Reads one letter; null where nothing can be made of it.</summary>
    public static LetterTemplate? Read(string text, string file, ICollection<DataMistake> mistakes)
    {
        if (YamlFile.Parse(text, file, mistakes) is not { } root)
            return null;
        foreach (var entry in root.Entries.Where(e => !Keys.Contains(e.Key)))
            mistakes.Add(new DataMistake(file, entry.Line, entry.Column, $"没有“{entry.Key}”这一项；有：{string.Join('、', Keys)}。"));
        foreach (var key in Keys.Where(k => k is not ("文号" or "主送") && root[k] is null or DataScalar { Value: null }))
            mistakes.Add(new DataMistake(file, 1, 1, $"缺“{key}”。"));
        var parts = ((root["正文"] as DataList)?.Items ?? []).Select(n => Part(n, mistakes)).OfType<LetterPart>().ToList();
        string Value(string key)
        {
            var node = root[key] as DataScalar;
            if (node?.Value is { } value)
                Braces(value, node, mistakes);
            return node?.Value ?? "";
        }

        return new LetterTemplate(Value("名称"), Value("用于"), Value("标题"), Value("文号"), Value("主送"), parts, Value("署名"), Value("日期"));
    }

    private static LetterPart? Part(DataNode node, ICollection<DataMistake> mistakes)
    {
        if (node is DataScalar { Value: { } text })
            return Made(LetterPartKind.Paragraph, text, null, node, mistakes);
        if (node is DataMap map)
        {
            var condition = (map["如有"] as DataScalar)?.Value;
            foreach (var (key, kind) in new[] { ("文", LetterPartKind.Paragraph), ("小标题", LetterPartKind.Heading), ("表", LetterPartKind.Table) })
            {
                if ((map[key] as DataScalar)?.Value is { } words)
                    return Made(kind, words, condition, node, mistakes);
            }
        }

        mistakes.Add(new DataMistake(node.File, node.Line, node.Column, "正文的每一项应是一段文字，或“小标题”“表”“文”之一，可加“如有”。"));
        return null;
    }

    private static LetterPart Made(LetterPartKind kind, string text, string? condition, DataNode node, ICollection<DataMistake> mistakes)
    {
        Braces(text, node, mistakes);
        return new LetterPart(kind, text, condition);
    }

    // A brace left open would print itself.
    private static void Braces(string text, DataNode node, ICollection<DataMistake> mistakes)
    {
        var open = false;
        foreach (var c in text)
        {
            if ((c == '{' && open) || (c == '}' && !open))
            {
                open = true;
                break;
            }

            open = c == '{' || (open && c != '}');
        }

        if (open)
            mistakes.Add(new DataMistake(node.File, node.Line, node.Column, "花括号没有成对：字段写成 {机构名称}。"));
    }
}
