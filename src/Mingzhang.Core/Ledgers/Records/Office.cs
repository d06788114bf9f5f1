namespace Mingzhang.Core.Ledgers.Records;

/// <summary>An office within a unit (内设机构).</summary>
/// <param name="UnitCode">预算单位.</param>
/// <param name="Name">Its name.</param>
public sealed record Office(string UnitCode, string Name);
