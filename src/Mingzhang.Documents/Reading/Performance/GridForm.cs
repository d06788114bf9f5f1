using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>Reads the tables of a form whose cells are known: pairs of label and value, tables inside the form, indicators.</summary>
internal sealed partial class GridForm(FormDraft form)
{
    private string _group = "";
    private string[]? _table;
    private int _keys;
    private readonly List<string> _carried = [];
    private IndicatorTable? _indicators;
    private string? _goal;
    private List<PlacedLabel> _above = [];

    public void Read(SourceGrid grid)
    {
        var rows = Rows(grid);
        for (var i = 0; i < rows.Count; i++)
        {
            var (cells, spread, at) = rows[i];
            if (cells.All(c => c.Length == 0))
                continue;
            if (IndicatorTable.IsHeader(cells))
            {
                var header = new List<string[]> { spread };
                while (i + 1 < rows.Count && IndicatorTable.IsMoreHeader(rows[i + 1].Cells))
                    header.Add(rows[++i].Spread);
                OpenIndicators(header, rows, i + 1);
            }
            else if (TakeGoal(cells) || (!FormWords.IsLabel(cells[0]) && (_indicators?.Take(cells, at, form) ?? false)))
            {
                // A goal or an indicator. A label at the left ends the indicators: 总分, 改进措施.
            }
            else if (IsTableHeader(cells))
            {
                var header = new List<string[]> { spread };
                while (i + 1 < rows.Count && IsMoreTableHeader(rows[i + 1].Cells))
                    header.Add(rows[++i].Spread);
                OpenTable(header, rows, i + 1);
            }
            else if (!TakeTableRow(cells))
            {
                _indicators = null;
                _table = null;
                TakePairs(cells, spread);
            }
        }
    }

    // Cells at their columns; where merged cells are told, what they cover is blank, and filled in the row spread over them.
    private static List<FormRow> Rows(SourceGrid grid)
    {
        var width = grid.Rows.SelectMany(r => r.Cells).Max(c => c.Column + c.ColumnSpan);
        var merged = grid.Rows.SelectMany(r => r.Cells).Any(c => c.ColumnSpan > 1 || c.RowSpan > 1);
        var rows = new List<FormRow>();
        foreach (var row in grid.Rows.Where(r => r.Cells.Count > 0))
        {
            var cells = Enumerable.Repeat("", merged ? width : row.Cells.Max(c => c.Column) + 1).ToArray();
            foreach (var cell in row.Cells)
                cells[cell.Column] = TightText.Of(cell.Text);
            var spread = merged ? cells.ToArray() : cells;
            foreach (var cell in row.Cells.Where(c => merged && c.ColumnSpan > 1))
                Array.Fill(spread, cells[cell.Column], cell.Column, cell.ColumnSpan);
            rows.Add(new FormRow(cells, spread, row.Cells[0].At));
        }

        return rows;
    }

    private void OpenIndicators(List<string[]> header, List<FormRow> rows, int next)
    {
        var widest = header.Max(h => h.Length);
        var width = Math.Max(widest, next < rows.Count && rows[next].Cells.Count(c => c.Length > 0) > 2 ? rows[next].Cells.Length : widest);
        _table = null;
        _indicators = IndicatorTable.Open(header, width);
        if (_indicators is not null)
            _indicators.Goal = _goal;
        // The part is named at the left of the header (年度绩效指标) or in a row above.
        if (FormWords.Groups.Contains(FormWords.Bare(header[0][0])))
            _group = FormWords.Bare(header[0][0]);
    }

    // 年度目标1：… in one cell or two: the goal of the indicators below.
    private bool TakeGoal(string[] cells)
    {
        var filled = cells.Where(c => c.Length > 0).ToList();
        if (filled.Count > 2 || !GoalName().IsMatch(filled[0]))
            return false;
        _goal = filled.Count == 1 ? filled[0] : filled[0].TrimEnd(':', '：') + "：" + filled[1];
        form.Add(_goal.Split(':', '：')[0], _goal[(_goal.Split(':', '：')[0].Length)..].TrimStart(':', '：'));
        _indicators = null;
        _table = null;
        return true;
    }

    private static bool IsTableHeader(string[] cells)
    {
        var filled = cells.Where(c => c.Length > 0).ToList();
        var first = FormWords.Groups.Contains(FormWords.Bare(filled[0])) ? 1 : 0;
        return filled.Count - first >= 2 && filled.Skip(first).All(FormWords.IsHeader) && filled.Skip(first).Any(FormWords.IsValueHeader);
    }

    private static bool IsMoreTableHeader(string[] cells) => cells.Any(c => c.Length > 0) && cells[0].Length == 0 && cells.All(c => c.Length == 0 || FormWords.IsValueHeader(c));

    private void OpenTable(List<string[]> header, List<FormRow> rows, int next)
    {
        if (FormWords.Groups.Contains(FormWords.Bare(header[0][0])))
            _group = FormWords.Bare(header[0][0]);
        var widest = header.Max(h => h.Length);
        var width = next < rows.Count && rows[next].Cells.Length > widest ? rows[next].Cells.Length : widest;
        _table = HeaderColumns.Paths(header, width);
        // Columns up to the first value name the row; the part's own name stands left of them.
        _keys = Array.FindIndex(_table, p => FormWords.IsValueHeader(p.Split('/')[^1]) || FormWords.IsValueHeader(p.Split('/')[0]));
        _indicators = null;
        _carried.Clear();
    }

    private bool TakeTableRow(string[] cells)
    {
        if (_table is not { } paths)
            return false;
        var filled = cells.Count(c => c.Length > 0);
        if (filled == 1 && cells[0].Length > 0 || FormWords.Groups.Contains(FormWords.Bare(cells[0])) || (FormWords.IsLabel(cells[0]) && cells[0].Length > 0))
            return false;
        var row = cells.Length >= paths.Length ? cells[..paths.Length] : [.. cells, .. Enumerable.Repeat("", paths.Length - cells.Length)];
        if (FormWords.Groups.Contains(FormWords.Bare(paths[0])) && row[0].Length > 0)
        {
            // The blank under the part's name was dropped: the row ends with as many blanks too many.
            var by = row.Length - 1 - Array.FindLastIndex(row, c => c.Length > 0);
            row = [.. Enumerable.Repeat("", by), .. row[..(row.Length - by)]];
        }

        var keys = Carry(row[..Math.Max(1, _keys)]);
        var name = Name(paths, keys);
        for (var c = Math.Max(1, _keys); c < row.Length; c++)
        {
            var path = paths[c].StartsWith(_group + "/", StringComparison.Ordinal) ? paths[c][(_group.Length + 1)..] : paths[c];
            // 预算执行情况 has one row, known by its columns alone.
            form.Add(name == "年度财政资金总额" ? path : $"{_group}/{name}/{path}", row[c]);
        }

        return true;
    }

    // Nested names (收入构成/财政拨款) make a path. Where each key has a header of its own (项目活动, 活动内容表述) the last
    // is the name and the others are values.
    private string Name(string[] paths, string[] keys)
    {
        var own = Enumerable.Range(0, keys.Length).Where(k => keys[k].Length > 0 && FormWords.IsKeyHeader(paths[k])).ToList();
        if (own.Select(k => paths[k]).Distinct(StringComparer.Ordinal).Count() < 2)
            return string.Join('/', keys.Where(k => k.Length > 0).Distinct(StringComparer.Ordinal));
        foreach (var k in own.SkipLast(1))
            form.Add($"{_group}/{keys[own[^1]]}/{paths[k]}", keys[k]);
        return keys[own[^1]];
    }

    // A merged name stands only in its first row.
    private string[] Carry(string[] keys)
    {
        while (_carried.Count < keys.Length)
            _carried.Add("");
        for (var k = 0; k < keys.Length; k++)
        {
            if (keys[k].Length > 0)
            {
                _carried[k] = keys[k];
                for (var later = k + 1; later < _carried.Count; later++)
                    _carried[later] = "";
            }
        }

        return [.. _carried.Take(keys.Length)];
    }

    private void TakePairs(string[] cells, string[] spread)
    {
        var filled = cells.Select((Text, Index) => new { Text, Index }).Where(c => c.Text.Length > 0).ToList();
        var start = 0;
        if (cells[0].Length > 0 && _above.Count == 0)
            _group = "";
        if (FormWords.Groups.Contains(FormWords.Bare(filled[0].Text)) && (filled.Count == 1 || FormWords.IsLabel(filled[1].Text)))
        {
            _group = FormWords.Bare(filled[0].Text);
            start = 1;
        }

        // Labels beside each other name the cells of the row below (中期目标, 年度目标).
        // Where merged cells are told, a blank cell beside a label is its own empty value (填报人, 联系电话).
        var isOpen = !ReferenceEquals(cells, spread) && filled.Count > start && spread.AsSpan(filled[start].Index).IndexOf("") >= 0;
        if (filled.Count - start > 1 && !isOpen && filled.Skip(start).All(f => FormWords.IsLabel(f.Text)))
        {
            _above = [.. filled.Skip(start).Select(f => new PlacedLabel(FormWords.Bare(f.Text), f.Index))];
            return;
        }

        if (_above.Count > 0 && !filled.Exists(f => FormWords.IsLabel(f.Text)))
        {
            foreach (var cell in filled)
                form.Add(Join(_group, _above.FindLast(a => a.Column <= cell.Index)?.Label ?? _above[0].Label), cell.Text);
            _above = [];
            return;
        }

        _above = [];
        var label = "";
        var value = "";
        for (var i = start; i < filled.Count; i++)
        {
            var pairColumn = cells.Length == 4 && filled[i].Index % 2 == 0 && filled.TrueForAll(f => f.Index % 2 == 0 || f.Index > 0) && filled[0].Index == 0;
            if (i == start || FormWords.IsLabel(filled[i].Text) || (pairColumn && value.Length > 0))
            {
                form.Add(Join(_group, label), value);
                label = FormWords.IsLabel(filled[i].Text) ? FormWords.Bare(filled[i].Text) : filled[i].Text.TrimEnd(':', '：');
                value = "";
            }
            else
            {
                value += filled[i].Text;
            }
        }

        form.Add(Join(_group, label), value);
    }

    // 总分 is the whole form's, wherever its row stands.
    private static string Join(string group, string label) => group.Length == 0 || label.Length == 0 || label == "总分" ? label : $"{group}/{label}";

    [GeneratedRegex(@"^(?:年度|长期|中期)(?:绩效)?目标\d{1,2}(?:[:：]|$)")]
    private static partial Regex GoalName();

    private sealed record PlacedLabel(string Label, int Column);

    // A row of cells at their columns, once with what merged cells cover blank and once filled.
    private sealed record FormRow(string[] Cells, string[] Spread, Place At);
}
