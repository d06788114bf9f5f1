using System.Globalization;

namespace Mingzhang.Web.Workbench;

/// <summary>Times as people in China read them (北京时间); rows hold them in UTC.</summary>
internal static class Clock
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The day.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Beijing).DateTime);

    /// <summary>A time of a row for people: 2024-01-31 09:05.</summary>
    public static string Local(string at) =>
        DateTimeOffset.ParseExact(at, "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
