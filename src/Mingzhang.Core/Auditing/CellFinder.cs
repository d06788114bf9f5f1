using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing;

/// <summary>Where a reference leads (取数结果).</summary>
/// <param name="Figure">The figure; null for a row that a classified table does not list (zero), and for <paramref name="IsNotThere"/>.</param>
/// <param name="IsNotThere">Whether the document has no such cell, so that nothing can be said.</param>
internal readonly record struct CellLookup(int? Figure, bool IsNotThere);

/// <summary>Finds cells by form, row and column (取数). A variable row (类, 款, 项, 科目) stands for a code.</summary>
/// <param name="figures">The figures.</param>
/// <param name="first">Index of the first statement it looks at.</param>
/// <param name="end">Index behind the last; null for all.</param>
internal sealed class CellFinder(DocumentFigures figures, int first = 0, int? end = null)
{
    private static readonly CellLookup NotThere = new(null, true);
    private static readonly CellLookup Zero = new(null, false);

    /// <summary>-1: no variable; 0: any code; 1 类, 2 款, 3 项.</summary>
    public static int VariableLevel(string row) => row[(row.LastIndexOf('/') + 1)..] switch { "科目" => 0, "类" => 1, "款" => 2, "项" => 3, _ => -1 };

    /// <summary>Index of the statement that is the form; null when the document lacks it.</summary>
    public int? Table(string? formId)
    {
        int? best = null;
        for (var s = first; s < (end ?? figures.Statements.Count); s++)
        {
            if (figures.Statements[s].Form?.Id != formId)
                continue;
            // A document may print a table twice, once empty.
            if (best is null || (figures.Statements[best.Value].Statement.IsEmpty && !figures.Statements[s].Statement.IsEmpty))
                best = s;
        }

        return best;
    }

    /// <summary>Unit of a statement that has a form.</summary>
    public Unit UnitOf(int statement) =>
        Units.Parse(figures.Statements[statement].Statement.Unit ?? "") ?? figures.Statements[statement].Form!.Unit;

    /// <summary>The cell of a reference in a statement that has a form.</summary>
    /// <param name="statement">Index of the statement.</param>
    /// <param name="reference">The reference, with row and column.</param>
    /// <param name="code">The code a variable row stands for; null for none.</param>
    public CellLookup Find(int statement, FormulaReference reference, string? code)
    {
        var bound = figures.Statements[statement];
        var form = bound.Form!;
        var slash = reference.Row!.IndexOf('/', StringComparison.Ordinal);
        var side = slash > 0 ? form.Sides.FirstOrDefault(x => x.Name == reference.Row[..slash]) : null;
        var name = side is null ? reference.Row : reference.Row[(slash + 1)..];
        if (VariableLevel(name) >= 0)
            name = code!;
        foreach (var candidate in side is null ? form.Sides : [side])
        {
            if (bound.RowNamed(candidate, name) is not { } row)
                continue;
            return bound.Printed(candidate, reference.Column!) is { } header
                ? new CellLookup(figures.At(statement, row, figures.Column(statement, header)), false)
                : AbsentColumn(form, candidate, bound);
        }

        // A code that a classified table, or a form of all 类, does not list has no amount. An empty table has none at all.
        var zero = bound.Statement.IsEmpty || (code is not null && name == code) || form.Sides.Any(x => x.Rows is TreeRows && char.IsAsciiDigit(name[0]));
        return zero && !bound.HasUnknownRows ? Zero : NotThere;
    }

    private static CellLookup AbsentColumn(Form form, FormSide side, BoundStatement bound) =>
        form.Sides.Count == 1 && bound.KnowsAllColumns(side) && bound.Statement.IsEmpty ? Zero : NotThere;
}
