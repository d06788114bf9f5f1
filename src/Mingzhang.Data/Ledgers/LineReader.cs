using System.Diagnostics.CodeAnalysis;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>Reads the files of ledger lines: income, expenditure and balances.</summary>
internal sealed class LineReader(LedgerFiles files, LedgerLookups lookups, Lookup<string> units, Lookup<Project> projects, MistakeList mistakes)
{
    public List<LedgerLine> Lines { get; } = [];

    public void ReadIncome(LedgerForm form, Stage stage) => Read(form, 4, sheet =>
    {
        const int Unit = 0, Function = 1, Fund = 2, Year = 3;
        var unit = sheet.Find(Unit, units);
        var function = sheet.FindOptional(Function, lookups.Functions);
        var fund = sheet.Find(Fund, lookups.Funds);
        if (sheet.Find(Year, lookups.MoneyYears) == MoneyYear.Carried)
            sheet.Fault(Year, $"收入只记本年的资金：上年结转请记在{LedgerForm.Balances.File}，事项填“{Flow.Opening.ChineseName()}”。");
        return new LedgerLine(stage, Flow.Income, unit, null, null, function, null, fund, MoneyYear.Current, 0);
    });

    public void ReadExpenditure(LedgerForm form, Stage stage) => Read(form, 7, sheet =>
    {
        const int Unit = 0, Project = 1, Category = 2, Function = 3, Economic = 4, Fund = 5, Year = 6;
        var unit = sheet.Find(Unit, units);
        var project = sheet.Find(Project, projects);
        if (unit is not null && project?.UnitCode is { } owner && owner != unit)
            sheet.Fault(Project, $"这是单位 {owner} 的项目“{project.Name}”，本行是单位 {unit}：请改正单位代码或项目编码。");
        return new LedgerLine(
            stage,
            Flow.Expenditure,
            unit!,
            project?.Code,
            sheet.Find(Category, lookups.Categories),
            sheet.Find(Function, lookups.Functions),
            sheet.Find(Economic, lookups.Economics),
            sheet.Find(Fund, lookups.Funds),
            sheet.Find(Year, lookups.MoneyYears),
            0);
    });

    public void ReadBalances() => Read(LedgerForm.Balances, 5, sheet =>
    {
        const int StageColumn = 0, FlowColumn = 1, Unit = 2, Function = 3, Fund = 4;
        var stage = sheet.Find(StageColumn, lookups.Stages);
        var flow = sheet.Find(FlowColumn, lookups.BalanceFlows);
        var year = flow == Flow.Opening ? MoneyYear.Carried : MoneyYear.Current;
        var unit = sheet.Find(Unit, units);
        var function = sheet.FindOptional(Function, lookups.Functions);
        return new LedgerLine(stage, flow, unit, null, null, function, null, sheet.Find(Fund, lookups.Funds), year, 0);
    });

    private void Read(LedgerForm form, int amount, Func<Sheet, LedgerLine> readDimensions)
    {
        using var sheet = Sheet.OpenOptional(files, form.File, form.Columns, mistakes);
        var rows = new Dictionary<LedgerLine, int>(SameDimensions.Instance);
        while (sheet?.Read() == true)
        {
            var line = readDimensions(sheet);
            var isWhole = sheet.IsSound;
            var fen = sheet.Fen(amount);
            if (isWhole && !rows.TryAdd(line, sheet.Row))
                sheet.Fault(null, null, $"与第{rows[line]}行各项完全相同：请把金额并入一行，或改正其中一项。");
            if (sheet.IsSound)
                Lines.Add(line with { Fen = fen });
        }
    }

    /// <summary>Two lines are the same entry when all but their amounts agree.</summary>
    private sealed class SameDimensions : IEqualityComparer<LedgerLine>
    {
        public static readonly SameDimensions Instance = new();

        public bool Equals(LedgerLine? x, LedgerLine? y) =>
            x is not null && y is not null
            && x.ProjectCode == y.ProjectCode && x.FunctionCode == y.FunctionCode && x.EconomicCode == y.EconomicCode && x.UnitCode == y.UnitCode
            && x.Category == y.Category && x.Fund == y.Fund && x.Year == y.Year && x.Flow == y.Flow && x.Stage == y.Stage;

        public int GetHashCode([DisallowNull] LedgerLine line) =>
            HashCode.Combine(line.UnitCode, line.ProjectCode, line.Category, line.FunctionCode, line.EconomicCode, line.Fund, line.Year, line.Flow);
    }
}
