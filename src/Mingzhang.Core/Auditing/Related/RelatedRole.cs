using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Related;

/// <summary>What another document is to the one that is audited (对照文件的身份).</summary>
public enum RelatedRole
{
    /// <summary>本年预算: the budget of the same year, for final accounts.</summary>
    SameBudget,

    /// <summary>上年预算: last year's budget of the same agency.</summary>
    LastBudget,

    /// <summary>上年决算: last year's final accounts of the same agency.</summary>
    LastFinal,

    /// <summary>上级部门: the same document of the department that the unit belongs to.</summary>
    Department,
}

/// <summary>Names of the roles, and which one a document has.</summary>
public static class RelatedRoles
{
    // A shorter name fits too many agencies.
    private const int Shortest = 5;

    private static readonly (string Name, RelatedRole Role)[] Names =
        [("本年预算", RelatedRole.SameBudget), ("上年预算", RelatedRole.LastBudget), ("上年决算", RelatedRole.LastFinal), ("上级部门", RelatedRole.Department)];

    /// <summary>All names, for messages.</summary>
    public static string Words => string.Join('、', Names.Select(n => n.Name));

    /// <summary>The name as formulas and messages write it.</summary>
    public static string Name(this RelatedRole role) => Array.Find(Names, n => n.Role == role).Name;

    /// <summary>The role of a name; null when it is none.</summary>
    public static RelatedRole? Named(string name) => Array.Exists(Names, n => n.Name == name) ? Array.Find(Names, n => n.Name == name).Role : null;

    /// <summary>What a document is to another one; null when they cannot be compared. An agency that is not known is taken for the same.</summary>
    /// <param name="own">The document that is audited.</param>
    /// <param name="other">The other one.</param>
    public static RelatedRole? Of(DocumentFacts own, DocumentFacts other)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        if (own is not { Kind: { } kind, Year: { } year } || other is not { Kind: { } otherKind, Year: { } otherYear })
            return null;
        var last = otherYear == year - 1;
        if (!IsSame(own.Agency, other.Agency))
            return kind == otherKind && year == otherYear ? RelatedRole.Department : null;
        return (kind, otherKind) switch
        {
            (DisclosureKind.Final, DisclosureKind.Budget) when otherYear == year => RelatedRole.SameBudget,
            (DisclosureKind.Budget, DisclosureKind.Budget) when last => RelatedRole.LastBudget,
            (_, DisclosureKind.Final) when last => RelatedRole.LastFinal,
            _ => null,
        };
    }

    // 本级, 机关 and the city in front do not make another agency.
    private static bool IsSame(string? own, string? other)
    {
        if (own is null || other is null)
            return true;
        var (a, b) = (NameText.Normal(own), NameText.Normal(other));
        return a == b || IsShort(a, b) || IsShort(b, a);
    }

    // 江边区医保局 for 某市江边区医疗保障局: its characters in their order, down to the last one.
    private static bool IsShort(string name, string full)
    {
        if (name.Length < Shortest || name[^1] != full[^1])
            return false;
        var at = 0;
        foreach (var c in full)
            at += at < name.Length && name[at] == c ? 1 : 0;
        return at == name.Length;
    }
}
