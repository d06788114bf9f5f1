using Mingzhang.Core.Figures;

namespace Mingzhang.Web.Library;

/// <summary>Figures of several documents beside each other (比较表), each row a thing that all of them may have.</summary>
/// <param name="Title">Title.</param>
/// <param name="Kind">How it is plotted: bar or stack.</param>
/// <param name="Rows">Rows.</param>
internal sealed record ComparedTable(string Title, string Kind, IReadOnlyList<ComparedRow> Rows)
{
    /// <summary>Totals, what the money is for, what it is spent on.</summary>
    public static IReadOnlyList<ComparedTable> Of(IReadOnlyList<Publication> documents)
    {
        var classes = documents.Select(Measure.Classes).ToList();
        var codes = classes.SelectMany(c => c.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var tables = new List<ComparedTable>
        {
            new("收支总额", "bar", Measured([Measure.Income, Measure.Expenditure, Measure.Spent], documents)),
            new("支出构成", "stack", Measured([Measure.Basic, Measure.Projects], documents)),
            new("支出用在哪些方面（功能分类）", "bar", [.. codes.Select(code => new ComparedRow(
                classes.First(c => c.ContainsKey(code))[code].Name, [.. classes.Select(c => c.TryGetValue(code, out var found) ? found.Figure : null)]))]),
            new("“三公”经费", "bar", Measured(Measure.ThreePublic, documents)),
        };
        return [.. tables.Where(t => t.Rows.Any(r => r.Figures.Any(f => f is { Yuan: not 0 })))];
    }

    private static IReadOnlyList<ComparedRow> Measured(IReadOnlyList<Measure> measures, IReadOnlyList<Publication> documents) =>
        [.. measures.Select(m => new ComparedRow(m.Name, [.. documents.Select(m.In)]))];
}

/// <summary>A row: one figure for each document; null where a document does not print it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Figures">The figures, in the order of the documents.</param>
internal sealed record ComparedRow(string Name, IReadOnlyList<MeasuredFigure?> Figures)
{
    /// <summary>The last figure against the first in percent; null where there is no base.</summary>
    public string? Change => Figures[0] is { Yuan: not 0 and var from } && Figures[^1] is { } last
        ? FigureText.Format((last.Yuan - from) / Math.Abs(from) * 100m, 1) + "%"
        : null;
}
