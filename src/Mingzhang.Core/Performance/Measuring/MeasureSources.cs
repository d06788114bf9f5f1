using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Performance.Measuring;

/// <summary>The sources from which actual values can be computed (数据来源目录).</summary>
public static class MeasureSources
{
    private const string Unit = "单位代码", Project = "项目编码", Amount = "金额";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IMeasureSource> All { get; } =
    [
        Lines("预算支出", Stage.Budget),
        Lines("决算支出", Stage.Final),
        new Source<ExecutionFigures>("预算执行", l => l.Projects.Select(p => ExecutionFigures.Of(l, p)),
            (new(Project, MeasureKind.Text), e => MeasureCell.Of(e.Project?.Code)),
            (new("项目名称", MeasureKind.Text), e => MeasureCell.Of(e.Project?.Name)),
            (new("预算数", MeasureKind.Amount), e => MeasureCell.OfFen(e.BudgetFen)),
            (new("执行数", MeasureKind.Amount), e => MeasureCell.OfFen(e.SpentFen))),
        new Source<ProcurementLine>("政府采购", l => l.Procurements,
            (new(Unit, MeasureKind.Text), p => MeasureCell.Of(p.UnitCode)),
            (new("项目", MeasureKind.Text), p => MeasureCell.Of(p.Project)),
            (new("采购品目", MeasureKind.Text), p => MeasureCell.Of(p.Item)),
            (new("品目类别", MeasureKind.Text), p => MeasureCell.Of(p.Kind)),
            (new("采购方式", MeasureKind.Text), p => MeasureCell.Of(p.Method)),
            (new("数量", MeasureKind.Number), p => MeasureCell.Of(p.Quantity)),
            (new(Amount, MeasureKind.Amount), p => MeasureCell.OfFen(p.Fen)),
            (new("面向中小企业", MeasureKind.Amount), p => MeasureCell.OfFen(p.SmeFen))),
        new Source<Ledgers.Records.Reception>("公务接待", l => l.Narrative.Receptions,
            (new("类别", MeasureKind.Text), r => MeasureCell.Of(r.Kind)),
            (new("批次", MeasureKind.Number), r => MeasureCell.Of((decimal?)r.Batches)),
            (new("人次", MeasureKind.Number), r => MeasureCell.Of((decimal?)r.Persons)),
            (new(Amount, MeasureKind.Amount), r => MeasureCell.OfFen(r.Fen))),
        new Source<Ledgers.Records.Headcount>("人员", l => l.Narrative.Headcounts,
            (new(Unit, MeasureKind.Text), h => MeasureCell.Of(h.UnitCode)),
            (new("类别", MeasureKind.Text), h => MeasureCell.Of(h.Kind)),
            (new("编制数", MeasureKind.Number), h => MeasureCell.Of((decimal?)h.Posts)),
            (new("实有数", MeasureKind.Number), h => MeasureCell.Of((decimal?)h.Staff))),
    ];

    /// <summary>The source of the name; null when there is none.</summary>
    public static IMeasureSource? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    private static Source<LedgerLine> Lines(string name, Stage stage) => new(name, l => l.Lines.Where(x => x.Stage == stage && x.Flow == Flow.Expenditure),
        (new(Unit, MeasureKind.Text), x => MeasureCell.Of(x.UnitCode)),
        (new(Project, MeasureKind.Text), x => MeasureCell.Of(x.ProjectCode)),
        (new("支出类别", MeasureKind.Text), x => MeasureCell.Of(x.Category)),
        (new("功能科目", MeasureKind.Text), x => MeasureCell.Of(x.FunctionCode)),
        (new("经济科目", MeasureKind.Text), x => MeasureCell.Of(x.EconomicCode)),
        (new("资金来源", MeasureKind.Text), x => MeasureCell.Of(x.Fund)),
        (new(Amount, MeasureKind.Amount), x => MeasureCell.OfFen(x.Fen)));

    private sealed class Source<T>(string name, Func<Ledger, IEnumerable<T>> records, params (MeasureField Field, Func<T, MeasureCell> Cell)[] columns) : IMeasureSource
    {
        public string Name => name;

        public IReadOnlyList<MeasureField> Fields { get; } = [.. columns.Select(c => c.Field)];

        public IEnumerable<IReadOnlyList<MeasureCell>> Rows(Ledger ledger) => records(ledger).Select(r => (IReadOnlyList<MeasureCell>)[.. columns.Select(c => c.Cell(r))]);
    }
}
