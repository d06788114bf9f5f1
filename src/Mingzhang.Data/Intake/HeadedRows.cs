using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Intake;

/// <summary>The rows below the header of a sheet, by our columns (按表头读取的行). Titles and remarks may stand above the header.</summary>
internal sealed class HeadedRows
{
    private const int DeepestHeader = 10;

    private readonly RawSheet _sheet;
    private readonly ExportColumns _columns;
    private readonly RawRow _header;
    private readonly Dictionary<string, int> _index;
    private readonly List<IntakeMistake> _mistakes;

    private HeadedRows(RawSheet sheet, ExportColumns columns, RawRow header, Dictionary<string, int> index, List<IntakeMistake> mistakes) =>
        (_sheet, _columns, _header, _index, _mistakes) = (sheet, columns, header, index, mistakes);

    /// <summary>Finds the header; null with a mistake when a needed column is missing.</summary>
    public static HeadedRows? Find(RawSheet sheet, ExportColumns columns, IReadOnlyList<string> needed, List<IntakeMistake> mistakes)
    {
        var best = sheet.Rows.Take(DeepestHeader).Select(r => (Row: r, Index: Index(r, columns))).MaxBy(r => r.Index.Count);
        var missing = needed.Where(n => best.Index?.ContainsKey(n) != true).ToList();
        if (missing.Count == 0)
            return new HeadedRows(sheet, columns, best.Row, best.Index!, mistakes);
        mistakes.Add(new IntakeMistake(
            sheet.File, sheet.Name, best.Row?.Number, null, null,
            $"表头里没有认出这些栏：{string.Join('、', missing.Select(m => $"{m}（可写 {string.Join('、', columns.Headers[m].Take(3))}）"))}。"));
        return null;
    }

    /// <summary>What of a header is not recognised; null when every needed column is there.</summary>
    public static OpenColumns? Open(RawSheet sheet, ExportColumns columns, IReadOnlyList<string> needed)
    {
        var best = sheet.Rows.Take(DeepestHeader).Select(r => (Row: r, Index: Index(r, columns))).MaxBy(r => (r.Index.Count, r.Row.Cells.Count(c => c.Length > 0)));
        var missing = needed.Where(n => best.Index?.ContainsKey(n) != true).ToList();
        return missing.Count == 0 || best.Row is null ? null
            : new OpenColumns([.. best.Row.Cells.Where(c => c.Length > 0)], best.Index!.ToDictionary(i => i.Key, i => best.Row[i.Value], StringComparer.Ordinal), missing);
    }

    /// <summary>The rows below the header.</summary>
    public IEnumerable<RawRow> Rows => _sheet.Rows.Where(r => r.Number > _header.Number);

    /// <summary>Text of a cell, worded as we do; empty when it is blank or the sheet has no such column.</summary>
    public string Text(RawRow row, string column)
    {
        var text = _index.TryGetValue(column, out var at) ? row[at] : "";
        return _columns.Values.TryGetValue(column, out var values) && values.TryGetValue(text, out var ours) ? ours : text;
    }

    /// <summary>Notes a mistake at a cell.</summary>
    public void Mistake(RawRow row, string column, string message)
    {
        var at = _index.GetValueOrDefault(column, -1);
        _mistakes.Add(new IntakeMistake(_sheet.File, _sheet.Name, row.Number, at < 0 ? column : _header[at], at < 0 ? null : row[at], message));
    }

    private static Dictionary<string, int> Index(RawRow row, ExportColumns columns)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row[i].Length > 0 && columns.ColumnOf(row[i]) is { } column)
                index.TryAdd(column, i);
        }

        return index;
    }
}
