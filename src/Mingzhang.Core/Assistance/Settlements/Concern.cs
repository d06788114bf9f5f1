namespace Mingzhang.Core.Assistance.Settlements;

/// <summary>Something about a settlement that must not be paid, or not without a second look (疑点).</summary>
/// <param name="SettlementId">结算编号.</param>
/// <param name="Stops">Whether it may not be booked at all (停付); otherwise it goes to review (转人工复核).</param>
/// <param name="Message">Where, what, and what to do, in Chinese.</param>
/// <param name="MayBeReleased">Whether a reviewer may let it pass by a reason (放行); what is plainly wrong is corrected instead.</param>
public sealed record Concern(string SettlementId, bool Stops, string Message, bool MayBeReleased = false);
