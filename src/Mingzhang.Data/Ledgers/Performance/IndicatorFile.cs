using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers.Performance;

/// <summary>绩效指标.csv: an indicator a row, its target as data.</summary>
internal static class IndicatorFile
{
    private const int Project = 0, Term = 1, Goal = 2, Level1 = 3, Level2 = 4, Level3 = 5, Operator = 6, Number = 7, Unit = 8, Words = 9, BeforeLast = 10, Last = 11,
        Basis = 12, Weight = 13, Actual = 14, Score = 15;

    private static readonly IReadOnlyList<string> Levels = [.. IndicatorLevels.All.Select(l => l.Level1)];

    public static readonly LedgerForm Form = new(
        "绩效指标.csv",
        new("项目编码", Required: false), new("期限"), new("目标", Required: false), new("一级指标"), new("二级指标"), new("三级指标", Required: false),
        new("比较", Required: false), new("数值", Required: false), new("单位", Required: false), new("定性", Required: false), new("前年", Required: false), new("上年", Required: false),
        new("依据", Required: false), new("分值", Required: false), new("实际", Required: false), new("得分", Required: false));

    public static GoalIndicator Read(Sheet sheet, Lookup<Project> projects, Lookup<GoalTerm> terms, IReadOnlyList<PerformanceGoal> goals)
    {
        var indicator = new GoalIndicator(
            sheet.FindOptional(Project, projects)?.Code,
            sheet.Find(Term, terms),
            sheet.WholeNumber(Goal),
            sheet.RequiredText(Level1),
            sheet.RequiredText(Level2),
            sheet.OptionalText(Level3),
            Target(sheet),
            sheet.OptionalText(BeforeLast),
            sheet.OptionalText(Last),
            sheet.OptionalText(Basis),
            sheet.Decimal(Weight),
            sheet.OptionalText(Actual),
            sheet.Decimal(Score));
        if (indicator.Level1.Length > 0 && !Levels.Contains(indicator.Level1))
            sheet.Fault(Level1, $"应填{string.Join('、', Levels)}之一。");
        if (indicator.Goal is { } number && !goals.Any(g => g.ProjectCode == indicator.ProjectCode && g.Term == indicator.Term && g.Number == number))
            sheet.Fault(Goal, "绩效目标.csv 没有登记这个目标：请改正序号，或在绩效目标.csv 中登记。");
        if (indicator.Score > indicator.Weight)
            sheet.Fault(Score, $"得分高于分值{indicator.Weight}。");
        // What arithmetic cannot grade a person must.
        if (indicator is { Actual: { } actual, Weight: { } weight, Score: null } && IndicatorScore.Of(indicator.Target, actual, weight) is null)
            sheet.Fault(Score, "未填：定性指标、“左右”、未达到的零值，得分要由人评定后填写。");
        return indicator;
    }

    public static string?[] Cells(GoalIndicator i, string term) =>
    [
        i.ProjectCode, term, i.Goal?.ToString(CultureInfo.InvariantCulture), i.Level1, i.Level2, i.Level3, i.Target.Operator, Text(i.Target.Number), i.Target.Unit, i.Target.Words,
        i.BeforeLast, i.Last, i.Basis, Text(i.Weight), i.Actual, Text(i.Score),
    ];

    private static IndicatorTarget Target(Sheet sheet)
    {
        var (comparison, number, words) = (sheet.OptionalText(Operator), sheet.Decimal(Number), sheet.OptionalText(Words));
        if (comparison is not null && !IndicatorTarget.Operators.Contains(comparison))
            sheet.Fault(Operator, $"应填{string.Join(' ', IndicatorTarget.Operators)}之一，或空着（等于）。");
        if (words is null == sheet.OptionalText(Number) is null)
            sheet.Fault(Words, "定量的填“数值”，定性的填“定性”：两者要填一个，也只能填一个。");
        if (words is not null && (comparison ?? sheet.OptionalText(Unit)) is not null)
            sheet.Fault(Words, "定性指标没有比较和单位：请空着。");
        return new IndicatorTarget(comparison, number, sheet.OptionalText(Unit), words);
    }

    private static string? Text(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A number; null when the cell is empty.</summary>
    public static decimal? Decimal(this Sheet sheet, int column)
    {
        if (sheet.OptionalText(column) is not { } text)
            return null;
        if (FigureText.Parse(text) is { Value: >= 0, Decimals: <= 4 } figure)
            return figure.Value;
        sheet.Fault(column, "不是数：只填阿拉伯数字，最多四位小数，例如 95 或 2.5。");
        return null;
    }

    /// <summary>A whole number from 1; null when the cell is empty.</summary>
    public static int? WholeNumber(this Sheet sheet, int column)
    {
        if (sheet.OptionalText(column) is not { } text)
            return null;
        if (FigureText.Parse(text) is { Value: >= 1 and <= 9999, Decimals: 0 } figure)
            return (int)figure.Value;
        sheet.Fault(column, "应是整数，例如 1。");
        return null;
    }
}
