namespace Mingzhang.Documents.Publishing.Pdf;

/// <summary>
/// Browsers that wait for the next document to print (待用的浏览器). A browser that has had nothing to do for a while is ended, as is every one
/// when the program ends; one that failed is not used again.
/// </summary>
internal static class BrowserPool
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);
    private static readonly Lock Gate = new();
    private static readonly Stack<BrowserSession> Waiting = [];
    private static readonly Timer Ending = new(_ => Clear());

    static BrowserPool() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Clear();

    /// <summary>Gives work to a browser.</summary>
    /// <param name="program">The browser.</param>
    /// <param name="work">What to do with it; gives null when all is well, else why not.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null when all is well, else in Chinese why not.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static string? Run(string program, Func<BrowserSession, string?> work, CancellationToken cancellation)
    {
        if (Take() is { } waiting && Use(waiting, work, cancellation) is var (answer, isSound) && isSound)
            return answer;
        // A browser that was ended while it waited is no fault of the document: a new one gets the work.
        return BrowserSession.Start(program) is { } session ? Use(session, work, cancellation).Answer : Browser.Missing;
    }

    /// <summary>Ends all browsers that wait.</summary>
    public static void Clear()
    {
        while (Take() is { } session)
            session.Dispose();
    }

    /// <summary>Ends the processes of the browsers that wait, as a system short of memory would.</summary>
    internal static void EndProcesses()
    {
        lock (Gate)
        {
            foreach (var session in Waiting)
                session.EndProcess();
        }
    }

    private static (string? Answer, bool IsSound) Use(BrowserSession session, Func<BrowserSession, string?> work, CancellationToken cancellation)
    {
        try
        {
            return (session.Use(work, cancellation), session.IsSound);
        }
        finally
        {
            if (session.IsSound)
                Keep(session);
            else
                session.Dispose();
        }
    }

    private static BrowserSession? Take()
    {
        lock (Gate)
            return Waiting.TryPop(out var session) ? session : null;
    }

    private static void Keep(BrowserSession session)
    {
        lock (Gate)
            Waiting.Push(session);
        Ending.Change(Idle, Timeout.InfiniteTimeSpan);
    }
}
