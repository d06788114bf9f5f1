using System.Globalization;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Data.Ledgers.Records;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers.Performance;

/// <summary>What is recorded of performance while a year runs and after it: 绩效监测.csv, 偏差原因.csv, 绩效结果应用.csv.</summary>
internal static class YearFiles
{
    private const int Project = 0;

    public static readonly LedgerForm Measurements = new(
        "绩效监测.csv",
        new("项目编码", Required: false), new("指标"), new("二级指标", Required: false), new("时点"), new("日期", Required: false), new("完成值", Required: false), new("取数", Required: false),
        new("等次", Required: false), new("得分", Required: false), new("全年预计", Required: false), new("完成可能性", Required: false), new("材料", Required: false), new("填报人", Required: false), new("记录数", Required: false));

    public static readonly LedgerForm Causes = new(
        "偏差原因.csv",
        new("项目编码", Required: false), new("时点"), new("指标", Required: false), new("类别"), new("原因"), new("改进措施", Required: false), new("调减分", Required: false));

    public static readonly LedgerForm Uses = new(
        "绩效结果应用.csv",
        new("项目编码", Required: false), new("项目名称"), new("评价年度"), new("得分"), new("措施"), new("核减(元)", Required: false), new("理由", Required: false));

    private static readonly Lookup<MeasureTime> Times = new(text => text switch
    {
        MidYear => Answer<MeasureTime>.Of(MeasureTime.MidYear),
        YearEnd => Answer<MeasureTime>.Of(MeasureTime.YearEnd),
        _ => Answer<MeasureTime>.Wrong($"应填“{MidYear}”或“{YearEnd}”。"),
    });

    private const string MidYear = "年中", YearEnd = "年末";

    public static Measurement ReadMeasurement(Sheet sheet, Lookup<Project> projects, IReadOnlyList<GoalIndicator> indicators)
    {
        const int indicator = 1, level2 = 2, time = 3, date = 4, value = 5, query = 6, band = 7, score = 8, expected = 9, prospect = 10, evidence = 11, by = 12, count = 13;
        var record = new Measurement(
            sheet.FindOptional(Project, projects)?.Code,
            sheet.RequiredText(indicator),
            sheet.OptionalText(level2),
            sheet.Find(time, Times),
            Day(sheet, date),
            sheet.OptionalText(value),
            sheet.OptionalText(query),
            sheet.FindOptional(band, RecordLookups.Words(Measurement.Bands)),
            sheet.Decimal(score),
            sheet.OptionalText(expected),
            sheet.FindOptional(prospect, RecordLookups.Words(Measurement.Prospects)),
            sheet.OptionalText(evidence),
            sheet.OptionalText(by),
            sheet.WholeNumber(count));
        var named = indicators.Where(i => MeasuredIndicators.IsOf(record, i)).ToList();
        if (record.Indicator.Length > 0 && sheet.IsSound && named.Count != 1)
        {
            sheet.Fault(indicator, named.Count == 0
                ? $"绩效指标.csv 里没有这个年度指标{Near(record, indicators)}：请照三级指标的名称填写（没有三级指标的填二级指标）。"
                : "有几个同名的指标：请再填“二级指标”。");
        }

        // Records of the office's businesses are not in the ledger: their value was computed when it was asked for, and stays.
        var source = record.Query is { } asked ? MeasureQuery.SourceOf(asked) : null;
        var isTaken = source is not null && MeasureSources.Find(source) is null && record.Value is not null;
        if (isTaken && (record.Records is null or < 0 || record.Date is null))
            sheet.Fault(count, $"由“{source}”取数的完成值要有取数日期和记录数：请在“绩效”页取数；手工填写的，取数空着。");
        if (!isTaken && record.Value is null == record.Query is null)
            sheet.Fault(value, "“完成值”和“取数”要填一个，也只能填一个：手工填写的填完成值，由记录算的填取数。");
        if (!isTaken && record.Query is { } text && MeasureQuery.Parse(text, out var why) is null)
            sheet.Fault(query, source is not null && MeasureSources.Find(source) is null ? $"{why}由业务记录（台账、投诉举报等）取数的，请在“绩效”页取数，由程序填完成值。" : why!);
        if (!isTaken && record.Records is not null)
            sheet.Fault(count, "记录数由程序在取数时填写：手工填写的和由本台账取数的请空着。");
        if (named is [{ Weight: { } weight }] && record.Score > weight)
            sheet.Fault(score, $"得分高于分值{weight}。");
        if (record.Time == MeasureTime.YearEnd && (record.Expected ?? record.Prospect) is not null)
            sheet.Fault(expected, "全年预计、完成可能性是年中填的：年末请空着。");
        return record;
    }

    public static DeviationCause ReadCause(Sheet sheet, Lookup<Project> projects, IReadOnlyList<GoalIndicator> indicators)
    {
        const int time = 1, indicator = 2, kind = 3, cause = 4, remedy = 5, reduction = 6;
        var record = new DeviationCause(
            sheet.FindOptional(Project, projects)?.Code,
            sheet.Find(time, Times),
            sheet.OptionalText(indicator),
            sheet.Find(kind, RecordLookups.Words(DeviationCause.Kinds)),
            sheet.RequiredText(cause),
            sheet.OptionalText(remedy),
            sheet.Decimal(reduction));
        if (record.Indicator is { } name && sheet.IsSound && !indicators.Any(i => i.ProjectCode == record.ProjectCode && i.Term == GoalTerm.Annual && MeasuredIndicators.NameOf(i) == name))
            sheet.Fault(indicator, "绩效指标.csv 里没有这个年度指标：请照三级指标的名称填写；预算执行的原因，指标空着。");
        if (record.Reduction is not null && (record.Kind != DeviationCause.LowTarget || record.Indicator is null))
            sheet.Fault(reduction, $"调减分只用于指标的“{DeviationCause.LowTarget}”：请改正类别，或空着。");
        return record;
    }

    public static ResultUse ReadUse(Sheet sheet, Lookup<Project> projects)
    {
        const int name = 1, year = 2, score = 3, measure = 4, cut = 5, reason = 6;
        var record = new ResultUse(
            sheet.FindOptional(Project, projects)?.Code,
            sheet.RequiredText(name),
            sheet.WholeNumber(year) ?? 0,
            sheet.Decimal(score) ?? 0m,
            sheet.Find(measure, RecordLookups.Words(ResultUse.Measures)),
            sheet.OptionalFen(cut),
            sheet.OptionalText(reason));
        if (record.Year is < 2010 or > 2040)
            sheet.Fault(year, "应是四位年份，例如 2023。");
        if (sheet.RequiredText(score).Length > 0 && record.Score > 100m)
            sheet.Fault(score, "得分不能超过 100。");
        if (record.CutFen < 0)
            sheet.Fault(cut, "核减额不能是负数。");
        if (record is { Measure: "取消", ProjectCode: not null })
            sheet.Fault(Project, "取消的项目不在本年项目里：请空着项目编码，只填项目名称。");
        return record;
    }

    public static string?[] Cells(Measurement m) =>
    [
        m.ProjectCode, m.Indicator, m.Level2, Text(m.Time), m.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), m.Value, m.Query, m.Band, Text(m.Score), m.Expected, m.Prospect, m.Evidence, m.By, m.Records?.ToString(CultureInfo.InvariantCulture),
    ];

    public static string?[] Cells(DeviationCause c) => [c.ProjectCode, Text(c.Time), c.Indicator, c.Kind, c.Cause, c.Remedy, Text(c.Reduction)];

    public static string?[] Cells(ResultUse u) =>
        [u.ProjectCode, u.ProjectName, u.Year.ToString(CultureInfo.InvariantCulture), Text(u.Score), u.Measure, u.CutFen is { } fen ? FenText.Format(fen) : null, u.Reason];

    private static string Near(Measurement record, IReadOnlyList<GoalIndicator> indicators)
    {
        var names = indicators.Where(i => i.ProjectCode == record.ProjectCode && i.Term == GoalTerm.Annual).Select(MeasuredIndicators.NameOf).ToList();
        return Nearest.Word(names, record.Indicator) is { } near ? $"，是否应为“{near}”" : "";
    }

    private static DateOnly? Day(Sheet sheet, int column)
    {
        if (sheet.OptionalText(column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        sheet.Fault(column, "日期应写成 2024-12-31 的样子。");
        return null;
    }

    private static string Text(MeasureTime time) => time == MeasureTime.MidYear ? MidYear : YearEnd;

    private static string? Text(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);
}
