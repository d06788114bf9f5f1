using System.Globalization;
using System.Text;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing;

/// <summary>Writes what arithmetic found in the words of a finance officer (审核发现的表述).</summary>
internal sealed class FindingWriter(AuditedDocument document, Evaluation evaluation)
{
    private const int MostTerms = 14;

    // From so many rows on, figures that moved are told as a run instead of one by one.
    private const int RowsOfRun = 5;

    /// <summary>One cause with its figures and right values.</summary>
    public Finding Write(Explanation explanation)
    {
        // The figure to mend comes first: of a moved figure the cell where it stands now.
        var corrections = explanation.Corrections;
        var target = corrections.Count > 0 ? corrections.FirstOrDefault(c => IsPrinted(c.Figure), corrections[0]) : explanation.Alternatives[0];
        var moved = explanation.Slip is SlipKind.Shift or SlipKind.Swap && corrections.Count > 1;
        // A moved figure is shown by the sum that it completes where it belongs.
        var shown = moved ? corrections.First(c => c.Figure != target.Figure) : target;
        var relation = Telling(explanation.Relations, shown.Figure);
        var source = document.Sources[relation];
        var name = document.NameOf(target.Figure);
        var printed = Printed(target.Figure);
        return new Finding
        {
            Rule = source.Id,
            Severity = SeverityOf(explanation),
            Kind = moved ? FindingKind.Column : explanation.Slip == SlipKind.Unit ? FindingKind.Unit : source.Scope == FormulaScope.Cells && source.FormId is null ? FindingKind.CrossTable : FindingKind.Sum,
            Statement = name.Statement,
            Row = name.Row,
            Column = name.Column,
            At = PlaceOf(target.Figure),
            Quote = Quote(target.Figure),
            Printed = printed.Length == 0 ? null : printed,
            Expected = Right(explanation, target, moved),
            Message = Message(explanation, target, source, moved),
            Basis = BasisOf(source),
            // A run has no sum of its own to show.
            Arithmetic = moved && IsRun(explanation) ? null : Arithmetic(relation, shown.Figure, corrections.Count == 0 ? null : shown.Expected),
            Correction = Right(explanation, target, moved) is { } right ? new SuggestedCorrection(right, target.Sure) : null,
            Relations = [.. explanation.Relations.Select(r => document.Sources[r].Id).Distinct(StringComparer.Ordinal)],
            Alternatives = [.. corrections.Skip(moved ? 0 : 1).Where(c => c.Figure != target.Figure).Concat(explanation.Alternatives).Where(c => c.Figure != target.Figure).Select(Alternative)],
        };
    }

    /// <summary>A difference that rounding explains.</summary>
    public Finding Hint(int relation)
    {
        var terms = evaluation.System.RelationAt(relation).Terms;
        var figure = terms[0].Figure;
        var source = document.Sources[relation];
        var name = document.NameOf(figure);
        return new Finding
        {
            Rule = source.Id,
            Severity = Severity.Hint,
            Kind = source.FormId is null && source.Scope == FormulaScope.Cells ? FindingKind.CrossTable : FindingKind.Sum,
            Statement = name.Statement,
            Row = name.Row,
            Column = name.Column,
            At = PlaceOf(figure),
            Quote = Quote(figure),
            Printed = Printed(figure),
            Message = $"《{name.Statement}》“{Label(figure)}”行“{name.Column}”栏与有关各数相差 {Math.Abs(evaluation.Outcome(relation).Difference).ToString(CultureInfo.InvariantCulture)}，属四舍五入尾差，不必更正。",
            Basis = BasisOf(source),
            Arithmetic = Arithmetic(relation, figure, null),
            Relations = [source.Id],
        };
    }

    private string Message(Explanation explanation, Correction target, Formula source, bool moved)
    {
        var name = document.NameOf(target.Figure);
        var text = new StringBuilder($"《{name.Statement}》“{Label(target.Figure)}”行“{name.Column}”栏");
        var printed = Printed(target.Figure);
        text.Append(printed.Length == 0 ? "空白" : $"印为 {printed}");
        if (explanation.Cause == CauseKind.LastPlace && explanation.Alternatives.FirstOrDefault(a => a.Figure != target.Figure) is { } copy)
        {
            var there = document.NameOf(copy.Figure);
            return text.Append($"，《{there.Statement}》“{Label(copy.Figure)}”行“{there.Column}”栏印为 {Printed(copy.Figure)}：同一个数两处末位差一，")
                .Append(SeverityOf(explanation) == Severity.Hint ? "属四舍五入尾差，不必更正。" : "请核对后统一。").ToString();
        }

        if (explanation.Corrections.Count == 0)
            return text.Append("，与有关各数不符，无法断定哪一个数有误，请逐一核对。").ToString();
        if (moved)
        {
            if (IsRun(explanation))
                return Run(explanation, target);
            var other = explanation.Corrections.First(c => c.Figure != target.Figure);
            var place = document.NameOf(other.Figure);
            text.Append(explanation.Slip == SlipKind.Swap ? "，与" : "，应在").Append($"“{Label(other.Figure)}”行“{place.Column}”栏");
            if (explanation.Slip == SlipKind.Swap)
                text.Append("的数互换了位置");
            return text.Append('。').ToString();
        }

        if (target.Expected is { } expected)
        {
            text.Append($"，应为 {Show(target.Figure, expected)}");
            if (printed.Length > 0)
                text.Append($"（差 {Show(target.Figure, Math.Abs(expected - target.Printed))}）");
        }

        text.Append(explanation.Cause switch
        {
            CauseKind.PrintedDecimals => "。该数少印了小数位，请补全",
            CauseKind.LastPlace => "。同一个数两处末位差一，请核对后统一",
            _ => "",
        });
        if (Slip(explanation.Slip) is { } slip)
            text.Append($"，疑似{slip}");
        text.Append('。');
        if (source.Explanation is { } why)
            text.Append(why).Append('。');
        if (explanation.Alternatives.Count > 0)
            text.Append("单凭勾稽关系也可能是：").AppendJoin('、', explanation.Alternatives.Take(3).Select(a => $"《{document.NameOf(a.Figure).Statement}》“{Label(a.Figure)}”行“{document.NameOf(a.Figure).Column}”栏")).Append('。');
        return text.ToString();
    }

    private bool IsRun(Explanation explanation) =>
        explanation.Slip == SlipKind.Shift && explanation.Corrections.Select(c => document.Figures.Nodes[c.Figure].Row).Distinct().Take(RowsOfRun).Count() == RowsOfRun;

    private string Run(Explanation explanation, Correction target)
    {
        var name = document.NameOf(target.Figure);
        var rows = explanation.Corrections.OrderBy(c => document.Figures.Nodes[c.Figure].Row).ToList();
        var text = new StringBuilder($"《{name.Statement}》“{Label(rows[0].Figure)}”行至“{Label(rows[^1].Figure)}”行共 {rows.Select(c => document.Figures.Nodes[c.Figure].Row).Distinct().Count()} 行，数与科目错了行：");
        // Where the first figures of the run belong shows how it slipped.
        var column = document.Figures.Nodes[target.Figure].Column;
        var shown = rows.Where(c => document.Figures.Nodes[c.Figure].Column == column && c.Printed != 0m)
            .Select(c => (From: c, To: rows.Find(o => document.Figures.Nodes[o.Figure].Column == column && o.Expected == c.Printed && o.Figure != c.Figure)))
            .Where(m => m.To is not null).Take(2);
        text.AppendJoin('，', shown.Select(m => $"印在“{Label(m.From.Figure)}”行的 {Printed(m.From.Figure)} 应在“{Label(m.To!.Figure)}”行"));
        return text.Append("，以下类推；请对照其他表重新粘贴这一段。").ToString();
    }

    // Where an office adds up rounded figures in one place and rounds the sum in another, copies differ in the last place.
    private Severity SeverityOf(Explanation explanation) => explanation.Cause switch
    {
        CauseKind.Broken => Severity.Error,
        CauseKind.LastPlace when evaluation.ExplainedByRounding.Count > 0 => Severity.Hint,
        _ => Severity.Warning,
    };

    private static string? Slip(SlipKind slip) => slip switch
    {
        SlipKind.Digit => "错了一位数字",
        SlipKind.Transposed => "相邻两位颠倒",
        SlipKind.Dropped => "漏了一位",
        SlipKind.Doubled => "重了一位",
        SlipKind.Sign => "正负号有误",
        SlipKind.Unit => "元与万元混用",
        SlipKind.Point => "小数点错位",
        SlipKind.Missing => "漏填",
        SlipKind.Surplus => "多填",
        _ => null,
    };

    // The relation that shows the error best: inside the table, a sum rather than a mere copy, with the fewest figures.
    private int Telling(IReadOnlyList<int> relations, int figure) => relations
        .OrderBy(r => Contains(r, figure) ? 0 : 1)
        .ThenBy(r => document.Sources[r].Scope == FormulaScope.Cells ? 1 : 0)
        .ThenBy(r => PrintedTerms(r) > 2 ? 0 : 1)
        .ThenBy(r => evaluation.System.RelationAt(r).Terms.Length)
        .First();

    private int PrintedTerms(int relation)
    {
        var count = 0;
        foreach (var term in evaluation.System.RelationAt(relation).Terms)
        {
            if (document.Figures.Nodes[term.Figure] is { State: FigureState.Printed, Value: not 0m })
                count++;
        }

        return count;
    }

    private static string BasisOf(Formula source) =>
        source.Basis ?? source.Explanation ?? (source.Scope == FormulaScope.Levels ? "上级等于其下级之和（逐级）" : source.Body);

    private bool Contains(int relation, int figure)
    {
        foreach (var term in evaluation.System.RelationAt(relation).Terms)
        {
            if (term.Figure == figure)
                return true;
        }

        return false;
    }

    // “7475.18 + 40.00 = 7515.18”: the other figures of the relation and what they come to.
    private string? Arithmetic(int relation, int figure, decimal? expected)
    {
        var terms = evaluation.System.RelationAt(relation).Terms;
        var own = 0m;
        foreach (var term in terms)
        {
            if (term.Figure == figure)
                own = term.Coefficient;
        }

        if (own == 0m)
            return null;
        var text = new StringBuilder();
        var sum = 0m;
        var shown = 0;
        foreach (var term in terms)
        {
            var node = document.Figures.Nodes[term.Figure];
            if (term.Figure == figure || node.State != FigureState.Printed || (node.Value == 0m && terms.Length > 3))
                continue;
            var factor = -term.Coefficient / own;
            sum += factor * node.Value;
            if (++shown > MostTerms)
                continue;
            text.Append(text.Length > 0 ? factor < 0 ? " - " : " + " : factor < 0 ? "-" : "").Append(Show(term.Figure, node.Value));
            if (Math.Abs(factor) != 1m)
                text.Append(" × ").Append(Math.Abs(factor).ToString("0.####", CultureInfo.InvariantCulture));
        }

        if (shown > MostTerms)
            text.Append($" + …（共 {shown} 项）");
        if (shown == 0)
            text.Append('0');
        var result = Show(figure, sum);
        var relationSign = evaluation.System.RelationAt(relation).Comparison == Comparison.Equal ? "=" : "→";
        return expected is { } right && Show(figure, right) != result ? $"{text} {relationSign} {result}（四舍五入后 {Show(figure, right)}）" : $"{text} {relationSign} {result}";
    }

    private FindingAlternative Alternative(Correction correction)
    {
        var name = document.NameOf(correction.Figure);
        return new FindingAlternative(name.Statement, name.Row, name.Column, Printed(correction.Figure), correction.Expected is { } value ? Show(correction.Figure, value) : null);
    }

    private bool IsPrinted(int figure) => document.Figures.Nodes[figure].State == FigureState.Printed;

    private string Printed(int figure) => document.Figures.CellOf(figure)?.Text ?? "";

    // What to print; where figures moved, in which columns.
    private string? Right(Explanation explanation, Correction target, bool moved)
    {
        if (explanation.Corrections.Count == 0)
            return null;
        if (!moved)
            return target.Expected is { } value ? Show(target.Figure, value) : null;
        var row = document.Figures.Nodes[target.Figure].Row;
        var told = IsRun(explanation) ? explanation.Corrections.Where(c => document.Figures.Nodes[c.Figure].Row == row) : explanation.Corrections.OrderBy(c => c.Figure == target.Figure);
        return string.Join("，", told.Select(
            c => $"{document.NameOf(c.Figure).Column.Leaf}={(c.Expected is not { } v || v == 0m ? "（空白）" : Show(c.Figure, v))}"));
    }

    private string Show(int figure, decimal value) => FigureText.Format(value, document.Figures.Nodes[figure].Decimals);

    private string Label(int figure)
    {
        var place = document.Figures.Places[figure];
        var row = document.Figures.Statements[place.Statement].Statement.Rows[place.Row];
        return row.Name.Length > 0 ? row.Name : row.Key;
    }

    private string Quote(int figure) => $"{Label(figure)} {Printed(figure)}".Trim();

    private Place PlaceOf(int figure)
    {
        var place = document.Figures.Places[figure];
        var statement = document.Figures.Statements[place.Statement].Statement;
        var row = statement.Rows[place.Row];
        return document.Figures.CellOf(figure)?.At ?? (row.Cells.Count > 0 ? row.Cells[0].At : statement.At);
    }
}
