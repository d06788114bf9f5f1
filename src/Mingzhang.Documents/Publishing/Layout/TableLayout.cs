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

    // The sides stand beside each other; sums stand beside sums (本年收入合计 beside 本年支出合计), what lies between them from the top.
    private static List<PrintedRow> Abreast(List<SideLayout> sides)
    {
        var pieces = sides.Select(Pieces).ToList();
        var most = pieces.Max(p => p.Count);
        var rows = new List<PrintedRow>();
        for (var p = 0; p < most; p++)
        {
            // A side with fewer sums ends with the others; its items stand at the top all the same.
            var sums = pieces.Select(s => p - (most - s.Count) is >= 0 and var at ? s[at] : null).ToList();
            var items = p == 0 ? pieces.Select(s => s[0].Items).ToList() : sums.Select((s, i) => s is null || s == pieces[i][0] ? [] : s.Items).ToList();
            for (var r = 0; r < items.Max(i => i.Count); r++)
                rows.Add(Row([.. items.Select(i => i.ElementAtOrDefault(r))]));
            if (sums.Exists(s => s?.Sum is not null))
                rows.Add(Row([.. sums.Select(s => s?.Sum)]));
        }

        return rows;

        PrintedRow Row(IReadOnlyList<PrintedRow?> own) => new(
            [.. own.SelectMany((r, s) => r?.Cells ?? Enumerable.Repeat(PrintedCell.Blank, sides[s].Columns.Count))], own.Any(r => r is { IsTotal: true }));
    }

    // The items down to the first sum at the end of a side, then what stands between the sums; the last piece may have none.
    private static List<Piece> Pieces(SideLayout side)
    {
        var head = side.Rows.Count - side.Tail;
        var pieces = new List<Piece>();
        var items = side.Rows.Take(head).ToList();
        foreach (var row in side.Rows.Skip(head))
        {
            if (row.IsTotal)
            {
                pieces.Add(new Piece(items, row));
                items = [];
            }
            else
            {
                items.Add(row);
            }
        }

        if (items.Count > 0 || pieces.Count == 0)
            pieces.Add(new Piece(items, null));
        return pieces;
    }

    private sealed record Piece(IReadOnlyList<PrintedRow> Items, PrintedRow? Sum);
}
