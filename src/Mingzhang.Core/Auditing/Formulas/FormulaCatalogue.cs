using System.Runtime.CompilerServices;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Formulas;

/// <summary>The calculations written in the forms of an edition (表内公式).</summary>
public static class FormulaCatalogue
{
    private static readonly ConditionalWeakTable<Edition, IReadOnlyList<Formula>> Known = [];

    /// <summary>The formulas of an edition's forms. Mistakes are told by <c>Check</c> when the edition is loaded.</summary>
    public static IReadOnlyList<Formula> Of(Edition edition) => Known.GetValue(edition, e => Parse(e, []));

    /// <summary>What is wrong with the formulas of an edition: their writing, and names of rows and columns that its form lacks.</summary>
    public static IReadOnlyList<FormulaMistake> Check(Edition edition)
    {
        var mistakes = new List<FormulaMistake>();
        foreach (var formula in Parse(edition, mistakes))
        {
            var form = edition.Find(formula.FormId!)!;
            foreach (var term in formula.Left.Concat(formula.Right))
            {
                Check(term.Reference, term.IsSumOfClasses, form, formula, mistakes);
                if (term.Last is { } last)
                    Check(last, false, form, formula, mistakes);
            }
        }

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

    private static void Check(FormulaReference reference, bool isSum, Form form, Formula formula, List<FormulaMistake> mistakes)
    {
        if (isSum)
            return;
        var names = form.Sides.SelectMany(s => s.Columns.Select(c => form.Sides.Count > 1 && formula.Scope != FormulaScope.Cells ? $"{s.Name}/{c.Id}" : c.Id)).ToHashSet(StringComparer.Ordinal);
        if (reference.Column is { } column && !names.Contains(column))
            Tell($"“{form.Id}”没有栏“{column}”。有：{string.Join('、', names)}。");
        var items = form.Sides.Where(s => s.Rows is ItemRows).SelectMany(s => ((ItemRows)s.Rows).Items.Select(i => form.Sides.Count > 1 ? $"{s.Name}/{i.Id}" : i.Id)).ToHashSet(StringComparer.Ordinal);
        if (reference.Row is { } row && items.Count > 0 && !items.Contains(row))
            Tell($"“{form.Id}”没有行“{row}”。");

        void Tell(string message) => mistakes.Add(new FormulaMistake(formula.Source.File, formula.Source.Line, formula.Source.Column, $"公式 {formula.Id}：{message}"));
    }
}
