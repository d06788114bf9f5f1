using Microsoft.EntityFrameworkCore;

namespace Mingzhang.Storage.Audits;

/// <summary>
/// Documents that wait to be audited, and what was found (审核队列). A document is in it or not, and its result is written once:
/// whoever ends second, after a worker was thought dead, writes nothing. What people of a department uploaded lies in the same table, and
/// is taken by the site (<see cref="Reviews.ReviewQueueDesk"/>), which knows the department's own rules and corrections.
/// </summary>
public sealed class AuditDesk
{
    private static readonly Dictionary<AuditState, string> Words = new()
    {
        [AuditState.Waiting] = "待审",
        [AuditState.Running] = "审核中",
        [AuditState.Done] = "已审",
        [AuditState.Unreadable] = "读不了",
    };

    // Constants of queries.
    private static readonly string[] Ended = [Words[AuditState.Done], Words[AuditState.Unreadable]];

    private readonly Func<StoreContext> _context;

    internal AuditDesk(Func<StoreContext> context) => _context = context;

    /// <summary>The word of a state, as the database has it.</summary>
    public static string Word(AuditState state) => Words[state];

    /// <summary>The state of a word of the database.</summary>
    internal static AuditState State(string word) => Words.First(w => w.Value == word).Key;

    /// <summary>Puts a document at the end of the queue.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Its number.</returns>
    public async Task<int> AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await using var db = _context();
        var row = new AuditRow { Name = name, Content = content.ToArray(), State = Word(AuditState.Waiting) };
        db.Audits.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return row.Id;
    }

    /// <summary>Numbers of the documents that have no result yet, the oldest first.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<int>> PendingAsync(int most, CancellationToken cancellation)
    {
        await using var db = _context();
        return await db.Audits.Where(r => r.DepartmentId == null && !Ended.Contains(r.State)).OrderBy(r => r.Id).Select(r => r.Id).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes a document for work.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="worker">Who takes it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Name and bytes; null when it has a result already, or is no longer there.</returns>
    public async Task<(string Name, ReadOnlyMemory<byte> Content)?> TakeAsync(int id, string worker, CancellationToken cancellation)
    {
        await using var db = _context();
        var running = Word(AuditState.Running);
        var taken = await db.Audits.Where(r => r.Id == id && !Ended.Contains(r.State))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, running).SetProperty(r => r.Worker, worker).SetProperty(r => r.Attempts, r => r.Attempts + 1), cancellation).ConfigureAwait(false);
        if (taken == 0)
            return null;
        var row = await db.Audits.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.Name, r.Content }).SingleAsync(cancellation).ConfigureAwait(false);
        return (row.Name, row.Content);
    }

    /// <summary>Writes the result of a document, unless it has one.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="worker">Who did it.</param>
    /// <param name="result">The report as JSON; null when the document cannot be read.</param>
    /// <param name="problem">Why it cannot be read; null when it can.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether this call wrote it.</returns>
    public async Task<bool> FinishAsync(int id, string worker, string? result, string? problem, CancellationToken cancellation)
    {
        await using var db = _context();
        var state = Word(problem is null ? AuditState.Done : AuditState.Unreadable);
        return await db.Audits.Where(r => r.Id == id && !Ended.Contains(r.State))
            .ExecuteUpdateAsync(
                s => s.SetProperty(r => r.State, state).SetProperty(r => r.Worker, worker).SetProperty(r => r.Result, result).SetProperty(r => r.Problem, problem), cancellation)
            .ConfigureAwait(false) == 1;
    }

    /// <summary>The queue, in order.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<QueuedAudit>> ListAsync(CancellationToken cancellation)
    {
        await using var db = _context();
        var rows = await db.Audits.AsNoTracking().Where(r => r.DepartmentId == null).OrderBy(r => r.Id).Select(r => new { r.Id, r.Name, r.State, r.Worker, r.Attempts, r.Problem }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new QueuedAudit(r.Id, r.Name, State(r.State), r.Worker, r.Attempts, r.Problem))];
    }

    /// <summary>The report of a document as JSON; null when there is none.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string?> ResultAsync(int id, CancellationToken cancellation)
    {
        await using var db = _context();
        return await db.Audits.Where(r => r.Id == id).Select(r => r.Result).SingleOrDefaultAsync(cancellation).ConfigureAwait(false);
    }
}
