using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>
/// Parts headers from the figures they stand beside (表头与合计同行): where the lowest headers (合计、基本支出、项目支出 below 本年支出) are printed
/// in the row of the total, they head their columns all the same and are no amounts of that row.
/// </summary>
internal static class LateHeaders
{
    private const int Fewest = 2;

    /// <summary>The rows, the first one with figures in two where it holds headers too.</summary>
    /// <param name="rows">Rows without title and unit lines.</param>
    /// <param name="form">The form it may be; null when unknown.</param>
    public static IReadOnlyList<SourceRow> Part(IReadOnlyList<SourceRow> rows, Form? form)
    {
        if (form is null)
            return rows;
        var at = rows.ToList().FindIndex(r => !GridHeader.IsColumnNumbers(r) && r.Cells.Any(c => FigureText.Parse(c.Text) is not null));
        if (at <= 0)
            return rows;
        var leaves = form.Sides.SelectMany(s => s.Columns).Where(c => c.Text is null && c.Header.Parts.Count > 1)
            .SelectMany(c => c.Aliases.Append(c.Header.Leaf)).Select(NameText.Normal).ToHashSet(StringComparer.Ordinal);
        var first = rows[at].Cells.ToList().FindIndex(c => FigureText.Parse(c.Text) is not null);
        var headers = rows[at].Cells.Where((c, i) => i > first && leaves.Contains(NameText.Normal(c.Text))).ToList();
        if (headers.Count < Fewest)
            return rows;
        SourceRow Only(Func<SourceCell, bool> keep) => rows[at] with { Cells = [.. rows[at].Cells.Select(c => keep(c) ? c : c with { Text = "" })] };
        return [.. rows.Take(at), Only(headers.Contains), Only(c => !headers.Contains(c)), .. rows.Skip(at + 1)];
    }
}
