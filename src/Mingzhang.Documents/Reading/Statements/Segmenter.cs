using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>Cuts a document into tables and running text (分段).</summary>
internal sealed partial class Segmenter(TitleMatcher titles)
{
    private const int MostCodeColumns = 2;

    private readonly List<TableRegion> _tables = [];
    private readonly List<TextLine> _text = [];
    private readonly List<(int At, TableRegion Region)> _bare = [];
    private Open? _open;

    /// <summary>The tables and the lines that belong to none, both in the order of the document.</summary>
    public static (IReadOnlyList<TableRegion> Tables, IReadOnlyList<TextLine> Text) Cut(IReadOnlyList<SourceBlock> blocks, TitleMatcher titles)
    {
        var segmenter = new Segmenter(titles);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is SourceGrid grid)
                segmenter.Take(grid);
            else if (blocks[i] is TextLine line && segmenter.Take(line, i + 1 < blocks.Count ? blocks[i + 1] as TextLine : null))
                i++;
        }

        segmenter.Close();
        segmenter.KeepBare();
        return (segmenter._tables, segmenter._text);
    }

    /// <summary>Whether the line is the title of a part or chapter: no table goes on beyond it.</summary>
    public static bool IsPartTitle(string text) => PartTitle().IsMatch(text);

    // A numbered title with nothing under it, between tables and found nowhere else, is a table whose body is missing.
    private void KeepBare()
    {
        var missing = _bare.Where(b => b.At > 0 && b.At < _tables.Count && !_tables.Exists(t => t.Forms.Intersect(b.Region.Forms).Any())).DistinctBy(b => b.Region.Heading.Title).ToList();
        for (var i = missing.Count - 1; i >= 0; i--)
            _tables.Insert(missing[i].At, missing[i].Region);
    }

    private void Take(SourceGrid grid)
    {
        // A second grid under one title, of the same width, is the rest of the first.
        if (_open is { Grid: { } first } && _open.Notes.Count == 0 && (Width(first) == Width(grid) || GoesOn(first, grid)))
        {
            _open.Grid = first with { Rows = [.. first.Rows, .. Below(grid, Width(first) - Width(grid))] };
            return;
        }

        var title = GridTitle(grid);
        if (_open is null || _open.Grid is not null || (title is not null && !titles.Forms(title).Intersect(_open.Forms).Any() && _open.Forms.Count > 0))
        {
            Close();
            _open = new Open(title ?? "", title is null ? [] : titles.Forms(title), grid.At);
        }

        _open.Grid = grid;
    }

    // A page without headers may lack the columns that only the header parts (类, 款, 项 over one code): its rows begin with codes all the same.
    private static bool GoesOn(SourceGrid first, SourceGrid grid) =>
        Width(first) > Width(grid) && Width(first) - Width(grid) <= MostCodeColumns
        && grid.Rows[0].Cells is [{ Column: 0, Text: var code }, ..] && BeginsWithCode().IsMatch(code) && first.Rows.Any(r => r.Cells.Any(c => Labels.WithoutSpaces(c.Text) is "类" or "款" or "项"));

    // Behind the code the columns stand as far to the right as in the rows above.
    private static IEnumerable<SourceRow> Below(SourceGrid grid, int missing) =>
        missing == 0 ? grid.Rows : grid.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c.Column == 0 ? c : c with { Column = c.Column + missing })] });

    // True when the next line was taken too.
    private bool Take(TextLine line, TextLine? next)
    {
        var text = line.Text.Trim();
        if (IsPartTitle(text) || line.IsListed)
        {
            Close();
            _text.Add(line);
            return false;
        }

        if (Title(text) is { } forms)
        {
            Start(text, forms, line);
            return false;
        }

        // Title and unit at the two ends of one line.
        if (UnitAtEnd().Match(text) is { Success: true } ends && Title(ends.Groups["title"].Value) is { } beside)
        {
            Start(ends.Groups["title"].Value, beside, line);
            _open!.Lines.Add(line with { Text = ends.Groups["unit"].Value });
            return false;
        }

        // A title broken over two lines.
        if (next is not null && TitleBegins().IsMatch(text) && !text.EndsWith('表') && Title(text + next.Text.Trim()) is { } joined)
        {
            Start(text + next.Text.Trim(), joined, line);
            return true;
        }

        if (_open is null)
            _text.Add(line);
        else if (_open.Grid is null)
            _open.Lines.Add(line);
        else if (GridParts.IsNote(text))
            _open.Notes.Add(text);
        else
        {
            Close();
            _text.Add(line);
        }

        return false;
    }

    private void Start(string text, IReadOnlyList<string> forms, TextLine line)
    {
        // The bare title once more inside its own table (as some exports print it) starts nothing new.
        if (_open is not null && forms.Intersect(_open.Forms).Any() && Labels.WithoutSpaces(text).Length <= TitleMatcher.Core(text).Length + 2
            && (_open.Lines.Count > 0 || _open.Grid is null))
        {
            _open.Lines.Add(line);
            return;
        }

        // The number of a table is printed above its title: the last of its predecessor's lines.
        var numbers = TakeNumber();
        Close();
        _open = new Open(text, forms, line.At);
        _open.Lines.AddRange(numbers);
    }

    private List<TextLine> TakeNumber()
    {
        if (_open is not { Grid: null, Lines: [.., var last] } || NumberLine(last.Text) is null)
            return [];
        _open.Lines.RemoveAt(_open.Lines.Count - 1);
        return [last];
    }

    // The forms a line is the title of; null when it is no title of a table.
    private IReadOnlyList<string>? Title(string text)
    {
        var compact = Labels.WithoutSpaces(text);
        if (compact.Length is < 4 or > 60 || compact.AsSpan().IndexOfAny('。', '，', '；') >= 0 || !TitleEnds().IsMatch(compact))
            return null;
        var forms = titles.Forms(text);
        return forms.Count > 0 ? forms : TitleBegins().IsMatch(compact) ? [] : null;
    }

    private void Close()
    {
        var open = _open;
        _open = null;
        if (open is null)
            return;
        var unit = open.Lines.Select(l => GridParts.UnitIn(l.Text)).FirstOrDefault(u => u is not null);
        var core = TitleMatcher.Core(open.Title);
        var number = TitleMatcher.PrintedNumber(open.Title) ?? open.Lines.Select(l => NumberLine(l.Text)).FirstOrDefault(n => n is not null);
        var heading = new TableHeading(Shown(open, core), number, unit, open.Notes, open.At) { Printed = open.Title };
        if (open.Grid is not null)
        {
            _tables.Add(new TableRegion(heading, open.Forms, open.Grid, []));
            return;
        }

        // A title with nothing under it stands in a table of contents, or announces a picture.
        if (open.Lines.Count == 0 || (open.Lines.TrueForAll(l => !l.Text.Any(char.IsAsciiDigit)) && unit is null && !open.Lines.Exists(l => GridParts.IsNote(l.Text))))
        {
            if (open.Lines.Count == 0 && number is not null && open.Forms.Count > 0)
                _bare.Add((_tables.Count, new TableRegion(heading, open.Forms, null, [])));
            _text.AddRange(open.Lines);
            return;
        }

        _tables.Add(new TableRegion(heading, open.Forms, null, open.Lines));
    }

    // The title without the agency before it, as far as a known form tells where it begins.
    private string Shown(Open open, string core)
    {
        if (open.Forms.Count == 0)
            return core;
        return titles.Shown(open.Title) ?? core;
    }

    private static string? GridTitle(SourceGrid grid) => grid.Rows.Take(2)
        .Where(r => r.Cells.Count(c => c.Text.Length > 0) == 1)
        .Select(r => Labels.WithoutSpaces(r.Cells.First(c => c.Text.Length > 0).Text))
        .FirstOrDefault(t => t.EndsWith('表') && t.Length >= 4);

    private static string? NumberLine(string text)
    {
        var compact = Labels.WithoutSpaces(text);
        return compact.Length <= 8 && TitleMatcher.PrintedNumber(compact) is { } number && number.Length >= compact.Length - 1 ? number : null;
    }

    private static int Width(SourceGrid grid) => grid.Rows.Max(r => r.Cells.Count == 0 ? 0 : r.Cells.Max(c => c.Column + c.ColumnSpan));

    private sealed class Open(string title, IReadOnlyList<string> forms, Place at)
    {
        public string Title { get; } = title;

        public IReadOnlyList<string> Forms { get; } = forms;

        public Place At { get; } = at;

        public SourceGrid? Grid { get; set; }

        public List<TextLine> Lines { get; } = [];

        public List<string> Notes { get; } = [];
    }

    [GeneratedRegex("^[2-3][0-9]{2,6}$")]
    private static partial Regex BeginsWithCode();

    [GeneratedRegex("^(?<title>.+?)[ \u3000\t]+(?<unit>(金额)?单位[：:].{1,6})$")]
    private static partial Regex UnitAtEnd();

    [GeneratedRegex("^#* *第 ?[一二三四五六七八九十0-9]+ ?(部分|章)")]
    private static partial Regex PartTitle();

    [GeneratedRegex("^附?表 ?[0-9一二三四五六七八九十]+[ .、．：:]?")]
    private static partial Regex TitleBegins();

    [GeneratedRegex("表(（[^）]*）|\\([^)]*\\))?$")]
    private static partial Regex TitleEnds();
}
