namespace Mingzhang.Core.Calendar;

/// <summary>What the State Council's office ordered for a year (放假安排).</summary>
/// <param name="Year">年份.</param>
/// <param name="Source">Title and number of the document.</param>
/// <param name="Holidays">Days off, the name of the feast beside each; some may lie in the year before.</param>
/// <param name="Workdays">调休: days of a weekend on which work is done.</param>
public sealed record HolidayYear(int Year, string Source, IReadOnlyDictionary<DateOnly, string> Holidays, IReadOnlySet<DateOnly> Workdays);

/// <summary>A deadline in working days (工作日期限).</summary>
/// <param name="Day">The last day in time.</param>
/// <param name="Doubt">In Chinese what the count does not know: years without a holiday arrangement; null when it knows all.</param>
public readonly record struct WorkDeadline(DateOnly Day, string? Doubt);

/// <summary>
/// Which days are worked (工作日历): Monday to Friday, but for public holidays and the weekends that are worked instead. A year of which
/// no arrangement is known has weekends only, and whoever asks is told.
/// </summary>
public sealed class WorkCalendar
{
    private readonly Dictionary<DateOnly, string> _holidays = [];
    private readonly HashSet<DateOnly> _workdays = [];

    /// <summary>Makes it from the arrangements of some years.</summary>
    public WorkCalendar(IReadOnlyList<HolidayYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        Years = years;
        foreach (var year in years)
        {
            foreach (var (day, name) in year.Holidays)
                _holidays[day] = name;
            _workdays.UnionWith(year.Workdays);
        }
    }

    /// <summary>The years of which an arrangement is known.</summary>
    public IReadOnlyList<HolidayYear> Years { get; }

    /// <summary>Whether a day is worked.</summary>
    public bool IsWorkday(DateOnly day) => _workdays.Contains(day) || (!_holidays.ContainsKey(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The feast of a day; null on any other.</summary>
    public string? Holiday(DateOnly day) => _holidays.GetValueOrDefault(day);

    /// <summary>The deadline so many working days after a day; the day itself does not count (《民法典》第二百零一条).</summary>
    /// <param name="from">From when.</param>
    /// <param name="days">Working days, not negative.</param>
    public WorkDeadline After(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkday(day))
                left--;
        }

        return new WorkDeadline(day, Doubt(from, day));
    }

    /// <summary>Working days from a day, which does not count, to another, which does; negative when it lies before.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            count += IsWorkday(day) ? 1 : 0;
        return count;
    }

    // The last days of a year may already be holidays of the next; these are known when the next year is.
    private string? Doubt(DateOnly from, DateOnly to)
    {
        var unknown = Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(y => Years.All(k => k.Year != y)).ToList();
        return unknown.Count == 0 ? null : $"{string.Join('、', unknown)} 年的放假安排还没有录入，这些年只按周六、周日休息计算。";
    }
}
