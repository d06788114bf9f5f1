using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Finds the rows of tables by code, unit, project or record: a code or total begins a row, what follows belongs to it.</summary>
internal sealed partial class CodedRowReader(FormSide side, LooseText text, LooseHints hints)
{
    private readonly int _columns = side.Amounts.Count();
    private readonly List<LooseRow> _rows = [];
    private readonly List<LooseToken> _loose = [];
    private LooseRow? _row;
    private bool _inHeader;

    private bool IsRecords => side.Rows is RecordRows;

    /// <summary>Whether rows begin with a code.</summary>
    private bool HasCodes => side.Columns.Any(c => c.Text == "编码");

    /// <summary>The rows in printed order.</summary>
    public List<LooseRow> Read(IReadOnlyList<LooseLine> lines)
    {
        var first = FirstRow(lines);
        for (var i = first; i < lines.Count; i++)
        {
            var line = lines[i];
            if (LooseText.IsColumnNumbers(line, inHeader: false) || IsHeaderAgain(line))
                continue;
            if (text.IsPageNumber(line) && _row is not { Values.Count: 0 })
                continue;
            Take(line, hasMore: lines.Skip(i + 1).Any(l => l.HasFigure && !LooseText.IsColumnNumbers(l, inHeader: false)));
        }

        // Words after the last amounts are the rest of its label.
        _row?.Words.AddRange(_loose);
        if (side.Columns.Count(LooseCells.IsText) == 1 && !(side.Rows is TreeRows && PartedColumns.Join(_rows, side.Amounts.Count(), hints.Names)))
        {
            CentredNames.Settle(_rows, hints.Names);
            WrappedNames.Settle(_rows, hints.Names);
        }

        foreach (var row in _rows)
            new LooseCells(side, hints, _rows).Settle(row);
        return _rows;
    }

    // Headers repeated on a new page, or pulled out behind the rows: they go on until the next row.
    private bool IsHeaderAgain(LooseLine line)
    {
        if (line.HasFigure || (_row is { Values.Count: 0 } && !_inHeader) || (HasCodes && StartsWithCode(line, headless: false)))
            return _inHeader = false;
        if (text.IsHeader(line) && line.Tokens.Count > 1)
            _inHeader = true;
        return _inHeader || text.IsHeader(line);
    }

    // Above the first row stand headers, broken over many lines.
    private int FirstRow(IReadOnlyList<LooseLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (LooseText.IsColumnNumbers(line, inHeader: true))
                continue;
            if (IsTotal(line) || (HasCodes && StartsWithCode(line, headless: true)))
                return BackToName(lines, i);
            if (line.Tokens.Count > 0 && line.Tokens.All(t => t.IsValue) && line.Tokens.Any(t => t.Figure is { Decimals: > 0 } || t.Text == "0"))
                return BackToWords(lines, i);
        }

        // A table of records without a total starts with its first words after the column numbers.
        if (!IsRecords || !lines.Any(l => l.HasFigure && !LooseText.IsColumnNumbers(l, inHeader: true)))
            return lines.Count;
        var numbers = lines.ToList().FindLastIndex(l => LooseText.IsColumnNumbers(l, inHeader: true));
        return numbers + 1;
    }

    // The name of the first code may begin in the lines above it.
    private int BackToName(IReadOnlyList<LooseLine> lines, int at)
    {
        var (code, taken) = Code(lines[at]);
        var i = at;
        if (lines[at].Tokens.Skip(taken).All(t => t.IsValue) && hints.Names.TryGetValue(code, out var name))
        {
            while (i > 0 && !lines[i - 1].HasFigure && IsPieceOf(lines[i - 1].Words, name) && !text.IsHeader(lines[i - 1]))
                i--;
        }

        return i;
    }

    // Most of its characters are the name's: a misprint is a piece of it too.
    private static bool IsPieceOf(string words, string name) =>
        words.Length > 0 && words.Count(c => name.Contains(c, StringComparison.Ordinal)) * 10 >= words.Length * 8;

    private int BackToWords(IReadOnlyList<LooseLine> lines, int at)
    {
        var i = at;
        while (IsRecords && i > 0 && !text.IsHeader(lines[i - 1]) && !LooseText.IsColumnNumbers(lines[i - 1], inHeader: true))
            i--;
        return i == 0 ? at : i;
    }

    private void Take(LooseLine line, bool hasMore)
    {
        if (IsTotal(line))
        {
            Begin(new LooseRow { Side = side, Key = "合计", Level = 0, Line = line.Tokens[0].Line });
            Add([.. line.Tokens.Select(t => t.IsValue ? t : t with { Text = HeaderOfCode().Replace(t.Text, "") }).Where(t => t.Text.Length > 0)]);
        }
        else if (HasCodes && StartsWithCode(line, headless: false))
        {
            BeginCoded(line);
        }
        else if (line.Tokens.Any(t => t.IsValue))
        {
            WithValues(line);
        }
        else if (IsRecords && !HasCodes && _row is { Values.Count: > 0 } && hasMore)
        {
            // A record ends with its amounts; the next words begin another one.
            Begin(new LooseRow { Side = side, Key = "", Level = 2 });
            Add(line.Tokens);
        }
        else if (_row is null && IsRecords)
        {
            Begin(new LooseRow { Side = side, Key = "", Level = 2 });
            Add(line.Tokens);
        }
        else if (_row is null or { Values.Count: > 0 })
        {
            _loose.AddRange(line.Tokens);
        }
        else
        {
            Add(line.Tokens);
        }
    }

    private void WithValues(LooseLine line)
    {
        var onlyValues = line.Tokens.All(t => t.IsValue);
        if (_row is null)
            // A total whose label is not printed.
            Begin(new LooseRow { Side = side, Key = onlyValues ? "合计" : "", Level = onlyValues ? 0 : 1 });
        else if (IsFull(_row) && !(onlyValues && IsOnePerLine(_row) && _row.Values.Count + line.Tokens.Count <= _columns && _loose.Count == 0))
            Begin(new LooseRow { Side = side, Key = "", Level = IsRecords ? 2 : 1 });
        Add(line.Tokens);
    }

    // Amounts pulled out cell by cell stand on a line each.
    private static bool IsOnePerLine(LooseRow row) => row.Values.Select(v => v.Line).Distinct().Count() == row.Values.Count;

    private static bool IsFull(LooseRow row) => row.Values.Count > 0;

    private void Begin(LooseRow row)
    {
        // Words between two rows are the rest of the upper label, unless the lower row has none of its own.
        if (_loose.Count > 0)
        {
            (row.Key.Length == 0 || _row is null ? row : _row).Words.AddRange(_loose);
            _loose.Clear();
        }

        _rows.Add(row);
        _row = row;
    }

    private void BeginCoded(LooseLine line)
    {
        var (code, taken) = Code(line);
        var rest = line.Tokens.Skip(taken).ToList();
        var row = new LooseRow { Side = side, Key = code, IsPlainKey = true, Line = line.Tokens[0].Line };
        // The words above a code that has none beside it are its own first line.
        if (_loose.Count > 0 && rest.Count > 0 && rest.All(t => t.IsValue))
        {
            row.Words.AddRange(_loose);
            _loose.Clear();
        }

        Begin(row);
        Add(rest);
    }

    private void Add(IReadOnlyList<LooseToken> tokens)
    {
        foreach (var token in tokens)
            (token.IsValue ? _row!.Values : _row!.Words).Add(token);
    }

    private static bool IsTotal(LooseLine line)
    {
        var words = line.Tokens.TakeWhile(t => !t.IsValue).ToList();
        return words.Count > 0 && words.Count < line.Tokens.Count
            && TotalWord().IsMatch(NameText.Normal(string.Concat(words.Select(w => w.Text))));
    }

    private bool StartsWithCode(LooseLine line, bool headless) => Code(line) is { Code.Length: > 0 } found
        && (!headless || line.Tokens.Count == found.Taken || !line.Tokens[found.Taken].IsDigits || line.Tokens.Any(t => t.Figure is { Decimals: > 0 }));

    // The code a line begins with and how many tokens it takes; 类 款 项 may stand apart (208 05 05).
    private (string Code, int Taken) Code(LooseLine line)
    {
        if (line.Tokens.Count == 0)
            return ("", 0);
        var first = line.Tokens[0];
        if (first.Figure is null)
            return LongCode().IsMatch(first.Text) ? (first.Text, 1) : ("", 0);
        if (!first.IsDigits)
            return ("", 0);
        if (side.Rows is not TreeRows)
        {
            // An amount of whole 元 looks like a code, but no name follows it.
            if (line.Tokens.Count > 1 && line.Tokens[1].IsValue)
                return ("", 0);
            var isCode = first.Text.Length is 3 or 5 or 6 or 7 or 9 || (side.Rows is ProjectRows { ByFunction: false } && first.Text.Length <= 4 && line.Tokens.Count > 1);
            return isCode ? (first.Text, 1) : ("", 0);
        }

        if (first.Text.Length is not (3 or 5 or 7) || first.Text[0] == '0')
            return ("", 0);
        var code = first.Text;
        var taken = 1;
        while (code.Length is 3 or 5 && taken < line.Tokens.Count && line.Tokens[taken] is { IsDigits: true, Text.Length: 2 } part)
        {
            code += part.Text;
            taken++;
        }

        return (code, taken);
    }

    // Headers of the codes may stand in its line: 类 款 项 合计.
    [GeneratedRegex("^(?:类款项|类款|栏次)?(?:合计|总计|共计|总合计)$")]
    private static partial Regex TotalWord();

    [GeneratedRegex("^(?:类?款?项?|栏次)(?=$|合|总|共)")]
    private static partial Regex HeaderOfCode();

    [GeneratedRegex("^[0-9]{6,}[A-Z][0-9]{6,}$")]
    private static partial Regex LongCode();
}
