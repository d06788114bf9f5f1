namespace Mingzhang.Core.Ledgers.Records;

/// <summary>The opening budget of a functional code (年初预算), which final accounts state beside the outturn.</summary>
/// <param name="FunctionCode">功能分类 项 (7 digits).</param>
/// <param name="Fen">Opening budget of the general public budget, in 分.</param>
/// <param name="Reason">Why the outturn differs; null when not given.</param>
public sealed record CodeBudget(string FunctionCode, long Fen, string? Reason);
