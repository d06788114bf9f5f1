namespace Mingzhang.Core.Ledgers.Records;

/// <summary>One line of assets to be bought in the year (新增资产配置).</summary>
/// <param name="UnitCode">预算单位.</param>
/// <param name="Project">Project name as the form prints it.</param>
/// <param name="FunctionCode">功能分类; null when blank.</param>
/// <param name="Category">资产分类 as the form prints it, e.g. 通用设备; null when blank.</param>
/// <param name="Name">资产名称.</param>
/// <param name="Held">资产数量, what is held already; null when not stated.</param>
/// <param name="Quota">资产编制数, what the standard allows; null when not stated.</param>
/// <param name="Asked">What the unit asks for.</param>
/// <param name="Class">资产大类; null when blank.</param>
/// <param name="Standard">配置分类标准名称; null when blank.</param>
/// <param name="Granted">财政预算数; null until the budget is set.</param>
/// <param name="EconomicCode">经济分类; null when blank.</param>
/// <param name="Fund">资金来源; null when blank.</param>
/// <param name="Nature">资金性质; null when blank.</param>
public sealed record AssetPurchase(
    string UnitCode,
    string Project,
    string? FunctionCode,
    string? Category,
    string Name,
    decimal? Held,
    decimal? Quota,
    PricedQuantity Asked,
    string? Class,
    string? Standard,
    PricedQuantity? Granted,
    string? EconomicCode,
    string? Fund,
    string? Nature)
{
    /// <summary>What is to be spent, in 分: what the budget grants, before that what is asked for.</summary>
    public long Fen => (Granted ?? Asked).Fen;
}

/// <summary>A quantity at a price (数量和单价).</summary>
/// <param name="Quantity">数量, not negative.</param>
/// <param name="UnitPriceFen">单价, in 分.</param>
public sealed record PricedQuantity(decimal Quantity, long UnitPriceFen)
{
    /// <summary>金额, in 分: never typed in, always quantity times price.</summary>
    public long Fen => decimal.ToInt64(decimal.Round(Quantity * UnitPriceFen, 0, MidpointRounding.AwayFromZero));
}
