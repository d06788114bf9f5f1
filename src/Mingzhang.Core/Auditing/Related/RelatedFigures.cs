using System.Globalization;
using System.Text;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Related;

/// <summary>
/// What the relations between a document and a related one say (文件间勾稽). The related document is what was published, so the
/// finding names the audited document's figure; a total is not reported where a row below it tells the same.
/// </summary>
internal static class RelatedFigures
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Of(AuditedDocument own, RelatedDocument related, DocumentFacts facts, IReadOnlyList<Formula> rules)
    {
        var both = own.With(related.Context.Document, related.Role, facts, rules);
        var evaluation = both.System.Evaluate();
        var broken = evaluation.Broken.Concat(evaluation.OffByLastPlace)
            .Select(r => new Broken(r, both.Sources[r], OwnTerm(both, r, own.Figures.Statements.Count), evaluation.Outcome(r))).ToList();
        foreach (var breach in broken)
        {
            if (!IsToldBelow(both, breach, broken))
                yield return Write(both, own.Figures.Statements.Count, related, breach, evaluation);
        }
    }

    // Whether the rows below that are out make up the whole difference of this one.
    private static bool IsToldBelow(AuditedDocument both, Broken breach, List<Broken> broken)
    {
        var below = broken.FindAll(b => IsBelow(both, b, breach));
        var lowest = below.FindAll(b => !below.Exists(c => IsBelow(both, c, b)));
        return lowest.Count > 0 && (breach.Source.Comparison != Comparison.Equal || Off(breach) == lowest.Sum(Off));
    }

    // How much too large the document's own figure is.
    private static decimal Off(Broken breach) => breach.Own is { } own ? breach.Outcome.Difference / own.Coefficient : 0m;

    private static Term? OwnTerm(AuditedDocument both, int relation, int own)
    {
        Term? first = null;
        foreach (var term in both.System.RelationAt(relation).Terms)
        {
            if (both.Figures.Places[term.Figure].Statement >= own)
                continue;
            if (both.Figures.Nodes[term.Figure].State == FigureState.Printed)
                return term;
            first ??= term;
        }

        return first;
    }

    private static bool IsBelow(AuditedDocument both, Broken below, Broken above)
    {
        if (below.Own is not { } lower || above.Own is not { } upper)
            return false;
        var (low, high) = (both.Figures.Places[lower.Figure], both.Figures.Places[upper.Figure]);
        if (low.Statement != high.Statement || low.Column != high.Column || low.Row == high.Row)
            return false;
        var rows = both.Figures.Statements[low.Statement].Rows;
        // The grand total has every other row below it.
        if (rows[high.Row].Role == Editions.Matching.RowRole.Total && rows[low.Row].Side == rows[high.Row].Side)
            return true;
        for (var row = rows[low.Row].Parent; row >= 0; row = rows[row].Parent)
        {
            if (row == high.Row)
                return true;
        }

        return false;
    }

    private static Finding Write(AuditedDocument both, int own, RelatedDocument related, Broken breach, Evaluation evaluation)
    {
        var others = new StringBuilder();
        var sum = 0m;
        var figure = breach.Own?.Figure;
        foreach (var term in evaluation.System.RelationAt(breach.Relation).Terms)
        {
            var place = both.Figures.Places[term.Figure];
            if (term.Figure == figure)
                continue;
            sum += breach.Own is { } target ? -term.Coefficient / target.Coefficient * both.Figures.Nodes[term.Figure].Amount : 0m;
            others.Append(others.Length > 0 ? "、" : "").Append(place.Statement >= own ? related.Words : "本文件").Append(Place(both, term.Figure)).Append("为 ").Append(Printed(both, term.Figure));
        }

        var source = breach.Source;
        var difference = Math.Abs(breach.Outcome.Difference).ToString("0.######", CultureInfo.InvariantCulture);
        var expected = figure is { } f && source.Comparison == Comparison.Equal ? FigureText.Format(sum, both.Figures.Nodes[f].Decimals) : null;
        var name = figure is { } named ? both.NameOf(named) : null;
        var printed = figure is { } own1 ? Printed(both, own1) : null;
        var statement = name?.Statement ?? source.Left.Concat(source.Right).First(t => t.Reference.Document is null).Reference.Table;
        return new Finding
        {
            Rule = source.Id,
            Severity = source.IsSoft || breach.Outcome.Verdict == Verdict.OffByLastPlace || breach.Outcome.SavedByPrintedDecimals ? Severity.Warning : Severity.Error,
            Kind = FindingKind.CrossTable,
            Statement = statement,
            Row = name?.Row,
            Column = name?.Column,
            At = figure is { } at ? both.Figures.CellOf(at)?.At ?? both.Figures.Statements[both.Figures.Places[at].Statement].Statement.At : Figures.Place.Unknown,
            Quote = figure is { } quoted ? $"{Label(both, quoted)} {printed}" : null,
            Printed = printed,
            Expected = expected,
            Message = $"{(figure is { } shown ? $"{Place(both, shown)}印为 {printed}" : $"《{statement}》没有列出")}，{others}，{Should(source.Comparison)}（相差 {difference}）。{source.Explanation}{(source.Explanation is null ? "" : "。")}",
            Basis = source.Basis ?? source.Explanation,
            Arithmetic = expected is null ? null : $"{printed} ≠ {expected}",
            Correction = expected is null ? null : new SuggestedCorrection(expected, false),
            Relations = [source.Id],
            Against = related.Name,
        };
    }

    private static string Should(Comparison comparison) => comparison switch { Comparison.Equal => "两者应当相等", Comparison.AtMost => "前者不应大于后者", _ => "前者不应小于后者" };

    private static string Place(AuditedDocument both, int figure) => $"《{both.NameOf(figure).Statement}》“{Label(both, figure)}”行“{both.NameOf(figure).Column}”栏";

    private static string Printed(AuditedDocument both, int figure) => both.Figures.CellOf(figure)?.Text ?? "空白";

    private static string Label(AuditedDocument both, int figure)
    {
        var place = both.Figures.Places[figure];
        var row = both.Figures.Statements[place.Statement].Statement.Rows[place.Row];
        return row.Name.Length > 0 ? row.Name : row.Key;
    }

    private sealed record Broken(int Relation, Formula Source, Term? Own, RelationOutcome Outcome);
}
