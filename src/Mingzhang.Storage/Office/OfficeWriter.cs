using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Office;

namespace Mingzhang.Storage.Office;

/// <summary>
/// The one way into the tables of the workbench (唯一的写入途径): a transaction that holds the change and its entry of the trail. What is
/// confirmed to a person has been committed; what changes something without an entry is a defect and is not stored. Writers follow one
/// another; in PostgreSQL those who edit different drafts work at the same time, and only hanging their entries onto the chain of the
/// trail, the last thing before the commit, is done one after the other.
/// </summary>
internal sealed class OfficeWriter(Store store, TimeProvider clock)
{
    private const string System = "系统";

    // Any numbers that no other program is likely to lock: one for all writers, one for the chain of the trail, one for drafts beside the draft's own.
    private const long WriterLock = 0x6D696E677A687477, TrailLock = 0x6D696E677A687472;

    private const int DraftLock = 0x6D7A6474;

    // A file of SQLite has one writer. Who finds it taken would sleep a seventh of a second and try again; in this program they queue.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim? _gate = store.Address.IsFile ? Gates.GetOrAdd(store.Address.Text, _ => new SemaphoreSlim(1)) : null;

    private readonly DbContextOptions<OfficeContext> _options = store.OfficeOptions();

    /// <summary>A context for reading.</summary>
    public OfficeContext Context() => new(_options);

    /// <summary>This moment, as rows hold it.</summary>
    public string Now => RowTime.Format(clock.GetUtcNow());

    /// <summary>Does a change.</summary>
    /// <param name="actor">Who; null for the program itself.</param>
    /// <param name="work">Changes rows and writes into the trail; when it writes nothing there, nothing may have changed.</param>
    /// <param name="cancellation">Stops the work before it is stored.</param>
    public Task<T> WriteAsync<T>(Actor? actor, Func<OfficeContext, TrailBook, Task<T>> work, CancellationToken cancellation) => WriteAsync(actor, null, work, cancellation);

    /// <summary>Does a change that touches nothing but the rows of one draft.</summary>
    /// <param name="actor">Who; null for the program itself.</param>
    /// <param name="draft">Number of the draft; null for work that may touch anything.</param>
    /// <param name="work">Changes rows and writes into the trail; when it writes nothing there, nothing may have changed.</param>
    /// <param name="cancellation">Stops the work before it is stored.</param>
    public async Task<T> WriteAsync<T>(Actor? actor, int? draft, Func<OfficeContext, TrailBook, Task<T>> work, CancellationToken cancellation)
    {
        if (_gate is null)
            return await WriteAloneAsync(actor, draft, work, cancellation).ConfigureAwait(false);
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await WriteAloneAsync(actor, draft, work, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<T> WriteAloneAsync<T>(Actor? actor, int? draft, Func<OfficeContext, TrailBook, Task<T>> work, CancellationToken cancellation)
    {
        await using var db = Context();
        // In SQLite this takes the one place of a writer at once, so that nobody is refused halfway.
        await using var whole = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var isShared = db.Database.IsNpgsql();
        if (isShared)
            await db.Database.ExecuteSqlRawAsync(draft is { } one ? $"select pg_advisory_xact_lock_shared({WriterLock}), pg_advisory_xact_lock({DraftLock}, {one})" : $"select pg_advisory_xact_lock({WriterLock})", cancellation).ConfigureAwait(false);
        var book = new TrailBook(actor?.UserName ?? System, Now);
        var result = await work(db, book).ConfigureAwait(false);
        if (book.Notes.Count == 0)
        {
            if (db.ChangeTracker.HasChanges())
                throw new InvalidOperationException("A change without an entry of the trail is not stored.");
            return result;
        }

        // Rows get their numbers first: the trail names them.
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        if (isShared)
            await db.Database.ExecuteSqlRawAsync($"select pg_advisory_xact_lock({TrailLock})", cancellation).ConfigureAwait(false);
        // What the last entry changed may be megabytes: the next one needs its number and digest.
        var last = await db.Trail.AsNoTracking().OrderByDescending(r => r.Sequence).Select(r => new { r.Sequence, r.Hash }).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        var before = last is null ? null : new TrailEntry(last.Sequence, "", "", null, null, "", "", "", "", last.Hash);
        foreach (var note in book.Notes)
        {
            before = TrailEntry.After(before, book.At, book.Account, note.Department, note.Draft(), note.Act, note.Subject, note.Changes());
            db.Trail.Add(Row(before));
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await whole.CommitAsync(cancellation).ConfigureAwait(false);
        return result;
    }

    public static TrailEntry Entry(TrailRow r) => new(r.Sequence, r.At, r.Account, r.DepartmentId, r.DraftId, r.Act, r.Subject, r.Changes, r.Previous, r.Hash);

    private static TrailRow Row(TrailEntry e) => new()
    {
        Sequence = e.Sequence,
        At = e.At,
        Account = e.Account,
        DepartmentId = e.Department,
        DraftId = e.Draft,
        Act = e.Act,
        Subject = e.Subject,
        Changes = e.Changes,
        Previous = e.Previous,
        Hash = e.Hash,
    };
}

/// <summary>What a change writes into the trail.</summary>
/// <param name="account">Who.</param>
/// <param name="at">When.</param>
internal sealed class TrailBook(string account, string at)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<TrailNote> _notes = [];

    public string Account { get; } = account;

    public string At { get; } = at;

    public IReadOnlyList<TrailNote> Notes => _notes;

    /// <summary>Notes a change.</summary>
    /// <param name="department">Its department; null for none.</param>
    /// <param name="draft">Its draft; null for none. Asked when all rows have their numbers.</param>
    /// <param name="act">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="changes">The changes; asked when all rows have their numbers.</param>
    public void Note(int? department, Func<int?> draft, string act, string subject, Func<IEnumerable<TrailChange>> changes) =>
        _notes.Add(new TrailNote(department, draft, act, subject, () => JsonSerializer.Serialize(changes(), Json)));

    public void Note(int? department, int? draft, string act, string subject, params IReadOnlyList<TrailChange> changes) => Note(department, () => draft, act, subject, () => changes);
}

/// <summary>An entry to be written.</summary>
internal sealed record TrailNote(int? Department, Func<int?> Draft, string Act, string Subject, Func<string> Changes);

/// <summary>One change within an entry of the trail (一处改动).</summary>
/// <param name="Record">Number of the record; null for what has none.</param>
/// <param name="Field">Column or field.</param>
/// <param name="Old">What stood there; null for nothing.</param>
/// <param name="New">What stands there now; null for nothing.</param>
public sealed record TrailChange(int? Record, string Field, string? Old, string? New);
