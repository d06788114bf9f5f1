using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>Reads a table inside a form from lines: a row is known by its amounts.</summary>
internal static partial class LineTable
{
    private static readonly string[] Amounts = ["金额", "当年金额", "当年预算收支", "占比", "项目总预算", "项目本年度预算", "预算数", "执行数", "执行率", "数量"];

    /// <summary>Reads the pieces of one part of a form, header included.</summary>
    /// <param name="group">Name of the part.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="form">Takes the fields.</param>
    public static void Read(string group, IReadOnlyList<LinePiece> pieces, FormDraft form)
    {
        if (group == "整体绩效目标" && pieces.Count > 0)
        {
            Texts(group, ["长期目标", "年度目标"], pieces.SkipWhile(p => p.Line == pieces[0].Line).ToList(), form);
            return;
        }

        var columns = Header(pieces, out var at);
        var amounts = columns.Where(IsAmountColumn).ToList();
        if (amounts.Count == 0)
        {
            Texts(group, columns, [.. pieces.Skip(at)], form);
            return;
        }

        var before = Math.Max(1, columns.FindIndex(IsAmountColumn));
        var after = columns.Skip(columns.FindLastIndex(IsAmountColumn) + 1).FirstOrDefault();
        var prefix = "";
        var waiting = new List<LinePiece>();
        while (at < pieces.Count)
        {
            // A row has a name, be it a year, before its amounts.
            if (waiting.Count == 0 || !IsAnchor(pieces, at, amounts.Count))
            {
                waiting.Add(pieces[at++]);
                continue;
            }

            // What stands on the line of the amounts is the row's; earlier lines only where cells are wrapped.
            var own = waiting.FindAll(p => p.Line == pieces[at].Line || p.Line == waiting[^1].Line);
            if (own.Count >= before)
            {
                var parent = string.Concat(waiting.SkipLast(own.Count).Select(p => p.Text));
                if (parent.EndsWith("构成", StringComparison.Ordinal))
                    prefix = parent[^Math.Min(4, parent.Length)..] + "/";
            }
            else
            {
                own = waiting;
            }

            var names = CellPieces.Split(own, before);
            var name = $"{group}/{prefix}{names[0]}";
            for (var n = 1; n < names.Count; n++)
                form.Add($"{name}/{columns[n]}", names[n]);
            for (var n = 0; n < amounts.Count; n++)
                form.Add($"{name}/{amounts[n]}", pieces[at + n].Text);
            at += amounts.Count;
            if (after is not null)
                form.Add($"{name}/{after}", Remark(pieces, ref at));
            waiting.Clear();
        }
    }

    private static bool IsAmountColumn(string column) => Amounts.Contains(column.Split('/')[0]) || column.StartsWith("近两年", StringComparison.Ordinal);

    private static bool IsAnchor(IReadOnlyList<LinePiece> pieces, int at, int amounts) =>
        at + amounts <= pieces.Count && Enumerable.Range(at, amounts).All(i => CellPieces.IsAmount(pieces[i].Text) && pieces[i].Line == pieces[at].Line);

    // The explanation behind the amounts goes on until its sentence ends.
    private static string Remark(IReadOnlyList<LinePiece> pieces, ref int at)
    {
        var text = "";
        while (at < pieces.Count && !text.EndsWith('。') && !CellPieces.IsAmount(pieces[at].Text))
            text += pieces[at++].Text;
        return text;
    }

    // Years below 近两年… are its columns.
    private static List<string> Header(IReadOnlyList<LinePiece> pieces, out int at)
    {
        var columns = new List<string>();
        at = 0;
        while (at < pieces.Count && LinePiece.Match(pieces, at, w => FormWords.IsHeader(w) || FormWords.IsLabel(w) ? w : null) is { } word && !(columns.Contains("执行率") && word.Word.StartsWith("20", StringComparison.Ordinal)))
        {
            var last = columns.Count > 0 ? columns[^1] : "";
            var name = FormWords.Bare(word.Word);
            if (name.StartsWith("20", StringComparison.Ordinal) && last.StartsWith("近两年", StringComparison.Ordinal))
            {
                if (!last.Contains('/', StringComparison.Ordinal))
                    columns.RemoveAt(columns.Count - 1);
                columns.Add($"{last.Split('/')[0]}/{name}");
            }
            else
            {
                columns.Add(name);
            }

            at += word.Count;
        }

        if (columns.Count == 0)
            columns.Add("名称");
        return columns;
    }

    // Two columns of text: a name (年度绩效目标1) and what it says, or goals of two terms numbered from 1 each.
    private static void Texts(string group, List<string> columns, List<LinePiece> pieces, FormDraft form)
    {
        var column = 0;
        var text = "";
        var name = "";
        for (var i = 0; i < pieces.Count; i++)
        {
            if (LinePiece.Match(pieces, i, w => GoalName().IsMatch(w) ? w : null) is { } goal)
            {
                Add();
                name = goal.Word;
                text = "";
                i += goal.Count - 1;
                continue;
            }

            if (pieces[i].Text == "目标" && i + 1 < pieces.Count && pieces[i + 1].Text.StartsWith('1') && text.Length > 0)
            {
                Add();
                column++;
                text = "";
            }

            text += pieces[i].Text;
        }

        Add();

        void Add() =>
            form.Add(name.Length > 0 ? $"{group}/{name}/{columns[^1]}" : $"{group}/{columns[Math.Min(column, columns.Count - 1)]}", text);
    }

    [GeneratedRegex(@"^(?:年度|长期|中期)(?:绩效)?目标\d{1,2}$")]
    private static partial Regex GoalName();
}
