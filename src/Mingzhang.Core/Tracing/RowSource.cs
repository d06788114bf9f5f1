using Mingzhang.Core.Compiling;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Tracing;

/// <summary>What a row asks of ledger lines (行的取数条件): a selector, and for units and projects, which no selector knows, a test.</summary>
/// <param name="Lines">The selector.</param>
/// <param name="Words">The test in words; null when there is none.</param>
/// <param name="Accepts">The test.</param>
internal sealed record RowSource(Selector Lines, TraceCondition? Words, Func<Line, bool> Accepts)
{
    private const string UnitWord = "单位";
    private const string ProjectWord = "项目";

    /// <summary>What a row of a pivot asks; null when the row is not known.</summary>
    /// <param name="bound">The statement, bound to its form.</param>
    /// <param name="row">Index of the row.</param>
    /// <param name="lines">All lines.</param>
    /// <param name="any">Which lines enter the table at all.</param>
    public static RowSource? Of(BoundStatement bound, int row, LineTable lines, LineTest any) => bound.Rows[row].Side!.Rows switch
    {
        SingleRow => Everything,
        ItemRows => bound.Rows[row].Item is { } item ? new RowSource(item.Lines, null, _ => true) : null,
        TreeRows tree => Tree(bound.Rows[row], tree),
        UnitRows => bound.Rows[row].Role == RowRole.Total ? Everything : UnitAndBelow(bound.Rows[row].Row.Key, lines),
        ProjectRows projects => Projects(bound, row, projects, lines, any),
        _ => null,
    };

    private static RowSource Everything => new(Selector.Everything, null, _ => true);

    private static RowSource? Tree(BoundRow row, TreeRows tree)
    {
        if (row.Role == RowRole.Total)
            return tree.Roots.Count == 0 ? Everything : new RowSource(new Selector([new SelectorCondition(tree.Dimension, tree.Roots)]), null, _ => true);
        return row.Code is { } code ? new RowSource(new Selector([new SelectorCondition(tree.Dimension, [code])]), null, _ => true) : null;
    }

    private static RowSource? UnitAndBelow(string code, LineTable lines)
    {
        var unit = UnitIndex(code, lines);
        if (unit < 0)
            return null;
        var below = new UnitTree(lines.Units).SelfAndBelow(unit).ToHashSet();
        return new RowSource(Selector.Everything, new TraceCondition(TracePart.Row, UnitWord, [$"{code} {lines.Units[unit].Name}"]), line => below.Contains(line.Unit));
    }

    private static RowSource? Projects(BoundStatement bound, int row, ProjectRows rows, LineTable lines, LineTest any)
    {
        var own = bound.Rows[row];
        if (own.Role == RowRole.Total)
            return new RowSource(Selector.Everything, null, line => line.Project >= 0);
        var key = own.Row.Key;
        if (rows.ByFunction)
            return ByFunction(key, bound.Rows.Take(row).Count(r => r.Row.Key == key), lines, any);
        if (UnitIndex(key, lines) >= 0 && UnitAndBelow(key, lines) is { } unit)
        {
            // A unit's sum is that of the projects it executes, whoever's money it is.
            var below = new UnitTree(lines.Units).SelfAndBelow(UnitIndex(key, lines)).Select(u => lines.Units[u].Code).ToHashSet(StringComparer.Ordinal);
            return unit with { Accepts = line => line.Project >= 0 && below.Contains(lines.Projects[line.Project].UnitCode) };
        }

        if (lines.Projects.FirstOrDefault(p => p.Code == key) is { } project)
            return new RowSource(Selector.Everything, new TraceCondition(TracePart.Row, ProjectWord, [$"{project.Code} {project.Name}"]), line => line.Project >= 0 && lines.Projects[line.Project].Code == key);
        // A kind of projects belongs to the unit above it.
        var owner = Enumerable.Range(0, row).Reverse().Select(r => bound.Rows[r].Row.Key).FirstOrDefault(k => UnitIndex(k, lines) >= 0);
        return owner is null ? null : new RowSource(
            Selector.Everything,
            new TraceCondition(TracePart.Row, ProjectWord, [$"{owner} 的“{own.Row.Name}”"]),
            line => line.Project >= 0 && lines.Projects[line.Project].UnitCode == owner && lines.Projects[line.Project].GroupCode == key);
    }

    // Projects of one name have rows of one key, in the order in which the ledger first pays them.
    private static RowSource? ByFunction(string key, int before, LineTable lines, LineTest any)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return null;
        var (code, name) = (key[..slash], key[(slash + 1)..]);
        var function = code.Length == 0 ? -1 : lines.Functions.Find(code)?.Index ?? -1;
        var project = lines.Lines.Where(l => l.Project >= 0 && l.Function == function && any.Accepts(l) && lines.Projects[l.Project].Name == name)
            .Select(l => l.Project).Distinct().Skip(before).DefaultIfEmpty(-1).First();
        if (project < 0)
            return null;
        var selector = code.Length == 0 ? Selector.Everything : new Selector([new SelectorCondition(Dimension.Function, [code])]);
        return new RowSource(
            selector, new TraceCondition(TracePart.Row, ProjectWord, [$"{lines.Projects[project].Code} {name}"]), line => line.Project == project && line.Function == function);
    }

    private static int UnitIndex(string code, LineTable lines)
    {
        for (var u = 0; u < lines.Units.Count; u++)
        {
            if (lines.Units[u].Code == code)
                return u;
        }

        return -1;
    }
}
