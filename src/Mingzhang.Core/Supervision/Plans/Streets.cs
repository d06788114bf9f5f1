using System.Text.RegularExpressions;

namespace Mingzhang.Core.Supervision.Plans;

/// <summary>How supervision stands in a street (街道), as far as addresses name it.</summary>
/// <param name="Street">街道、镇、乡; empty for addresses that name none.</param>
/// <param name="Population">Institutions that had an agreement in the year so far.</param>
/// <param name="Reached">How many of them were inspected.</param>
/// <param name="FoundFen">发现金额 of the year's inspections there, in 分.</param>
public sealed record StreetStanding(string Street, int Population, int Reached, long FoundFen)
{
    /// <summary>Share that was inspected, in percent, rounded down: 100 only when none is missing.</summary>
    public int Percent => Population == 0 ? 0 : Reached * 100 / Population;
}

/// <summary>Streets of addresses (街道): there are no coordinates, so what is drawn by them is a table and no map.</summary>
public static partial class Streets
{
    /// <summary>The street, town or township that an address names; empty for none.</summary>
    public static string Of(string address) => Pattern().Match(address) is { Success: true } found ? found.Groups["name"].Value : "";

    /// <summary>The streets of a year, by name; institutions whose address names none come last.</summary>
    /// <param name="year">年度.</param>
    /// <param name="until">The day up to which is counted.</param>
    /// <param name="institutions">The register.</param>
    /// <param name="inspections">Inspections that were done.</param>
    /// <param name="found">发现金额 by 机构编码, in 分.</param>
    public static IReadOnlyList<StreetStanding> Standing(int year, DateOnly until, IReadOnlyList<BoundInstitution> institutions, IReadOnlyList<DoneInspection> inspections, IReadOnlyDictionary<string, long> found) =>
    [
        .. institutions.GroupBy(i => Of(i.Institution.Address), StringComparer.Ordinal).Select(g =>
        {
            var coverage = Coverage.Of(new CoverageTarget(null, null, 100), year, until, [.. g], inspections);
            return new StreetStanding(g.Key, coverage.Population, coverage.Reached, g.Sum(i => found.GetValueOrDefault(i.Institution.Code)));
        }).Where(s => s.Population > 0).OrderBy(s => s.Street.Length == 0).ThenBy(s => s.Street, StringComparer.Ordinal),
    ];

    // The name follows a 省市区县旗 or begins the address; 开发区 and 新区 may be part of what is passed over.
    [GeneratedRegex("(?:^|[省市区县旗])(?<name>[^省市区县旗\\s\\d]{1,10}?(?:街道|镇|乡))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
