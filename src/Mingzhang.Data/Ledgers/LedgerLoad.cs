using Mingzhang.Core.Ledgers;

namespace Mingzhang.Data.Ledgers;

/// <summary>What reading a ledger folder gave: the whole ledger, or all mistakes that hinder it; never a part.</summary>
/// <param name="Ledger">The ledger; null when there are mistakes.</param>
/// <param name="Mistakes">All mistakes, file by file; empty when there are none.</param>
public sealed record LedgerLoad(Ledger? Ledger, IReadOnlyList<LedgerMistake> Mistakes);
