namespace Mingzhang.Core.Ledgers.Records;

/// <summary>One line of services bought from society (政府购买服务).</summary>
/// <param name="UnitCode">预算单位.</param>
/// <param name="IsProcurement">Whether it goes through government procurement; null when not stated.</param>
/// <param name="Project">Project name as the form prints it.</param>
/// <param name="Content">购买服务内容.</param>
/// <param name="Quantity">购买数量; null when not stated.</param>
/// <param name="Fen">购买金额, in 分.</param>
/// <param name="Fund">资金来源; null when blank.</param>
/// <param name="Nature">资金性质; null when blank.</param>
/// <param name="FunctionCode">功能分类; null when blank.</param>
/// <param name="EconomicCode">经济分类; null when blank.</param>
/// <param name="Catalogue">政府购买服务指导目录, up to three levels; may be empty.</param>
public sealed record ServicePurchase(
    string UnitCode,
    bool? IsProcurement,
    string Project,
    string Content,
    decimal? Quantity,
    long Fen,
    string? Fund,
    string? Nature,
    string? FunctionCode,
    string? EconomicCode,
    IReadOnlyList<string> Catalogue);
