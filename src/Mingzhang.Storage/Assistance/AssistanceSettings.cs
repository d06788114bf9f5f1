using System.Globalization;

namespace Mingzhang.Storage.Assistance;

/// <summary>What a department set for its work of assistance (经办设置).</summary>
/// <param name="Place">地区 by whose policies is computed; null before it is set.</param>
/// <param name="ReviewDays">Days from acceptance to review.</param>
/// <param name="PublicityDays">Days of the publicity list (公示期).</param>
/// <param name="ApproveDays">Days from its end to approval.</param>
/// <param name="PayDays">Days from approval to payment.</param>
public sealed record AssistanceSettings(string? Place, int ReviewDays, int PublicityDays, int ApproveDays, int PayDays)
{
    /// <summary>Before anything was set; the days are examples until the office sets its own.</summary>
    public static AssistanceSettings Initial { get; } = new(null, 10, 5, 5, 10);

    internal IReadOnlyDictionary<string, string> Texts => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["地区"] = Place ?? "",
        ["复核天数"] = ReviewDays.ToString(CultureInfo.InvariantCulture),
        ["公示天数"] = PublicityDays.ToString(CultureInfo.InvariantCulture),
        ["批准天数"] = ApproveDays.ToString(CultureInfo.InvariantCulture),
        ["支付天数"] = PayDays.ToString(CultureInfo.InvariantCulture),
    };

    internal static AssistanceSettings Of(IReadOnlyDictionary<string, string> texts)
    {
        int Days(string name, int usual) => texts.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
        return new AssistanceSettings(
            texts.GetValueOrDefault("地区") is { Length: > 0 } place ? place : null,
            Days("复核天数", Initial.ReviewDays), Days("公示天数", Initial.PublicityDays), Days("批准天数", Initial.ApproveDays), Days("支付天数", Initial.PayDays));
    }
}
