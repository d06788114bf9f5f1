namespace Mingzhang.Core.Ledgers;

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
    long MicroFen)
{
    /// <summary>品目类别, one of <see cref="Kinds"/>; null where the item's code tells it.</summary>
    public string? Kind { get; init; }

    /// <summary>采购方式 as the form prints it; null when blank.</summary>
    public string? Method { get; init; }

    /// <summary>What is bought (品目类别).</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["货物", "工程", "服务"];

    /// <summary>品目类别: as recorded, or by the letter of the item's code; 服务 where neither tells.</summary>
    public string KindOrCoded => Kind ?? Item.TrimStart('[', '【').FirstOrDefault() switch { 'A' or 'a' => "货物", 'B' or 'b' => "工程", _ => "服务" };
}
