namespace Mingzhang.Core.Screening;

/// <summary>Over what a limit counts (期间).</summary>
public enum Period
{
    /// <summary>每日.</summary>
    Day,

    /// <summary>每次结算.</summary>
    Settlement,

    /// <summary>每月.</summary>
    Month,

    /// <summary>每年.</summary>
    Year,
}

/// <summary>Parts lines by periods.</summary>
public static class Periods
{
    /// <summary>The words of rule files.</summary>
    public static IReadOnlyDictionary<string, Period> Words { get; } = new Dictionary<string, Period>(StringComparer.Ordinal)
    {
        ["每日"] = Period.Day,
        ["每次"] = Period.Settlement,
        ["每月"] = Period.Month,
        ["每年"] = Period.Year,
    };

    /// <summary>Lines by period, each with how a sentence begins.</summary>
    /// <param name="period">Period.</param>
    /// <param name="claims">Lines of one person.</param>
    public static IEnumerable<(string Name, List<Claim> Claims)> Split(this Period period, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (claims.Count == 1)
            return [(Name(period, claims[0]), [claims[0]])];
        var parts = new Dictionary<string, List<Claim>>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var name = Name(period, claim);
            if (!parts.TryGetValue(name, out var part))
                parts.Add(name, part = []);
            part.Add(claim);
        }

        return parts.Select(p => (p.Key, p.Value));
    }

    private static string Name(Period period, Claim claim) => period switch
    {
        Period.Day => Screening.Words.Day(claim.Day),
        Period.Settlement => $"结算 {claim.SettlementId} ",
        Period.Month => $"{claim.Day.Year} 年 {claim.Day.Month} 月",
        _ => $"{claim.Day.Year} 年",
    };
}
