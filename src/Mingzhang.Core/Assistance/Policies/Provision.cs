namespace Mingzhang.Core.Assistance.Policies;

/// <summary>Where a value of a policy is written down (条款).</summary>
/// <param name="Article">Article or clause, e.g. <c>第八条</c>; empty when the document has none.</param>
/// <param name="Source">文号 of the document; null when the value has no source and is an example only (示例).</param>
public sealed record Provision(string Article, string? Source)
{
    /// <summary>Whether the value is an example without a source, which nobody may pay by.</summary>
    public bool IsExample => Source is null;

    /// <summary>As a statement cites it.</summary>
    public override string ToString() => Source is null ? "示例值，没有文件依据" : Source + Article;
}
