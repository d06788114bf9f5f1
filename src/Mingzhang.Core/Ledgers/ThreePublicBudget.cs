namespace Mingzhang.Core.Ledgers;

/// <summary>“三公”经费 budget of the year (全年预算数), by the economic code it is spent under.</summary>
/// <param name="EconomicCode">One of <see cref="EconomicCodes"/>.</param>
/// <param name="Fen">Amount in 分.</param>
public sealed record ThreePublicBudget(string EconomicCode, long Fen)
{
    /// <summary>The 款 that are “三公”经费: 因公出国（境）费用, 公务接待费, 公务用车运行维护费, 公务用车购置.</summary>
    public static IReadOnlyList<string> EconomicCodes { get; } = ["30212", "30217", "30231", "31013"];
}
