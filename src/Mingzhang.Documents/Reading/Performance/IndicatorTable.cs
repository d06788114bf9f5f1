using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>
/// Columns of a table of indicators and the reading of its rows. A form may show goals of two terms side by side
/// (长期, 年度): then each row gives an indicator for each.
/// </summary>
internal sealed partial class IndicatorTable
{
    private readonly string[] _paths;
    private readonly List<Term> _terms;
    private readonly int _level1;
    private readonly int _goal;
    private string? _lastLevel1;

    private sealed record Term(string? Name, int Level2, int Level3, int[] Values)
    {
        public string? LastLevel2 { get; set; }
    }

    private IndicatorTable(string[] paths)
    {
        _paths = paths;
        _level1 = Array.FindIndex(paths, p => p.StartsWith("一级指标", StringComparison.Ordinal));
        _goal = Array.FindIndex(paths, p => p == "目标名称");
        var second = Columns(paths, "二级指标").ToList();
        if (second.Count == 0 && _level1 >= 0 && _level1 + 1 < paths.Length && paths[_level1 + 1].Length == 0)
            second.Add(_level1 + 1);
        var third = paths.Select((p, i) => new { p, i }).Where(x => x.p.StartsWith("三级指标", StringComparison.Ordinal) || x.p.StartsWith("指标名称", StringComparison.Ordinal)).Select(x => x.i).ToList();
        _terms = [.. second.Select((two, n) =>
        {
            var three = third.Find(t => t > two && (n + 1 == second.Count || t < second[n + 1]));
            var end = n + 1 < second.Count ? second[n + 1] : paths.Length;
            var term = second.Count > 1 ? TermName().Match(paths[two]).Groups[1].Value : null;
            return new Term(term, two, three, [.. Enumerable.Range(Math.Max(two, three) + 1, Math.Max(0, end - Math.Max(two, three) - 1))]);
        })];
    }

    /// <summary>Goal of the rows that follow, where it stands in a row of its own.</summary>
    public string? Goal { get; set; }

    /// <summary>Whether these cells are the header of such a table.</summary>
    public static bool IsHeader(string[] cells) =>
        cells.Any(c => c.StartsWith("一级指标", StringComparison.Ordinal))
        && cells.Any(c => c.StartsWith("二级指标", StringComparison.Ordinal) || c.StartsWith("三级指标", StringComparison.Ordinal));

    /// <summary>Whether these cells go on with the header above them.</summary>
    public static bool IsMoreHeader(string[] cells) => cells.Any(c => c.Length > 0) && cells.All(c => c.Length == 0 || FormWords.IsIndicatorHeader(c));

    /// <summary>The table under these header rows; null when the levels cannot be told.</summary>
    public static IndicatorTable? Open(IReadOnlyList<string[]> header, int width)
    {
        var table = new IndicatorTable(HeaderColumns.Paths(Mended(header), width));
        return table._level1 < 0 || table._terms.Count == 0 ? null : table;
    }

    /// <summary>Adds the indicators of a row; false when it is no row of this table.</summary>
    public bool Take(string[] cells, Place at, FormDraft form)
    {
        // A label at the left (总分) begins what stands below the table.
        if (_level1 > 0 && FormWords.IsLabel(cells[0]))
            return false;
        cells = Shifted(cells);
        if (cells.Count(c => c.Length > 0) < 2)
            return false;
        var level1 = FormWords.Level(cells[_level1], FormWords.Level1);
        if (level1 is null && (cells[_level1].Length > 0 || _lastLevel1 is null))
            return false;
        if (level1 is not null)
        {
            if (level1 != _lastLevel1)
                _terms.ForEach(t => t.LastLevel2 = null);
            _lastLevel1 = level1;
            if (GroupWeight().Match(cells[_level1]) is { Success: true } weight)
                form.Add(level1 + "/分值", weight.Groups[1].Value);
        }

        var goal = _goal >= 0 && cells[_goal].Length > 0 ? cells[_goal] : null;
        if (goal is not null)
            Goal = goal;
        foreach (var term in _terms)
            Add(term, cells, at, form);
        return true;
    }

    private void Add(Term term, string[] cells, Place at, FormDraft form)
    {
        var level2 = cells[term.Level2];
        if (level2.Length > 0)
            term.LastLevel2 = GroupWeight().Replace(level2, "");
        var values = new List<KeyValuePair<string, string>>();
        decimal? weight = null;
        decimal? score = null;
        foreach (var column in term.Values)
        {
            var text = cells[column];
            if (text.Length == 0)
                continue;
            var path = Path(column, term);
            if (path == "得分")
                score = FigureText.Parse(text)?.Value;
            else if (path is "分值" or "权重")
                weight = FigureText.Parse(text)?.Value;
            else
                values.Add(new(path, text));
        }

        var level3 = term.Level3 > 0 ? cells[term.Level3] : "";
        if (level3.Length == 0 && values.Count == 0)
            return;
        var goal = term.Name is null ? Goal : Goal is null ? term.Name + "目标" : $"{term.Name}目标：{Goal}";
        form.Indicators.Add(new Indicator(goal, _lastLevel1, term.LastLevel2, level3.Length > 0 ? level3 : null, values, weight, score, at));
    }

    // A column without a header was merged with the one on its left.
    private string Path(int column, Term term)
    {
        while (_paths[column].Length == 0 && column > term.Level3 + 1)
            column--;
        var path = _paths[column].Length == 0 ? "指标值" : _paths[column];
        return term.Name is null ? path : TermName().Replace(path, "");
    }

    // A converter may drop the blank of a merged cell at the left: then all cells stand too far left by it.
    private string[] Shifted(string[] cells)
    {
        var width = _paths.Length;
        var row = cells.Length >= width ? cells[..width] : [.. cells, .. Enumerable.Repeat("", width - cells.Length)];
        var found = Array.FindIndex(row, c => FormWords.Level(c, FormWords.Level1) is not null);
        var expected = _level1;
        if (found < 0)
        {
            found = Array.FindIndex(row, c => FormWords.Level(c, FormWords.Level2) is not null);
            expected = _terms[0].Level2;
        }

        var by = found < 0 ? 0 : expected - found;
        if (by <= 0 || row[(width - by)..].Any(c => c.Length > 0))
            return row;
        return [.. Enumerable.Repeat("", by), .. row[..(width - by)]];
    }

    // A converter may shift a header row and repeat its years over the level columns: a header that stands in the row
    // above says how far, and only what stands over values counts.
    private static List<string[]> Mended(IReadOnlyList<string[]> header)
    {
        var top = header[0];
        var value = Array.FindIndex(top, c => c.StartsWith("指标值", StringComparison.Ordinal));
        var mended = new List<string[]>();
        foreach (var row in header)
        {
            if (mended.Count == 0 || value < 0 || row.Length != top.Length)
            {
                mended.Add(row);
                continue;
            }

            var by = row.Select((c, x) => c.Length == 0 ? 0 : Array.IndexOf(mended[^1], c) is var above and >= 0 ? above - x : 0).FirstOrDefault(d => d > 0);
            mended.Add([.. row.Select((_, x) => x < value || x < by ? "" : row[x - by])]);
        }

        return mended;
    }

    private static IEnumerable<int> Columns(string[] paths, string start)
    {
        for (var i = 0; i < paths.Length; i++)
        {
            if (paths[i].StartsWith(start, StringComparison.Ordinal) && (i == 0 || paths[i - 1] != paths[i]))
                yield return i;
        }
    }

    [GeneratedRegex(@"[（(](长期|中期|年度)[)）]")]
    private static partial Regex TermName();

    [GeneratedRegex(@"[（(](\d+(?:\.\d+)?)分[)）]$")]
    private static partial Regex GroupWeight();
}
