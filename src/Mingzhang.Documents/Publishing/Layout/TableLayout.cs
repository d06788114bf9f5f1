using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>Lays a statement out as its form prints it: nested headers, sides abreast, totals at the bottom.</summary>
public static class TableLayout
{
    /// <summary>Lays out all tables of a disclosure.</summary>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="editions">All editions.</param>
    public static IReadOnlyList<PrintedTable> Of(Disclosure disclosure, IReadOnlyList<Edition> editions) =>
        [.. EditionChooser.Choose(disclosure, editions).Statements.Select(Of)];

    /// <summary>Lays out one table.</summary>
    public static PrintedTable Of(BoundStatement bound)
    {
        var sides = bound.Form is null ? [SideLayout.Unknown(bound)] : bound.Form.Sides.Select((_, i) => SideLayout.Of(bound, i)).ToList();
        var columns = sides.SelectMany((s, i) => s.Columns.Select(c => new PrintedColumn(c.Kind, i, c.Shown))).ToList();
        var paths = sides.SelectMany(s => s.Columns.Select(c => (IReadOnlyList<string>)(sides.Count > 1 && s.Name.Length > 0 ? [s.Name, .. c.Path] : c.Path))).ToList();
        var statement = bound.Statement;
        return new PrintedTable(
            statement.Title, statement.Number, statement.Unit ?? "", columns, HeaderLayout.Rows(paths), Abreast(sides),
            statement.Note is null ? [] : statement.Note.Split('\n'), statement.IsEmpty);
    }

    // The sides stand beside each other; from the first 合计 below the items on they end together.
    private static List<PrintedRow> Abreast(List<SideLayout> sides)
    {
        var heads = sides.Max(s => s.Rows.Count - s.Tail);
        var tails = sides.Max(s => s.Tail);
        var rows = new List<PrintedRow>(heads + tails);
        for (var r = 0; r < heads + tails; r++)
        {
            var cells = new List<PrintedCell>();
            var isTotal = false;
            foreach (var side in sides)
            {
                var head = side.Rows.Count - side.Tail;
                var at = r < heads ? r < head ? r : -1 : r - heads >= tails - side.Tail ? head + (r - heads) - (tails - side.Tail) : -1;
                cells.AddRange(at < 0 ? Enumerable.Repeat(PrintedCell.Blank, side.Columns.Count) : side.Rows[at].Cells);
                isTotal |= at >= 0 && side.Rows[at].IsTotal;
            }

            rows.Add(new PrintedRow(cells, isTotal));
        }

        return rows;
    }
}
