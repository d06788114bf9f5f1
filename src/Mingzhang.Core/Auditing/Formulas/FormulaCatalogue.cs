using System.Runtime.CompilerServices;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Formulas;

/// <summary>The calculations written in the forms of an edition (表内公式), and what is wrong with formulas.</summary>
public static class FormulaCatalogue
{
    private static readonly ConditionalWeakTable<Edition, IReadOnlyList<Formula>> Known = [];

    /// <summary>The formulas of an edition's forms. Mistakes are told by <c>Check</c> when the edition is loaded.</summary>
    public static IReadOnlyList<Formula> Of(Edition edition) => Known.GetValue(edition, e => Parse(e, []));

    /// <summary>What is wrong with the formulas of an edition: their writing, ids used twice, and names of rows and columns that its form lacks.</summary>
    public static IReadOnlyList<FormulaMistake> Check(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var mistakes = new List<FormulaMistake>();
        var names = edition.Forms.ToDictionary(f => f.Id, f => new FormNames(f), StringComparer.Ordinal);
        var ids = new Dictionary<string, Formula>(StringComparer.Ordinal);
        foreach (var formula in Parse(edition, mistakes))
        {
            if (!ids.TryAdd(formula.Id, formula))
                Tell(mistakes, formula, formula.Id, $"编号 {formula.Id} 在“{ids[formula.Id].FormId}”里已经用过，请换一个。");
            Check(formula, reference => names[reference.Table ?? formula.FormId!], edition.Forms, mistakes);
        }

        return mistakes;
    }

    /// <summary>What is wrong with formulas between tables: tables that no edition has, and rows and columns that they have in none.</summary>
    public static IReadOnlyList<FormulaMistake> CheckBetween(IEnumerable<Formula> rules, IEnumerable<Edition> editions)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var mistakes = new List<FormulaMistake>();
        var forms = editions.SelectMany(e => e.Forms).ToList();
        var names = forms.GroupBy(f => f.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new FormNames(g), StringComparer.Ordinal);
        foreach (var rule in rules)
            Check(rule, reference => names[reference.Table!], forms, mistakes);
        return mistakes;
    }

    private static List<Formula> Parse(Edition edition, List<FormulaMistake> mistakes)
    {
        var formulas = new List<Formula>();
        foreach (var form in edition.Forms)
        {
            foreach (var source in form.Calculations)
            {
                if (FormulaParser.Parse(source, form.Id, mistakes) is { } formula)
                    formulas.Add(formula);
            }
        }

        return formulas;
    }

    private static void Check(Formula formula, Func<FormulaReference, FormNames> namesOf, IReadOnlyList<Form> forms, List<FormulaMistake> mistakes)
    {
        foreach (var term in formula.Left.Concat(formula.Right))
        {
            foreach (var reference in new[] { term.Reference, term.Last }.OfType<FormulaReference>())
            {
                if (reference.Table is { } table && !forms.Any(f => f.Id == table))
                {
                    var near = Nearest.Word(forms.Select(f => f.Id).Distinct(StringComparer.Ordinal), table);
                    Tell(mistakes, formula, table, $"没有叫“{table}”的表，应写底本里的表名{(near is null ? "" : $"，如“{near}”")}。");
                    continue;
                }

                var names = namesOf(reference);
                if (term.IsSumOfClasses && names.WhySum(reference.Row!) is { } sum)
                    Tell(mistakes, formula, reference.Row!, sum);
                if (reference.Column is { } column && names.WhyColumn(column, withSide: formula.Scope is not (FormulaScope.Cells or FormulaScope.Documents)) is { } noColumn)
                    Tell(mistakes, formula, column, noColumn, "].");
                if (!term.IsSumOfClasses && reference.Row is { } row && names.WhyRow(row) is { } noRow)
                    Tell(mistakes, formula, row, noRow, "[");
            }
        }
    }

    // Among cells the mark before a name tells a column or row from an equal word elsewhere in the formula.
    private static void Tell(List<FormulaMistake> mistakes, Formula formula, string words, string message, string mark = "")
    {
        var source = formula.Source;
        var marked = source.Text.IndexOf(mark + words, StringComparison.Ordinal);
        var at = Math.Max(0, marked >= 0 ? marked + mark.Length : source.Text.IndexOf(words, StringComparison.Ordinal));
        mistakes.Add(new FormulaMistake(source.File, source.Line, source.Column + at, message));
    }
}
