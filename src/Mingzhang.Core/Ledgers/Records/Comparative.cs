namespace Mingzhang.Core.Ledgers.Records;

/// <summary>What this year's figure is compared with (上年数), and why it has changed.</summary>
/// <param name="Stage">Document it is for.</param>
/// <param name="Item">One of <see cref="Items"/>.</param>
/// <param name="Fen">The figure compared with, in 分; null where there was no such figure, so that nothing is compared.</param>
/// <param name="Reason">Why it has changed; null when not given.</param>
public sealed record Comparative(Stage Stage, string Item, long? Fen, string? Reason)
{
    /// <summary>Figures that documents compare (对比事项), by the names the outlines of the narrative use.</summary>
    public static IReadOnlyList<string> Items { get; } =
    [
        "收支总预算", "财政拨款收支总预算", "一般公共预算支出", "一般公共预算基本支出", "一般公共预算项目支出", "政府性基金预算支出", "国有资本经营预算支出",
        "项目支出", "“三公”经费", "因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费", "机关运行经费", "政府采购", "政府购买服务",
        "收支总计", "收入合计", "支出合计", "财政拨款收支总计", "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入",
        "一般公共预算财政拨款支出", "机关运行经费年初预算",
    ];
}
