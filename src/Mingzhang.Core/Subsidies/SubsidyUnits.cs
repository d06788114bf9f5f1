namespace Mingzhang.Core.Subsidies;

/// <summary>Units of products (算式的单位): 人 × 元/人 gives 元.</summary>
public static class SubsidyUnits
{
    /// <summary>The unit of a product, 元 when it is an amount; what is not cancelled stays, e.g. <c>元·人</c> or <c>元/月</c>.</summary>
    /// <param name="units">Units of the quantities; % changes nothing.</param>
    public static string OfProduct(IEnumerable<string> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var above = new List<string>();
        var below = new List<string>();
        foreach (var unit in units.Where(u => u != "%"))
        {
            var parts = unit.Split('/');
            above.Add(parts[0]);
            below.AddRange(parts[1..]);
        }

        foreach (var part in below.ToList())
        {
            if (above.Remove(part))
                below.Remove(part);
        }

        return string.Join('·', above) + string.Concat(below.Select(b => "/" + b));
    }
}
