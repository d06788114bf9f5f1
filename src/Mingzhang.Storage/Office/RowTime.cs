using System.Globalization;

namespace Mingzhang.Storage.Office;

/// <summary>Moments as rows hold them: UTC, to the millisecond, in the order of their texts.</summary>
internal static class RowTime
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private const string Form = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Format(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day in China.</summary>
    public static DateOnly Day(string text) => DateOnly.FromDateTime(Parse(text).ToOffset(Beijing).DateTime);

    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
