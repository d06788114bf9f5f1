using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Documents.Reading.Loose;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>What the relations between tables (表间勾稽) say of figures whose column one table alone leaves open.</summary>
internal static class OtherTables
{
    /// <summary>The figures that follow: every relation in which one place is open and all others are known states one.</summary>
    /// <param name="statements">The tables, bound to the forms they were read by.</param>
    /// <param name="rules">The relations between tables.</param>
    public static Dictionary<FormCellName, decimal> Figures(IReadOnlyList<BoundStatement> statements, IReadOnlyList<Formula> rules)
    {
        var found = new Dictionary<FormCellName, decimal>();
        var contested = new HashSet<FormCellName>();
        var builder = new RelationBuilder(statements);
        foreach (var rule in rules)
        {
            if (rule is { IsSoft: false, Scope: FormulaScope.Cells, Comparison: Comparison.Equal })
                builder.Apply(rule);
        }

        var nodes = builder.Figures.Nodes;
        foreach (var relation in builder.Build().Relations)
        {
            if (Follows(relation, nodes) is not { } follows || Name(builder.Figures, follows.Figure) is not { } name)
                continue;
            if (found.TryGetValue(name, out var other) && other != follows.Value)
                contested.Add(name);
            found[name] = follows.Value;
        }

        // What other tables do not agree upon is no evidence.
        foreach (var name in contested)
            found.Remove(name);
        return found;
    }

    private static (int Figure, decimal Value)? Follows(Relation relation, IReadOnlyList<FigureNode> nodes)
    {
        var (open, sum) = (default(Term), 0m);
        foreach (var term in relation.Terms)
        {
            if (nodes[term.Figure].State != FigureState.Unreadable)
                sum += term.Coefficient * nodes[term.Figure].Value;
            else if (open.Coefficient != 0m)
                return null;
            else
                open = term;
        }

        return open.Coefficient == 0m ? null : (open.Figure, -sum / open.Coefficient);
    }

    private static FormCellName? Name(DocumentFigures figures, int figure)
    {
        var place = figures.Places[figure];
        var bound = figures.Statements[place.Statement];
        var row = bound.Rows[place.Row];
        return bound.Form is { } form && bound.Column(row.Side, bound.Statement.Columns[place.Column]) is { Text: null } column
            ? new FormCellName(form.Id, row.Row.Key, column.Id)
            : null;
    }
}
