using System.Globalization;

namespace Mingzhang.Core.Screening;

/// <summary>How sentences of hits write dates and numbers.</summary>
internal static class Words
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Yuan(decimal amount) => amount.ToString("#,##0.00##", CultureInfo.InvariantCulture) + " 元";

    /// <summary>The names of the items, the first three at most.</summary>
    public static string Items(IEnumerable<Claim> claims)
    {
        var names = claims.Select(c => c.Item.ToString()).Distinct(StringComparer.Ordinal).ToList();
        return "“" + string.Join("”“", names.Take(3)) + "”" + (names.Count > 3 ? "等" : "");
    }
}
