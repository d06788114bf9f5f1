using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>Reads indicators from lines: level words by their vocabulary, rows by the closing 指标值确定依据.</summary>
internal sealed partial class LineIndicators
{
    private readonly List<string> _columns;
    private readonly string _basis;
    private readonly List<LinePiece> _row = [];
    private string? _goal;
    private string? _level1;
    private string? _level2;

    private LineIndicators(List<string> columns, string basis, string? goal)
    {
        _columns = columns;
        _basis = basis;
        _goal = goal;
    }

    /// <summary>Whether a header of indicators begins here.</summary>
    public static bool Begins(IReadOnlyList<LinePiece> pieces, int at) =>
        LinePiece.Match(pieces, at, w => w is "一级指标" or "目标名称" ? w : null) is { Word: "一级指标" } or { Word: "目标名称" };

    /// <summary>Reads from the header on; returns the piece after the last row.</summary>
    /// <param name="pieces">All pieces of the form.</param>
    /// <param name="at">Where the header begins.</param>
    /// <param name="goal">Goal named above the header.</param>
    /// <param name="ends">Whether something else begins at a piece.</param>
    /// <param name="form">Takes the indicators.</param>
    public static int Read(IReadOnlyList<LinePiece> pieces, int at, string? goal, Func<int, bool> ends, FormDraft form)
    {
        var from = at;
        while (at < pieces.Count && Level(pieces, at, out _) is null && Goal(pieces, at) is null)
            at++;
        var header = string.Concat(pieces.Skip(from).Take(at - from).Select(p => p.Text));
        var table = new LineIndicators(Columns(header), header.Contains("绩效标准", StringComparison.Ordinal) ? "绩效标准" : "指标值确定依据", goal);
        while (at < pieces.Count && !ends(at))
            at = table.Take(pieces, at, form);
        return at;
    }

    private static List<string> Columns(string header)
    {
        var last = header.Contains("预计当年", StringComparison.Ordinal) ? "预计当年实现" : "预期当年实现值";
        var above = header.Contains("近两年指标值", StringComparison.Ordinal) ? "近两年指标值/" : "";
        return header.Contains("前年", StringComparison.Ordinal) ? [$"指标值/{above}前年", $"指标值/{above}上年", $"指标值/{last}"] : ["指标值"];
    }

    private static (string Word, int Count)? Level(IReadOnlyList<LinePiece> pieces, int at, out bool first)
    {
        var one = LinePiece.Match(pieces, at, w => FormWords.Level1.Contains(w) ? w : null);
        first = one is not null;
        return one ?? LinePiece.Match(pieces, at, w => FormWords.Level2.Contains(w) ? w : null);
    }

    private static (string Word, int Count)? Goal(IReadOnlyList<LinePiece> pieces, int at) => LinePiece.Match(pieces, at, w => GoalName().IsMatch(w) ? w : null);

    private int Take(IReadOnlyList<LinePiece> pieces, int at, FormDraft form)
    {
        if (_row.Count == 0 && Goal(pieces, at) is { } goal)
        {
            _goal = goal.Word;
            return at + goal.Count;
        }

        // A level word in the middle of a line is content, unless only level words stand before it.
        if (_row.Count == 0 && Level(pieces, at, out var first) is { } level)
        {
            if (first)
            {
                _level1 = level.Word;
                _level2 = null;
            }
            else
            {
                _level2 = level.Word;
            }

            return at + level.Count;
        }

        if (_row.Count > 1 && LinePiece.Match(pieces, at, w => FormWords.Bases.Contains(w) ? w : null) is { } basis)
        {
            Close(basis.Word, form);
            return at + basis.Count;
        }

        _row.Add(pieces[at]);
        return at + 1;
    }

    private void Close(string basis, FormDraft form)
    {
        var lastLine = _row[^1].Line;
        var tail = _row.FindAll(p => p.Line == lastLine);
        List<string> cells;
        if (tail.Count > _columns.Count || (tail.Count == _columns.Count && tail.Count < _row.Count))
        {
            // The values stand on the last line; all before them is the name.
            var names = _row.Take(_row.Count - _columns.Count).Select(p => p.Text);
            cells = [string.Concat(names), .. tail.TakeLast(_columns.Count).Select(p => p.Text)];
        }
        else
        {
            cells = CellPieces.Split(_row, _columns.Count + 1);
        }

        var values = _columns.Zip(cells.Skip(1), (name, value) => new KeyValuePair<string, string>(name, value)).Append(new(_basis, basis)).ToList();
        form.Indicators.Add(new Indicator(_goal, _level1, _level2, cells[0], values, null, null, _row[0].At));
        _row.Clear();
    }

    [GeneratedRegex(@"^(?:年度|长期|中期)绩效目标\d{1,2}$")]
    private static partial Regex GoalName();
}
