namespace Mingzhang.Core.Ledgers.Records;

/// <summary>Groups that travelled abroad on duty (因公出国（境）团组).</summary>
/// <param name="Groups">团组数.</param>
/// <param name="Persons">人次.</param>
/// <param name="Fen">Spent, in 分.</param>
/// <param name="Purpose">What for; goes on after 主要用于.</param>
public sealed record TripGroup(int Groups, int Persons, long Fen, string Purpose);
