using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing;

/// <summary>Figures that were recognised from a picture (文字识别的数) are unsure until a relation between them confirms them.</summary>
public static class ConfirmedFigures
{
    /// <summary>The disclosure, every figure of these pages unsure unless a relation with another figure holds exactly.</summary>
    /// <param name="disclosure">What was read.</param>
    /// <param name="pages">Pages that were recognised from pictures.</param>
    /// <param name="editions">All editions.</param>
    /// <param name="rules">Relations between tables.</param>
    public static Disclosure Mark(Disclosure disclosure, IReadOnlySet<int> pages, IReadOnlyList<Edition> editions, IReadOnlyList<Formula> rules)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        ArgumentNullException.ThrowIfNull(pages);
        var document = AuditedDocument.Prepare(disclosure, editions, rules);
        var evaluation = document.System.Evaluate();
        var confirmed = new HashSet<(Statement, int, string)>(new ByReference());
        for (var f = 0; f < document.Figures.Nodes.Count; f++)
        {
            if (!IsConfirmed(document.System, evaluation, f))
                continue;
            var place = document.Figures.Places[f];
            var statement = document.Figures.Statements[place.Statement].Statement;
            confirmed.Add((statement, place.Row, statement.Columns[place.Column].ToString()));
        }

        return disclosure with
        {
            Statements = [.. disclosure.Statements.Select(s => s with
            {
                Rows = [.. s.Rows.Select((r, i) => r with
                {
                    Cells = [.. r.Cells.Select(c => c.Figure is not null && c.At.Page is { } page && pages.Contains(page) && !confirmed.Contains((s, i, c.Column.ToString())) ? c with { Sure = false } : c)],
                })],
            })],
        };
    }

    // Relations of nothing but zeros confirm nothing.
    private static bool IsConfirmed(RelationSystem system, Evaluation evaluation, int figure)
    {
        if (!IsAmount(system.Figures[figure]))
            return false;
        foreach (var relation in system.RelationsOf(figure))
        {
            var amounts = 0;
            foreach (var term in system.Relations[relation].Terms)
                amounts += IsAmount(system.Figures[term.Figure]) ? 1 : 0;
            if (amounts >= 2 && evaluation[relation] == Verdict.Holds)
                return true;
        }

        return false;
    }

    private static bool IsAmount(FigureNode node) => node.State == FigureState.Printed && node.Value != 0m;

    // Two tables may say the same: the one that was read is meant.
    private sealed class ByReference : IEqualityComparer<(Statement Statement, int Row, string Column)>
    {
        public bool Equals((Statement Statement, int Row, string Column) x, (Statement Statement, int Row, string Column) y) =>
            ReferenceEquals(x.Statement, y.Statement) && x.Row == y.Row && x.Column == y.Column;

        public int GetHashCode((Statement Statement, int Row, string Column) item) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(item.Statement), item.Row, item.Column);
    }
}
