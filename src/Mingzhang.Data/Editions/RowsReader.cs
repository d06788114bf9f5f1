using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Editions;

/// <summary>Reads what the rows of a table are.</summary>
internal sealed class RowsReader(ClassificationCatalogue catalogue, NodeReader nodes)
{
    public FormRows Read(DataMap side)
    {
        switch (side["行"])
        {
            case DataList items:
                return new ItemRows(Items(items));
            case DataMap map:
                return Generated(map);
            default:
                nodes.Mistake(side["行"] ?? side, "缺少“行”：请写出各行，或写“功能科目”“经济科目”“单位”“项目”“记录”“单行”之一。");
                return new ItemRows([]);
        }
    }

    private FormRows Generated(DataMap map)
    {
        nodes.Expect(map, ["功能科目", "经济科目", "单位", "项目", "记录", "单行", "合计", "科目", "全部", "合计位置", "级数", "按功能", "分单位"], dimensions: false);
        foreach (var entry in map.Entries)
        {
            var label = nodes.Text(map, entry.Key, required: false);
            switch (entry.Key)
            {
                case "功能科目":
                    return Tree(map, Dimension.Function, label);
                case "经济科目":
                    return Tree(map, Dimension.Economic, label);
                case "单位":
                    return new UnitRows(label ?? "合计");
                case "项目":
                    return new ProjectRows(label ?? "", nodes.Flag(map, "按功能"));
                case "记录":
                    if (nodes.Choice(map, "记录", RecordRows.Kinds) < 0)
                        return new ItemRows([]);
                    return new RecordRows(label!, nodes.Text(map, "合计", required: false), nodes.Flag(map, "分单位"));
                case "单行":
                    return new SingleRow(label ?? "合计");
            }
        }

        nodes.Mistake(map, "“行”应写“功能科目”“经济科目”“单位”“项目”“记录”“单行”之一。");
        return new ItemRows([]);
    }

    private TreeRows Tree(DataMap map, Dimension dimension, string? total) => new(
        dimension, total, nodes.Members(map, "科目", dimension), nodes.Flag(map, "全部"), nodes.Choice(map, "合计位置", "首", "末") == 1, nodes.Number(map, "级数") ?? 3);

    private List<FormItem> Items(DataList list)
    {
        var result = new List<FormItem>();
        foreach (var node in list.Items)
        {
            if (node is not DataMap { Entries: [var entry] } || entry.Value is not DataMap settings)
            {
                nodes.Mistake(node, "每一行应写成“- 行名: {取数条件}”。");
                continue;
            }

            if (entry.Key == "功能类")
                result.AddRange(Classes(settings));
            else
                result.Add(Item(entry.Key, settings));
        }

        foreach (var twice in result.GroupBy(i => i.Id).Where(g => g.Count() > 1))
            nodes.Mistake(list, $"行“{twice.Key}”出现了两次，请用“标识”加以区别。");
        return result;
    }

    private FormItem Item(string label, DataMap map)
    {
        nodes.Expect(map, ["级", "标识", "别名", "其中"], dimensions: true);
        var selector = nodes.Selector(map);
        return new FormItem(
            nodes.Text(map, "标识", required: false) ?? Labels.Bare(label), label, nodes.Number(map, "级") ?? 1, selector, null, NodeReader.Texts(map, "别名"))
        {
            IsPart = nodes.Flag(map, "其中"),
        };
    }

    // “功能类” stands for one row per functional 类, with the ordinals this form prints.
    private IEnumerable<FormItem> Classes(DataMap map)
    {
        nodes.Expect(map, ["级", "序号", "科目"], dimensions: false);
        var style = nodes.Text(map, "序号") ?? "一、";
        var level = nodes.Number(map, "级") ?? 1;
        var ordinal = 0;
        var functions = catalogue.Newest(ClassificationCatalogue.Function);
        foreach (var code in NodeReader.Texts(map, "科目"))
        {
            ordinal++;
            var name = functions?.Find(code)?.Name;
            if (name is null)
            {
                nodes.Mistake(map["科目"]!, $"{ClassificationCatalogue.Function}里没有“{code}”。");
                continue;
            }

            var label = style == "编码" ? $"{code} {name}" : Labels.Ordinal(ordinal, style) + name;
            var selector = new Selector(
            [
                new SelectorCondition(Dimension.Flow, ["支出"]),
                new SelectorCondition(Dimension.Function, [code]),
            ]);
            yield return new FormItem(style == "编码" ? code : name, label, level, selector, code, []);
        }
    }
}
