using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>
/// Formulas of the sums of a table (表内公式), from the calculations of its form. Only a sum that is exact as printed
/// becomes one: opening the workbook must not change a published figure.
/// </summary>
internal sealed class TableFormulas
{
    private readonly Dictionary<(int Row, int Column), List<(int Row, int Column, bool Minus)>> _sums = [];

    private TableFormulas()
    {
    }

    /// <summary>The formulas of every table of a document.</summary>
    public static IReadOnlyList<TableFormulas> Of(AuditedDocument document, IReadOnlyList<PrintedTable> tables)
    {
        var result = tables.Select(_ => new TableFormulas()).ToList();
        var places = tables.Select((t, s) => Places(document, t, s)).ToList();
        var relations = document.System.Relations;
        for (var r = 0; r < relations.Count; r++)
        {
            var relation = relations[r];
            var table = document.Figures.Nodes[relation.Terms[0].Figure].Table;
            if (IsSum(relation, document.Sources[r]))
                result[table].Take(relation, document.Figures.Nodes, table, places[table]);
        }

        return result;
    }

    /// <summary>The formulas as text by row and column of the body.</summary>
    /// <param name="top">Row of the sheet where the body begins.</param>
    public Dictionary<(int Row, int Column), string> At(int top) => _sums.ToDictionary(s => s.Key, s => Text(s.Value, top));

    // One figure on the left, sums of others on the right.
    private static bool IsSum(Relation relation, Formula formula)
    {
        if (formula.Scope == FormulaScope.Cells || relation.Comparison != Comparison.Equal || relation.Strength != Strength.Hard || relation.Terms.Length < 3)
            return false;
        if (formula.Scope != FormulaScope.Levels && (formula.Left.Count != 1 || formula.Left[0].Last is not null || formula.Left[0].IsSumOfClasses))
            return false;
        foreach (var term in relation.Terms)
        {
            if (term.Coefficient is not (1m or -1m))
                return false;
        }

        return relation.Terms[0].Coefficient == 1m;
    }

    // Where the figure of a row and column of the statement is printed.
    private static Dictionary<(int Row, int Column), (int Row, int Column)> Places(AuditedDocument document, PrintedTable table, int statement)
    {
        var result = new Dictionary<(int, int), (int, int)>();
        var columns = table.Columns.Select(c => c.Header is null ? -1 : document.Figures.Column(statement, c.Header)).ToList();
        for (var r = 0; r < table.Body.Count; r++)
        {
            for (var c = 0; c < columns.Count; c++)
            {
                if (columns[c] >= 0 && table.Body[r].Cells[c].Source >= 0)
                    result.TryAdd((table.Body[r].Cells[c].Source, columns[c]), (r, c));
            }
        }

        return result;
    }

    private void Take(Relation relation, IReadOnlyList<FigureNode> nodes, int table, Dictionary<(int Row, int Column), (int Row, int Column)> places)
    {
        var sum = nodes[relation.Terms[0].Figure];
        if (sum.State != FigureState.Printed || !places.TryGetValue((sum.Row, sum.Column), out var target) || _sums.ContainsKey(target))
            return;
        var total = 0m;
        var parts = new List<(int, int, bool)>();
        foreach (var term in relation.Terms[1..])
        {
            var node = nodes[term.Figure];
            if (node.Table != table || node.State == FigureState.Unreadable || !places.TryGetValue((node.Row, node.Column), out var place))
                return;
            total -= term.Coefficient * node.Amount;
            parts.Add((place.Row, place.Column, term.Coefficient > 0));
        }

        if (total == sum.Value && !parts.Exists(p => Reaches((p.Item1, p.Item2), target)))
            _sums.Add(target, parts);
    }

    // No formula may depend on itself.
    private bool Reaches((int, int) from, (int, int) target) =>
        from == target || (_sums.TryGetValue(from, out var parts) && parts.Exists(p => Reaches((p.Row, p.Column), target)));

    private static string Text(List<(int Row, int Column, bool Minus)> parts, int top)
    {
        var cells = parts.OrderBy(p => p.Row).ThenBy(p => p.Column).ToList();
        var (first, last) = (cells[0], cells[^1]);
        var isRun = cells.TrueForAll(p => !p.Minus) && (first.Column == last.Column || first.Row == last.Row)
            && last.Row - first.Row + last.Column - first.Column + 1 == cells.Count;
        if (isRun)
            return $"SUM({ExcelSheet.At(first.Row + top, first.Column)}:{ExcelSheet.At(last.Row + top, last.Column)})";
        return string.Concat(parts.Select((p, i) => (p.Minus ? "-" : i == 0 ? "" : "+") + ExcelSheet.At(p.Row + top, p.Column)));
    }
}
