using Mingzhang.Core.Registers;

namespace Mingzhang.Storage.Registers;

/// <summary>A register of a department (台账).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Department">Number of the department.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Revision">Raised by every change of the definition.</param>
/// <param name="Records">条数.</param>
/// <param name="Last">The newest date of a record as yyyy-MM-dd; null where there is none.</param>
public sealed record RegisterInfo(int Id, int Department, RegisterDefinition Definition, int Revision, int Records, string? Last);

/// <summary>A record as it lies in the database.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Entry">Its cells.</param>
/// <param name="Revision">Raised by every change.</param>
/// <param name="At">When it was changed last.</param>
/// <param name="Account">By whom.</param>
public sealed record StoredRecord(int Id, RegisterEntry Entry, int Revision, string At, string Account);

/// <summary>What bringing in a sheet did.</summary>
/// <param name="Added">Records added.</param>
/// <param name="Updated">Records changed.</param>
/// <param name="Known">Records that were there already, all the same.</param>
/// <param name="Mistakes">Why nothing was stored; empty when it was.</param>
public sealed record RegisterImport(int Added, int Updated, int Known, IReadOnlyList<RegisterMistake> Mistakes);
