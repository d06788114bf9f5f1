using System.Globalization;
using Mingzhang.Core.Calendar;

namespace Mingzhang.Storage.Assistance;

/// <summary>What a department set for its work of assistance (经办设置).</summary>
/// <param name="Place">地区 by whose policies is computed; null before it is set.</param>
/// <param name="ReviewDays">Days from acceptance to review.</param>
/// <param name="PublicityDays">Days of the publicity list (公示期).</param>
/// <param name="ApproveDays">Days from its end to approval.</param>
/// <param name="PayDays">Days from approval to payment.</param>
/// <param name="InWorkdays">Whether these are working days (工作日), or all days (自然日).</param>
public sealed record AssistanceSettings(string? Place, int ReviewDays, int PublicityDays, int ApproveDays, int PayDays, bool InWorkdays = true)
{
    private const string Workdays = "工作日", AllDays = "自然日";

    /// <summary>Before anything was set; the days are examples until the office sets its own.</summary>
    public static AssistanceSettings Initial { get; } = new(null, 10, 5, 5, 10);

    /// <summary>What the days are counted in: 工作日 or 自然日.</summary>
    public string DayWord => InWorkdays ? Workdays : AllDays;

    internal IReadOnlyDictionary<string, string> Texts => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["地区"] = Place ?? "",
        ["复核天数"] = ReviewDays.ToString(CultureInfo.InvariantCulture),
        ["公示天数"] = PublicityDays.ToString(CultureInfo.InvariantCulture),
        ["批准天数"] = ApproveDays.ToString(CultureInfo.InvariantCulture),
        ["支付天数"] = PayDays.ToString(CultureInfo.InvariantCulture),
        ["天数算法"] = DayWord,
    };

    /// <summary>The last day in time, so many days after a day that does not count itself.</summary>
    public DateOnly After(WorkCalendar calendar, DateOnly from, int days)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return InWorkdays ? calendar.After(from, days).Day : from.AddDays(days);
    }

    internal static AssistanceSettings Of(IReadOnlyDictionary<string, string> texts)
    {
        int Days(string name, int usual) => texts.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
        return new AssistanceSettings(
            texts.GetValueOrDefault("地区") is { Length: > 0 } place ? place : null,
            Days("复核天数", Initial.ReviewDays), Days("公示天数", Initial.PublicityDays), Days("批准天数", Initial.ApproveDays), Days("支付天数", Initial.PayDays),
            // Who set days before they could be working days meant all days.
            texts.TryGetValue("天数算法", out var said) ? said == Workdays : texts.Count == 0);
    }
}
