using System.Collections.Concurrent;
using Mingzhang.Core.Disclosures;
using Mingzhang.Data;
using Mingzhang.Storage;

namespace Mingzhang.Web.Library;

/// <summary>The documents of the database (公开文件库), each made when it is first asked for and kept while its ledger stays the same.</summary>
internal sealed class DisclosureLibrary(Store store, DataFolder data)
{
    // A document takes a few megabytes; the oldest give way.
    private const int Most = 256;

    private readonly ConcurrentDictionary<(string Digest, DisclosureKind Kind), Lazy<Task<Publication?>>> _made = new();
    private readonly ConcurrentQueue<(string, DisclosureKind)> _order = new();

    /// <summary>The data folder the documents are made with.</summary>
    public DataFolder Data => data;

    /// <summary>Which documents there are, by agency, the newest year first.</summary>
    public async Task<IReadOnlyList<PublicationKey>> ListAsync(CancellationToken cancellation)
    {
        var ledgers = await store.ListAsync(cancellation).ConfigureAwait(false);
        return [.. ledgers.SelectMany(Keys)];
    }

    /// <summary>A document; null when the database has none of the name.</summary>
    public async Task<Publication?> FindAsync(PublicationKey key, CancellationToken cancellation)
    {
        var ledgers = await store.ListAsync(cancellation).ConfigureAwait(false);
        var ledger = ledgers.FirstOrDefault(l => l.Agency == key.Agency && l.Year == key.Year && Keys(l).Contains(key));
        return ledger is null ? null : await GetAsync(ledger, key).ConfigureAwait(false);
    }

    /// <summary>All documents.</summary>
    public async Task<IReadOnlyList<Publication>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<Publication>();
        foreach (var ledger in await store.ListAsync(cancellation).ConfigureAwait(false))
        {
            foreach (var key in Keys(ledger))
            {
                if (await GetAsync(ledger, key).ConfigureAwait(false) is { } publication)
                    all.Add(publication);
            }
        }

        return all;
    }

    private static IEnumerable<PublicationKey> Keys(StoredLedger ledger)
    {
        if (ledger.FinalEdition is not null)
            yield return new PublicationKey(ledger.Agency, ledger.Year, DisclosureKind.Final);
        if (ledger.BudgetEdition is not null)
            yield return new PublicationKey(ledger.Agency, ledger.Year, DisclosureKind.Budget);
    }

    private Task<Publication?> GetAsync(StoredLedger ledger, PublicationKey key)
    {
        var name = (ledger.Digest, key.Kind);
        return _made.GetOrAdd(name, _ =>
        {
            _order.Enqueue(name);
            while (_order.Count > Most && _order.TryDequeue(out var oldest))
                _made.TryRemove(oldest, out Lazy<Task<Publication?>>? gone);
            return new Lazy<Task<Publication?>>(() => MakeAsync(ledger, key));
        }).Value;
    }

    // One reader's impatience must not spoil it for the others: what was begun is finished.
    private async Task<Publication?> MakeAsync(StoredLedger ledger, PublicationKey key)
    {
        var edition = data.Editions.Find((key.Kind == DisclosureKind.Budget ? ledger.BudgetEdition : ledger.FinalEdition)!);
        var content = await store.LoadAsync(ledger.Id, CancellationToken.None).ConfigureAwait(false);
        return edition is null || content is null ? null : Publication.Make(key, content, edition, data);
    }
}
