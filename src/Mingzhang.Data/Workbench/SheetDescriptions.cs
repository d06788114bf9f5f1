using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Workbench;

/// <summary>Reads data/workbench/录入.yaml: the sheets of the workbench. Its columns must be those of the ledger, no more and no less.</summary>
public static class SheetDescriptions
{
    /// <summary>Name of the file.</summary>
    public const string File = "录入.yaml";

    private static readonly Dictionary<string, FieldKind> Kinds = new(StringComparer.Ordinal)
    {
        ["文字"] = FieldKind.Text,
        ["长文"] = FieldKind.LongText,
        ["金额"] = FieldKind.Amount,
        ["整数"] = FieldKind.Count,
        ["数"] = FieldKind.Quantity,
        ["算式"] = FieldKind.Formula,
    };

    /// <summary>Reads it.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<SheetDescription> Read(string text, ICollection<DataMistake> mistakes)
    {
        if (YamlFile.Parse(text, File, mistakes) is not { } root)
            return [];
        var sheets = new List<SheetDescription>();
        foreach (var entry in root.Entries)
        {
            if (!LedgerSheets.All.TryGetValue(entry.Key, out var fields))
                mistakes.Add(new DataMistake(File, entry.Line, entry.Column, $"台账没有“{entry.Key}”这张表；有：{string.Join('、', LedgerSheets.All.Keys)}。"));
            else if (entry.Value is DataMap map)
                sheets.Add(Sheet(entry, map, fields, mistakes));
            else
                mistakes.Add(new DataMistake(File, entry.Line, entry.Column, "应写组、说明、栏。"));
        }

        return sheets;
    }

    private static SheetDescription Sheet(DataEntry entry, DataMap map, IReadOnlyList<SheetField> fields, ICollection<DataMistake> mistakes)
    {
        var columns = map["栏"] as DataMap;
        foreach (var extra in columns?.Entries.Where(c => fields.All(f => f.Name != c.Key)) ?? [])
            mistakes.Add(new DataMistake(File, extra.Line, extra.Column, $"“{entry.Key}”没有“{extra.Key}”这一栏；有：{string.Join('、', fields.Select(f => f.Name))}。"));
        var described = new List<FieldDescription>();
        foreach (var field in fields)
        {
            if (columns?[field.Name] is DataMap column)
                described.Add(Field(field, column, mistakes));
            else
                mistakes.Add(new DataMistake(File, entry.Line, entry.Column, $"“{entry.Key}”缺“{field.Name}”一栏的说明。"));
        }

        var matching = Texts(map["对照"]);
        if (matching.FirstOrDefault(m => fields.All(f => f.Name != m)) is { } unknown)
            mistakes.Add(new DataMistake(File, entry.Line, entry.Column, $"“对照”里的“{unknown}”不是这张表的栏。"));
        var stage = Text(map["阶段"]);
        if (stage is not null && Enum.GetValues<Stage>().All(s => s.ChineseName() != stage))
            mistakes.Add(new DataMistake(File, entry.Line, entry.Column, $"“阶段”应是预算或决算，现为“{stage}”；两个阶段都用的不写。"));
        return new SheetDescription(entry.Key, Text(map["组"]) ?? "", Text(map["说明"]) ?? "", matching, described)
        {
            Stage = stage is null ? null : stage == Stage.Final.ChineseName() ? Stage.Final : Stage.Budget,
        };
    }

    private static FieldDescription Field(SheetField field, DataMap column, ICollection<DataMistake> mistakes)
    {
        var word = Text(column["种类"]) ?? "文字";
        if (!Kinds.TryGetValue(word, out var kind))
            mistakes.Add(new DataMistake(File, column.Line, column.Column, $"“种类”应是{string.Join('、', Kinds.Keys)}之一，现为“{word}”。"));
        var from = column["取自"];
        return new FieldDescription(field.Name, kind, field.IsRequired, Text(from), Texts(from), Text(column["说明"]) ?? "");
    }

    private static string? Text(DataNode? node) => (node as DataScalar)?.Value;

    private static IReadOnlyList<string> Texts(DataNode? node) => node is DataList list ? [.. list.Items.OfType<DataScalar>().Select(s => s.Value ?? "")] : [];
}
