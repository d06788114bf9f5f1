using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Comparing;

/// <summary>
/// Compares the tables of two documents cell by cell (逐格比对). Tables, rows and columns are matched by what they are in
/// their forms, so that a differently printed header is no difference; a blank is equal to a printed zero, and an amount in
/// 元 to the same amount in 万元.
/// </summary>
public static class DisclosureComparer
{
    /// <summary>Compares.</summary>
    /// <param name="first">One document.</param>
    /// <param name="second">The other.</param>
    /// <param name="editions">All editions.</param>
    public static DisclosureComparison Compare(Disclosure first, Disclosure second, IReadOnlyList<Edition> editions)
    {
        var left = Tables(first, editions);
        var right = Tables(second, editions);
        var differences = new List<CellDifference>();
        var same = 0;
        foreach (var (id, cells) in left.Items)
        {
            var others = right.Find(id);
            foreach (var (place, cell) in cells.Items)
                Judge(cell, others?.Find(place), others is null);
            foreach (var (place, cell) in others?.Items ?? [])
            {
                if (cells.Find(place) is null)
                    Judge(null, cell, false);
            }
        }

        foreach (var (id, cells) in right.Items)
        {
            if (left.Find(id) is not null)
                continue;
            foreach (var (_, cell) in cells.Items)
                Judge(null, cell, true);
        }

        return new DisclosureComparison(differences, same);

        void Judge(PlacedCell? a, PlacedCell? b, bool isWholeTable)
        {
            if (AreSame(a, b))
            {
                same++;
                return;
            }

            var kind = a is null ? DifferenceKind.OnlySecond : b is null ? DifferenceKind.OnlyFirst : DifferenceKind.Different;
            var named = a ?? b!;
            differences.Add(new CellDifference(
                kind, named.Statement.Title, named.Row.Key, named.Row.Name, named.Cell.Column, a?.Cell.Text, b?.Cell.Text, isWholeTable));
        }
    }

    private static bool AreSame(PlacedCell? a, PlacedCell? b)
    {
        if (a is null || b is null)
            return (a ?? b)!.Cell.Figure is { Value: 0m };
        if (a.Cell.Text is null || b.Cell.Text is null)
            return a.Cell.Text is null && b.Cell.Text is null;
        if (a.Cell.Figure is { } left && b.Cell.Figure is { } right)
            return a.InYuan(left, b.Unit) == b.InYuan(right, a.Unit);
        return a.Cell.Figure is null && b.Cell.Figure is null && NameText.Normal(a.Cell.Text) == NameText.Normal(b.Cell.Text);
    }

    private static Ordered<Ordered<PlacedCell>> Tables(Disclosure disclosure, IReadOnlyList<Edition> editions)
    {
        var tables = new Ordered<Ordered<PlacedCell>>();
        foreach (var bound in EditionChooser.Choose(disclosure, editions).Statements)
            tables.Add(bound.Form?.Id ?? TitleMatcher.Core(bound.Statement.Title), Cells(bound));
        return tables;
    }

    private static Ordered<PlacedCell> Cells(BoundStatement bound)
    {
        var cells = new Ordered<PlacedCell>();
        var unit = Units.Parse(bound.Statement.Unit ?? "") ?? bound.Form?.Unit ?? Unit.None;
        foreach (var row in bound.Rows)
        {
            var side = row.Side?.KeyPrefix ?? "";
            var name = row.Item is not null ? side + row.Item.Id : row.Role == RowRole.Total ? side + "合计" : row.Code is not null ? side + row.Code : NameText.Normal(row.Row.Key);
            foreach (var cell in row.Row.Cells)
                cells.Add(name + "\n" + (bound.Column(row.Side, cell.Column)?.Id ?? NameText.Normal(cell.Column.Text)), new PlacedCell(bound.Statement, unit, row.Row, cell));
        }

        return cells;
    }

    private sealed record PlacedCell(Statement Statement, Unit Unit, StatementRow Row, Cell Cell)
    {
        // Numbers are compared as printed unless both tables name a unit of money and not the same.
        public decimal InYuan(Figure figure, Unit other) =>
            figure.Value * (Unit is Unit.Yuan or Unit.WanYuan && other is Unit.Yuan or Unit.WanYuan ? Unit.InYuan() : 1m);
    }

    // Things by name in their order; the second of a name is its own thing.
    private sealed class Ordered<T>
        where T : class
    {
        private readonly Dictionary<string, T> _byName = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        public List<(string Name, T Thing)> Items { get; } = [];

        public T? Find(string name) => _byName.GetValueOrDefault(name);

        public void Add(string name, T thing)
        {
            var count = _counts[name] = _counts.GetValueOrDefault(name) + 1;
            if (count > 1)
                name += "\n#" + count.ToString(CultureInfo.InvariantCulture);
            _byName.Add(name, thing);
            Items.Add((name, thing));
        }
    }
}
