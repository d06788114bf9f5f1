using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>One table read by one form.</summary>
internal sealed class LooseTable(Form form, LooseHints hints)
{
    private string _words = "";
    private HashSet<string> _headers = [];

    public Statement Read(string title, string? number, Place at, IReadOnlyList<LooseLine> lines)
    {
        var text = new LooseText(form, hints.Names);
        var notes = new List<string>();
        string? unit = null;
        var body = new List<LooseLine>();
        var isNote = false;
        foreach (var line in lines)
        {
            if (LooseText.Heading(line) is { IsHeading: true } heading)
            {
                unit ??= heading.Unit;
                isNote = false;
            }
            else if (LooseText.IsNote(line))
            {
                notes.Add(line.Text);
                isNote = !line.Text.EndsWith('。');
            }
            else if (isNote && !line.HasFigure && !text.IsHeader(line))
            {
                notes[^1] += line.Text;
                isNote = !line.Text.EndsWith('。');
            }
            else if (line.Tokens is not [{ IsDigits: true, Text.Length: 4 } year] || year.Figure!.Value.Value != hints.Year)
            {
                // The year alone is a piece of a header.
                isNote = false;
                body.Add(line);
            }
        }

        _words = string.Concat(body.Where(l => !l.HasFigure).Select(l => NameText.Normal(l.Words)));
        _headers = body.Where(text.IsAmongHeaders).SelectMany(l => l.Tokens).Select(t => NameText.Normal(t.Text)).ToHashSet(StringComparer.Ordinal);
        var joined = PrintedRows.Join(form, text, body).ToList();
        var printed = PrintedColumns.Of(form, joined);
        var rows = Rows(text, joined, printed);
        rows.ForEach(printed.Bound);
        return new Statement(
            LooseStatementReader.TitleOf(title, form), number, unit ?? form.Unit.ChineseName(), Columns(), Filled(rows), notes.Count == 0 ? null : string.Join('\n', notes), at);
    }

    private List<LooseRow> Rows(LooseText text, List<LooseLine> lines, PrintedColumns printed)
    {
        if (form.Sides.All(s => s.Rows is ItemRows))
        {
            var numbered = lines.Where(l => !LooseText.IsColumnNumbers(l, inHeader: false) && !text.IsPageNumber(l));
            return new ItemRowReader(form, printed).Read([.. numbered]);
        }

        if (form.Sides is [{ Rows: SingleRow single } side])
            return Single(side, single, lines);
        if (form.Sides.Count > 1 && form.Sides.All(s => s.Rows is TreeRows))
            return new BesideTreesReader(form, hints.Names).Read([.. lines.Where(l => !LooseText.IsColumnNumbers(l, inHeader: false) && !text.IsHeader(l) && !text.IsPageNumber(l))]);
        return form.Sides.Count == 1 ? new CodedRowReader(form.Sides[0], text, hints).Read(lines) : [];
    }

    // A table of one row: every number that is no column number belongs to it.
    private static List<LooseRow> Single(FormSide side, SingleRow single, List<LooseLine> lines)
    {
        var row = new LooseRow { Side = side, Key = "", Name = single.Label, Level = 0 };
        foreach (var line in lines)
        {
            if (!LooseText.IsColumnNumbers(line, inHeader: false) && !line.Tokens.Any(t => !t.IsValue))
                row.Values.AddRange(line.Tokens);
        }

        return row.Values.Count == 0 ? [] : [row];
    }

    private List<ColumnPath> Columns() =>
        [.. form.Sides.SelectMany(s => s.Columns).Where(c => c.Text is not ("编码" or "名称" or "行次")).Select(Header).Distinct()];

    private ColumnPath Header(FormColumn column)
    {
        // The same column is called 小计 here and 合计 there: what the table prints nowhere is not its header.
        if (column.Aliases.Count > 0 && !_words.Contains(NameText.Normal(column.Header.Leaf), StringComparison.Ordinal)
            && column.Aliases.FirstOrDefault(a => _headers.Contains(NameText.Normal(a))) is { } alias)
            return new ColumnPath([.. column.Header.Parts.SkipLast(1), alias]);
        if (hints.Year is not { } year || !column.Header.Text.Contains("{年}", StringComparison.Ordinal))
            return column.Header;
        return ColumnPath.Parse(column.Header.Text.Replace("{年}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private List<StatementRow> Filled(List<LooseRow> rows)
    {
        if (rows.Count == 0)
            return [];
        var problem = new PlacementProblem(rows, PlacedRelations.Of(form, rows, Header), Evidence);
        var placed = new ColumnSolver(rows, problem).Solve();
        var result = new List<StatementRow>();
        for (var r = 0; r < rows.Count; r++)
        {
            var row = rows[r];
            var headers = row.Side.Columns.Where(c => c.Text is null).Select(Header).ToList();
            var cells = row.Texts.Select(t => new Cell(Header(t.Column), t.Text, null, true, t.At.At)).ToList();
            // Where rows have codes, one without is a piece of another, which is not known.
            var isPiece = !row.IsPlainKey && row.Key != "合计" && !IsTotal(row) && row.Side.Rows is not (ItemRows or SingleRow or RecordRows) && row.Side.Columns.Any(c => c.Text == "编码");
            for (var v = 0; v < placed[r].Length; v++)
                cells.Add(Cell(row.Values[v], headers[placed[r][v].Column], placed[r][v].Sure && !isPiece));
            var order = Columns();
            result.Add(new StatementRow(row.FullKey, row.Name, row.Level, [.. cells.OrderBy(c => order.IndexOf(c.Column))]));
            // No printed figure is dropped: what no column is left for stands in a row without a name.
            for (var v = placed[r].Length; v < row.Values.Count; v += headers.Count)
                result.Add(new StatementRow("", "", row.Level, [.. row.Values.Skip(v).Take(headers.Count).Select((value, i) => Cell(value, headers[i], false))]));
        }

        // Figures that no row claims belong somewhere: until that is known, no place in the table is sure.
        return result.Exists(r => r.Key.Length == 0 && r.Name.Length == 0 && r.Cells.Any(c => c.Figure is not null))
            ? [.. result.Select(r => r with { Cells = [.. r.Cells.Select(c => c.Figure is null ? c : c with { Sure = false })] })]
            : result;
    }

    // 人员经费合计 of a side is as good a row as one with a code.
    private static bool IsTotal(LooseRow row) => row.Side.Rows is TreeRows { Total: { } total } && NameText.Normal(total) == NameText.Normal(row.Key);

    private static Cell Cell(LooseToken value, ColumnPath header, bool sure) => new(header, value.Text, value.Figure, sure, value.At);

    private IReadOnlyDictionary<int, decimal> Evidence(LooseRow row)
    {
        var result = new Dictionary<int, decimal>();
        var columns = row.Side.Amounts.ToList();
        for (var c = 0; hints.Figures.Count > 0 && c < columns.Count; c++)
        {
            if (hints.Figures.TryGetValue(new FormCellName(form.Id, row.FullKey, columns[c].Id), out var value))
                result[c] = value;
        }

        return result;
    }
}
