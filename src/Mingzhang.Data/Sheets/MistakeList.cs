using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Sheets;

/// <summary>Collects the mistakes of a folder in the order in which they were found.</summary>
internal sealed class MistakeList
{
    private readonly List<LedgerMistake> all = [];

    public IReadOnlyList<LedgerMistake> All => all;

    public int Count => all.Count;

    public void Add(string file, int? row, string? field, string? value, string message) =>
        all.Add(new LedgerMistake(file, row, field, string.IsNullOrEmpty(value) ? null : value, message));
}
