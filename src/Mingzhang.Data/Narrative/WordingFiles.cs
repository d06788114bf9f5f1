using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Narrative;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Narrative;

/// <summary>Reads data/narrative: which wording of a text means which cell (文字与表格的对应). See its README.md.</summary>
public static class WordingFiles
{
    private static readonly string[] Keys = ["称", "上文", "指", "预算指", "用科目", "不用科目"];

    /// <summary>Reads every <c>*.yaml</c> of the folder, in order of name; wrong entries are named and left out.</summary>
    /// <param name="folder">data/narrative.</param>
    /// <param name="editions">All editions, whose tables, rows and columns the cells must name.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<Wording> Load(string folder, IEnumerable<Edition> editions, ICollection<DataMistake> mistakes) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .SelectMany(path => Parse(File.ReadAllText(path), Path.GetFileName(path), editions, mistakes)),
    ];

    /// <summary>Reads one file.</summary>
    public static IReadOnlyList<Wording> Parse(string text, string file, IEnumerable<Edition> editions, ICollection<DataMistake> mistakes)
    {
        if (YamlFile.Parse(text, file, mistakes) is not { } root)
            return [];
        foreach (var entry in root.Entries.Where(e => e.Key is not ("种类" or "说法")))
            mistakes.Add(new DataMistake(file, entry.Line, entry.Column, $"不认识“{entry.Key}”，这里可以写：种类、说法。"));
        DisclosureKind? kind = root["种类"] is DataScalar { Value: { } word } ? word switch { "预算" => DisclosureKind.Budget, "决算" => DisclosureKind.Final, _ => null } : null;
        if (kind is null)
            mistakes.Add(At(root["种类"] ?? root, "“种类”应写：预算、决算。"));
        if (root["说法"] is not DataMap wordings)
        {
            mistakes.Add(At(root["说法"] ?? root, "缺少“说法”：请写出各个数的称呼和所指的格。"));
            return [];
        }

        var cells = new List<Formula>();
        IReadOnlyList<Wording> read = [.. wordings.Entries.Select(e => Read(e, kind ?? DisclosureKind.Budget, cells, mistakes)).OfType<Wording>()];
        foreach (var wrong in FormulaCatalogue.CheckBetween(cells, editions.Where(e => kind is null || e.Kind == kind)))
            mistakes.Add(new DataMistake(wrong.File, wrong.Line, wrong.Column, wrong.Message));
        return read;
    }

    private static Wording? Read(DataEntry entry, DisclosureKind kind, List<Formula> cells, ICollection<DataMistake> mistakes)
    {
        if (entry.Value is not DataMap map)
        {
            mistakes.Add(new DataMistake(entry.Value.File, entry.Line, entry.Column, $"“{entry.Key}”下面应写“称”和“指”。"));
            return null;
        }

        foreach (var other in map.Entries.Where(e => !Keys.Contains(e.Key)))
            mistakes.Add(new DataMistake(map.File, other.Line, other.Column, $"不认识“{other.Key}”，这里可以写：{string.Join('、', Keys)}。"));
        var patterns = new List<WordingPattern>();
        foreach (var scalar in Scalars(map, "称", mistakes))
        {
            if (WordingPattern.Parse(scalar.Value ?? "", out var why) is { } pattern)
                patterns.Add(pattern);
            else
                mistakes.Add(At(scalar, $"“{scalar.Value}”{why}。"));
        }

        if (map["称"] is null)
            mistakes.Add(At(map, $"“{entry.Key}”缺少“称”：请写出文中怎样称呼它。"));
        if (patterns.Exists(p => p.Variable != patterns[0].Variable))
            mistakes.Add(At(map["称"]!, "带科目的称呼应单独写一条。"));
        var contexts = Words(map, "上文", mistakes);
        return patterns.Count == 0 ? null : new Wording(entry.Key, kind, patterns, contexts, Cells(map, "指", cells, mistakes), Cells(map, "预算指", cells, mistakes))
        {
            ItemsUsed = Words(map, "用科目", mistakes),
            ItemsNotUsed = Words(map, "不用科目", mistakes),
        };
    }

    private static List<string> Words(DataMap map, string key, ICollection<DataMistake> mistakes) => [.. Scalars(map, key, mistakes).Select(s => s.Value ?? "")];

    private static IReadOnlyList<DataScalar> Scalars(DataMap map, string key, ICollection<DataMistake> mistakes)
    {
        switch (map[key])
        {
            case null:
                return [];
            case DataScalar one:
                return [one];
            case DataList list when list.Items.All(i => i is DataScalar):
                return [.. list.Items.OfType<DataScalar>()];
            case var node:
                mistakes.Add(At(node, $"“{key}”应是一个词或几个词，如 [甲, 乙]。"));
                return [];
        }
    }

    // Each cell is also kept as a formula of one term, so that its names are checked as those of formulas are.
    private static List<FormulaReference> Cells(DataMap map, string key, List<Formula> checks, ICollection<DataMistake> mistakes)
    {
        var cells = new List<FormulaReference>();
        if (map[key] is not DataScalar { Value: { } text } scalar)
            return cells;
        foreach (var part in text.Split(" 或 ", StringSplitOptions.TrimEntries))
        {
            if (FormulaReference.Parse(part) is not { Table: not null } cell)
            {
                mistakes.Add(At(scalar, $"“{part}”应写成“表名[行].栏”，几格之间用“ 或 ”隔开。"));
                continue;
            }

            cells.Add(cell);
            checks.Add(new Formula(key, FormulaScope.Cells, [new FormulaTerm(1, cell, null, false)], Comparison.Equal, [], false, new FormulaText(text, scalar.File, scalar.Line, scalar.Column), null));
        }

        return cells;
    }

    private static DataMistake At(DataNode node, string message) => new(node.File, node.Line, node.Column, message);
}
