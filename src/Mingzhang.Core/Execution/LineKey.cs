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
    // A year's entries look their lines up millions of times. 0 is “not reckoned yet”; a copy with another part reckons anew.
    private int _hash;

    private LineKey(LineKey original)
    {
        (Flow, UnitCode, ProjectCode, Category) = (original.Flow, original.UnitCode, original.ProjectCode, original.Category);
        (FunctionCode, EconomicCode, Fund, Year) = (original.FunctionCode, original.EconomicCode, original.Fund, original.Year);
    }

    /// <inheritdoc/>
    public bool Equals(LineKey? other) => ReferenceEquals(this, other)
        || (other is not null && Flow == other.Flow && UnitCode == other.UnitCode && ProjectCode == other.ProjectCode && Category == other.Category
            && FunctionCode == other.FunctionCode && EconomicCode == other.EconomicCode && Fund == other.Fund && Year == other.Year);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash == 0)
            _hash = HashCode.Combine(Flow, UnitCode, ProjectCode, Category, FunctionCode, EconomicCode, Fund, Year);
        return _hash;
    }

    /// <summary>The line in words, as messages name it.</summary>
    public string Words => string.Join(' ', new[] { UnitCode, ProjectCode, FunctionCode, EconomicCode, Fund, Year.ChineseName() }.Where(p => p.Length > 0));

    /// <summary>The line of a ledger's line, where it is one of execution.</summary>
    public static LineKey Of(LedgerLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(line.Flow, line.UnitCode, line.ProjectCode ?? "", line.Category ?? "", line.FunctionCode ?? "", line.EconomicCode ?? "", line.Fund, line.Year);
    }
}
