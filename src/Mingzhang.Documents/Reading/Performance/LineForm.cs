using System.Text.RegularExpressions;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>Reads a form whose cells are lost, from its lines in reading order: labels by their vocabulary, then what follows them.</summary>
internal sealed partial class LineForm
{
    private static readonly string[] Tables = ["部门总体资金情况", "部门总体收支情况", "项目资金来源", "项目当年资金来源", "项目支出情况", "项目支出明细测算", "项目采购", "项目绩效总目标", "项目前两年预算及当年预算变动情况", "整体绩效目标"];

    private readonly List<LinePiece> _pieces;
    private readonly FormDraft _form;
    private string? _goal;

    private LineForm(List<LinePiece> pieces, FormDraft form)
    {
        _pieces = pieces;
        _form = form;
    }

    /// <summary>Whether such a form begins with this line.</summary>
    public static bool Begins(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && FormWords.IsLabel(words[0]) && !line.Contains('：', StringComparison.Ordinal);
    }

    /// <summary>Reads the lines of one form.</summary>
    public static void Read(IReadOnlyList<TextLine> lines, FormDraft form) => new LineForm(LinePiece.Cut(lines), form).Run();

    /// <summary>
    /// Reads a form whose lines come in no reading order at all: only what stands beside a label on its own line, or is a whole
    /// row of it, is certain.
    /// </summary>
    public static void ReadScattered(IReadOnlyList<TextLine> lines, FormDraft form)
    {
        var whole = LinePiece.Cut(lines).GroupBy(p => p.Line).Select(g => g.ToList()).ToList();
        foreach (var line in whole)
        {
            var label = "";
            var value = "";
            for (var at = 0; at < line.Count; at++)
            {
                if (FormWords.IsLabel(line[at].Text))
                {
                    form.Add(label, value);
                    label = FormWords.Bare(line[at].Text);
                    value = "";
                }
                else if (label.Length > 0)
                {
                    value += line[at].Text;
                }
            }

            form.Add(label, value);
        }

        ScatteredLines.Read([.. whole.Select(l => (string.Concat(l.Select(p => p.Text)), l[0].At))], form);
    }

    private void Run()
    {
        var label = "";
        var value = new List<string>();
        for (var at = 0; at < _pieces.Count;)
        {
            if (_pieces[at].First && GoalLine().Match(LineText(at)) is { Success: true } goal)
            {
                Close();
                _goal = $"{goal.Groups[1].Value}：{goal.Groups[2].Value}";
                _form.Add(goal.Groups[1].Value, goal.Groups[2].Value);
                at = NextLine(at);
            }
            else if (LineIndicators.Begins(_pieces, at))
            {
                Close();
                at = LineIndicators.Read(_pieces, at, _goal, Ends, _form);
            }
            else if (Part(at) is { } part && (part.Word != "项目前两年预算及当年预算变动情况" || HeaderFollows(at + part.Count)))
            {
                Close();
                var from = at + part.Count;
                at = from;
                while (at < _pieces.Count && (at == from || !Ends(at) || (InHeader(from, at) && LabelAt(at) is not null)))
                    at++;
                if (Tables.Contains(part.Word))
                    LineTable.Read(part.Word, [.. _pieces.Skip(from).Take(at - from)], _form);
                else
                    at = from;
            }
            else if (LabelAt(at) is { } name)
            {
                Close();
                label = FormWords.Bare(name.Word);
                at += name.Count;
            }
            else
            {
                value.Add(_pieces[at++].Text);
            }
        }

        Close();

        void Close()
        {
            if (label.Length > 0)
                _form.Add(label, string.Join(' ', value));
            label = "";
            value.Clear();
        }
    }

    // Something new begins only at the beginning of a line.
    private bool Ends(int at) => _pieces[at].First && (Part(at) is not null || LabelAt(at) is not null || LineIndicators.Begins(_pieces, at) || GoalLine().IsMatch(LineText(at)));

    private (string Word, int Count)? Part(int at) => !_pieces[at].First ? null : LinePiece.Match(_pieces, at, w => FormWords.Bare(w) is var bare && bare != "年度绩效目标" && FormWords.Groups.Contains(bare) ? bare : null);

    private (string Word, int Count)? LabelAt(int at) => LinePiece.Match(_pieces, at, w => FormWords.IsLabel(w) ? w : null);

    // Headers of a part (项目名称, 项目总预算) are labels elsewhere; amounts end them.
    private bool InHeader(int from, int at) => !_pieces.Skip(from).Take(at - from).Any(p => CellPieces.IsAmount(p.Text)) && _pieces[at].Line - _pieces[from].Line <= 2;

    private bool HeaderFollows(int at) => at < _pieces.Count && FormWords.IsKeyHeader(_pieces[at].Text);

    private string LineText(int at) => string.Concat(_pieces.Skip(at).TakeWhile(p => p.Line == _pieces[at].Line).Select(p => p.Text));

    private int NextLine(int at)
    {
        var line = _pieces[at].Line;
        while (at < _pieces.Count && _pieces[at].Line == line)
            at++;
        return at;
    }

    [GeneratedRegex(@"^((?:年度|长期|中期)目标\d{1,2})[:：](.+)$")]
    private static partial Regex GoalLine();
}
