namespace Mingzhang.Cli.Inputs;

/// <summary>Works on many things at once and hands the results on in order (并行而有序), holding only a few of them at a time.</summary>
internal static class InOrder
{
    /// <summary>How many results a job may be ahead of one that takes longer: enough not to stand idle, few enough that memory stays flat.</summary>
    private const int Ahead = 4;

    // A job waits for programs and has helpers beside it; threads of the pool that come late would hold it up.
    private const int HelpersOfAJob = 6;

    /// <summary>Runs.</summary>
    /// <param name="items">What to work on.</param>
    /// <param name="jobs">How many at a time; at least 1.</param>
    /// <param name="work">The work, called from several threads.</param>
    public static IEnumerable<TResult> Run<TItem, TResult>(IReadOnlyList<TItem> items, int jobs, Func<TItem, TResult> work)
    {
        ThreadPool.GetMinThreads(out var least, out var ports);
        ThreadPool.SetMinThreads(Math.Max(least, jobs * HelpersOfAJob), ports);
        using var gate = new SemaphoreSlim(jobs);
        using var stop = new CancellationTokenSource();
        var begun = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                if (begun.Count >= jobs * Ahead)
                    yield return begun.Dequeue().GetAwaiter().GetResult();
                begun.Enqueue(Task.Factory.StartNew(() => One(item), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            }

            while (begun.TryDequeue(out var next))
                yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            // Where the caller stops early nothing more is begun, and nothing goes on behind its back.
            stop.Cancel();
            foreach (var left in begun)
                ((IAsyncResult)left).AsyncWaitHandle.WaitOne();
        }

        TResult One(TItem item)
        {
            gate.Wait(stop.Token);
            try
            {
                return work(item);
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
