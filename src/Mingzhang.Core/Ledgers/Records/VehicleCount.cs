namespace Mingzhang.Core.Ledgers.Records;

/// <summary>Vehicles of one use (公务用车): at the end of last year for a budget, of this year for final accounts.</summary>
/// <param name="Stage">Document it is for.</param>
/// <param name="Use">用途, e.g. 一般公务用车.</param>
/// <param name="Count">保有量.</param>
/// <param name="Bought">Bought this year; null when not stated.</param>
public sealed record VehicleCount(Stage Stage, string Use, int Count, int? Bought);
