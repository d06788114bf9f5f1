using Mingzhang.Data.Ledgers.Performance;
using Mingzhang.Data.Ledgers.Records;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>A CSV file of a ledger folder: its name and columns. Reader and writer go by the same forms.</summary>
/// <param name="File">File name.</param>
/// <param name="Columns">Columns in the order in which they are written.</param>
internal sealed record LedgerForm(string File, params IReadOnlyList<SheetColumn> Columns)
{
    public const string SettingsFile = "台账.yaml";

    public static readonly LedgerForm Units = new(
        "单位.csv", new("代码"), new("名称"), new("上级代码", Required: false), new("性质", Required: false));

    public static readonly LedgerForm Projects = new(
        "项目.csv", new("编码"), new("名称"), new("单位代码"), new("分组代码", Required: false), new("分组名称", Required: false), new("一级项目", Required: false));

    public static readonly LedgerForm BudgetIncome = new("预算收入.csv", IncomeColumns());

    public static readonly LedgerForm BudgetExpenditure = new("预算支出.csv", ExpenditureColumns());

    public static readonly LedgerForm FinalIncome = new("决算收入.csv", IncomeColumns());

    public static readonly LedgerForm FinalExpenditure = new("决算支出.csv", ExpenditureColumns());

    public static readonly LedgerForm Balances = new(
        "结转结余.csv", new("阶段"), new("事项"), new("单位代码"), new("功能科目", Required: false), new("资金来源"), new("金额(元)"));

    public static readonly LedgerForm Procurements = new(
        "政府采购.csv",
        new("单位代码"),
        new("项目"),
        new("采购品目"),
        new("功能科目"),
        new("经济科目"),
        new("资金来源", Required: false),
        new("资金性质", Required: false),
        new("数量"),
        new("单价(元)"),
        new("计量单位", Required: false),
        new("金额(元)"),
        new("面向中小企业(元)"),
        new("面向小微企业(元)"),
        new("品目类别", Required: false),
        new("采购方式", Required: false));

    public static readonly LedgerForm ThreePublic = new("三公经费.csv", new("经济科目"), new("全年预算数(元)"));

    public static IReadOnlyList<LedgerForm> All =>
        [Units, Projects, BudgetIncome, BudgetExpenditure, FinalIncome, FinalExpenditure, Balances, Procurements, ThreePublic, .. NarrativeFiles.Forms, .. PerformanceFiles.Forms];

    /// <summary>The files of which a ledger must have one.</summary>
    public static IReadOnlyList<LedgerForm> Expenditures { get; } = [BudgetExpenditure, FinalExpenditure];

    private static SheetColumn[] IncomeColumns() =>
        [new("单位代码"), new("功能科目", Required: false), new("资金来源"), new("资金年度"), new("金额(元)")];

    private static SheetColumn[] ExpenditureColumns() =>
        [new("单位代码"), new("项目编码"), new("支出类别"), new("功能科目"), new("经济科目"), new("资金来源"), new("资金年度"), new("金额(元)")];
}
