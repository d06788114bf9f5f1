namespace Mingzhang.Core.Ledgers.Records;

/// <summary>A piece of the year's key work (重点工作) and how it was done.</summary>
/// <param name="Name">工作.</param>
/// <param name="Result">完成情况.</param>
public sealed record KeyWork(string Name, string Result);
