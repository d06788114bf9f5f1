using Mingzhang.Core.Assistance.Policies;

namespace Mingzhang.Core.Assistance.Applications;

/// <summary>A document that an application brings (申请材料).</summary>
/// <param name="Name">名称, by which its file is known.</param>
/// <param name="Explanation">说明 for who takes it in; may be empty.</param>
/// <param name="Care">医疗类别 for which it must be there; empty for none: then it may be brought.</param>
public sealed record ApplicationPaper(string Name, string Explanation, IReadOnlyList<CareKind> Care);

/// <summary>What applications must bring (医后申请材料清单).</summary>
/// <param name="Basis">依据; 示例 where a place has to set its own.</param>
/// <param name="Papers">材料, in the order in which they are asked for.</param>
public sealed record ApplicationPapers(string Basis, IReadOnlyList<ApplicationPaper> Papers)
{
    /// <summary>Names of what must be there for a kind of care.</summary>
    public IReadOnlyList<string> Required(CareKind care) => [.. Papers.Where(p => p.Care.Contains(care)).Select(p => p.Name)];

    /// <summary>What is still missing, in the order of the list.</summary>
    /// <param name="care">医疗类别.</param>
    /// <param name="brought">Names of what was brought.</param>
    public IReadOnlyList<string> Missing(CareKind care, IEnumerable<string> brought) => [.. Required(care).Except(brought, StringComparer.Ordinal)];
}
