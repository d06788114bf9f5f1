using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling;

/// <summary>Rows by project: under units and kinds of project, or one row for each functional code and project.</summary>
internal static class ProjectPivot
{
    public static IEnumerable<StatementRow> Rows(SideSheet sheet, ProjectRows rows, LineTable lines)
    {
        var tests = sheet.Tests(lines, Selector.Everything);
        var any = lines.Compile(sheet.Form.Lines, sheet.Stage);
        var sums = new Dictionary<(int Project, int Function), long[]>();
        var total = new long[tests.Length];
        foreach (var line in lines.Lines)
        {
            if (line.Project < 0 || !any.Accepts(line))
                continue;
            var key = (line.Project, rows.ByFunction ? line.Function : -1);
            if (!sums.TryGetValue(key, out var sum))
                sums[key] = sum = new long[tests.Length];
            for (var c = 0; c < tests.Length; c++)
            {
                if (!tests[c].Accepts(line))
                    continue;
                sum[c] += line.Fen;
                total[c] += line.Fen;
            }
        }

        // A total without a label is still known by its meaning.
        var first = sheet.Row("合计", rows.Total, 0, total);
        return rows.ByFunction
            ? [first, .. ByFunction(sheet, lines, sums)]
            : [first, .. ByUnit(sheet, lines, sums)];
    }

    private static IEnumerable<StatementRow> ByFunction(SideSheet sheet, LineTable lines, Dictionary<(int Project, int Function), long[]> sums)
    {
        foreach (var ((index, function), fen) in sums)
        {
            var project = lines.Projects[index];
            var code = function < 0 ? null : lines.Functions.Items[function];
            yield return sheet.Row($"{code?.Code}/{project.Name}", project.Name, 1, fen, field => field switch
            {
                "功能名称" => code?.Name,
                "一级项目" => project.ParentName ?? project.Name,
                _ => null,
            });
        }
    }

    private static IEnumerable<StatementRow> ByUnit(SideSheet sheet, LineTable lines, Dictionary<(int Project, int Function), long[]> sums)
    {
        var tree = new UnitTree(lines.Units);
        var byUnit = Enumerable.Range(0, lines.Projects.Count)
            .Where(p => sums.ContainsKey((p, -1)))
            .ToLookup(p => lines.Projects[p].UnitCode);
        foreach (var (unit, level) in tree.InOrder())
        {
            var whole = new long[sheet.Amounts.Length];
            foreach (var below in tree.SelfAndBelow(unit))
            {
                foreach (var project in byUnit[lines.Units[below].Code])
                    UnitPivot.Add(whole, sums[(project, -1)]);
            }

            yield return sheet.Row(lines.Units[unit].Code, lines.Units[unit].Name, level, whole);
            // Projects of no kind stand right below the unit: after a kind they would seem to be part of it.
            foreach (var group in byUnit[lines.Units[unit].Code].GroupBy(p => (lines.Projects[p].GroupCode, lines.Projects[p].GroupName)).OrderBy(g => g.Key.GroupCode is not null))
            {
                foreach (var row in Group(sheet, lines, sums, [.. group], lines.Units[unit], level + 1))
                    yield return row;
            }
        }
    }

    private static IEnumerable<StatementRow> Group(
        SideSheet sheet, LineTable lines, Dictionary<(int Project, int Function), long[]> sums, int[] projects, BudgetUnit unit, int level)
    {
        var first = lines.Projects[projects[0]];
        if (first.GroupCode is { } code)
        {
            var whole = new long[sheet.Amounts.Length];
            foreach (var project in projects)
                UnitPivot.Add(whole, sums[(project, -1)]);
            yield return sheet.Row(code, first.GroupName ?? code, level, whole);
            level++;
        }

        foreach (var index in projects)
        {
            var project = lines.Projects[index];
            yield return sheet.Row(project.Code, project.Name, level, sums[(index, -1)], field => field == "单位" ? unit.Name : null);
        }
    }
}
