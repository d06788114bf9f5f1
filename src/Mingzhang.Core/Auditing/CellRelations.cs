using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing;

/// <summary>Relations between cells named by table, row and column; a variable row (类, 款, 项, 科目) stands for every code.</summary>
/// <param name="figures">The figures, of the document and behind them those of a related one.</param>
/// <param name="own">How many of the statements are the document's own.</param>
/// <param name="agency">Whose row 本单位 is; null when it is not known.</param>
/// <param name="add">Takes each relation.</param>
internal sealed class CellRelations(DocumentFigures figures, int own, string? agency, Action<Formula, List<Term>> add)
{
    private const string OwnUnit = "本单位";

    private readonly CellFinder _cells = new(figures, 0, own);
    private readonly CellFinder _related = new(figures, own);

    public void Apply(Formula formula)
    {
        var variables = References(formula).Select(r => CellFinder.VariableLevel(r.Row!)).Where(v => v >= 0).Distinct().ToList();
        if (variables.Count == 0)
        {
            Apply(formula, null);
            return;
        }

        foreach (var code in Codes(formula, variables[0]))
            Apply(formula, code);
    }

    private CellFinder Of(FormulaReference reference) => reference.Document is null ? _cells : _related;

    // Key of the row that a table of units has for the agency.
    private string? RowOfUnit(int statement) => agency is null ? null : figures.Statements[statement].Statement.Rows.FirstOrDefault(r => NameText.Normal(r.Name) == agency)?.Key;

    private static IEnumerable<FormulaReference> References(Formula formula) => formula.Left.Concat(formula.Right).Select(t => t.Reference);

    private SortedSet<string> Codes(Formula formula, int level)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reference in References(formula))
        {
            if (CellFinder.VariableLevel(reference.Row!) < 0 || Of(reference).Table(reference.Table ?? formula.FormId) is not { } s)
                continue;
            foreach (var row in figures.Statements[s].Rows)
            {
                if (row.Code is { } code && (level == 0 || row.Depth == level || row.Item is not null) && code.Length is 3 or 5 or 7)
                    codes.Add(code);
            }
        }

        return codes;
    }

    private void Apply(Formula formula, string? code)
    {
        var terms = new List<Term>();
        var unit = Unit.None;
        foreach (var each in formula.Left.Select(t => new { Term = t, Sign = 1 }).Concat(formula.Right.Select(t => new { Term = t, Sign = -1 })))
        {
            var (term, sign) = (each.Term, each.Sign);
            var reference = term.Reference;
            var cells = Of(reference);
            if (cells.Table(reference.Table ?? formula.FormId) is not { } s)
            {
                if (reference.IsOptional)
                    continue;
                return;
            }

            var printed = cells.UnitOf(s);
            if (unit == Unit.None)
                unit = printed;
            if (reference.Row == OwnUnit)
            {
                if (RowOfUnit(s) is not { } key)
                    return;
                reference = reference with { Row = key };
            }

            var found = cells.Find(s, reference, code);
            // What only usually holds needs both rows to be there.
            if (found.IsNotThere || (found.Figure is null && formula.IsSoft && code is null))
                return;
            if (found.Figure is { } figure)
                terms.Add(new Term(figure, sign * term.Sign * (printed.InYuan() / unit.InYuan())));
        }

        add(formula, terms);
    }
}
