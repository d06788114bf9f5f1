using Mingzhang.Cli;
using Mingzhang.Cli.Inputs;
using Mingzhang.Documents.Reading;
using Mingzhang.Storage;
using Mingzhang.Storage.Audits;
using Npgsql;
using Quartz;

namespace Mingzhang.Worker;

/// <summary>Runs a node of the cluster (运行一个工作节点) on Quartz's clustered store in the same PostgreSQL as the queue.</summary>
internal static class WorkerRunner
{
    // Documents scheduled at a time: the queue itself holds the rest.
    private const int Ahead = 200;

    // A node that has not reported for so long is dead, and its documents go to another one.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(Session session, WorkRequest request)
    {
        var address = StoreAddress.Parse(request.Database);
        if (address.IsFile)
            return session.Refuse("worker 用 PostgreSQL 的数据库：请用 --db 'Host=…;Database=…' 给出连接串", "worker needs PostgreSQL: give its connection string by --db 'Host=…;Database=…'");
        var opening = await Store.OpenAsync(address, CancellationToken.None).ConfigureAwait(false);
        if (opening.Store is not { } store)
            return session.Refuse(opening.Problem!);
        if (!await AddAsync(session, store.Audits, request.Added).ConfigureAwait(false))
            return ExitStatus.Unusable;
        if (request.ListsOnly)
            return await ListAsync(session, store.Audits).ConfigureAwait(false);
        session.LoadData();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await WorkAsync(session, store.Audits, address, request, stop.Token).ConfigureAwait(false);
        return ExitStatus.Fine;
    }

    private static async Task WorkAsync(Session session, AuditDesk queue, StoreAddress address, WorkRequest request, CancellationToken stop)
    {
        var name = $"{Environment.MachineName}-{Environment.ProcessId}";
        await using var builder = QuartzSchedulerBuilder.Create(q => q
            .ConfigureScheduler(o => (o.InstanceName, o.InstanceId, o.IdleWaitTime, o.MaxBatchSize) = ("mingzhang", name, Look, request.Jobs))
            .UseDefaultThreadPool(request.Jobs)
            .UsePersistentStore(p =>
            {
                p.UsePostgres(NpgsqlFactory.Instance, address.Text);
                p.ProvisionSchema();
                p.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (CheckIn, Late));
            })).Build();
        var scheduler = await builder.GetScheduler(stop).ConfigureAwait(false);
        scheduler.Context[AuditJob.Node] = new AuditNode(session, queue, name);
        await scheduler.Start(stop).ConfigureAwait(false);
        session.Output.WriteLine(session.Say($"工作节点 {name} 已开始", $"node {name} has begun"));
        try
        {
            while (await ScheduleAsync(scheduler, queue, stop).ConfigureAwait(false) || !request.UntilEmpty)
                await Task.Delay(Look, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl-C: what is running is finished first.
        }

        await scheduler.Shutdown(true, CancellationToken.None).ConfigureAwait(false);
    }

    // Every document without a result has a job: a new one, and one whose job was lost. Returns whether there is any.
    private static async Task<bool> ScheduleAsync(IScheduler scheduler, AuditDesk queue, CancellationToken stop)
    {
        var pending = await queue.PendingAsync(Ahead, stop).ConfigureAwait(false);
        foreach (var id in pending)
        {
            if (await scheduler.Exists(AuditJob.Key(id), stop).ConfigureAwait(false))
                continue;
            try
            {
                await scheduler.ScheduleJob(AuditJob.Of(id), TriggerBuilder.Create().StartNow().Build(), cancellationToken: stop).ConfigureAwait(false);
            }
            catch (ObjectAlreadyExistsException)
            {
                // Another node was faster.
            }
        }

        return pending.Count > 0;
    }

    private static async Task<bool> AddAsync(Session session, AuditDesk queue, IReadOnlyList<string> words)
    {
        foreach (var path in InputList.Of(words).Paths)
        {
            var content = SourceReaders.ReadBytes(path);
            if (!content.IsRead)
            {
                session.Refuse(content.Error);
                return false;
            }

            await queue.AddAsync(path, content.Value, CancellationToken.None).ConfigureAwait(false);
        }

        return true;
    }

    private static async Task<int> ListAsync(Session session, AuditDesk queue)
    {
        foreach (var audit in await queue.ListAsync(CancellationToken.None).ConfigureAwait(false))
            session.Output.WriteLine($"{audit.Id}\t{AuditDesk.Word(audit.State)}\t{audit.Attempts}\t{audit.Worker ?? "-"}\t{audit.Problem ?? audit.Name}");
        return ExitStatus.Fine;
    }
}
