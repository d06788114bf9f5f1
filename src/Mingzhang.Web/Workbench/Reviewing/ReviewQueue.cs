using System.Data.Common;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>
/// Audits uploaded documents beside the requests (后台审核): as many at once as the machine has processors to spare. What waits lies in the
/// database, so a restart loses nothing, and several sites share the work.
/// </summary>
internal sealed class ReviewQueue(OfficeDesk desk, DataFolder data, CompanionReader companions, ILogger<ReviewQueue> log) : BackgroundService
{
    private const int MostAtOnce = 4;

    // Another site may have put a document in.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount - 1, 1, MostAtOnce);

    private readonly SemaphoreSlim _bell = new(0);
    private readonly string _name = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Something was put in.</summary>
    public void Ring() => _bell.Release(AtOnce);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await desk.Reviews.Queue.TakeAsync(_name, stop).ConfigureAwait(false) is { } taken)
                    await DoAsync(taken, stop).ConfigureAwait(false);
                else
                    await _bell.WaitAsync(Look, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DbException || e.InnerException is DbException)
            {
                // The database does not answer for a while: what waits there goes on waiting.
                ReviewLog.NoDatabase(log, e);
                await Task.Delay(Look, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task DoAsync(TakenReview taken, CancellationToken stop)
    {
        try
        {
            if (await desk.Reviews.ContentAsync(taken.Id, stop).ConfigureAwait(false) is not { } content)
                return;
            var audit = AuditAsync(taken, content, stop);
            await ((Task)audit).WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.ThrowIfCancellationRequested();
            if (audit is { IsFaulted: true, Exception: { } defect } && defect.InnerException is not DbException)
            {
                // One document's defect neither ends the queue nor comes back for ever: it is told as ours.
                ReviewLog.Defect(log, taken.Name, defect);
                await desk.Reviews.Queue.RefuseAsync(taken, $"{taken.Name}：审核时明账出错（{defect.InnerException?.GetType().Name}），不是文件的问题，请把文件交给管理员报告。", stop).ConfigureAwait(false);
                return;
            }

            var (summary, problem) = await audit.ConfigureAwait(false);
            if (summary is null)
                await desk.Reviews.Queue.RefuseAsync(taken, problem!, stop).ConfigureAwait(false);
            else
                await desk.Reviews.Queue.FinishAsync(taken, summary, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await desk.Reviews.Queue.ReleaseAsync(taken, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<(ReviewSummary? Summary, string? Problem)> AuditAsync(TakenReview taken, byte[] content, CancellationToken stop)
    {
        var rules = await desk.Reviews.Rules.OfAsync(taken.Department, stop).ConfigureAwait(false);
        var entries = await desk.Reviews.Marks.CellsAsync(taken.Id, stop).ConfigureAwait(false);
        var chosen = await desk.Reviews.Companions.OfAsync(taken.Department, taken.Id, stop).ConfigureAwait(false);
        var against = await companions.ReadAsync(taken.Department, chosen, stop).ConfigureAwait(false);
        return await Task.Run<(ReviewSummary?, string?)>(
            () =>
            {
                var read = ReviewReader.Read(taken.Name, content, data, stop);
                if (!read.IsRead)
                    return (null, read.Error);
                var corrected = Core.Disclosures.Corrections.Apply(read.Value.Disclosure, ReviewMarkDesk.Valid(entries)).Corrected;
                return (ReviewReader.Summary(corrected, ReviewReader.Audit(corrected, rules, data, against)), null);
            },
            stop).ConfigureAwait(false);
    }
}

/// <summary>What the queue writes into the log (日志).</summary>
internal static partial class ReviewLog
{
    /// <summary>A document met a defect of ours.</summary>
    [LoggerMessage(1, LogLevel.Error, "Auditing {Name} failed")]
    public static partial void Defect(ILogger log, string name, Exception defect);

    /// <summary>The database did not answer.</summary>
    [LoggerMessage(2, LogLevel.Warning, "The queue of documents cannot be read")]
    public static partial void NoDatabase(ILogger log, Exception problem);
}
