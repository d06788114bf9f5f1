using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing;

/// <summary>Relations inside one table: 每行, 每列, 逐级.</summary>
internal sealed class TableRelations(DocumentFigures figures, Action<Formula, List<Term>> add)
{
    private (int Statement, FormSide? Side, List<int> Columns) _amountColumns = (-1, null, []);

    public void Apply(Formula formula, int statement)
    {
        switch (formula.Scope)
        {
            case FormulaScope.EachRow:
                EachRow(formula, statement);
                break;
            case FormulaScope.EachColumn:
                EachColumn(formula, statement);
                break;
            default:
                Levels(formula, statement);
                break;
        }
    }

    private void EachRow(Formula formula, int s)
    {
        var bound = figures.Statements[s];
        foreach (var side in bound.Form!.Sides)
        {
            if (Columns(formula.Left, bound, side, s) is not { } left || Columns(formula.Right, bound, side, s) is not { } right)
                continue;
            for (var r = 0; r < bound.Rows.Count; r++)
            {
                if (!ReferenceEquals(bound.Rows[r].Side, side) || bound.Rows[r].Role == RowRole.Other)
                    continue;
                var terms = new List<Term>(left.Count + right.Count);
                terms.AddRange(left.Select(c => new Term(figures.At(s, r, c.Index), c.Sign)));
                terms.AddRange(right.Select(c => new Term(figures.At(s, r, c.Index), -c.Sign)));
                add(formula, terms);
            }
        }
    }

    // The columns of one side of the formula; null when it does not apply to this table.
    private List<SignedLine>? Columns(IReadOnlyList<FormulaTerm> terms, BoundStatement bound, FormSide side, int s)
    {
        var result = new List<SignedLine>();
        foreach (var term in terms)
        {
            var ids = ColumnIds(term, side, bound.Form!);
            if (ids is null)
                return null;
            foreach (var id in ids)
            {
                if (bound.Printed(side, id) is { } header)
                    result.Add(new SignedLine(figures.Column(s, header), term.Sign));
                // A column that the document does not print is zero only when all it prints is understood.
                else if (terms.Count == 1 && ids.Count == 1 || !bound.KnowsAllColumns(side))
                    return null;
            }
        }

        return result.Count == 0 ? null : result;
    }

    private static List<string>? ColumnIds(FormulaTerm term, FormSide side, Form form)
    {
        var first = OnSide(term.Reference.Column!, side, form);
        if (first is null)
            return null;
        if (term.Last is null)
            return side.Columns.Any(c => c.Id == first) ? [first] : null;
        var last = OnSide(term.Last.Column!, side, form);
        var ids = side.Amounts.Select(c => c.Id).ToList();
        var (from, to) = (ids.IndexOf(first), ids.IndexOf(last ?? ""));
        return from < 0 || to < from ? null : ids[from..(to + 1)];
    }

    // “支出/合计” names a column of the side 支出; a table with one side needs no prefix.
    private static string? OnSide(string column, FormSide side, Form form)
    {
        if (form.Sides.Count == 1)
            return column;
        return column.StartsWith(side.Name + "/", StringComparison.Ordinal) ? column[(side.Name.Length + 1)..] : null;
    }

    private void EachColumn(Formula formula, int s)
    {
        var bound = figures.Statements[s];
        foreach (var side in bound.Form!.Sides)
        {
            if (Rows(formula.Left, bound, side) is not { } left || Rows(formula.Right, bound, side) is not { } right)
                continue;
            foreach (var column in AmountColumns(bound, side, s))
            {
                var terms = new List<Term>(left.Count + right.Count);
                terms.AddRange(left.Select(r => new Term(figures.At(s, r.Index, column), r.Sign)));
                terms.AddRange(right.Select(r => new Term(figures.At(s, r.Index, column), -r.Sign)));
                add(formula, terms);
            }
        }
    }

    // The rows of one side of the formula; null when a row that it names by itself is absent.
    private static List<SignedLine>? Rows(IReadOnlyList<FormulaTerm> terms, BoundStatement bound, FormSide side)
    {
        if (side.Rows is not ItemRows items)
            return null;
        var result = new List<SignedLine>();
        foreach (var term in terms)
        {
            var wanted = ItemIds(term, side, items, bound.Form!);
            if (wanted is null)
                return null;
            var found = wanted.Select(i => IndexOf(bound, side, i)).ToList();
            var several = term.Last is not null || term.IsSumOfClasses;
            if (several ? !found.Exists(r => r >= 0) || bound.HasUnknownRowsOn(side) : found.Contains(-1))
                return null;
            result.AddRange(found.Where(r => r >= 0).Select(r => new SignedLine(r, term.Sign)));
        }

        return result;
    }

    private static List<FormItem>? ItemIds(FormulaTerm term, FormSide side, ItemRows items, Form form)
    {
        var name = OnSide(term.Reference.Row!, side, form);
        if (name is null)
            return null;
        if (term.IsSumOfClasses)
            return [.. items.Items.Where(i => i.Code is not null)];
        var all = items.Items.ToList();
        var from = all.FindIndex(i => i.Id == name);
        if (from < 0)
            return null;
        if (term.Last is null)
            return [all[from]];
        var last = OnSide(term.Last.Row!, side, form);
        var to = all.FindIndex(i => i.Id == last);
        return to < from ? null : [.. all[from..(to + 1)].Where(i => i.Level == all[from].Level)];
    }

    private static int IndexOf(BoundStatement bound, FormSide side, FormItem item)
    {
        for (var r = 0; r < bound.Rows.Count; r++)
        {
            if (ReferenceEquals(bound.Rows[r].Side, side) && bound.Rows[r].Item?.Id == item.Id)
                return r;
        }

        return -1;
    }

    private void Levels(Formula formula, int s)
    {
        var bound = figures.Statements[s];
        var only = formula.Left is [{ } range] && bound.Form is { } form ? ColumnIds(range, form.Sides[0], form) : null;
        foreach (var family in Enumerable.Range(0, bound.Rows.Count).Where(r => bound.Rows[r].Parent >= 0).GroupBy(r => bound.Rows[r].Parent))
        {
            var parent = bound.Rows[family.Key];
            var children = family.ToList();
            var part = children.Exists(r => bound.Rows[r].Item is { IsPart: true });
            foreach (var column in AmountColumns(bound, parent.Side, s))
            {
                var header = bound.Statement.Columns[column];
                if (only is not null && (bound.Column(parent.Side, header) is not { } known || !only.Contains(known.Id)))
                    continue;
                // Prices do not add up; and a parent that is not broken down has no children to add.
                if (bound.Column(parent.Side, header)?.RecordField == "单价" || (parent.Item is not null && !children.Exists(r => figures.IsThere(s, r, column))))
                    continue;
                var terms = new List<Term>(children.Count + 1) { new(figures.At(s, family.Key, column), 1m) };
                terms.AddRange(children.Select(r => new Term(figures.At(s, r, column), -1m)));
                add(part ? formula with { Comparison = Comparison.AtLeast } : formula, terms);
            }
        }
    }

    // Columns with at least one figure on this side; asked for by every parent of a long table.
    private List<int> AmountColumns(BoundStatement bound, FormSide? side, int s)
    {
        if (_amountColumns.Statement == s && ReferenceEquals(_amountColumns.Side, side))
            return _amountColumns.Columns;
        var result = new SortedSet<int>();
        for (var r = 0; r < bound.Rows.Count; r++)
        {
            if (!ReferenceEquals(bound.Rows[r].Side, side))
                continue;
            foreach (var cell in bound.Statement.Rows[r].Cells)
            {
                if (cell.Figure is not null || cell.Text is null)
                    result.Add(figures.Column(s, cell.Column));
            }
        }

        result.Remove(-1);
        _amountColumns = (s, side, [.. result]);
        return _amountColumns.Columns;
    }

    // A column or row of a formula and whether it is added or taken off.
    private sealed record SignedLine(int Index, int Sign);
}
