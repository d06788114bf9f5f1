using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>Reads a table whose cells are known into a statement (表格转报表), guided by the form it may be.</summary>
internal static class GridStatementReader
{
    /// <summary>Reads the grid.</summary>
    /// <param name="heading">Title and number of the table and what stands between them and the grid.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="form">The form it may be; null for an unknown table.</param>
    /// <param name="catalogue">Classifications, to complete truncated codes.</param>
    public static Statement Read(TableHeading heading, SourceGrid grid, Form? form, ClassificationCatalogue catalogue)
    {
        var parts = GridParts.Split(grid.Rows);
        var body = LateHeaders.Part(parts.Body, form);
        var header = GridHeader.Find(body, form);
        var blocks = GridBlock.Cut(header, form);
        var tree = Tree(form, catalogue);
        var rows = new List<StatementRow>();
        // A table that goes on on another page may print its header again.
        var headers = body.Take(header.Rows).Select(Words).ToHashSet(StringComparer.Ordinal);
        var lines = body.Skip(header.Rows).Where(r => !GridHeader.IsColumnNumbers(r) && !headers.Contains(Words(r))).Select(r => new GridLine(r, header.Width, blocks)).ToList();
        // Block by block, as the form lists its sides: blocks of one code tree continue each other.
        foreach (var block in blocks)
        {
            var order = new RowOrder(block.Side?.Rows as ItemRows);
            foreach (var line in lines)
            {
                if (RowOf(line, block, form, tree, order, rows.Count == 0) is { } row)
                    rows.Add(row);
            }
        }

        // The one row of such a table is there even where all of it is blank.
        if (rows.Count == 0 && form?.Sides is [{ Rows: SingleRow single }])
            rows.Add(new StatementRow("", single.Label, 0, []));
        var columns = new List<ColumnPath>();
        foreach (var block in blocks)
            columns.AddRange(block.Texts.Concat(block.Amounts).OrderBy(c => c.Column).Select(c => c.Header).Where(h => !columns.Contains(h)).Distinct());
        var notes = heading.Notes.Concat(parts.Notes).ToList();
        return new Statement(
            heading.Title, heading.Number, heading.Unit ?? parts.Unit, columns, rows, notes.Count == 0 ? null : string.Join('\n', notes), heading.At);
    }

    private static string Words(SourceRow row) => string.Join('|', row.Cells.Select(c => Labels.WithoutSpaces(c.Text)).Where(t => t.Length > 0));

    private static Classification? Tree(Form? form, ClassificationCatalogue catalogue) =>
        form?.Sides.Select(s => s.Rows).OfType<TreeRows>().FirstOrDefault() is { } rows
            ? catalogue.Newest(rows.Dimension == Dimension.Function ? ClassificationCatalogue.Function : ClassificationCatalogue.Economic)
            : null;

    private static StatementRow? RowOf(GridLine line, GridBlock block, Form? form, Classification? tree, RowOrder order, bool first)
    {
        var cells = line.Cells(block);
        var figures = cells.Any(c => c.Figure is not null);
        var texts = block.Labels.Select(line.Text).ToList();
        if (!figures && texts.TrueForAll(t => t.Length == 0))
            return null;
        var (key, name, level) = Label(texts, line, block, tree, order, cells, first);
        if (key.Length == 0 && !figures)
            return null;
        var side = block.Side;
        // The side of a classified row is told by its code, not by the block it stands in.
        if (form is { Sides.Count: > 1 } && (side?.Rows is TreeRows || (side?.Rows is ItemRows && key.Length == 3 && key.All(char.IsAsciiDigit))))
            return new StatementRow(key, name, level, cells);
        return new StatementRow((side?.KeyPrefix ?? "") + key, name, level, cells);
    }

    private static (string Key, string Name, int Level) Label(
        List<string> texts, GridLine line, GridBlock block, Classification? tree, RowOrder order, IReadOnlyList<Cell> cells, bool first)
    {
        var joined = string.Concat(texts.Select(Labels.WithoutSpaces));
        switch (block.Side?.Rows)
        {
            case SingleRow single:
                // The one row of such a table has no label: it is known by what it is.
                return ("", joined.Length > 0 ? joined : single.Label, 0);
            case ItemRows:
                var item = order.Find(joined);
                // A row labelled by its code is known by the code alone, as in classified tables.
                return item?.Code is { } byCode && joined.StartsWith(byCode, StringComparison.Ordinal) && joined.Length > byCode.Length
                    ? (byCode, joined[byCode.Length..], item.Level)
                    : (Labels.Bare(joined), joined, item?.Level ?? 1);
            case UnitRows:
            case ProjectRows { ByFunction: false }:
                return Node(texts, joined, order, first);
            case ProjectRows:
                var code = CodedLabel.Read(texts);
                return code.Code is null ? (RowNames.IsTotal(joined) || joined.Length == 0 ? "合计" : joined, joined, 0) : ($"{code.Code}/{code.Name}", code.Name, 1);
            case RecordRows:
                return Record(line, block, joined, cells);
            default:
                var coded = CodedLabel.Read(texts).Completed(tree);
                if (coded.Code is { } known)
                    return (known, coded.Name, known.Length <= 3 ? 1 : known.Length <= 5 ? 2 : 3);
                return coded.Name.Length == 0 && first ? ("合计", "", 0) : (Labels.Bare(coded.Name), coded.Name, IsTotal(coded.Name, block) ? 0 : 1);
        }
    }

    // 合计, or what the form calls the total of this side (人员经费合计).
    private static bool IsTotal(string name, GridBlock block) =>
        RowNames.IsTotal(name) || (block.Side?.Rows is TreeRows { Total: { } total } && Labels.WithoutSpaces(total) == name);

    private static (string Key, string Name, int Level) Node(List<string> texts, string joined, RowOrder order, bool first)
    {
        var code = texts.Count > 0 ? Labels.WithoutSpaces(texts[0]) : "";
        var isCode = code.Length > 0 && code.All(char.IsAsciiLetterOrDigit);
        if (!isCode)
            return joined.Length == 0 || RowNames.IsTotal(joined) ? ("合计", joined, 0) : (joined, joined, first ? 0 : 1);
        var name = string.Concat(texts.Skip(1).Select(Labels.WithoutSpaces));
        return (code, name, order.Level(code));
    }

    private static (string Key, string Name, int Level) Record(GridLine line, GridBlock block, string joined, IReadOnlyList<Cell> cells)
    {
        var project = Known("项目");
        var item = Known("采购品目") ?? Known("内容") ?? Known("资产名称");
        var unit = Known("单位") ?? joined;
        if (item is null && (project is null || RowNames.IsTotal(project)))
        {
            var name = project ?? (unit.Length > 0 ? unit : cells.FirstOrDefault(c => c.Figure is null)?.Text ?? "");
            return RowNames.IsTotal(name) ? ("合计", name, 0) : (name, name, 1);
        }

        // Where rows bear a code, it is the head of the key.
        var code = joined.Length >= 3 && joined.All(char.IsAsciiLetterOrDigit) ? joined + "/" : "";
        return (code + (project ?? unit) + (item is null ? "" : "/" + item), project ?? item!, 2);

        string? Known(string field)
        {
            var at = block.Texts.FindIndex(t => t.Known?.Text == field);
            return at >= 0 && Labels.WithoutSpaces(line.Text(block.Texts[at].Column)) is { Length: > 0 } text ? text : null;
        }
    }
}
