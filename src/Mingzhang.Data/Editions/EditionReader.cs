using System.Globalization;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Editions;

/// <summary>Turns the nodes of a whole edition (base with its patches) into an <see cref="Edition"/>.</summary>
/// <param name="catalogue">The classifications.</param>
/// <param name="mistakes">Where mistakes go.</param>
/// <param name="known">The forms read so far: a table that a patch leaves alone is the very form of its base.</param>
internal sealed class EditionReader(ClassificationCatalogue catalogue, ICollection<DataMistake> mistakes, Dictionary<DataMap, Form> known)
{
    private static readonly string[] EditionKeys = ["版本", "名称", "种类", "适用", "地区", "底本", "情况说明", "表", "绩效表"];

    private static readonly string[] FormKeys =
        ["编号", "表名", "别名", "单位", "小数", "零值", "空表说明", "附注", "边", "栏", "行", "计算"];

    private readonly NodeReader _nodes = new(catalogue, mistakes);

    public Edition? Read(string fileId, DataMap map)
    {
        _nodes.Expect(map, EditionKeys, dimensions: false);
        var id = _nodes.Text(map, "版本");
        if (id is not null && id != fileId)
            _nodes.Mistake(map["版本"]!, $"版本“{id}”与文件名“{fileId}”不同，请改成一样。");
        var kind = _nodes.Text(map, "种类") switch
        {
            "预算" => DisclosureKind.Budget,
            "决算" => DisclosureKind.Final,
            _ => (DisclosureKind?)null,
        };
        if (kind is null)
            _nodes.Mistake(map["种类"] ?? map, "种类应写“预算”或“决算”。");
        var (from, to) = Years(map);
        if (map["表"] is not DataMap tables)
        {
            _nodes.Mistake(map, "缺少“表”：请在“表:”下逐一写出各表。");
            return null;
        }

        var forms = new List<Form>();
        foreach (var entry in tables.Entries)
        {
            if (entry.Value is DataMap body)
                forms.Add(FormOf(entry.Key, body));
            else
                _nodes.Mistake(entry.Value, $"“{entry.Key}”应写出栏和行。");
        }

        return new Edition(fileId, _nodes.Text(map, "名称") ?? fileId, kind ?? DisclosureKind.Budget, from, to, _nodes.Text(map, "地区", required: false), forms)
        {
            Outline = _nodes.Text(map, "情况说明", required: false),
            Performance = new PerformanceLayoutReader(_nodes).Read(map),
        };
    }

    private (int From, int? To) Years(DataMap map)
    {
        var text = _nodes.Text(map, "适用") ?? "";
        var parts = text.Split('-');
        if (parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var from))
        {
            if (parts[1].Length == 0)
                return (from, null);
            if (int.TryParse(parts[1], CultureInfo.InvariantCulture, out var to) && to >= from)
                return (from, to);
        }

        _nodes.Mistake(map["适用"] ?? map, "适用应写起止年度，如“2022-2024”，仍在使用的写“2022-”。");
        return (0, null);
    }

    private Form FormOf(string id, DataMap map)
    {
        if (known.TryGetValue(map, out var form))
            return form;
        var before = mistakes.Count;
        form = ReadForm(id, map);
        // A faulty form is read again with each edition, so that none of them is taken for sound.
        if (mistakes.Count == before)
            known.Add(map, form);
        return form;
    }

    private Form ReadForm(string id, DataMap map)
    {
        _nodes.Expect(map, FormKeys, dimensions: true);
        return new Form
        {
            Id = id,
            Title = _nodes.Text(map, "表名", required: false) ?? id,
            Aliases = NodeReader.Texts(map, "别名"),
            Number = _nodes.Text(map, "编号", required: false),
            Unit = _nodes.UnitOf(map) ?? Unit.WanYuan,
            Decimals = _nodes.Number(map, "小数") ?? 2,
            EmptyNote = _nodes.Text(map, "空表说明", required: false),
            Note = _nodes.Text(map, "附注", required: false),
            PrintsZero = _nodes.Choice(map, "零值", "印出", "空白") == 0,
            Lines = _nodes.Selector(map),
            Sides = Sides(map),
            Calculations = Calculations(map),
        };
    }

    private List<FormSide> Sides(DataMap map)
    {
        if (map["边"] is not DataMap sides)
            return [Side("", map)];
        var result = new List<FormSide>();
        foreach (var entry in sides.Entries)
        {
            if (entry.Value is DataMap body)
                result.Add(Side(entry.Key, body));
            else
                _nodes.Mistake(entry.Value, $"“{entry.Key}”一边应写出栏和行。");
        }

        return result;
    }

    private FormSide Side(string name, DataMap map)
    {
        if (name.Length > 0)
            _nodes.Expect(map, ["栏", "行", "前缀"], dimensions: false);
        var columns = map["栏"] is DataMap body ? Columns(body, []) : [];
        if (columns.Count == 0)
            _nodes.Mistake(map["栏"] ?? map, "缺少“栏”：请写出各栏的表头。");
        foreach (var twice in columns.GroupBy(c => c.Id).Where(g => g.Count() > 1))
            _nodes.Mistake(map["栏"]!, $"栏“{twice.Key}”出现了两次，请用“标识”加以区别。");
        var prefix = _nodes.Text(map, "前缀", required: false);
        var rows = new RowsReader(catalogue, _nodes).Read(map);
        return prefix switch
        {
            null => new FormSide(name, rows, columns),
            "否" => new FormSide(name, rows, columns, Prefixed: false),
            _ => new FormSide(name, rows, columns) { PrintedName = prefix },
        };
    }

    private List<FormColumn> Columns(DataMap map, IReadOnlyList<string> above)
    {
        var result = new List<FormColumn>();
        foreach (var entry in map.Entries)
        {
            if (entry.Value is not DataMap body)
            {
                _nodes.Mistake(entry.Value, $"栏“{entry.Key}”应写成“{entry.Key}: {{取数条件}}”。");
                continue;
            }

            var header = _nodes.Text(body, "表头", required: false) ?? entry.Key;
            IReadOnlyList<string> path = [.. above, header];
            // A nested mapping without any setting of its own is a group of columns.
            if (body.Entries.Count > 0 && body.Entries.All(e => e.Value is DataMap))
                result.AddRange(Columns(body, path));
            else
                result.Add(Column(body, path, entry.Key, above));
        }

        return result;
    }

    private FormColumn Column(DataMap map, IReadOnlyList<string> path, string key, IReadOnlyList<string> above)
    {
        _nodes.Expect(map, ["文本", "标识", "表头", "别名", "取数", "单位", "小数"], dimensions: true);
        return new FormColumn
        {
            Id = _nodes.Text(map, "标识", required: false) ?? string.Join('/', [.. above, key]),
            Header = new ColumnPath(path),
            Aliases = NodeReader.Texts(map, "别名"),
            Text = _nodes.Text(map, "文本", required: false),
            RecordField = _nodes.Text(map, "取数", required: false),
            Unit = _nodes.UnitOf(map),
            Decimals = _nodes.Number(map, "小数"),
            Lines = _nodes.Selector(map),
        };
    }

    private List<FormulaText> Calculations(DataMap map)
    {
        var result = new List<FormulaText>();
        if (map["计算"] is not DataList list)
            return result;
        foreach (var item in list.Items)
        {
            if (item is DataScalar { Value: { } text })
                result.Add(new FormulaText(text, item.File, item.Line, item.Column));
            else
                _nodes.Mistake(item, "计算应写成一行公式，如“BG-0501 每行 合计 = 基本支出/小计 + 项目支出”。");
        }

        return result;
    }
}
