using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Narrative;

/// <summary>Reads data/narrative/编制: the outlines by which narratives are compiled (提纲), and what functional codes mean. See its README.md.</summary>
public static class OutlineFiles
{
    /// <summary>Name of the file that explains functional codes.</summary>
    public const string TermsFile = "科目释义.yaml";

    /// <summary>Reads every <c>*.yaml</c> of the folder; wrong entries are named and left out.</summary>
    /// <param name="folder">data/narrative/编制.</param>
    /// <param name="editions">All editions, whose tables, rows and columns the cells must name.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static OutlineLibrary Load(string folder, IReadOnlyList<Edition> editions, ICollection<DataMistake> mistakes)
    {
        var outlines = new List<NarrativeOutline>();
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (YamlFile.Parse(File.ReadAllText(path), file, mistakes) is not { } root)
                continue;
            if (file == TermsFile)
                ReadTerms(root, terms, mistakes);
            else if (Read(root, Path.GetFileNameWithoutExtension(path), editions, mistakes) is { } outline)
                outlines.Add(outline);
        }

        foreach (var edition in editions.Where(e => e.Outline is { } name && !outlines.Exists(o => o.Name == name && o.Kind == e.Kind)))
            mistakes.Add(new DataMistake(edition.Id + ".yaml", 1, 1, $"情况说明“{edition.Outline}”不在 data/narrative/编制 中，或者种类不同；有：{string.Join('、', outlines.Select(o => o.Name))}。"));
        return new OutlineLibrary(outlines, terms);
    }

    /// <summary>Reads one outline.</summary>
    /// <param name="root">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="editions">All editions.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static NarrativeOutline? Read(DataMap root, string name, IReadOnlyList<Edition> editions, ICollection<DataMistake> mistakes)
    {
        var before = mistakes.Count;
        var nodes = new OutlineNodes(mistakes);
        nodes.Expect(root, "种类", "数", "比较", "清单", "提纲");
        DisclosureKind? kind = OutlineNodes.Text(root["种类"]) switch { "预算" => DisclosureKind.Budget, "决算" => DisclosureKind.Final, _ => null };
        if (kind is null)
            nodes.Mistake(root["种类"] ?? root, "“种类”应写：预算、决算。");
        var cells = new List<Formula>();
        var figures = new Dictionary<string, IReadOnlyList<FormulaReference>>(StringComparer.Ordinal);
        foreach (var entry in nodes.Entries(root, "数"))
            figures[entry.Key] = Cells(entry.Value, cells, nodes);
        var styles = nodes.Entries(root, "比较").ToDictionary(e => e.Key, e => Style(e, nodes), StringComparer.Ordinal);
        var lists = nodes.Entries(root, "清单").ToDictionary(e => e.Key, e => List(e, cells, nodes), StringComparer.Ordinal);
        var sections = root["提纲"] is DataList body ? body.Items.Select(i => Block(i, nodes)).OfType<OutlineSection>().ToList() : [];
        if (sections.Count == 0)
            nodes.Mistake(root["提纲"] ?? root, "缺少“提纲”：请逐一写出标题和内容。");
        foreach (var wrong in FormulaCatalogue.CheckBetween(cells, editions.Where(e => e.Kind == kind)))
            mistakes.Add(new DataMistake(wrong.File, wrong.Line, wrong.Column, wrong.Message));
        if (mistakes.Count > before)
            return null;
        var outline = new NarrativeOutline(name, kind!.Value, figures, styles, lists, sections);
        foreach (var fault in OutlineCheck.Faults(outline))
            nodes.Mistake(nodes.NodeOf(fault.At) ?? root, fault.Message);
        return mistakes.Count > before ? null : outline;
    }

    private static OutlineStyle Style(DataEntry entry, OutlineNodes nodes)
    {
        if (entry.Value is not DataMap map)
        {
            nodes.Mistake(entry.Value, $"“{entry.Key}”下面应写：{string.Join('、', OutlineStyle.CaseNames)}。");
            return new OutlineStyle(entry.Key, "", "", new Dictionary<string, OutlineText>());
        }

        nodes.Expect(map, ["称", "后缀", "相近", .. OutlineStyle.CaseNames]);
        var cases = new Dictionary<string, OutlineText>(StringComparer.Ordinal);
        foreach (var name in OutlineStyle.CaseNames)
        {
            if (map[name] is { } node)
                cases[name] = nodes.Sentence(node);
            else
                nodes.Mistake(map, $"“{entry.Key}”缺少“{name}”这种情形的写法。");
        }

        return new OutlineStyle(entry.Key, OutlineNodes.Text(map["称"]) ?? "", OutlineNodes.Text(map["后缀"]) ?? "", cases) { Near = OutlineNodes.Text(map["相近"]) };
    }

    private static OutlineList List(DataEntry entry, List<Formula> cells, OutlineNodes nodes)
    {
        var map = entry.Value as DataMap ?? new DataMap([], entry.Value.File, entry.Line, entry.Column);
        nodes.Expect(map, "数", "行", "属", "记录", "总", "写", "间", "零");
        if (new[] { "数", "行", "记录" }.Count(k => map[k] is not null) != 1)
            nodes.Mistake(map, $"“{entry.Key}”要说明列什么：“数”“行”“记录”写一种。");
        if (map["写"] is null)
            nodes.Mistake(map, $"“{entry.Key}”缺少“写”：请写出一项的说法。");
        return new OutlineList(
            entry.Key,
            OutlineNodes.Texts(map["数"]),
            map["行"] is { } rows ? Cells(rows, cells, nodes).FirstOrDefault() : null,
            OutlineNodes.Texts(map["属"]),
            OutlineNodes.Text(map["记录"]),
            OutlineNodes.Text(map["总"]),
            map["写"] is { } text ? nodes.Sentence(text) : OutlineText.Parse("", out _)!,
            OutlineNodes.Text(map["间"]) ?? "、",
            OutlineNodes.Text(map["零"]) == "写出");
    }

    private static OutlineBlock? Block(DataNode node, OutlineNodes nodes)
    {
        if (node is DataScalar)
            return new OutlineParagraph([new OutlinePiece(nodes.Sentence(node), [])], []);
        if (node is not DataMap map)
        {
            nodes.Mistake(node, "这里应写一句话，或者写：标题、段、逐项。");
            return null;
        }

        var when = nodes.Conditions(map["当"]);
        if (map["标题"] is { } title)
        {
            nodes.Expect(map, "标题", "当", "内容");
            return new OutlineSection(nodes.Sentence(title), false, [.. OutlineNodes.Items(map["内容"]).Select(b => Block(b, nodes)).OfType<OutlineBlock>()], when);
        }

        if (map["报表"] is not null)
            return new OutlineSection(OutlineText.Parse("报表", out _)!, true, [], when);
        if (map["逐项"] is { } list)
        {
            nodes.Expect(map, "逐项", "当", "没有");
            return new OutlineItems(nodes.Name(list), map["没有"] is { } none ? nodes.Sentence(none) : null, when);
        }

        nodes.Expect(map, "段", "当");
        return new OutlineParagraph([.. OutlineNodes.Items(map["段"]).Select(p => Piece(p, nodes))], when);
    }

    private static OutlinePiece Piece(DataNode node, OutlineNodes nodes)
    {
        if (node is not DataMap map)
            return new OutlinePiece(nodes.Sentence(node), []);
        nodes.Expect(map, "当", "写");
        return new OutlinePiece(nodes.Sentence(map["写"] ?? map), nodes.Conditions(map["当"]));
    }

    // Each cell is also kept as a formula of one term, so that its names are checked as those of formulas are.
    private static List<FormulaReference> Cells(DataNode node, List<Formula> checks, OutlineNodes nodes)
    {
        var cells = new List<FormulaReference>();
        foreach (var part in (OutlineNodes.Text(node) ?? "").Split(" 或 ", StringSplitOptions.TrimEntries))
        {
            if (FormulaReference.Parse(part) is not { Table: not null } cell)
            {
                nodes.Mistake(node, $"“{part}”应写成“表名[行].栏”，几格之间用“ 或 ”隔开。");
                continue;
            }

            cells.Add(cell);
            checks.Add(new Formula("数", FormulaScope.Cells, [new FormulaTerm(1, cell, null, false)], Comparison.Equal, [], false, new FormulaText(part, node.File, node.Line, node.Column), null));
        }

        return cells;
    }

    private static void ReadTerms(DataMap root, Dictionary<string, string> terms, ICollection<DataMistake> mistakes)
    {
        foreach (var entry in root.Entries)
        {
            if (entry.Value is DataScalar { Value: { Length: > 0 } text } && entry.Key.Length == 7 && entry.Key.All(char.IsAsciiDigit))
                terms[entry.Key] = text;
            else
                mistakes.Add(new DataMistake(entry.Value.File, entry.Line, entry.Column, $"“{entry.Key}”应写成“7 位科目编码: 释义”。"));
        }
    }
}
