namespace Mingzhang.Core.Ledgers.Records;

/// <summary>What a project's money is for (项目用途).</summary>
/// <param name="ProjectCode">项目.</param>
/// <param name="Use">Goes on after 主要用于, without a stop.</param>
public sealed record ProjectUse(string ProjectCode, string Use);
