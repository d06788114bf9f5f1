using System.Globalization;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Web.Library;

/// <summary>Names a published document (文件的名字): agency, year, kind. Addresses are made of it.</summary>
/// <param name="Agency">Full name.</param>
/// <param name="Year">年度.</param>
/// <param name="Kind">预算 or 决算.</param>
public sealed record PublicationKey(string Agency, int Year, DisclosureKind Kind)
{
    /// <summary>The word of the kind in addresses.</summary>
    public string KindWord => Kind == DisclosureKind.Budget ? "budget" : "final";

    /// <summary>The word of the kind for people.</summary>
    public string KindName => Kind == DisclosureKind.Budget ? "预算" : "决算";

    /// <summary>Title without the agency: 2024 年部门决算.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Year} 年部门{KindName}");

    /// <summary>Address of its page.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/disclosures/{Addresses.Escape(Agency)}/{Year}/{KindWord}");

    /// <summary>The key in one word, as comparisons carry it in their address.</summary>
    public string Word => string.Create(CultureInfo.InvariantCulture, $"{Agency}-{Year}-{KindWord}");

    /// <summary>The kind of a word in an address; null when there is none.</summary>
    public static DisclosureKind? KindOf(string? word) => word switch { "budget" => DisclosureKind.Budget, "final" => DisclosureKind.Final, _ => null };
}
