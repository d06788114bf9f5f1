using Mingzhang.Core.Calendar;

namespace Mingzhang.Core.Complaints;

/// <summary>Where a complaint stands (办理状态).</summary>
public enum ComplaintState
{
    /// <summary>待受理.</summary>
    Received,

    /// <summary>不予受理.</summary>
    Declined,

    /// <summary>办理中.</summary>
    Handling,

    /// <summary>待审核: the result waits for another person.</summary>
    InReview,

    /// <summary>待答复: reviewed, not answered yet.</summary>
    Reviewed,

    /// <summary>已答复.</summary>
    Answered,
}

/// <summary>The words for states.</summary>
public static class ComplaintStates
{
    private static readonly string[] Words = ["待受理", "不予受理", "办理中", "待审核", "待答复", "已答复"];

    /// <summary>待受理 and so on.</summary>
    public static string ChineseName(this ComplaintState state) => Words[(int)state];

    /// <summary>The state of a word.</summary>
    public static ComplaintState Parse(string word) => (ComplaintState)Array.IndexOf(Words, word);

    /// <summary>Whether nothing more is due.</summary>
    public static bool IsClosed(this ComplaintState state) => state is ComplaintState.Declined or ComplaintState.Answered;
}

/// <summary>A complaint or report, its reporter sealed (投诉举报).</summary>
/// <param name="Number">编号.</param>
/// <param name="Channel">渠道.</param>
/// <param name="ReceivedOn">收件日期.</param>
/// <param name="Topic">类别.</param>
/// <param name="Subject">被反映对象; empty where none is named.</param>
/// <param name="Content">反映内容, without the reporter's particulars.</param>
public sealed record Complaint(string Number, string Channel, DateOnly ReceivedOn, string Topic, string Subject, string Content)
{
    /// <summary>Its state.</summary>
    public ComplaintState State { get; init; }

    /// <summary>Reporter as every page may show them, e.g. 张*; empty where anonymous.</summary>
    public string Reporter { get; init; } = "";

    /// <summary>经办人: account; null before the acceptance.</summary>
    public string? Handler { get; init; }

    /// <summary>受理日期; null where not accepted.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>延长 days; 0 for none.</summary>
    public int Extended { get; init; }

    /// <summary>答复日期; null where not answered.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>结果; empty where open.</summary>
    public string Result { get; init; } = "";

    /// <summary>查实金额 in 分.</summary>
    public long FoundFen { get; init; }

    /// <summary>关联检查 in words; empty for none.</summary>
    public string Inspection { get; init; } = "";

    /// <summary>Number of the inspection it led to or is about; null for none.</summary>
    public int? InspectionId { get; init; }

    /// <summary>满意度; empty where not asked.</summary>
    public string Satisfaction { get; init; } = "";

    /// <summary>受理期限.</summary>
    public DateOnly AcceptBy { get; init; }

    /// <summary>办理期限; before the acceptance as if it came on its last day.</summary>
    public DateOnly FinishBy { get; init; }

    /// <summary>What is due next: acceptance or answer; null when nothing is.</summary>
    public DateOnly? DueOn => State.IsClosed() ? null : State == ComplaintState.Received ? AcceptBy : FinishBy;

    /// <summary>Sets the deadlines by the rules of a channel.</summary>
    public Complaint WithDeadlines(ComplaintChannel channel, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var accept = channel.Accept.After(calendar, ReceivedOn, 0).Day;
        return this with { AcceptBy = accept, FinishBy = channel.Finish.After(calendar, channel.Finish.FromReceipt ? ReceivedOn : AcceptedOn ?? accept, Extended).Day };
    }

    /// <summary>Whether it was answered in time; null while it may still be, and where it was declined.</summary>
    public bool? IsInTime(DateOnly today) =>
        State == ComplaintState.Declined ? null : AnsweredOn is { } answered ? answered <= FinishBy : today > FinishBy ? false : null;
}

/// <summary>Where a reward stands (奖励状态).</summary>
public static class RewardStates
{
    /// <summary>Waits for the head.</summary>
    public const string Proposed = "待批准";

    /// <summary>Approved, not paid.</summary>
    public const string Approved = "已批准";

    /// <summary>Sent back.</summary>
    public const string Returned = "已退回";

    /// <summary>Paid.</summary>
    public const string Paid = "已支付";

    /// <summary>The reporter did not want it or did not come in time.</summary>
    public const string Waived = "已放弃";
}
