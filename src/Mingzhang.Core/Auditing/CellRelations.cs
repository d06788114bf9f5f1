using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing;

/// <summary>Relations between cells named by table, row and column; a variable row (类, 款, 项, 科目) stands for every code.</summary>
internal sealed class CellRelations(DocumentFigures figures, Action<Formula, List<Term>> add)
{
    public void Apply(Formula formula)
    {
        var variables = References(formula).Select(r => VariableLevel(r.Row!)).Where(v => v >= 0).Distinct().ToList();
        if (variables.Count == 0)
        {
            Apply(formula, null);
            return;
        }

        foreach (var code in Codes(formula, variables[0]))
            Apply(formula, code);
    }

    private static IEnumerable<FormulaReference> References(Formula formula) => formula.Left.Concat(formula.Right).Select(t => t.Reference);

    // -1: no variable; 0: any code; 1 类, 2 款, 3 项.
    private static int VariableLevel(string row) => row[(row.LastIndexOf('/') + 1)..] switch { "科目" => 0, "类" => 1, "款" => 2, "项" => 3, _ => -1 };

    private SortedSet<string> Codes(Formula formula, int level)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reference in References(formula))
        {
            if (VariableLevel(reference.Row!) < 0 || Table(reference, formula) is not { } s)
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
        foreach (var (term, sign) in formula.Left.Select(t => (t, 1)).Concat(formula.Right.Select(t => (t, -1))))
        {
            var reference = term.Reference;
            if (Table(reference, formula) is not { } s)
            {
                if (reference.IsOptional)
                    continue;
                return;
            }

            var bound = figures.Statements[s];
            if (unit == Unit.None)
                unit = UnitOf(bound);
            var found = Cell(bound, reference, code, s);
            // What only usually holds needs both rows to be there.
            if (found is CellState.NotThere || (found is null && formula.IsSoft && code is null))
                return;
            if (found is { } figure)
                terms.Add(new Term(figure, sign * term.Sign * (UnitOf(bound).InYuan() / unit.InYuan())));
        }

        add(formula, terms);
    }

    private int? Table(FormulaReference reference, Formula formula)
    {
        var id = reference.Table ?? formula.FormId;
        int? best = null;
        for (var s = 0; s < figures.Statements.Count; s++)
        {
            if (figures.Statements[s].Form?.Id != id)
                continue;
            // A document may print a table twice, once empty.
            if (best is null || (figures.Statements[best.Value].Statement.IsEmpty && !figures.Statements[s].Statement.IsEmpty))
                best = s;
        }

        return best;
    }

    private static Unit UnitOf(BoundStatement bound) => Units.Parse(bound.Statement.Unit ?? "") ?? bound.Form!.Unit;

    // The figure; null for a row that a classified table does not list (zero); NotThere when the relation does not apply.
    private int? Cell(BoundStatement bound, FormulaReference reference, string? code, int s)
    {
        var slash = reference.Row!.IndexOf('/', StringComparison.Ordinal);
        var form = bound.Form!;
        var side = slash > 0 ? form.Sides.FirstOrDefault(x => x.Name == reference.Row[..slash]) : null;
        var name = side is null ? reference.Row : reference.Row[(slash + 1)..];
        if (VariableLevel(name) >= 0)
            name = code!;
        foreach (var candidate in side is null ? form.Sides : [side])
        {
            for (var r = 0; r < bound.Rows.Count; r++)
            {
                if (!ReferenceEquals(bound.Rows[r].Side, candidate) || !IsNamed(bound.Rows[r], name))
                    continue;
                return bound.Printed(candidate, reference.Column!) is { } header ? figures.At(s, r, figures.Column(s, header)) : AbsentColumn(form, candidate, bound);
            }
        }

        // A code that a classified table, or a form of all 类, does not list has no amount. An empty table has none at all.
        var zero = bound.Statement.IsEmpty || (code is not null && name == code) || form.Sides.Any(x => x.Rows is TreeRows && char.IsAsciiDigit(name[0]));
        return zero && !bound.Rows.Any(r => r.Role == RowRole.Other && r.Row.Cells.Any(c => c.Figure is not null)) ? null : CellState.NotThere;
    }

    private static int? AbsentColumn(Form form, FormSide side, BoundStatement bound) =>
        form.Sides.Count == 1 && bound.KnowsAllColumns(side) && bound.Statement.IsEmpty ? null : CellState.NotThere;

    private static bool IsNamed(BoundRow row, string name) => row.Role switch
    {
        RowRole.Total => name == "合计",
        RowRole.Item => row.Item!.Id == name || row.Code == name,
        RowRole.Code => row.Code == name,
        _ => row.Row.Key == name,
    };

    private static class CellState
    {
        public const int NotThere = -1;
    }
}
