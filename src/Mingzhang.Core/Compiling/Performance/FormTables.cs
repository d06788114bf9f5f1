using System.Globalization;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>Fields of the tables inside a performance form: group, name of the row, header of the column.</summary>
internal static class FormTables
{
    private static readonly Selector ProjectMoney = new([new SelectorCondition(Dimension.Category, ["项目支出"])]);

    public static IEnumerable<(string Key, string? Value)> Of(TablePart table, FormSubject subject)
    {
        foreach (var (name, values) in Rows(table, subject))
        {
            foreach (var column in table.Columns)
                yield return (table.Kind == "目标" ? name : table.FieldName(name, LayoutWords.Header(column.Header, subject.Year)), values(column.Source));
        }
    }

    private static IEnumerable<(string Name, Func<string, string?> Values)> Rows(TablePart table, FormSubject subject) => table.Kind switch
    {
        "构成" => table.Rows.Select(r => (r.Name, (Func<string, string?>)(c => Composition(table, r, subject, c)))),
        "资金" => table.Rows.Select(r => (r.Name, (Func<string, string?>)(_ => FieldValues.Amount(subject.Expenditure(r.Lines))))),
        "历年" => new[] { subject.Year - 2, subject.Year - 1 }.Select(y => (y.ToString(CultureInfo.InvariantCulture), (Func<string, string?>)(c => History(subject.Money(y), c)))),
        "项目" => Named([.. Projects(subject)]).Select(p => (p.Name, (Func<string, string?>)(c => Listed(p.Subject, c)))),
        "测算" => subject.Ledger.Performance.Costs.Where(c => c.ProjectCode == subject.Project?.Code).Select(l => (l.Content ?? l.Activity, (Func<string, string?>)(c => Cost(l, c)))),
        "目标" => Goals(table, subject).Select(g => (g.Name, (Func<string, string?>)(_ => g.Text))),
        "执行" => [("", c => Execution(table, subject, c))],
        "年中执行" => [("", c => MidYear(subject, c))],
        _ => throw new InvalidOperationException($"绩效表样的表“{table.Group}”没有编制办法：{table.Kind}。"),
    };

    private static string? Composition(TablePart table, LayoutRow row, FormSubject subject, string column)
    {
        switch (column)
        {
            case "前年":
                return FieldValues.Amount(subject.Money(subject.Year - 2, row.Name)?.SpentFen);
            case "上年":
                return FieldValues.Amount(subject.Money(subject.Year - 1, row.Name)?.SpentFen);
            case "占比":
                var side = row.Name.Split('/')[0] + "/";
                var whole = table.Rows.Last(r => r.Name.StartsWith(side, StringComparison.Ordinal));
                return FieldValues.Percent(subject.Sum(row.Lines), subject.Sum(whole.Lines));
            default:
                return FieldValues.Amount(subject.Sum(row.Lines));
        }
    }

    private static string? History(PerformanceMoney? money, string column) => column switch
    {
        "预算数" => FieldValues.Amount(money?.BudgetFen),
        "执行数" => FieldValues.Amount(money?.SpentFen),
        _ => FieldValues.Percent(money?.SpentFen, money?.BudgetFen),
    };

    private static IEnumerable<FormSubject> Projects(FormSubject whole) =>
        whole.Ledger.Projects.Select(whole.Of).Where(s => s.Expenditure(ProjectMoney) != 0);

    // Projects of one name are told apart by their unit, those of one unit by their code.
    private static IEnumerable<(string Name, FormSubject Subject)> Named(IReadOnlyList<FormSubject> subjects)
    {
        foreach (var own in subjects)
        {
            var project = own.Project!;
            var alike = subjects.Where(s => s.Project!.Name == project.Name).ToList();
            var name = alike.Count == 1 ? project.Name : alike.Count(s => s.Project!.UnitCode == project.UnitCode) == 1 ? $"{project.Name}（{own.UnitName}）" : $"{project.Name}（{project.Code}）";
            yield return (name, own);
        }
    }

    private static string? Listed(FormSubject project, string column) => column switch
    {
        "支出项目类别" => project.Project!.GroupName,
        "项目总预算" or "项目本年度预算" or "项目当年预算" => FieldValues.Amount(project.Expenditure()),
        // What a project is for is told once: the narrative and the forms print the same words.
        LayoutWords.Use => project.Use,
        _ => null,
    };

    private static string? Cost(CostLine line, string column) => column switch
    {
        "项目活动" => line.Content is null ? null : line.Activity,
        "支出经济分类" => line.Economic,
        "金额" => FieldValues.Amount(line.Fen),
        _ => line.Basis,
    };

    private static IEnumerable<(string Name, string Text)> Goals(TablePart table, FormSubject subject) =>
        table.Rows.Zip([GoalTerm.LongTerm, GoalTerm.Annual]).SelectMany(r => subject.Goals(r.Second).Select(g => (r.First.Name + g.Number.ToString(CultureInfo.InvariantCulture), g.Text)));

    private static string? MidYear(FormSubject subject, string column)
    {
        var figures = ExecutionFigures.OfMidYear(subject.Ledger, subject.Project);
        return column switch
        {
            "预算数" => FieldValues.Amount(figures.BudgetFen),
            "执行数" => FieldValues.Amount(figures.SpentFen),
            "执行率" => FieldValues.Percent(figures.SpentFen, figures.BudgetFen),
            _ => FieldValues.Amount(subject.Money(subject.Year, ExecutionFigures.Expected)?.SpentFen),
        };
    }

    private static string? Execution(TablePart table, FormSubject subject, string column) => column switch
    {
        "预算数" => FieldValues.Amount(subject.Budget),
        "执行数" => FieldValues.Amount(subject.Spent),
        "执行率" => FieldValues.Percent(subject.Spent, subject.Budget),
        _ => table.Weight is { } weight && subject.Evaluation.Execution.Score(weight) is { } score ? FieldValues.Score(score) : null,
    };
}
