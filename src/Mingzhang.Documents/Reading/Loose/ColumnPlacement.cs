using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>A relation between rows: for each row it touches the factor of each of its amount columns.</summary>
/// <param name="Rows">Indexes of the rows.</param>
/// <param name="Factors">For each of them the factors of its columns.</param>
/// <param name="Comparison">How the sum compares with zero.</param>
/// <param name="MayBeEmpty">Whether it says nothing while all rows but the first are blank.</param>
internal sealed record PlacedRelation(int[] Rows, RowFactors[] Factors, Comparison Comparison, bool MayBeEmpty);

/// <summary>
/// The relations of a form between the rows at hand (勾稽关系), independent of which cells are printed: a statement with
/// every cell filled is bound and its relations are built as for an audit.
/// </summary>
internal static class PlacedRelations
{
    public static IReadOnlyList<PlacedRelation> Of(Form form, IReadOnlyList<LooseRow> rows, Func<FormColumn, ColumnPath> header)
    {
        var statement = Filled(form, rows, header);
        var bound = StatementBinder.Bind(statement, form);
        var builder = new RelationBuilder([bound]);
        var mistakes = new List<FormulaMistake>();
        var levels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in form.Calculations)
        {
            if (FormulaParser.Parse(source, form.Id, mistakes) is not { IsSoft: false } formula)
                continue;
            if (formula.Scope == FormulaScope.Levels)
                levels.Add(formula.Id);
            builder.Apply(formula);
        }

        var columns = rows.Select(r => r.Side.Amounts.Select(header).ToList()).ToArray();
        var result = new List<PlacedRelation>();
        foreach (var relation in builder.Build().Relations)
        {
            var parts = new SortedDictionary<int, RowFactors>();
            var isWhole = true;
            foreach (var term in relation.Terms)
            {
                var place = builder.Figures.Places[term.Figure];
                var column = columns[place.Row].IndexOf(statement.Columns[place.Column]);
                // A blank of another side takes no part.
                if (column < 0)
                    continue;
                isWhole &= term.Coefficient is 1m or -1m;
                if (!parts.TryGetValue(place.Row, out var factors))
                    parts[place.Row] = factors = new RowFactors(columns[place.Row].Count);
                factors.Add(column, (int)term.Coefficient);
            }

            if (!isWhole || parts.Count == 0)
                continue;
            int[] order = [.. parts.Keys];
            var mayBeEmpty = levels.Contains(relation.Rule) && rows[order[0]].Side.Rows is ItemRows;
            result.Add(new PlacedRelation(order, [.. parts.Values], relation.Comparison, mayBeEmpty));
        }

        return result;
    }

    private static Statement Filled(Form form, IReadOnlyList<LooseRow> rows, Func<FormColumn, ColumnPath> header)
    {
        var columns = form.Sides.SelectMany(s => s.Columns).Where(c => c.Text is not ("编码" or "名称" or "行次")).Select(header).Distinct().ToList();
        var filled = rows.Select(r => new StatementRow(
            r.FullKey,
            r.Name,
            r.Level,
            [
                .. r.Texts.Select(t => new Cell(header(t.Column), t.Text, null, true, Place.Unknown)),
                .. r.Side.Amounts.Select(c => new Cell(header(c), "1", new Figure(1m, 0), true, Place.Unknown)),
            ]));
        return new Statement(form.Title, form.Number, form.Unit.ChineseName(), columns, [.. filled], null, Place.Unknown);
    }
}
