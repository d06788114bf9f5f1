using Mingzhang.Core.Complaints;

namespace Mingzhang.Storage.Complaints;

/// <summary>A complaint as it lies in the database.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Complaint">What it says.</param>
/// <param name="IsSealed">Whether a reporter is sealed with it.</param>
/// <param name="Revision">Raised by every step.</param>
public sealed record StoredComplaint(int Id, Complaint Complaint, bool IsSealed, int Revision);

/// <summary>A step of a complaint (办理步骤).</summary>
/// <param name="Act">What was done.</param>
/// <param name="On">When, as the office says.</param>
/// <param name="Text">What was said.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Account">By whom.</param>
public sealed record ComplaintStep(string Act, DateOnly On, string Text, string At, string Account);

/// <summary>A reward (举报奖励).</summary>
/// <param name="Id">Its number.</param>
/// <param name="ComplaintId">Its complaint.</param>
/// <param name="Level">等级.</param>
/// <param name="CaseFen">案值 in 分.</param>
/// <param name="Fen">奖励 in 分.</param>
/// <param name="Explanation">How it was computed.</param>
/// <param name="State">One of <see cref="Core.Complaints.RewardStates"/>.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="DecidedBy">Who decided; null while open.</param>
/// <param name="DecidedOn">When; null while open.</param>
/// <param name="PaidOn">支付日期; null while not paid.</param>
/// <param name="Voucher">凭证号; null while not paid.</param>
/// <param name="EntryId">Number of its entry in the books; null while it has none.</param>
public sealed record ReportReward(
    int Id, int ComplaintId, string Level, long CaseFen, long Fen, string Explanation, string State, string ProposedBy, string? DecidedBy, DateOnly? DecidedOn, DateOnly? PaidOn, string? Voucher, int? EntryId);

/// <summary>A complaint with its steps and rewards.</summary>
/// <param name="Stored">The complaint.</param>
/// <param name="Steps">Its steps, the oldest first.</param>
/// <param name="Rewards">Its rewards, the newest last.</param>
public sealed record ComplaintFile(StoredComplaint Stored, IReadOnlyList<ComplaintStep> Steps, IReadOnlyList<ReportReward> Rewards);
