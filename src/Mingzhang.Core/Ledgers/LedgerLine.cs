namespace Mingzhang.Core.Ledgers;

/// <summary>One line of the ledger: an amount in all its dimensions. Codes that a flow does not have are null.</summary>
/// <param name="Stage">预算 or 决算.</param>
/// <param name="Flow">收入, 支出, 结转.</param>
/// <param name="UnitCode">预算单位.</param>
/// <param name="ProjectCode">项目; null for income and balances.</param>
/// <param name="Category">支出类别, a name of the classification 支出类别; null for income and balances.</param>
/// <param name="FunctionCode">功能分类 项 (7 digits); null where the flow has none.</param>
/// <param name="EconomicCode">部门预算支出经济分类 款 (5 digits); null for income and balances.</param>
/// <param name="Fund">资金来源, a name of the classification 资金来源.</param>
/// <param name="Year">本年 or 上年结转; an opening balance is 上年结转, income and the other balances are 本年.</param>
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
