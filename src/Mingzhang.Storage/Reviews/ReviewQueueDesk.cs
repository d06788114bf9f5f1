using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Reviews;

/// <summary>A document taken for work.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Department">Number of the department.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Attempt">How often it was taken by now.</param>
public sealed record TakenReview(int Id, int Department, string Name, int Attempt);

/// <summary>
/// Uploaded documents that wait (送审队列): the rows of the audit queue that belong to a department. Any number of sites may take them; what
/// one of them had in hand when it ended is taken again after a while, and a result is written by whoever took it last.
/// </summary>
public sealed class ReviewQueueDesk
{
    /// <summary>After so long a document that somebody took is taken by the next: reading ends within seconds.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // A document during which the program ended so often is not begun again.
    private const int MostAttempts = 3;

    private const string Waiting = "待审", Running = "审核中", Done = "已审", Unreadable = "读不了";

    private readonly OfficeWriter _writer;

    internal ReviewQueueDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Takes the next document.</summary>
    /// <param name="worker">Who takes it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The document; null when none waits.</returns>
    public async Task<TakenReview?> TakeAsync(string worker, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        while (true)
        {
            var now = _writer.Now;
            var dead = Text(Time(now) - Lease);
            var next = await db.Audits.AsNoTracking()
                .Where(r => r.DepartmentId != null && (r.State == Waiting || (r.State == Running && string.Compare(r.TakenAt, dead) < 0)))
                .OrderBy(r => r.Id).Select(r => new { r.Id, Department = r.DepartmentId!.Value, r.Name, r.Attempts, r.State, r.TakenAt }).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
            if (next is null)
                return null;
            if (next is { State: Running, Attempts: >= MostAttempts })
            {
                await EndAsync(db, next.Id, next.Attempts, $"{next.Name}：审核这份文件时程序中断了 {MostAttempts} 次，不再重试。请把文件交给管理员。", cancellation).ConfigureAwait(false);
                continue;
            }

            // Who looked at the same moment and was first has changed what was seen.
            var taken = await db.Audits.Where(r => r.Id == next.Id && r.State == next.State && r.Attempts == next.Attempts && r.TakenAt == next.TakenAt)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, Running).SetProperty(r => r.Worker, worker).SetProperty(r => r.TakenAt, now).SetProperty(r => r.Attempts, r => r.Attempts + 1), cancellation).ConfigureAwait(false);
            if (taken == 1)
                return new TakenReview(next.Id, next.Department, next.Name, next.Attempts + 1);
        }
    }

    /// <summary>Writes what was found, unless somebody else took the document meanwhile.</summary>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> FinishAsync(TakenReview taken, ReviewSummary summary, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(taken);
        await using var db = _writer.Context();
        await using var whole = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var isOurs = await db.Audits.Where(r => r.Id == taken.Id && r.State == Running && r.Attempts == taken.Attempt)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, Done).SetProperty(r => r.Problem, (string?)null), cancellation).ConfigureAwait(false) == 1;
        if (isOurs)
            await SummariseAsync(db, taken.Id, summary, cancellation).ConfigureAwait(false);
        await whole.CommitAsync(cancellation).ConfigureAwait(false);
        return isOurs;
    }

    /// <summary>Writes that the document cannot be read.</summary>
    /// <param name="taken">The document.</param>
    /// <param name="problem">Why.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> RefuseAsync(TakenReview taken, string problem, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(taken);
        await using var db = _writer.Context();
        return await EndAsync(db, taken.Id, taken.Attempt, problem, cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts a document back that was not done: the site ends.</summary>
    public async Task ReleaseAsync(TakenReview taken, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(taken);
        await using var db = _writer.Context();
        await db.Audits.Where(r => r.Id == taken.Id && r.State == Running && r.Attempts == taken.Attempt)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, Waiting).SetProperty(r => r.Attempts, r => r.Attempts - 1), cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes what an audit found after a correction.</summary>
    public async Task SummariseAsync(int review, ReviewSummary summary, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        await SummariseAsync(db, review, summary, cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts all readable documents of a department into the queue again: its rules have changed.</summary>
    public async Task AgainAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        await db.Audits.Where(r => r.DepartmentId == department && (r.State == Done || r.State == Running))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, Waiting).SetProperty(r => r.TakenAt, (string?)null), cancellation).ConfigureAwait(false);
    }

    private static async Task<bool> EndAsync(OfficeContext db, int id, int attempt, string problem, CancellationToken cancellation) =>
        await db.Audits.Where(r => r.Id == id && r.State == Running && r.Attempts == attempt)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, Unreadable).SetProperty(r => r.Problem, problem), cancellation).ConfigureAwait(false) == 1;

    private static Task SummariseAsync(OfficeContext db, int review, ReviewSummary summary, CancellationToken cancellation) => db.Reviews.Where(r => r.Id == review).ExecuteUpdateAsync(
        s => s.SetProperty(r => r.Agency, summary.Agency).SetProperty(r => r.Year, summary.Year).SetProperty(r => r.Kind, summary.Kind).SetProperty(r => r.Pages, summary.Pages)
            .SetProperty(r => r.Errors, summary.Errors).SetProperty(r => r.Warnings, summary.Warnings).SetProperty(r => r.Hints, summary.Hints).SetProperty(r => r.Figures, summary.Figures)
            .SetProperty(r => r.Unsure, summary.Unsure).SetProperty(r => r.Defects, summary.Defects),
        cancellation);

    private static DateTimeOffset Time(string at) => DateTimeOffset.ParseExact(at, "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
