using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing;

/// <summary>Turns formulas into relations between the figures of one document (勾稽关系的展开).</summary>
public sealed class RelationBuilder
{
    private readonly DocumentFigures _figures;
    private readonly List<Relation> _relations = [];
    private readonly List<Formula> _formulas = [];
    private readonly TableRelations _tables;
    private readonly CellRelations _cells;

    /// <summary>Prepares the relations of a bound document.</summary>
    public RelationBuilder(IReadOnlyList<BoundStatement> statements)
        : this(statements, statements.Count, null)
    {
    }

    /// <summary>Prepares the relations of a bound document with a related one, whose statements stand behind its own.</summary>
    /// <param name="statements">All statements.</param>
    /// <param name="own">How many of them are the document's own.</param>
    /// <param name="agency">Its agency, for the row 本单位, in normal form; null when it is not known.</param>
    public RelationBuilder(IReadOnlyList<BoundStatement> statements, int own, string? agency)
    {
        _figures = new DocumentFigures(statements);
        _tables = new TableRelations(_figures, Add);
        _cells = new CellRelations(_figures, own, agency, Add);
    }

    /// <summary>The figures.</summary>
    public DocumentFigures Figures => _figures;

    /// <summary>The formula each relation comes from, by index of the relation.</summary>
    public IReadOnlyList<Formula> Sources => _formulas;

    /// <summary>Adds the relations a formula says, in every place where it applies; none where a table or column it names is absent.</summary>
    public void Apply(Formula formula)
    {
        if (formula.Scope is FormulaScope.Cells or FormulaScope.Documents)
        {
            _cells.Apply(formula);
            return;
        }

        for (var s = 0; s < _figures.Statements.Count; s++)
        {
            if (_figures.Statements[s].Form is { } form && form.Id == formula.FormId)
                _tables.Apply(formula, s);
        }
    }

    /// <summary>Adds what every table shares, for those no edition knows: codes and totals add up.</summary>
    public void ApplyToUnknown(Formula levels)
    {
        for (var s = 0; s < _figures.Statements.Count; s++)
        {
            if (_figures.Statements[s].Form is null)
                _tables.Apply(levels, s);
        }
    }

    /// <summary>All relations over all figures.</summary>
    public RelationSystem Build() => new(_figures.Nodes, _relations);

    private void Add(Formula formula, List<Term> terms)
    {
        var isCopy = formula.Comparison == Comparison.Equal && terms.Count == 2
            && terms[0].Coefficient * terms[1].Coefficient == -1m && terms[0].Figure != terms[1].Figure;
        // A relation in which nothing is printed says nothing.
        if (terms.Count == 0 || !terms.Exists(t => _figures.Nodes[t.Figure].State != FigureState.Blank))
            return;
        _relations.Add(new Relation(formula.Id, [.. terms], formula.Comparison, isCopy, formula.IsSoft ? Strength.Soft : Strength.Hard));
        _formulas.Add(formula);
    }
}
