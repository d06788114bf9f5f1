using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Auditing;

/// <summary>
/// Makes a consistent document: tables whose rows are a tree (total > 类 > 款 > 项) and whose columns are a total of
/// one subtotal with two parts and further columns; rows of the first table are printed again elsewhere.
/// </summary>
internal sealed class ConsistentSystem
{
    private const int Decimals = 2;
    private readonly DeterministicRandom _random;
    private readonly bool _rounded;
    private readonly List<FigureNode> _figures = [];
    private readonly List<Relation> _relations = [];
    private readonly List<(int Parent, decimal[] Exact)> _rows = [];

    private ConsistentSystem(ulong seed, bool rounded) => (_random, _rounded) = (new DeterministicRandom(seed), rounded);

    /// <summary>Makes one.</summary>
    /// <param name="seed">Decides everything else.</param>
    /// <param name="rounded">Exact values have four decimals and each figure is rounded by itself, so that sums hold by rounding only.</param>
    /// <param name="rows">About how many rows of the finest level.</param>
    internal static RelationSystem Make(ulong seed, bool rounded, int rows)
    {
        var made = new ConsistentSystem(seed, rounded);
        made.Tree(rows);
        var width = 4 + made._random.Next(4);
        made.Fill(width);
        made.Table(0, width, blanks: made._random.Next(2) == 0, trimmed: made._random.Next(3) == 0);
        made.Copies(1, width);
        return new RelationSystem(made._figures.ToArray(), made._relations.ToArray());
    }

    private void Tree(int leaves)
    {
        _rows.Add((-1, []));
        while (leaves > 0)
        {
            var top = Add(0);
            for (var k = 1 + _random.Next(3); k > 0 && leaves > 0; k--)
            {
                var middle = Add(top);
                for (var x = 1 + _random.Next(4); x > 0 && leaves > 0; x--, leaves--)
                    Add(middle);
            }
        }

        int Add(int parent)
        {
            _rows.Add((parent, []));
            return _rows.Count - 1;
        }
    }

    // Columns: 0 total, 1 subtotal, 2 and 3 its parts, the rest beside the subtotal.
    private void Fill(int width)
    {
        for (var r = _rows.Count - 1; r >= 0; r--)
        {
            var exact = new decimal[width];
            var children = Enumerable.Range(0, _rows.Count).Where(c => _rows[c].Parent == r).ToList();
            for (var c = 2; c < width; c++)
                exact[c] = children.Count > 0 ? children.Sum(x => _rows[x].Exact[c]) : _random.Next(3) == 0 ? 0m : Amount();
            exact[1] = exact[2] + exact[3];
            exact[0] = exact[1] + exact[4..].Sum();
            _rows[r] = (_rows[r].Parent, exact);
        }
    }

    private decimal Amount()
    {
        var digits = 2 + _random.Next(_rounded ? 7 : 5);
        var scale = 1;
        for (var d = 0; d < digits; d++)
            scale *= 10;
        return (1 + _random.Next(scale)) / (_rounded ? 10_000m : 100m);
    }

    private void Table(int table, int width, bool blanks, bool trimmed)
    {
        for (var r = 0; r < _rows.Count; r++)
        {
            for (var c = 0; c < width; c++)
                Cell(_rows[r].Exact[c], table, r, c, blanks, trimmed);
            Sum(r * width, [(r * width) + 1, .. Enumerable.Range((r * width) + 4, width - 4)]);
            Sum((r * width) + 1, [(r * width) + 2, (r * width) + 3]);
        }

        foreach (var children in Enumerable.Range(1, _rows.Count - 1).GroupBy(r => _rows[r].Parent))
        {
            for (var c = 0; c < width; c++)
                Sum((children.Key * width) + c, [.. children.Select(x => (x * width) + c)]);
        }
    }

    private void Copies(int table, int width)
    {
        var line = 0;
        for (var r = 0; r < _rows.Count; r++)
        {
            if (_rows[r].Parent > 0)
                continue;
            for (var c = 0; c < 2; c++)
            {
                _relations.Add(new Relation("copy", [new Term((r * width) + c, 1m), new Term(_figures.Count, -1m)], isCopy: true));
                Cell(_rows[r].Exact[c], table, line, c, blanks: false, trimmed: false);
            }

            line++;
        }
    }

    private void Cell(decimal exact, int table, int row, int column, bool blanks, bool trimmed)
    {
        var value = Precision.Round(exact, Decimals);
        var printed = trimmed ? value % 1m == 0m ? 0 : value * 10m % 1m == 0m ? 1 : 2 : Decimals;
        _figures.Add(new FigureNode(value, printed, Decimals, blanks && exact == 0m ? FigureState.Blank : FigureState.Printed, table, row, column));
    }

    private void Sum(int total, int[] parts) =>
        _relations.Add(new Relation("sum", [new Term(total, 1m), .. parts.Select(p => new Term(p, -1m))]));
}
