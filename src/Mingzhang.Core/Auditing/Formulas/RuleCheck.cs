using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Formulas;

/// <summary>Checks that the tables, rows and columns which a formula between tables names exist in some edition (规则所指的表、行、栏).</summary>
public static class RuleCheck
{
    /// <summary>The names that no edition knows, each with its place.</summary>
    /// <param name="formula">A formula of a rule file.</param>
    /// <param name="editions">All editions.</param>
    public static IReadOnlyList<FormulaMistake> Names(Formula formula, IReadOnlyList<Edition> editions)
    {
        var mistakes = new List<FormulaMistake>();
        foreach (var term in formula.Left.Concat(formula.Right))
        {
            Check(term.Reference, formula, editions, mistakes);
            if (term.Last is { } last)
                Check(last, formula, editions, mistakes);
        }

        return mistakes;
    }

    private static void Check(FormulaReference reference, Formula formula, IReadOnlyList<Edition> editions, List<FormulaMistake> mistakes)
    {
        if (reference.Table is not { } table)
            return;
        var forms = editions.Select(e => e.Find(table)).OfType<Form>().ToList();
        if (forms.Count == 0)
        {
            var ids = editions.SelectMany(e => e.Forms).Select(f => f.Id).Distinct(StringComparer.Ordinal).ToList();
            Tell(table + "[", table, $"没有叫“{table}”的表，应写表样里的表名，如“{Nearest.Word(ids, table) ?? ids[0]}”。");
            return;
        }

        var columns = forms.SelectMany(f => f.Sides).SelectMany(s => s.Columns).Where(c => c.Text is null).Select(c => c.Id).Distinct(StringComparer.Ordinal).ToList();
        if (reference.Column is { } column && !columns.Contains(column))
            Tell("]." + column, column, $"“{table}”没有栏“{column}”，有：{string.Join('、', columns)}。");

        // Rows of classified tables are codes and depend on the year; only tables of fixed items can be checked.
        if (reference.Row is not { } row || forms.Exists(f => f.Sides.Any(s => s.Rows is not ItemRows)))
            return;
        var items = forms.SelectMany(f => f.Sides.SelectMany(s => ((ItemRows)s.Rows).Items.Select(i => f.Sides.Count > 1 ? $"{s.Name}/{i.Id}" : i.Id))).Distinct(StringComparer.Ordinal).ToList();
        var name = row[(row.LastIndexOf('/') + 1)..];
        if (!items.Contains(row) && !IsVariable(name))
            Tell("[" + row + "]", row, $"“{table}”没有行“{row}”。");

        void Tell(string context, string word, string message)
        {
            var at = formula.Source.Text.IndexOf(context, StringComparison.Ordinal);
            var within = context.IndexOf(word, StringComparison.Ordinal);
            mistakes.Add(new FormulaMistake(formula.Source.File, formula.Source.Line, formula.Source.Column + Math.Max(0, at + within), message));
        }
    }

    // A variable stands for every row of its kind, a code for the row of that 类, 款 or 项.
    private static bool IsVariable(string name) =>
        name is "类" or "款" or "项" or "科目" or "合计" || name.All(char.IsAsciiDigit);
}
