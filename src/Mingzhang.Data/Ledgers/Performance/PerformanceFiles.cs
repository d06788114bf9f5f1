using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers.Performance;

/// <summary>The files of a ledger that performance forms need (绩效目标.csv 等五个文件), read and written by the same forms.</summary>
internal static class PerformanceFiles
{
    private static readonly LedgerForm Goals = new("绩效目标.csv", new("项目编码", Required: false), new("期限"), new("序号"), new("目标"));

    private static readonly LedgerForm Entries = new("绩效填报.csv", new("项目编码", Required: false), new("栏目"), new("内容"));

    private static readonly LedgerForm Money = new(
        "绩效资金.csv", new("项目编码", Required: false), new("事项", Required: false), new("年度"), new("预算数(元)", Required: false), new("执行数(元)", Required: false));

    private static readonly LedgerForm Costs = new(
        "项目测算.csv", new("项目编码"), new("项目活动"), new("活动内容", Required: false), new("支出经济分类", Required: false), new("金额(元)"), new("测算依据", Required: false));

    private static readonly Lookup<GoalTerm> Terms = new(text => text switch
    {
        "年度" => Answer<GoalTerm>.Of(GoalTerm.Annual),
        "长期" => Answer<GoalTerm>.Of(GoalTerm.LongTerm),
        _ => Answer<GoalTerm>.Wrong("应填“年度”或“长期”。"),
    });

    /// <summary>Their forms.</summary>
    public static IReadOnlyList<LedgerForm> Forms { get; } = [Goals, IndicatorFile.Form, Entries, Money, Costs, YearFiles.Measurements, YearFiles.Causes, YearFiles.Uses];

    /// <summary>Reads all of a folder; a missing file holds nothing.</summary>
    public static PerformanceRecords Load(LedgerFiles files, Lookup<Project> projects, MistakeList mistakes)
    {
        var goals = Load(files, Goals, mistakes, s => new PerformanceGoal(s.FindOptional(0, projects)?.Code, s.Find(1, Terms), s.WholeNumber(2) ?? 0, s.RequiredText(3)), g => (g.ProjectCode, g.Term, g.Number));
        var indicators = Load(files, IndicatorFile.Form, mistakes, s => IndicatorFile.Read(s, projects, Terms, goals), i => (i.ProjectCode, i.Term, i.Goal, i.Level1, i.Level2, i.Level3));
        return new PerformanceRecords
        {
            Goals = goals,
            Indicators = indicators,
            Entries = Load(files, Entries, mistakes, s => ReadEntry(s, projects), e => (e.ProjectCode, e.Field)),
            Money = Load(files, Money, mistakes, s => ReadMoney(s, projects), m => (m.ProjectCode, m.Item, m.Year)),
            Costs = Load(files, Costs, mistakes, s => new CostLine(s.Find(0, projects)?.Code ?? "", s.RequiredText(1), s.OptionalText(2), s.OptionalText(3), s.Fen(4), s.OptionalText(5)), c => (c.ProjectCode, c.Activity, c.Content)),
            Measurements = Load(files, YearFiles.Measurements, mistakes, s => YearFiles.ReadMeasurement(s, projects, indicators), m => (m.ProjectCode, m.Indicator, m.Level2, m.Time)),
            Causes = Load(files, YearFiles.Causes, mistakes, s => YearFiles.ReadCause(s, projects, indicators), c => (c.ProjectCode, c.Time, c.Indicator)),
            Uses = Load(files, YearFiles.Uses, mistakes, s => YearFiles.ReadUse(s, projects), u => (u.ProjectName, u.Year)),
        };
    }

    /// <summary>The rows of every file, as they are written.</summary>
    public static IEnumerable<(LedgerForm Form, IReadOnlyList<string?[]> Rows)> Rows(PerformanceRecords records) =>
    [
        (Goals, [.. records.Goals.Select(g => (string?[])[g.ProjectCode, Term(g.Term), Text(g.Number), g.Text])]),
        (IndicatorFile.Form, [.. records.Indicators.Select(i => IndicatorFile.Cells(i, Term(i.Term)))]),
        (Entries, [.. records.Entries.Select(e => (string?[])[e.ProjectCode, e.Field, e.Text])]),
        (Money, [.. records.Money.Select(m => (string?[])[m.ProjectCode, m.Item, Text(m.Year), Fen(m.BudgetFen), Fen(m.SpentFen)])]),
        (Costs, [.. records.Costs.Select(c => (string?[])[c.ProjectCode, c.Activity, c.Content, c.Economic, FenText.Format(c.Fen), c.Basis])]),
        (YearFiles.Measurements, [.. records.Measurements.Select(YearFiles.Cells)]),
        (YearFiles.Causes, [.. records.Causes.Select(YearFiles.Cells)]),
        (YearFiles.Uses, [.. records.Uses.Select(YearFiles.Cells)]),
    ];

    private static List<T> Load<T>(LedgerFiles files, LedgerForm form, MistakeList mistakes, Func<Sheet, T> read, Func<T, object> key)
    {
        var records = new List<T>();
        var rows = new Dictionary<object, int>();
        using var sheet = Sheet.OpenOptional(files, form.File, form.Columns, mistakes);
        while (sheet?.Read() == true)
        {
            var record = read(sheet);
            if (sheet.IsSound && !rows.TryAdd(key(record), sheet.Row))
                sheet.Fault(null, null, $"与第{rows[key(record)]}行说的是同一件事：请并成一行。");
            if (sheet.IsSound)
                records.Add(record);
        }

        return records;
    }

    private static FormEntry ReadEntry(Sheet sheet, Lookup<Project> projects)
    {
        var entry = new FormEntry(sheet.FindOptional(0, projects)?.Code, sheet.RequiredText(1), sheet.RequiredText(2));
        if (entry.Field == LayoutWords.Use)
            sheet.Fault(1, "项目的用途写在项目用途.csv，情况说明和绩效表都从那里取：请移过去。");
        return entry;
    }

    private static PerformanceMoney ReadMoney(Sheet sheet, Lookup<Project> projects)
    {
        var project = sheet.FindOptional(0, projects)?.Code;
        var item = sheet.OptionalText(1);
        if (sheet.WholeNumber(2) is not (>= 2010 and <= 2040))
            sheet.Fault(2, "应是四位年份，例如 2023。");
        long? budget = sheet.OptionalText(3) is null ? null : sheet.Fen(3);
        long? spent = sheet.OptionalText(4) is null ? null : sheet.Fen(4);
        if (sheet.OptionalText(3) is null && sheet.OptionalText(4) is null)
            sheet.Fault(null, null, "预算数和执行数至少要填一个。");
        return new PerformanceMoney(project, item, sheet.WholeNumber(2) ?? 0, budget, spent);
    }

    private static string Term(GoalTerm term) => term == GoalTerm.Annual ? "年度" : "长期";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Fen(long? fen) => fen is { } known ? FenText.Format(known) : null;
}
