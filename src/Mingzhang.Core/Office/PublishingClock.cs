namespace Mingzhang.Core.Office;

/// <summary>
/// The clock of publishing (公开时限): a department publishes its budget within twenty days after the finance bureau's approval
/// (《中华人民共和国预算法》第十四条, 《预算法实施条例》第六条).
/// </summary>
public static class PublishingClock
{
    /// <summary>Days allowed after the approval.</summary>
    public const int Days = 20;

    /// <summary>The last day in time.</summary>
    public static DateOnly LastDay(DateOnly approved) => approved.AddDays(Days);

    /// <summary>Days left on a day; negative when the time is over.</summary>
    public static int DaysLeft(DateOnly approved, DateOnly today) => LastDay(approved).DayNumber - today.DayNumber;
}
