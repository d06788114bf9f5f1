namespace Mingzhang.Core.Ledgers;

/// <summary>A project (项目) of the integrated budget.</summary>
/// <param name="Code">项目编码 of 21 characters.</param>
/// <param name="Name">项目名称.</param>
/// <param name="UnitCode">Executing unit.</param>
/// <param name="GroupCode">Code of the kind under which the project table lists it, e.g. 31; null when there is none.</param>
/// <param name="GroupName">Name of that kind, e.g. 本级支出项目.</param>
/// <param name="ParentName">一级项目, where the form asks for it.</param>
public sealed record Project(string Code, string Name, string UnitCode, string? GroupCode, string? GroupName, string? ParentName);
