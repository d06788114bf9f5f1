using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Json;

/// <summary>Reads the tables of a disclosure. A header path that many cells name is kept once.</summary>
internal sealed class StatementJsonReader
{
    private readonly Dictionary<string, ColumnPath> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _parts = [];

    public List<Statement> Read(ref JsonCursor cursor)
    {
        var statements = new List<Statement>();
        for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
            statements.Add(ReadStatement(ref cursor));
        return statements;
    }

    private Statement ReadStatement(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            throw cursor.Expected("{…}");
        string? title = null, number = null, unit = null, note = null;
        int? page = null;
        var at = Place.Unknown;
        var columns = new List<ColumnPath>();
        var rows = new List<StatementRow>();
        while (cursor.NextKey())
        {
            if (cursor.Is("title"u8))
                title = cursor.Text();
            else if (cursor.Is("no"u8))
                number = cursor.Text();
            else if (cursor.Is("unit"u8))
                unit = cursor.Text();
            else if (cursor.Is("page"u8))
                page = cursor.Whole();
            else if (cursor.Is("note"u8))
                note = cursor.Text();
            else if (cursor.Is("at"u8))
                at = PlaceJson.Read(ref cursor);
            else if (cursor.Is("columns"u8))
            {
                for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
                    columns.Add(Column(ref cursor));
            }
            else if (cursor.Is("rows"u8))
            {
                for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
                    rows.Add(Row(ref cursor));
            }
            else
                cursor.Skip();
        }

        if (page is not null && at.Page is null)
            at = at with { Page = page };
        return new Statement(title ?? throw cursor.Missing("title"), number, unit, columns, rows, note, at);
    }

    private StatementRow Row(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            throw cursor.Expected("{…}");
        string? key = null, name = null;
        var level = 0;
        var cells = new List<Cell>();
        while (cursor.NextKey())
        {
            if (cursor.Is("key"u8))
                key = cursor.Text();
            else if (cursor.Is("name"u8))
                name = cursor.Text();
            else if (cursor.Is("level"u8))
                level = cursor.Whole() ?? 0;
            else if (cursor.Is("cells"u8))
            {
                for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
                    cells.Add(Cell(ref cursor));
            }
            else
                cursor.Skip();
        }

        return new StatementRow(key ?? throw cursor.Missing("key"), name ?? "", level, cells);
    }

    private Cell Cell(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            throw cursor.Expected("{…}");
        ColumnPath? column = null;
        string? text = null;
        decimal? value = null;
        int? decimals = null;
        bool sure = true, unreadable = false;
        var at = Place.Unknown;
        CellCorrection? correction = null;
        while (cursor.NextKey())
        {
            if (cursor.Is("column"u8))
                column = Column(ref cursor);
            else if (cursor.Is("text"u8))
                text = cursor.Text();
            else if (cursor.Is("value"u8))
                value = cursor.Amount();
            else if (cursor.Is("decimals"u8))
                decimals = cursor.Whole() is not ({ } and (< 0 or > 28)) and var count ? count : throw cursor.Expected("0 到 28 的整数");
            else if (cursor.Is("sure"u8))
                sure = cursor.Flag(true);
            else if (cursor.Is("unreadable"u8))
                unreadable = cursor.Flag(false);
            else if (cursor.Is("corrected"u8))
                correction = Correction(ref cursor);
            else if (cursor.Is("at"u8))
                at = PlaceJson.Read(ref cursor);
            else
                cursor.Skip();
        }

        Figure? figure = value is null || unreadable ? null : new Figure(value.Value, decimals ?? value.Value.Scale);
        return new Cell(column ?? throw cursor.Missing("column"), unreadable ? null : text ?? figure?.ToString(), figure, sure, at) { Correction = correction };
    }

    private static CellCorrection? Correction(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            return null;
        string? printed = null, by = null, at = null;
        while (cursor.NextKey())
        {
            if (cursor.Is("printed"u8))
                printed = cursor.Text();
            else if (cursor.Is("by"u8))
                by = cursor.Text();
            else if (cursor.Is("at"u8))
                at = cursor.Text();
            else
                cursor.Skip();
        }

        return new CellCorrection(printed, by ?? "", at ?? "");
    }

    private ColumnPath Column(ref JsonCursor cursor)
    {
        _parts.Clear();
        if (!cursor.Array())
            throw cursor.Expected("表头路径，如 [\"基本支出\", \"小计\"]");
        while (cursor.NextItem())
            _parts.Add(cursor.Words());
        if (_parts.Count == 0)
            throw cursor.Expected("表头路径，至少一级，如 [\"合计\"]");
        var id = string.Join('\u001f', _parts);
        if (!_columns.TryGetValue(id, out var column))
            _columns[id] = column = new ColumnPath(_parts.ToArray());
        return column;
    }
}
