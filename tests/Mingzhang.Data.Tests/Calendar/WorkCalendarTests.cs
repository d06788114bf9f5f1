using Mingzhang.Core.Calendar;
using Mingzhang.Data.Calendar;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Calendar;

/// <summary>Deadlines in working days, with the public holidays of data/calendar.</summary>
public class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = new DataFolder(Path.Combine(Checkout.Root, "data")).Calendar;

    [Theory]
    [InlineData("2024-03-04", 5, "2024-03-11")]
    [InlineData("2024-09-27", 10, "2024-10-16")]
    [InlineData("2024-02-02", 1, "2024-02-04")]
    [InlineData("2024-04-03", 1, "2024-04-07")]
    [InlineData("2022-12-30", 1, "2023-01-03")]
    [InlineData("2025-01-24", 3, "2025-02-05")]
    [InlineData("2024-03-04", 0, "2024-03-04")]
    public void A_deadline_skips_holidays_and_counts_the_weekends_that_are_worked(string from, int days, string until)
    {
        var deadline = Calendar.After(Day(from), days);
        Assert.Equal(Day(until), deadline.Day);
        Assert.Equal(days, Calendar.Between(Day(from), deadline.Day));
    }

    [Fact]
    public void A_year_without_data_has_weekends_only_and_says_so()
    {
        var deadline = Calendar.After(new DateOnly(2031, 9, 30), 1);
        Assert.Equal(new DateOnly(2031, 10, 1), deadline.Day);
        Assert.Equal("2031 年的放假安排还没有录入，这些年只按周六、周日休息计算。", deadline.Doubt);
        Assert.Null(Calendar.After(new DateOnly(2024, 9, 30), 1).Doubt);
    }

    [Fact]
    public void Days_over_time_are_negative() => Assert.Equal(-2, Calendar.Between(new DateOnly(2024, 10, 9), new DateOnly(2024, 9, 30)));

    // 《全国年节及纪念日放假办法》: eleven days, thirteen since 2025. What is given on weekdays beyond them is worked on weekends.
    [Theory]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void A_year_gives_as_many_days_as_the_law(int year, int days)
    {
        var known = Calendar.Years.Single(y => y.Year == year);
        var given = known.Holidays.Keys.Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Equal(days, given - known.Workdays.Count);
    }

    [Theory]
    [InlineData("文件: x\n放假:\n  元旦: 2024-01-03 至 2024-01-01", "“元旦”应写成")]
    [InlineData("文件: x\n放假:\n  元旦: 1月1日", "“元旦”应写成")]
    [InlineData("文件: x\n上班: [2024-02-05]", "不放假的周六或周日")]
    [InlineData("放假:\n  元旦: 2024-01-01", "缺少“文件”")]
    [InlineData("文件: x\n放价: 1", "不认识“放价”")]
    public void A_mistake_is_told_by_its_place(string text, string words)
    {
        var mistakes = new List<DataMistake>();
        HolidayFiles.Read(text, "放假安排-2024.yaml", mistakes);
        Assert.Contains(words, Assert.Single(mistakes).ToString(), StringComparison.Ordinal);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
