namespace Mingzhang.Core.Ledgers;

/// <summary>A year's ledger of one department or unit (台账): what its published document is compiled from.</summary>
/// <param name="Settings">Agency, year, editions.</param>
/// <param name="Units">单位, the department first.</param>
/// <param name="Projects">项目.</param>
/// <param name="Lines">Budget and final-accounts lines.</param>
/// <param name="Procurements">政府采购 lines.</param>
/// <param name="ThreePublic">“三公”经费 budget figures that a final account states beside the actual ones.</param>
public sealed record Ledger(
    LedgerSettings Settings,
    IReadOnlyList<BudgetUnit> Units,
    IReadOnlyList<Project> Projects,
    IReadOnlyList<LedgerLine> Lines,
    IReadOnlyList<ProcurementLine> Procurements,
    IReadOnlyList<ThreePublicBudget> ThreePublic);

/// <summary>Settings of a ledger (台账设置).</summary>
/// <param name="Agency">Full name, e.g. 某市某区医疗保障局.</param>
/// <param name="ShortName">Name used in titles; the full name where there is none.</param>
/// <param name="Year">年度.</param>
/// <param name="BudgetEdition">Edition of the budget; null when the ledger holds none.</param>
/// <param name="FinalEdition">Edition of the final accounts; null when the ledger holds none.</param>
/// <param name="IsDepartment">True for 部门 (with its units), false for a single 单位.</param>
public sealed record LedgerSettings(string Agency, string ShortName, int Year, string? BudgetEdition, string? FinalEdition, bool IsDepartment);

/// <summary>A unit (预算单位). The department itself is the row without a parent.</summary>
/// <param name="Code">Unit code, e.g. 202001.</param>
/// <param name="Name">Full name.</param>
/// <param name="ParentCode">Code of the unit above; null for the department.</param>
/// <param name="Nature">行政, 参公, 事业; null for the department.</param>
public sealed record BudgetUnit(string Code, string Name, string? ParentCode, string? Nature);

/// <summary>A project (项目) of the integrated budget.</summary>
/// <param name="Code">项目编码 of 21 characters.</param>
/// <param name="Name">项目名称.</param>
/// <param name="UnitCode">Executing unit.</param>
/// <param name="GroupCode">Code of the kind under which the project table lists it, e.g. 31; null when there is none.</param>
/// <param name="GroupName">Name of that kind, e.g. 本级支出项目.</param>
/// <param name="ParentName">一级项目, where the form asks for it.</param>
public sealed record Project(string Code, string Name, string UnitCode, string? GroupCode, string? GroupName, string? ParentName);

/// <summary>What a ledger line records (收支性质).</summary>
public enum Flow
{
    /// <summary>收入.</summary>
    Income,

    /// <summary>支出.</summary>
    Expenditure,

    /// <summary>年初结转和结余.</summary>
    Opening,

    /// <summary>年末结转和结余.</summary>
    Closing,

    /// <summary>使用非财政拨款结余（含专用结余）.</summary>
    ReserveUsed,

    /// <summary>结余分配.</summary>
    SurplusDistributed,
}

/// <summary>Stage of a line (阶段).</summary>
public enum Stage
{
    /// <summary>年初预算.</summary>
    Budget,

    /// <summary>决算（实际执行）.</summary>
    Final,
}

/// <summary>Year of the money (资金年度).</summary>
public enum MoneyYear
{
    /// <summary>本年.</summary>
    Current,

    /// <summary>上年结转.</summary>
    Carried,
}

/// <summary>One line of the ledger: an amount in all its dimensions. Codes that a flow does not have are null.</summary>
/// <param name="Stage">预算 or 决算.</param>
/// <param name="Flow">收入, 支出, 结转.</param>
/// <param name="UnitCode">预算单位.</param>
/// <param name="ProjectCode">项目; null for income and balances.</param>
/// <param name="Category">支出类别, a name of the classification 支出类别; null for income and balances.</param>
/// <param name="FunctionCode">功能分类 项 (7 digits); null where the flow has none.</param>
/// <param name="EconomicCode">部门预算支出经济分类 款 (5 digits); null for income and balances.</param>
/// <param name="Fund">资金来源, a name of the classification 资金来源.</param>
/// <param name="Year">本年 or 上年结转.</param>
/// <param name="Fen">Amount in 分 (hundredths of a 元); negative for corrections.</param>
public sealed record LedgerLine(
    Stage Stage,
    Flow Flow,
    string UnitCode,
    string? ProjectCode,
    string? Category,
    string? FunctionCode,
    string? EconomicCode,
    string Fund,
    MoneyYear Year,
    long Fen);

/// <summary>One line of government procurement (政府采购).</summary>
/// <param name="UnitCode">预算单位.</param>
/// <param name="Project">Project name as the form prints it.</param>
/// <param name="Item">采购品目 with its code, e.g. [C0803]审计服务.</param>
/// <param name="FunctionCode">功能分类.</param>
/// <param name="EconomicCode">经济分类.</param>
/// <param name="Fund">资金来源 as the form prints it; null when blank.</param>
/// <param name="Nature">资金性质 as the form prints it, e.g. 年初安排; null when blank.</param>
/// <param name="Quantity">采购数量.</param>
/// <param name="UnitPriceFen">单价, in 分.</param>
/// <param name="Measure">计量单位 as the form prints it; null when blank.</param>
/// <param name="Fen">采购金额, in 分.</param>
/// <param name="SmeFen">其中面向中小企业, in 分.</param>
/// <param name="MicroFen">其中面向小微企业, in 分.</param>
public sealed record ProcurementLine(
    string UnitCode,
    string Project,
    string Item,
    string FunctionCode,
    string EconomicCode,
    string? Fund,
    string? Nature,
    decimal Quantity,
    long UnitPriceFen,
    string? Measure,
    long Fen,
    long SmeFen,
    long MicroFen);

/// <summary>“三公”经费 budget of the year (全年预算数), by the economic code it is spent under.</summary>
/// <param name="EconomicCode">30212, 30217, 30231 or 31013.</param>
/// <param name="Fen">Amount in 分.</param>
public sealed record ThreePublicBudget(string EconomicCode, long Fen);
