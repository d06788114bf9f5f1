namespace Mingzhang.Core.Ledgers.Records;

/// <summary>State-owned assets of one kind (国有资产占用), but for vehicles.</summary>
/// <param name="Stage">Document it is for.</param>
/// <param name="Kind">类别, e.g. 单价100万元以上设备.</param>
/// <param name="Quantity">数量; null when only the value is stated.</param>
/// <param name="Measure">计量单位; null without quantity.</param>
/// <param name="Fen">原值, in 分; null when only the quantity is stated.</param>
public sealed record AssetCount(Stage Stage, string Kind, decimal? Quantity, string? Measure, long? Fen);
