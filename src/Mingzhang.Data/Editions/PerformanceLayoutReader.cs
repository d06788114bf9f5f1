using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Editions;

/// <summary>Reads the performance forms of an edition (“绩效表”).</summary>
internal sealed class PerformanceLayoutReader(NodeReader nodes)
{
    public IReadOnlyList<PerformanceLayout> Read(DataMap edition)
    {
        if (edition["绩效表"] is not { } node)
            return [];
        if (node is not DataMap map)
        {
            nodes.Mistake(node, "“绩效表”下应逐一写出各表。");
            return [];
        }

        var layouts = new List<PerformanceLayout>();
        foreach (var entry in map.Entries)
        {
            if (entry.Value is DataMap body)
                layouts.Add(Layout(entry.Key, body));
            else
                nodes.Mistake(entry.Value, $"“{entry.Key}”应写出对象和内容。");
        }

        return layouts;
    }

    private PerformanceLayout Layout(string title, DataMap map)
    {
        nodes.Expect(map, ["表名", "对象", "内容"], dimensions: false);
        var subject = nodes.Choice(map, "对象", "整体", "项目", "汇总");
        var parts = new List<LayoutPart>();
        if (map["内容"] is DataList list)
            parts.AddRange(list.Items.Select(Part).OfType<LayoutPart>());
        else
            nodes.Mistake(map["内容"] ?? map, "“内容”应逐行写出表中各部分，每行以“- ”开头。");
        return new PerformanceLayout(nodes.Text(map, "表名", required: false) ?? title, subject == 0, parts) { IsMerged = subject == 2 };
    }

    private LayoutPart? Part(DataNode node)
    {
        if (node is not DataMap map)
        {
            nodes.Mistake(node, "表中的一部分应写成“行: {标签: 来源}”，或以“组”“表”“指标”开头。");
            return null;
        }

        if (map["表"] is not null)
            return Table(map);
        if (map["指标"] is not null)
            return Indicators(map);
        nodes.Expect(map, ["组", "行", "可缺"], dimensions: false);
        return new FieldPart(nodes.Text(map, "组", required: false) ?? "", map["行"] is DataList rows ? [.. rows.Items.Select(Fields)] : [Fields(map["行"] ?? map)])
        {
            IsOptional = map["可缺"] is not null && nodes.Flag(map, "可缺"),
        };
    }

    private List<LayoutField> Fields(DataNode node)
    {
        if (node is DataMap map)
            return [.. map.Entries.Select(e => new LayoutField(e.Key, Word(map, e.Key, LayoutWords.Fields)))];
        nodes.Mistake(node, "一行应写成“{标签: 来源, 标签: 来源}”。");
        return [];
    }

    private TablePart Table(DataMap map)
    {
        nodes.Expect(map, ["表", "注", "取", "名", "栏", "行", "分值"], dimensions: false);
        return new TablePart(
            nodes.Text(map, "表") ?? "",
            Word(map, "取", LayoutWords.Tables),
            nodes.Text(map, "名", required: false) ?? "",
            Columns(map, LayoutWords.Columns),
            map["行"] is DataMap rows ? [.. rows.Entries.Select(e => new LayoutRow(e.Key, e.Value is DataMap test ? nodes.Selector(test) : Core.Editions.Selector.Everything))] : [],
            nodes.Number(map, "分值"))
        {
            Remark = nodes.Text(map, "注", required: false) ?? "",
        };
    }

    private LayoutPart Indicators(DataMap map)
    {
        nodes.Expect(map, ["指标", "注", "期限", "目标", "目标名", "栏", "分值"], dimensions: false);
        var term = nodes.Choice(map, "期限", "年度", "长期", "并列");
        if (term == 2)
        {
            foreach (var key in (string[])["注", "目标", "目标名", "分值"])
            {
                if (map[key] is { } extra)
                    nodes.Mistake(extra, $"长期、年度并列的指标不写“{key}”：目标印在表的上面。");
            }

            return new IndicatorPairPart(nodes.Text(map, "指标") ?? "", Columns(map, LayoutWords.Values));
        }

        var weights = map["分值"] is DataMap levels ? levels.Entries.Select(e => KeyValuePair.Create(e.Key, nodes.Number(levels, e.Key) ?? 0)).ToList() : [];
        return new IndicatorPart(
            nodes.Text(map, "指标") ?? "", term == 1, Word(map, "目标", LayoutWords.Goals), Columns(map, LayoutWords.Values), weights)
        {
            Remark = nodes.Text(map, "注", required: false) ?? "",
            GoalWord = nodes.Text(map, "目标名", required: false) ?? "目标",
        };
    }

    private List<(ColumnPath Header, string Source)> Columns(DataMap map, IReadOnlyList<string> words)
    {
        if (map["栏"] is DataMap columns)
            return [.. columns.Entries.Select(e => (ColumnPath.Parse(e.Key), Word(columns, e.Key, words)))];
        nodes.Mistake(map["栏"] ?? map, "缺少“栏”：请逐一写出“表头: 来源”。");
        return [];
    }

    private string Word(DataMap map, string key, IReadOnlyList<string> words)
    {
        var word = nodes.Text(map, key) ?? "";
        if (map[key] is DataScalar && !words.Contains(word))
            nodes.Mistake(map[key]!, $"“{key}”不能写“{word}”，可以写：{string.Join('、', words)}。");
        return word;
    }
}
