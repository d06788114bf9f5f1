using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Data.Intake;

/// <summary>A project as a published table prints it.</summary>
internal sealed record FirstProject(string Key, string Name, string? Group, string? GroupName, string? Parent, string? Category)
{
    /// <summary>Whether it is basic expenditure, whose lines come from other tables.</summary>
    public bool IsBasic => Category is "人员类" or "公用经费";
}

/// <summary>Projects and their lines from the table of projects (项目支出表). A project whose code is not printed goes by its name until a person gives the code.</summary>
internal static class FirstProjects
{
    /// <summary>What stands for the project of personnel costs and that of running costs until a person gives their codes.</summary>
    public const string Personnel = "人员经费", Running = "公用经费";

    private const int ShortestCode = 15;

    /// <summary>The projects in their order, and the lines of those that are project expenditure.</summary>
    /// <param name="bound">The table.</param>
    /// <param name="cells">Its finest cells.</param>
    /// <param name="runningFen">公用经费 in 分 by the table of basic expenditure.</param>
    public static (IReadOnlyList<FirstProject> Projects, IReadOnlyList<FirstLine> Lines) Of(BoundStatement bound, IReadOnlyList<PublishedCell> cells, long runningFen)
    {
        var nodes = cells.Where(c => c.Row.Role == RowRole.Node).Select(c => (Cell: c, Project: Project(bound, c))).ToList();
        // Projects of letter Y are running costs or other operations; where the table lists all projects their sum tells.
        var operating = nodes.Where(n => n.Project.Category is "其他运转类" or "公用经费").ToList();
        var areRunning = nodes.Exists(n => n.Project.Category == "人员类") && Math.Abs(operating.Sum(n => n.Cell.Fen) - runningFen) <= DraftNotes.RoundingFen * (operating.Count + 1);
        var projects = new Dictionary<string, FirstProject>(StringComparer.Ordinal);
        var lines = new List<FirstLine>();
        foreach (var (cell, printed) in nodes)
        {
            var project = areRunning && printed.Category == "其他运转类" ? printed with { Category = "公用经费" } : printed;
            projects.TryAdd(project.Key, project);
            if (project.IsBasic)
                continue;
            var slash = cell.Row.Row.Key.IndexOf('/', StringComparison.Ordinal);
            var function = slash == 7 ? cell.Row.Row.Key[..slash] : null;
            lines.Add(new FirstLine(project.Key, project.Category, function, null, cell.Of(Dimension.Fund), cell.Of(Dimension.MoneyYear), cell.Fen));
        }

        return ([.. projects.Values], lines);
    }

    private static FirstProject Project(BoundStatement bound, PublishedCell cell)
    {
        var row = cell.Row;
        var name = Text(bound, row, "名称") ?? row.Row.Name;
        var slash = row.Row.Key.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && row.Row.Key.Length > slash + 1)
            name = row.Row.Key[(slash + 1)..];
        var code = row.Row.Key.Length >= ShortestCode && slash < 0 && row.Row.Key.All(char.IsAsciiLetterOrDigit) ? row.Row.Key : null;
        var group = row.Parent >= 0 && bound.Rows[row.Parent] is { Role: RowRole.Node, Depth: > 10 and < 100 } above ? above.Row : null;
        return new FirstProject(code ?? name, name, group?.Key, group?.Name, Text(bound, row, "一级项目"), CategoryOf(code, cell.Of(Dimension.Category), group?.Name ?? "", name));
    }

    private static string? CategoryOf(string? code, string? table, string group, string name)
    {
        if (code is not null && ProjectCode.TryParse(code, out var parsed, out _))
        {
            return parsed.Kind switch
            {
                ProjectKind.Personnel => "人员类",
                ProjectKind.SpecificTarget => "特定目标类",
                _ => (group + name).Contains("公用", StringComparison.Ordinal) ? "公用经费" : "其他运转类",
            };
        }

        if (group.Contains("人员", StringComparison.Ordinal))
            return "人员类";
        if (group.Contains("公用", StringComparison.Ordinal))
            return "公用经费";
        return table is "其他运转类" or "特定目标类" ? table : null;
    }

    private static string? Text(BoundStatement bound, BoundRow row, string shows) =>
        row.Row.Cells.FirstOrDefault(c => c.Figure is null && bound.Column(row.Side, c.Column)?.Text == shows)?.Text is { Length: > 0 } text ? TightText.Of(text) : null;
}
