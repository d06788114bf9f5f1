using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>A project as the project table shows it (项目支出表中的项目).</summary>
/// <param name="Table">Title of the table.</param>
/// <param name="Code">项目编码; null when the table shows none.</param>
/// <param name="Name">项目名称.</param>
/// <param name="Amount">合计 in 万元; null when it could not be read.</param>
/// <param name="At">Where it stands.</param>
internal sealed record TableProject(string Table, string? Code, string Name, decimal? Amount, Place At)
{
    /// <summary>The projects of the project table; with codes, only those of the kinds that have goals (特定目标类, 其他运转类).</summary>
    public static IReadOnlyList<TableProject> All(RuleContext context)
    {
        var result = new List<TableProject>();
        foreach (var bound in context.Document.Figures.Statements)
        {
            if (bound.Form?.Id != "项目支出表" || bound.Statement.Unit is "元")
                continue;
            foreach (var row in bound.Statement.Rows)
            {
                var coded = ProjectCode.TryParse(row.Key, out var code, out _);
                if ((!coded && !row.Key.Contains('/', StringComparison.Ordinal)) || (coded && code!.Kind == ProjectKind.Personnel))
                    continue;
                var total = row.Cells.FirstOrDefault(c => c.Figure is not null && c.Sure);
                result.Add(new TableProject(bound.Statement.Title, coded ? row.Key : null, row.Name, total?.Figure?.Value, (row.Cells.Count > 0 ? row.Cells[0] : total)?.At ?? bound.Statement.At));
            }
        }

        return result;
    }

    /// <summary>The project of the table that a form is about: by name, else by code, else by amount and a like name; null when none is.</summary>
    public static TableProject? Of(ProjectForm form, IReadOnlyList<TableProject> projects)
    {
        var name = NameText.Normal(form.Name);
        return projects.FirstOrDefault(p => NameText.Normal(p.Name) == name)
            ?? (form.Code is { } code ? projects.FirstOrDefault(p => p.Code == code && Alike(p.Name, form.Name)) : null)
            ?? projects.FirstOrDefault(p => p.Amount is { } amount && form.Budget is { } budget && budget.Agrees(amount) && Alike(p.Name, form.Name));
    }

    /// <summary>Whether two names may stand for one project.</summary>
    public static bool Alike(string left, string right)
    {
        var (a, b) = (NameText.Normal(left), NameText.Normal(right));
        // What stands behind a dash (用途、科室) is left out where the name is shortened.
        return Math.Max(NameText.Likeness(a, b), NameText.Likeness(Stem(a), Stem(b))) >= 500;
    }

    private static string Stem(string name) => name.IndexOfAny(['-', '－', '—']) is > 4 and var dash ? name[..dash] : name;
}
