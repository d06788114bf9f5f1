using System.Globalization;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>Values of the labelled fields of a performance form.</summary>
internal static class FieldValues
{
    private static readonly Selector Appropriation = new([new SelectorCondition(Dimension.Fund, ["财政拨款"])]);

    public static string? Of(LayoutField field, FormSubject subject, PerformanceLayout layout) => field.Source switch
    {
        LayoutWords.Entry => subject.Entry(field.Label),
        "机构" => subject.Ledger.Settings.Agency,
        "项目名称" => subject.Project?.Name ?? subject.Merged?.Name,
        "项目编码" => subject.Project?.Code,
        "项目单位" => subject.UnitName,
        "项目分组" => subject.Project?.GroupName,
        "预算数" => Amount(subject.Budget),
        "财政拨款" => Amount(subject.Expenditure(Appropriation)),
        "其他资金" => Amount(subject.Expenditure() - subject.Expenditure(Appropriation)),
        "总分" => Total(subject, layout),
        "长期目标" => Goals(subject, GoalTerm.LongTerm),
        "年度目标" => Goals(subject, GoalTerm.Annual),
        "汇总项目" => subject.Members,
        "监控原因" => subject.Causes(MeasureTime.MidYear).FirstOrDefault(c => c.Indicator is null) is { } cause ? $"{cause.Kind}：{cause.Cause}" : null,
        "监控措施" => string.Join('；', subject.Causes(MeasureTime.MidYear).Where(c => c.Remedy is not null).Select(c => c.Remedy)),
        _ => throw new InvalidOperationException($"绩效表样的“{field.Source}”没有取数办法。"),
    };

    /// <summary>An amount in 万元 with two decimals.</summary>
    public static string? Amount(long? fen) => fen is { } known ? FigureText.Format(known / 1_000_000m, 2) : null;

    /// <summary>A share in percent with two decimals; null where the base is zero.</summary>
    public static string? Percent(long? part, long? whole) => part is { } p && whole is > 0 ? FigureText.Format(100m * p / whole.Value, 2) + "%" : null;

    /// <summary>A score without trailing zeros.</summary>
    public static string Score(decimal score) => score.ToString("0.##", CultureInfo.InvariantCulture);

    // Only a form in which nothing is missing adds up.
    private static string? Total(FormSubject subject, PerformanceLayout layout)
    {
        var weight = layout.Parts.OfType<TablePart>().Select(p => p.Weight).FirstOrDefault(w => w is not null);
        var execution = weight is { } points ? subject.Evaluation.Execution.Score(points) : 0m;
        var scores = subject.Indicators(GoalTerm.Annual).Select(i => i.Score).ToList();
        return execution is { } own && scores.Count > 0 && scores.TrueForAll(s => s is not null) ? Score(own + scores.Sum(s => s!.Value)) : null;
    }

    private static string? Goals(FormSubject subject, GoalTerm term)
    {
        var goals = subject.Goals(term).ToList();
        return goals.Count switch
        {
            0 => null,
            1 => goals[0].Text,
            _ => string.Join('；', goals.Select(g => string.Create(CultureInfo.InvariantCulture, $"目标{g.Number}：{g.Text.TrimEnd('。', '；')}"))) + "。",
        };
    }
}
