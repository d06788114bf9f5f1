namespace Mingzhang.Core.Assistance.Calculation;

/// <summary>What was granted for a settlement so far, and by what (已核定).</summary>
/// <param name="SettlementId">结算编号.</param>
/// <param name="Policy">Id of the policy version it was granted by; null when none held.</param>
/// <param name="Subject">救助对象 it was granted as; null when none.</param>
/// <param name="Eligible">政策范围内个人自付 it was granted on, in 元.</param>
/// <param name="Amount">What was granted in all, later payments and returns included, in 元.</param>
public sealed record Booking(string SettlementId, string? Policy, string? Subject, decimal Eligible, decimal Amount);
