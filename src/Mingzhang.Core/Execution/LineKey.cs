using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution;

/// <summary>A line of the budget in execution (指标): what money may be spent on, or received as. Codes that a flow does not have are empty.</summary>
/// <param name="Flow">收入, 支出, 使用非财政拨款结余, 结余分配.</param>
/// <param name="UnitCode">预算单位.</param>
/// <param name="ProjectCode">项目; empty for income.</param>
/// <param name="Category">支出类别; empty for income.</param>
/// <param name="FunctionCode">功能分类 项.</param>
/// <param name="EconomicCode">部门预算支出经济分类 款; empty for income.</param>
/// <param name="Fund">资金来源.</param>
/// <param name="Year">资金年度.</param>
public sealed record LineKey(Flow Flow, string UnitCode, string ProjectCode, string Category, string FunctionCode, string EconomicCode, string Fund, MoneyYear Year)
{
    /// <summary>The line in words, as messages name it.</summary>
    public string Words => string.Join(' ', new[] { UnitCode, ProjectCode, FunctionCode, EconomicCode, Fund, Year.ChineseName() }.Where(p => p.Length > 0));

    /// <summary>The line of a ledger's line, where it is one of execution.</summary>
    public static LineKey Of(LedgerLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(line.Flow, line.UnitCode, line.ProjectCode ?? "", line.Category ?? "", line.FunctionCode ?? "", line.EconomicCode ?? "", line.Fund, line.Year);
    }
}
