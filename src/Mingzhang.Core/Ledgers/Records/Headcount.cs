namespace Mingzhang.Core.Ledgers.Records;

/// <summary>People of one kind in a unit (人员情况).</summary>
/// <param name="UnitCode">预算单位.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Posts">编制数; null for people who hold no post (retired, hired).</param>
/// <param name="Staff">实有数.</param>
public sealed record Headcount(string UnitCode, string Kind, int? Posts, int Staff)
{
    /// <summary>人员类别.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["行政编制", "参公编制", "事业编制", "离休人员", "退休人员", "其他人员"];

    /// <summary>Whether these people hold posts (在编).</summary>
    public bool HoldsPosts => Kind.EndsWith("编制", StringComparison.Ordinal);
}
