using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling;

/// <summary>Rows by unit: the total, the department, its units.</summary>
internal static class UnitPivot
{
    public static IEnumerable<StatementRow> Rows(SideSheet sheet, UnitRows rows, LineTable lines)
    {
        var sums = Sums(sheet, lines);
        var tree = new UnitTree(lines.Units);
        var total = new long[sheet.Amounts.Length];
        for (var u = 0; u < sums.Length; u++)
        {
            Add(total, sums[u]);
        }

        yield return sheet.Row(rows.Total, rows.Total, 0, total);
        foreach (var (unit, level) in tree.InOrder())
        {
            var whole = new long[sheet.Amounts.Length];
            foreach (var below in tree.SelfAndBelow(unit))
                Add(whole, sums[below]);
            yield return sheet.Row(lines.Units[unit].Code, lines.Units[unit].Name, level, whole);
        }
    }

    internal static void Add(long[] to, long[]? what)
    {
        for (var c = 0; what is not null && c < to.Length; c++)
            to[c] += what[c];
    }

    private static long[]?[] Sums(SideSheet sheet, LineTable lines)
    {
        var tests = sheet.Tests(lines, Selector.Everything);
        var sums = new long[lines.Units.Count][];
        foreach (var line in lines.Lines)
        {
            for (var c = 0; c < tests.Length; c++)
            {
                if (tests[c].Accepts(line))
                    (sums[line.Unit] ??= new long[tests.Length])[c] += line.Fen;
            }
        }

        return sums;
    }
}

/// <summary>The tree of units, by index.</summary>
internal sealed class UnitTree
{
    private readonly IReadOnlyList<BudgetUnit> _units;
    private readonly ILookup<string?, int> _below;

    public UnitTree(IReadOnlyList<BudgetUnit> units)
    {
        _units = units;
        _below = Enumerable.Range(0, units.Count).ToLookup(i => units[i].ParentCode);
    }

    /// <summary>Every unit after the one above it, with its depth from 1.</summary>
    public IEnumerable<(int Unit, int Level)> InOrder() => Walk(null, 1);

    /// <summary>The unit and all below it.</summary>
    public IEnumerable<int> SelfAndBelow(int unit)
    {
        yield return unit;
        foreach (var child in _below[_units[unit].Code])
        {
            foreach (var deeper in SelfAndBelow(child))
                yield return deeper;
        }
    }

    private IEnumerable<(int Unit, int Level)> Walk(string? parent, int level)
    {
        foreach (var unit in _below[parent])
        {
            yield return (unit, level);
            foreach (var deeper in Walk(_units[unit].Code, level + 1))
                yield return deeper;
        }
    }
}
